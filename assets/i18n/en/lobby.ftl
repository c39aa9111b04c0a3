# The lobby: join code, seats, name list, and the start of week 1.
lobby-title = Lobby
lobby-sub = { $case } · { $tables } { $tables ->
    [one] table
   *[other] tables
 }
lobby-open = Open One Table on your computer and type
lobby-code-spoken = Join code { $code }
lobby-step-1 = Open One Table, choose “Join a table”
lobby-step-2 = Type the code; this class’s name appears
lobby-step-3 = Sit in the seat with your name, or in a free one if none has it
lobby-address = Class not found? In the same network, type the address
lobby-no-address = This computer is in no network yet. Once it is, the address stands here.
lobby-case-line = { $company }, { $departments } departments, { $weeks } weeks, about { $minutes } minutes.
lobby-case-line-no-clock = { $company }, { $departments } departments, { $weeks } weeks, no clock.
lobby-calm = No experience needed: every step says what is asked of you.
lobby-of = / { $seats } seats taken
lobby-table = Table { $table }
lobby-parts = { $taken } / { $seats }
lobby-full = All here
lobby-away-tag = Off line
lobby-seat-free = free
lobby-seat-kept = reserved, nobody there yet
lobby-seat-here = here
lobby-seat-away = off line
lobby-seat-bot = a bot keeps it
lobby-list = ,{ " " }
lobby-absent = On the list, not in their own seat yet: { $names }.
lobby-absent-more = On the list, not in their own seat yet: { $names } and others, { $count } in all.
lobby-absent-others = { $count ->
    [one] {" "}{ $count } person sits in a seat without a name; it may be one of them.
   *[other] {" "}{ $count } people sit in seats without a name; it may be them.
 }
lobby-news-and = ;{ " " }
lobby-news-where = Table { $table } · { $department }
lobby-news-sat = { $where } sat down
lobby-news-left = { $where } left the seat
lobby-news-moved = { $start } changed to { $end }
lobby-news-away = { $where } went off line
lobby-news-back = { $where } is back on line
lobby-all-here = Everybody is here.
lobby-missing = { $missing ->
    [one] { $missing } person is missing at { $tables } tables. Bots take the seats; latecomers may sit down at any time.
   *[other] { $missing } people are missing at { $tables } tables. Bots take the seats; latecomers may sit down at any time.
 }
lobby-missing-at = { $missing ->
    [one] { $missing } person is missing at tables { $tables }. Bots take the seats; latecomers may sit down at any time.
   *[other] { $missing } people are missing at tables { $tables }. Bots take the seats; latecomers may sit down at any time.
 }
lobby-missing-one = { $missing ->
    [one] { $missing } person is missing at table { $tables }. Bots take the seats; latecomers may sit down at any time.
   *[other] { $missing } people are missing at table { $tables }. Bots take the seats; latecomers may sit down at any time.
 }
lobby-start = Start week 1
lobby-shuffle = Random tables
lobby-shuffle-tip = Who sits, or is on the list, gets a random seat
lobby-names = Name list
lobby-projector = Projector window
lobby-projector-tip = What the projector window shows, and on which screen (F8 opens and closes it)
lobby-ask-title = { $missing ->
    [one] { $missing } person is missing. Start now?
   *[other] { $missing } people are missing. Start now?
 }
lobby-ask-nobody = Nobody has sat down yet. Start now?
lobby-ask-line = Bots take the free seats. Latecomers may sit down at any time and take over from them.
lobby-ask-wait = Wait
lobby-all-came = Everybody has come now: start when you like
lobby-nobody-sits = Nobody sits here any more
lobby-shuffle-title = Deal the tables anew?
lobby-shuffle-line = The { $taken } who sit already go to other seats; each laptop says which one.
lobby-shuffle-no = Leave them
lobby-shuffle-yes = Random tables
lobby-no-other-table = Not moved: that laptop holds other seats of its table, so it can only change within it.
lobby-no-playing = Not moved: play has begun. Seats are changed on the console now.
lobby-no-agreed = Not shown: not everybody at this table has agreed to the big screen.
lobby-no-over = Not moved: this class is over.
lobby-no-stored = It could not be stored; the seats are as they were. See whether the disk has room, then try again.
lobby-no-other = The host did not do it; the seats are as they were. Try again.
lobby-holding = Moving “{ $who }” of table { $table }: choose a seat, or Esc to cancel.
lobby-move-hint = Drag a seat onto another to change them. By keyboard: arrows, and Enter to pick up and put down.
lobby-list-title = Name list
lobby-list-line = One person a line, with table and department if you like. Names stay on this computer and the lobby, in no log.
lobby-list-hint = Paste the list: name, table, department
lobby-list-file = Read a file…
lobby-list-filter = Name lists (*.csv *.txt *.xlsx *.xlsm)
lobby-list-use = Reserve these seats
lobby-list-random = At random
lobby-list-random-line = Whatever the order and the tables of the list
lobby-list-clear = Clear the list
lobby-list-who = { $department } { $name }
lobby-list-sum = { $people } on the list, { $seats } seats reserved
lobby-list-over = { $count } too many, no seat for: { $names }
lobby-list-strange = { $count } with a table or department that is not here or taken, put elsewhere: { $names }
lobby-roster-at = Line { $line }: { $fault }
lobby-roster-unreadable = { $found } cannot be read. It must be a CSV or XLSX file; close it in other programs first.
lobby-roster-too-large = The file is too large. Keep only name, table and department, and try again.
lobby-roster-empty = There are no names in it.
lobby-roster-too-many = More than { $found } people. A class has no more.
lobby-roster-name-too-long = This name is too long: { $found }. 40 letters at most.
lobby-roster-no-name = The name is missing.
lobby-roster-table = The table must be a number; here it says “{ $found }”.
