"""the referee: seats, deadlines, decide -> store -> tell; the queue of background jobs

Why (2026-11-21): news go out before answers, so that whoever is answered already sees what came of it. Whose turn it is
among the bots is read off the log, never remembered: a session that was broken off goes on as if it had not been. Only
what a person would notice is held for one to three seconds: five bots that end a phase would else keep it for ten.

Why (2026-11-21): a class knows a seat's person by the seat that was taken (its origin), and works out from the swaps of
the log where that person sits now: so a swap, going back behind it and a restart need no bookkeeping of their own. Who
plays a seat is read off the log too (`SeatTaken`); the roster only says which token holds it. All in step is a pause: a
table that is ahead is paused at the start of its phase, for the rules end a phase as soon as all are done.

Why (2026-11-21): most of what is said in a class are messages. They are told without looking at all else that a seat
sees, and only those that came travel: else a lesson's talk would go over the wire again with every word of it.
"""
