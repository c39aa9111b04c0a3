"""the referee: seats, deadlines, decide -> store -> tell; the queue of background jobs"""
