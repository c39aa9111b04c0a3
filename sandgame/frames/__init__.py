"""what crosses between the towers beside the game: lobby, console, clock, jobs; shapes only"""
