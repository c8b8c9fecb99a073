"""The options under which a language model of the user's own reorders the codes."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from enduse.goods.classify.rerank import Reranker

Url = Annotated[
    str,
    typer.Option(
        "--rerank-url",
        metavar="URL",
        help="A model server of yours that reorders the codes; off unless given.",
    ),
]
Model = Annotated[
    str, typer.Option("--rerank-model", metavar="NAME", help="The model it is to use.")
]


def opened(url: str, model: str) -> "Reranker | None":
    """The reranker at an address; None where neither option was given."""
    if not url and not model:
        return None
    if not (url and model):
        raise typer.BadParameter("--rerank-url and --rerank-model go together")
    from enduse.goods.classify.rerank import ChatReranker

    try:
        return ChatReranker(url, model)
    except ValueError as fault:
        raise typer.BadParameter(str(fault)) from None
