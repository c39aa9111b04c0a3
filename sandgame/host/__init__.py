"""the referee: seats, deadlines, decide -> store -> tell; the queue of background jobs

Why (2026-11-21): news go out before answers, so that whoever is answered already sees what came of it. Whose turn it is
among the bots is read off the log, never remembered: a session that was broken off goes on as if it had not been. Only
what a person would notice is held for one to three seconds: five bots that end a phase would else keep it for ten.

Why (2026-11-21): a class knows a seat's person by the seat that was taken (its origin), and works out from the swaps of
the log where that person sits now: so a swap, going back behind it and a restart need no bookkeeping of their own. Who
plays a seat is read off the log too (`SeatTaken`); the roster only says which token holds it. All in step is a pause: a
table that is ahead is paused at the start of its phase, for the rules end a phase as soon as all are done.

Why (2026-11-22): after play all reckoning is done in one process beside the host, of low priority, a stage at a time:
the first pages of all tables, then the marks of all, then where it went. Marks wait for the worths behind them: half
of them would tell another story a second later. What was made is stored under the number of the event that ended play,
so that a table that is rolled back and played to another end has another debrief; whatever was stored is read.

Why (2026-11-22): the story of a link leaves the host only while the departments of both ends agree, also towards who
leads; a department that a bot plays is not asked. Surveys lie under a key that the laptop draws, in a table without an
order of arrival: not even the host can say whose they are.

Why (2026-11-22): a disk may take longer for a commit than a class for all that it asks in that time. A host of many
tables lets a thread of its own wait for the disk; what is asked meanwhile is decided and makes up the next turn. One
turn at a time is being stored, and nothing is told before it is. The rows are written in the loop and only the commit
is left to the thread: it is one call, while each row would have to wait for Python's lock. Who plays alone has nobody
to wait for: there the loop itself waits.
"""
