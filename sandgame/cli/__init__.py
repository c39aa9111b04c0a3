"""The commands: what may be typed, and the sentences the terminal answers with."""

from sandgame.cli.line import main

__all__ = ["main"]
