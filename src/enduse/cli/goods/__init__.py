"""`enduse goods`: what goods are, and what the law says of them."""

import typer

from enduse.cli.goods import classify, find, learn, lists

app = typer.Typer(
    no_args_is_help=True,
    help="Goods: codes, descriptions, and the control lists that bear on them.\n\n"
    'Example: enduse goods find "CNC lathe, 2 sets"',
)
app.command("find")(find.find)
app.command("lists")(lists.lists)
app.command("classify")(classify.classify)
app.command("learn")(learn.learn)
