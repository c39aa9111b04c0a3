# What the terminal says. Help texts of the commands, one line each, and the sentences of their answers.
cli-about = One Table: the sand table of internal customers. Without a command, the program opens its window.
cli-lang = language of what is said here: zh or en; otherwise that of the system
cli-data = folder for the sessions, if not the usual one
cli-command = command
cli-simulate = let bots play a case and report the results
cli-check = check a case and name everything that is wrong with it
cli-demo = play a session that shows what the program does, with its log and pictures
cli-host = host a class on this computer: others join it by its code
cli-tables = how many tables
cli-host-length = weeks to play; otherwise the middle of what the case offers
cli-host-port = port to listen on; otherwise the usual one, or any that is free
cli-resume = go on with the class that was hosted last from this folder
cli-host-setup = set-up of the class in a JSON file: case, tables, length, seed, talk, colleagues, pace, seconds, absence, laptops, extras
cli-host-session = with --resume: the name of the class to go on with; otherwise the last one
cli-replay = read a written log and work its session out again
cli-case = a case: the name of a shipped one, or its folder
cli-style = style of all seats: { $styles }, or mixed
cli-seat = style of one seat, for instance SAL=competing; may be given several times
cli-games = how many times to play, one seed after the other
cli-check-games = on how many variants bots try what a case must show before it is used; 0 checks the files alone
cli-seed = first seed; 0 is the case as written
cli-length = weeks to play; otherwise the longest the case offers
cli-jobs = how many processes play at once; otherwise one less than the computer has cores
cli-json = answer in JSON
cli-out = folder for the log and the pictures
cli-pictures-lang = language of the pictures; otherwise both
cli-log = a log, one event a line

cli-usage = { $message }. `{ $program } --help` shows how it is written.
cli-bad-whole = { $found } is no whole number from { $low } to { $high }
cli-host-what = Say which case to host, or give --setup FILE, or --resume.
cli-not-a-setup = { $place } is not the set-up of a class
cli-no-such-style = no style { $found }; there are { $styles }
cli-no-such-seat = no department { $found } in this case; there are { $seats }
cli-bad-seat = { $found } is not of the form department=style
cli-no-such-length = this case is not played over { $found } weeks; it offers { $lengths }
cli-fault = { $place }: { $sentence }
cli-faults = { $count ->
    [one] { $case }: one fault. Nothing was changed.
   *[other] { $case }: { $count } faults. Nothing was changed.
    }
cli-sound = { $case } is sound: { $departments } departments, { $services } services, { $orders } orders, lengths { $lengths }
cli-progress = { $done } of { $all } played
cli-sim-head = { $case }, { $style }, { $length } weeks
cli-sim-game = seed { $seed }: result { $result }, of the best { $of_best }, company index { $captured }
cli-sim-mean = mean { $mean }, from { $low } to { $high }
cli-none = –
cli-demo-plays = Playing { $case }, { $weeks } weeks …
cli-demo-done = { $events } events in { $log }, { $pictures } pictures in { $folder }
cli-demo-kept = The session is kept: open the program to look at it
cli-replay-head = { $events } events, { $weeks } weeks, result { $result }
cli-replay-curve = result by week: { $curve }
cli-replay-sum = log_sha256 { $sum }
cli-replay-agrees = The rules come to the same in every week
cli-replay-differs = The rules come to something else at event { $events }
cli-not-a-log = { $place }: this line is no event of a session. Nothing was changed.
cli-no-file = { $place } cannot be read: { $why }
cli-no-folder = { $place } cannot be written: { $why }
cli-stopped = Stopped. What was finished is kept.
cli-no-window = No window can be opened here: there is no screen. `{ $program } demo --out DIR` plays a session without one.
cli-newer-log = { $place } was written by a newer One Table. Install the newer version to read it.
cli-write-benchmarks = work out the best joint result, silo and reference of every variant and length, and write benchmarks.json
cli-write-anchors = play every variant of every length in each style, and write the scale of the marks into benchmarks.json; --games sets how many of each
cli-losses = tell from a log where the money went, week by week
cli-exact = by the exact programme: minutes to hours
cli-benchmarks-written = Written: { $place }
cli-anchors-written = The scale of the marks is written: { $place }
cli-worthless = { $case }: nothing can be earned in a variant of this case, so there is no best to compare with
cli-gates-head = What a case must show, on { $count ->
    [one] one variant (seed { $seeds })
   *[other] { $count } variants (seeds { $seeds })
    }
cli-gates-few = With fewer than { $least } variants this is a first look, no proof
cli-gate = { $mark } · { $weeks } weeks · { $what } ({ $asked }): { $figures }
cli-mark-passed = passed
cli-mark-failed = failed
cli-mark-exempt = not asked
cli-asked-between = { $low } to { $high }
cli-asked-least = at least { $low }
cli-asked-above = above { $low }
cli-asked-most = at most { $high }
cli-asked-below = below { $high }
cli-gate-no-benchmarks = no benchmarks: run --write-benchmarks
cli-gate-silo = silo result in percent of the best
cli-gate-compromising = how far compromising bots are above the silo, in percent of the best
cli-gate-collaborating = result of collaborating bots in percent of the best
cli-gate-seed = percent of the variance of the result that the seed explains
cli-gate-dilemma = bonus of who competes alone among collaborators, change at 10% company share
cli-gate-shared = the same change at 50%, with satisfaction in the KPI
cli-gate-hours = percent by which the best falls without overtime, loans, pool and aids, by the relaxation
cli-gate-decisions = decisions of a collaborating department in a week, on average
cli-gate-busiest = the same for each department
cli-unfinished = { $place }: this session is not over yet; losses are told of a whole one
cli-losses-head = best { $best }, result { $result }, between them { $lost }
cli-losses-week = week { $week }: { $loss } (table { $table }, departments { $departments }, clarity { $clarity })
cli-losses-measure = week { $week }: { $change } by measure { $what } (below 0: gained)
cli-losses-card = week { $week }: { $change } by event card { $what } (below 0: gained)
cli-sessions = list the sessions that were played on this computer, newest first
cli-session = { $id } · { $started } · { $case } · tables: { $tables } · week { $round } of { $length } · { $state }
cli-session-lobby = not begun
cli-session-playing = in play
cli-session-over = over
cli-no-sessions = No session has been played here yet
