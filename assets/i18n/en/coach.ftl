# Notes of the first week: one at a time, at the real control
coach-head = First-week coach
coach-hint = Do it, and it is done
coach-hide = Hide all
coach-orders = Customers wait for your choice
coach-orders-text = Choose a week and click Settle it. Early pays better and is harder to keep.
coach-answer = Someone is waiting for you
coach-answer-text = A dashed frame means: not agreed yet. Click it: on the right, see whether your hours allow it and answer line by line. What you accept is a promise.
coach-ask = What you lack, you have to ask for
coach-ask-text = The screen has drafted what your orders and promises lack. Check units and weeks, then send it.
coach-settled = All settled? Click here
coach-settled-text = On the left: what you promised, and what was promised to you. If you still wait for an answer, give it a moment.
coach-line = A line is a promise, a block an hour
coach-line-text = Try − and +: the right side says at once who will feel it, and what your KPI becomes.
coach-submit = Happy with it? Submit
coach-submit-text = Hours left over go to own work. Until the others have submitted you can still change it.
