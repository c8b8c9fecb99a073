"""`python -m enduse`: the command line."""

import sys


def main() -> None:
    """Run the command line; Ctrl-C while it is still being loaded ends it quietly."""
    try:
        from enduse.cli.main import run
    except KeyboardInterrupt:
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
