# Words of all pages. A count given as a whole number is written as 1,240 and chooses singular or plural by itself.
game-name = One Table
game-subtitle = The sand table of internal customers
game-company = Company
game-me = Me
game-bot = Bot
game-week = Week { $week }
game-week-short = Wk { $week }
game-hours = { $hours } h
game-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
 }
game-phase-brief = Brief
game-phase-negotiate = Negotiate
game-phase-plan = Plan
game-phase-deliver = Deliver
game-phase-review = Review
game-phase-over = The end
game-after-end = {" "}(after the end)
game-session = Session { $number }
game-and = {" "}and{" "}
game-list-comma = ,{" "}
game-day-time = { $day } { $month }, { $time }
game-month-1 = Jan
game-month-2 = Feb
game-month-3 = Mar
game-month-4 = Apr
game-month-5 = May
game-month-6 = Jun
game-month-7 = Jul
game-month-8 = Aug
game-month-9 = Sep
game-month-10 = Oct
game-month-11 = Nov
game-month-12 = Dec
# The state of a promise or a request
game-state-open = Open
game-state-agreed = Agreed
game-state-in-plan = In plan
game-state-risk = At risk
game-state-kept = Kept
game-state-broken = Not kept
game-back = Back
game-close = Close
game-retry = Try again
