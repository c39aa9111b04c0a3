# Messages: anything may be said
messages-tab = Messages
messages-tab-tip = Talk to one department or the table; a message may be false
messages-table = The table
messages-room = Facilitator
messages-room-all = Facilitator, to all
messages-me = Me
messages-empty = { $name }: nothing said yet
messages-empty-line = A promise belongs on a request; a message is only talk.
messages-not-sure = A message may be false; to be believed, share a fact.
messages-nobody-there = { $name }: a bot sits there now and reads no messages.
messages-hint = To { $name } (may be false)
messages-send = Send
messages-news = A message from { $department }
messages-room-only = Only the facilitator sees this.
messages-hint-room = To the facilitator
