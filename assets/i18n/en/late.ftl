# Who takes a seat that a bot kept: what was played in it so far
late-title = { $department }, from week { $week } on you
late-by-bot = Until now a bot sat here: all below is its doing. What it promised holds; you can still offer new terms or warn.
late-weeks = How it went so far
late-weeks-none = No week has been delivered yet
late-week = Week
late-company = Company
late-mine = This seat promised, still open
late-mine-none = Nothing is open.
late-owed = Promised to this seat, still open
late-owed-none = Nothing is open.
late-now = What is asked now
late-go = Take over
