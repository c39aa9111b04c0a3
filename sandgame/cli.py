"""The commands: what may be typed, and the sentences the terminal answers with."""
