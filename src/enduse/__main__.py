"""`python -m enduse`: the command line."""

from enduse.cli.main import run

if __name__ == "__main__":
    run()
