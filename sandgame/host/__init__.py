"""the referee: seats, deadlines, decide -> store -> tell; the queue of background jobs

Why (2026-11-21): news go out before answers, so that whoever is answered already sees what came of it. Whose turn it is
among the bots is read off the log, never remembered: a session that was broken off goes on as if it had not been. Only
what a person would notice is held for one to three seconds: five bots that end a phase would else keep it for ten.
"""
