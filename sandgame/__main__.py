"""`python -m sandgame`: the same program as main.py and the installed command."""

import sys

from sandgame.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
