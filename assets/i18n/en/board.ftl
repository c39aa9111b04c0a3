# The board: what the service map opens, and who plays a department
board-far = no direct dealings
board-flow = { $provider } gives { $receiver }: { $services }
board-bot = played by a bot
board-stand-in = a stand-in plays until its person is back
board-stand-in-line = Stand-in
board-stand-in-planned = Planned by stand-in
board-away = Offline
