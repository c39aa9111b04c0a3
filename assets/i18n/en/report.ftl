# The report on paper: titles, heads and notes. Titles are findings.
report-kicker = The sand table of internal customers · class report
report-session = Class report
report-session-short = Class
report-table-report = Report of table { $table }
report-department-report = Department pages of table { $table }
report-table = Table { $table }
report-table-short = Table { $table }
report-tables = Tables
report-all = all
report-cover-tables = { $count ->
    [one] { $count } table
   *[other] { $count } tables
 }
report-cover-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
 }
report-cover-weeks = { $weeks } weeks
report-day = { $day } { $month } { $year }
report-contents = In this report
report-foot = Case { $case } (version { $version }) · session { $number } · { $weeks } weeks · { $talk } · scoring { $scoring } · for learning only, not for selection or appraisal
report-page = Page { $page }
report-best = Best
report-result = Result
report-silo = silo
report-reference = reference
report-estimate = model estimate
report-fig-value = Value captured, median
report-fig-value-one = Value captured
report-fig-value-note = highest { $high }, lowest { $low }
report-fig-tables = Tables
report-fig-kept = Promises kept
report-fig-kept-note = { $kept } in time of { $due } due
report-fig-answered = Answered in the week
report-fig-answered-note = { $answered } of { $asked } request lines
report-fig-open = not measured at open tables
report-fig-warned = Warned in advance
report-fig-warned-note = { $warned } of { $risk } seen a week ahead not to fit
report-fig-warned-none = none was seen a week ahead not to fit; warned of: { $said }
report-class = Where the class stands
report-class-note = 0 is the silo result, 100 the best joint result; the reference is near { $value }.
report-scale-silo = silo { $value }
report-scale-best = best { $value }
report-scale-class = class median { $value }
report-scale-one = we { $value }
report-scale-reference = reference { $value }
report-ruler-silo = silo { $result }
report-ruler-best = best { $result }
report-ruler-ours = we { $result } · { $value }
report-ruler-reference = reference { $result } · { $value }
report-each = Each table
report-each-note = In the tables’ order, which is no ranking; within 13 points one game cannot tell.
report-each-order = In the tables’ order, which is no ranking.
report-findings = { $count ->
    [one] One finding
    [2] Two findings
   *[other] Three findings
 }
report-find-most-table = Most was lost in the talks between departments
report-find-most-departments = Most was lost in the departments’ plans
report-find-most-clarity = Most was lost in unclear words
report-find-largest-table = More was lost in the talks between departments than elsewhere
report-find-largest-departments = More was lost in the departments’ plans than elsewhere
report-find-largest-clarity = More was lost in unclear words than elsewhere
report-find-where = The class lost { $total } { $money }: { $table } in the talks, { $departments } in the plans, { $clarity } in unclear words (model estimate).
report-find-lowest = The link rated lowest: { $link } ({ $service })
report-find-lowest-text = Rated { $low } on average, the link rated highest { $high }; kept { $kept }, answered in the week { $answered }.
report-find-warned = What would visibly not fit was mostly said in advance
report-find-silent = What would visibly not fit was mostly not said in advance
report-find-warned-text = Of { $risk } promises seen a week ahead not to fit, { $warned } were warned of before their week.
report-find-causes = On why it failed, the two sides mostly differ
report-find-causes-agreed = On why it failed, the two sides mostly agree
report-find-causes-text = Of { $total } promises not kept, both sides and the log name the same cause for { $agreed }.
report-find-kept = What was promised was mostly kept in time
report-find-not-kept = Much of what was promised was not kept in time
report-find-kept-text = { $kept } of { $due } promises due were kept in time.
report-title-value = Of what working together could add, we got { $value }
report-title-below = Below the silo result: value captured { $value }
report-title-kept = Of the promises due, { $kept } of { $due } were kept
report-title-plain = What this table did
report-aside = silo { $silo } · result { $result } · best { $best } { $money }
report-aside-reference = reference { $reference } ({ $value })
report-aside-reference-short = reference { $value }
report-no-benchmarks = There is nothing to compare this game with: the records stand for themselves.
report-all-fine-company-not = Every KPI is fine, the company bleeds
report-all-fine = Every KPI is fine, and so is the company
report-some-fine = { $fine } of { $of } KPIs at { $least } or more
report-losses = Where { $lost } went, by week
report-losses-none = From the best to the result, by week
report-losses-later = Where it went by week is not worked out yet; a later export has it.
report-changes-note = Steps in ink are changes by a measure or an event card, no losses; names behind a * stand in the workbook.
report-loss-table = talks { $sum }: not agreed
report-loss-departments = plans { $sum }: planned differently
report-loss-clarity = unclear words { $sum }: misunderstood
report-loss-plain = { $sum }; at an open table what was not entered may have been said, so causes are not told apart
report-change-card = Event card { $what }
report-services = { $first } +{ $count }
report-links = Links, lowest rating first
report-links-more = { $count ->
    [one] { $count } more link in the table’s own report
   *[other] { $count } more links in the table’s own report
 }
report-col-service = Service
report-col-kept = Kept
report-col-answered = Answered
report-col-rating = Rating
report-col-line = What the log says
report-link-none = none kept
report-link-silent = seen, yet not warned
report-link-unanswered = { $count ->
    [one] { $count } line not answered that week
   *[other] { $count } lines not answered that week
 }
report-link-warned = { $count ->
    [one] warned { $count } time
   *[other] warned { $count } times
 }
report-link-kept = all in time
report-link-missed = { $count } not in time
report-profile = The six principles, whole table
report-profile-note = Bars are margins; where two overlap there is no difference.
report-left-out = { $count ->
    [one] At { $count } seat some or all weeks were played by a bot or not scored: they are left out.
   *[other] At { $count } seats some or all weeks were played by bots or not scored: they are left out.
 }
report-too-little = too few: see the events
report-profile-few = For none of the six were there occasions enough to tell which end is nearer: the events stand for themselves.
report-moments = { $count ->
    [0] Moments
    [one] One moment
    [2] Two moments
   *[other] Three moments
 }
report-no-moment = No single moment stands out.
report-rule = The rule this table gave itself
report-turn-not-told = { $department } did not tell of { $fact }
report-turn-not-told-text = Told to { $other } in that week, about { $money } more.
report-turn-told = { $department } told of { $fact }
report-turn-told-text = { $other } could use it; worth about { $money }.
report-turn-own-work-first = { $department } put its own work before { $what } for { $other }
report-turn-own-work-first-text = Due in week { $due }, { $arrived } in time; { $hours } hours went to own work. About { $money } lost.
report-turn-promise-broken = { $department }: { $what } for { $other } did not come in time
report-turn-promise-broken-text = Due in week { $due }, { $arrived } in time. About { $money } lost.
report-turn-not-answered = { $department } did not answer { $other }
report-turn-not-answered-text = About { $money } lost.
report-turn-overpromised = { $department } promised { $other } more than it could do
report-turn-overpromised-text = About { $money } lost.
report-turn-warned = { $department } warned { $other } in advance
report-turn-warned-text = About { $money } kept.
report-turn-measure = “{ $measure }” was adopted
report-turn-measure-text = The loss of a week fell from { $before } to { $after }, { $money } less.
report-fact-order = an order ({ $order })
report-fact-order-row = order: { $order }
report-fact-stock = { $service } in stock
report-fact-stock-plain = stock ready
report-fact-free-hours = free hours
report-not-told = not shared
report-told-some = only { $told }
report-told-when = { $who } ({ $week })
report-all-others = all others
report-behind = Behind the figures
report-kpis = KPIs and bonus of the departments
report-seat-order = in seat order
report-col-department = Department
report-col-kpi = KPI
report-col-bonus-own = Bonus, own
report-col-bonus-shared = Bonus, company
report-promises = Promises by due week
report-promises-note = kept in time of those due
report-promises-note-after = kept in time of those due; later: due after the last week, and already there
report-due-after = later
report-due-kept = all in time
report-due-part = some in time
report-due-none = none in time
report-due-warned = warned, at the latest that week
report-causes = Why promises failed
report-causes-note = by the log
report-col-cause = Cause by the log
report-col-total = Promises
report-col-agreed = Both sides say so too
report-opening = Links most worth opening
report-opening-note = model estimate, never more than was lost in all; do not add these together
report-reason-not-told = what one knew was not told to the other
report-reason-warned-late = warned only in the week it was due: too late to plan anew
report-reason-not-answered = requests were not answered
report-reason-not-kept = promised, and not kept in time
report-reason-refused = requests were declined
report-reason-unclear = unclear words, and of no use when made
report-facts = Who knew what when
report-facts-note = Worth: the most that telling it in time could bring (model estimate).
report-facts-more = The { $shown } worth most of { $all } are listed.
report-col-fact = Fact
report-col-since = Since
report-col-needed = Useful to
report-col-told = Told
report-col-worth = Worth
report-evidence = The evidence of the six principles
report-evidence-note = Of each principle the three strongest pieces on either side; # is the number in the log. The workbook has all.
report-for = for
report-against = against
report-log = log { $moments }
report-own-kicker = Table { $table } · a department’s page, for it alone
report-own-title = { $department }: { $kept } of { $due } promises kept in time
report-own-title-plain = { $department }: the record of this game
report-own-bonus = Bonus
report-own-bonus-parts = own { $own }, company { $shared }
report-own-bonus-if = Bonus, if half shared
report-own-facts = What we did
report-own-facts-note = times done of opportunities; from 8 on also which end is nearer, where it can be told
report-own-facts-count = times done of opportunities
report-own-facts-bots = Only weeks played by people count here; those played by a bot stand in the links below.
report-own-links = Our links, lowest rating first
report-own-for = { $count ->
    [one] One moment that worked
    [2] Two moments that worked
   *[other] Three moments that worked
 }
report-own-against = { $count ->
    [one] One moment that did not
    [2] Two moments that did not
   *[other] Three moments that did not
 }
report-own-note = About this game, its partners and what was known then; not about persons, not beside others.
report-col-what = What
report-col-count = Times
report-col-band = Nearer to
report-fact-name-kept = Promises kept in time
report-fact-name-warned = Seen a week ahead not to fit: warned of, or kept
report-fact-name-promised = Promised what could be done
report-fact-name-answered = Answered in the same week
report-fact-name-refused-well = Declined or countered with reason, alternative, in time
report-fact-name-asked-straight = Asked for what was needed
report-fact-name-clarified = Cleared up before the work began
report-fact-name-told = Told what others could use
report-fact-name-rated-by-facts = Ratings that follow the facts
report-fact-name-closed-loop = Requests for change acted on
report-fact-name-recovered = Promises under strain kept or made good
report-fact-name-role-known = Knew what others are measured and limited by
report-fact-name-for-company = Weeks of conflict planned for the company
report-fact-name-weeks = { $name } ({ $weeks })
report-fact-name-boundary = Took on and refused what should be
report-suggestion = Next step: { $principle }
report-suggest-trust = Warn in the very week in which it does not fit, and name a number and a week that you can keep.
report-suggest-needs = Say how many, by when and what for; restate what is unclear before the work begins.
report-suggest-response = If it cannot be done, say so in the same week and offer another way.
report-suggest-openness = Ask each week: what do I alone know that others could use? Tell it in that week.
report-suggest-improvement = Answer a request for change with the week by which it is done; look at the facts together two weeks later.
report-suggest-goals = In a week of conflict write down what each choice is worth to the company before you plan.
report-read-foot = How to read these figures
report-read-title = What these figures can and cannot say
report-read-can = They can say
report-can-fact = In this game a department did something so many times out of so many. That is a fact, and every figure opens in the log.
report-can-band = In this game the table’s conduct was nearer to departments on their own, or nearer to the collaborating reference.
report-can-interval = How large the margin is: a bar holds nine in ten; where two overlap there is no difference.
report-can-value = What share of what working together could add the table got; it may be below 0.
report-can-reference = The reference is what bots that help one another usually reach; the best joint result is a yardstick that takes hindsight.
report-read-cannot = They cannot say
report-cannot-person = What kind of person somebody is. One game with one set of partners does not tell an individual’s part.
report-cannot-work = How somebody works. There is no such evidence, and they must not be used for selection, appraisal or pay.
report-cannot-tables = Which table is better. Within 13 points one game cannot tell, and tables may have played different variants.
report-cannot-gain = How much the training raised collaboration. A change on the same day is not learning.
report-cannot-departments = Which department is better. Their places and constraints differ; nothing here ranks departments.
report-read-marks = The scale of the six principles
report-read-marks-text = Bots on their own stand at 20, collaborating bots at 80. If a game was cut to a number of weeks for which there are no such bots, those of the nearest number are taken. Below 8 opportunities only the events are shown; from 8 on the nearer end with its margin; from 20 on, if the margin is small enough, a number. Weeks played by bots, and weeks in which a seat had not answered when time ran out, are left out.
report-read-losses = Where it went by week
report-read-losses-text = By how much the best that could still be reached fell in a week is what that week lost. It has three parts: in the talks, in the departments’ plans, unclear words. Together they are exactly the best less the result. All are model estimates.
report-read-missing = What was not measured, and why
report-read-what = Not measured
report-read-why = Why
report-read-rest = All the rest
report-read-between = { "; " }
report-read-where = { $count ->
    [one] table { $tables }
   *[other] tables { $tables }
 }
report-indicator-t1 = Promises fulfilled
report-indicator-t2 = Promises made where they could be
report-indicator-t3 = Warnings
report-indicator-t4 = True statements
report-indicator-t5 = Whether trust fits the facts
report-indicator-n1 = Asking for what is needed
report-indicator-n2 = Clearing up before the work
report-indicator-n3 = Knowing the other side
report-indicator-r1 = Answers
report-indicator-r2 = Declining with a reason
report-indicator-c1 = Telling what others can use
report-indicator-c2 = Telling only what is of use
report-indicator-c3 = Using what was heard
report-indicator-i1 = Requests for change acted on
report-indicator-i2 = Better from week to week
report-indicator-i3 = Ratings that follow facts
report-indicator-i4 = Making good
report-indicator-g1 = The company in a week of conflict
report-indicator-g2 = More than meeting halfway
report-indicator-g3 = Taking on and refusing what should be
report-state-open = not due yet
report-state-overdue = overdue
report-state-kept = kept in time
report-state-late = came late
report-state-lapsed = lapsed
report-state-broken = not kept
report-state-released = let go before the due
report-state-replaced = new terms
report-line-open = not answered
report-line-agreed = agreed
report-line-declined = declined
report-line-withdrawn = withdrawn
report-line-lapsed = not agreed
report-order-coming = not there yet
report-order-open = open
report-order-declined = declined
report-order-done = complete
report-order-expired = expired
report-order-closed = not complete at the end
report-book-about = About
report-book-about-text = This workbook says the same as PDF, Word and JSON of the same session. It holds no scores of persons; what people typed is left out unless chosen at export. Numbers under “Log” are those of each table’s log.
report-book-results = Results
report-book-marks = Principles
report-book-links = Links
report-book-evidence = Evidence
report-book-promises = Promises
report-book-sheets = Requests
report-book-orders = Orders
report-book-money = Money by week
report-book-log = Log
report-cell-table = Table
report-cell-talk = Talk
report-cell-weeks = Weeks
report-cell-silo = Silo
report-cell-reference = Reference
report-cell-result = Result
report-cell-best = Best
report-cell-captured = Value captured (%)
report-cell-kept = Kept in time
report-cell-due = Due
report-cell-answered = Answered in the week
report-cell-asked = Request lines
report-cell-warned = Warned
report-cell-risk = Seen not to fit
report-cell-principle = Principle
report-cell-band = Nearer to
report-cell-points = Points
report-cell-low = Low
report-cell-high = High
report-cell-missing = Not measured
report-cell-provider = Provider
report-cell-customer = Customer
report-cell-service = Service
report-cell-rating = Rating
report-cell-ratings = Ratings
report-cell-log = Log
report-cell-what = Looks at
report-cell-week = Week
report-cell-sentence = Fact
report-cell-side = Strongest for or against
report-cell-number = Number
report-cell-units = Units
report-cell-made = Made in week
report-cell-due-week = Due in week
report-cell-ended = Ended in week
report-cell-state = State
report-cell-warned-week = Warned in week
report-cell-sheet = Sheet
report-cell-line = Line
report-cell-channel = Channel
report-cell-wanted-due = Wanted by week
report-cell-client = Order of
report-cell-owner = Department
report-cell-shipped = Shipped
report-cell-price = Price
report-cell-arrival = From week
report-cell-loss = Lost (model estimate)
report-cell-loss-table = In the talks
report-cell-loss-departments = In the plans
report-cell-loss-clarity = Unclear words
report-cell-changes = Changed by a measure or an event card
report-cell-phase = Phase
report-cell-kind = Event
report-cell-body = Content
report-file-session = class-report
report-file-table = table-{ $table }
report-file-department = table-{ $table }-{ $department }
report-departments = departments-for-themselves-alone
report-file-book = workbook
report-done = { $count ->
    [one] { $count } file written to { $place }
   *[other] { $count } files written to { $place }
 }
report-progress = { $done } of { $all } written
report-stopped = Stopped; no half file was left.
report-exists = { $place } already holds { $file }. Choose another folder, or add --force to overwrite.
report-no-tables = No week of session { $session } was played to its end, so there is nothing to report.
report-no-logo = Cannot read the logo { $place }: take a PNG, JPG or SVG of 8 MB or less.
report-unsound = A page could not be set, and no file was written: { $why }
report-no-session = There is no session { $session } on this computer. See { $program } sessions list.
report-command = Writes the report of a session: PDF, Word, Excel and JSON for the class, each table and each department
report-arg-session = The session: its id in `sessions list`, or its number
report-arg-out = The folder to write to
report-arg-lang = Languages with commas between them; zh,en by default
report-arg-format = Formats with commas between them; pdf,docx,xlsx,json by default
report-arg-logo = The facilitator's logo (PNG, JPG or SVG), for the cover
report-arg-name = The name of facilitator or firm, for the foot
report-arg-closing = A closing text for the last page
report-arg-typed = Put what people typed into workbook and JSON too
report-arg-parts = Which papers, with commas between them; session,tables,departments by default
report-arg-force = Overwrite files of the same name
report-arg-lines = For another program: progress as lines of JSON; stops when its input is closed
report-arg-bad = { $found } is not among { $known }
