"""the game: what may be asked, what then happens, who may see it"""
