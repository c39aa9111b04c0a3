"""Starts sandgame; nothing else."""

import sys

from sandgame.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
