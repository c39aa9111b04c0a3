# One laptop a table: it lies in the middle, all talk round it; Brief, Plan and Review pass behind the curtain
table-index = Index
table-not-stored = Not stored, tap once more
table-clock-stopped = clock stopped
table-open-sentence = Open table: settle it, record it
table-open-hint = What is not recorded does not count
table-told = Told them
table-told-who = Who told
table-done = Done
table-done-title = End Negotiate now?
table-done-all = Every department has an entry. After this the week’s agreements stand.
table-done-missing = These departments have no entry this week: { $departments }.
table-done-waiting = { $count ->
        [one] { $count } request has
       *[other] { $count } requests have
    } not been tapped.
table-done-yes = End Negotiate
table-done-no = Talk on
table-rows = Agreements of the week
table-rows-count = { $count }
table-rows-none = Nothing agreed yet. Settle it, record it below; it counts once both badges are tapped.
table-row-spoken = { $giver } to { $taker }, { $what }, { $due }, { $state }
table-mark-offered = new terms offered
table-waits-for = waits for { $department }
table-what-for-hours = { $what } for { $hours } h
table-record = Record an agreement
table-change = Change: { $what }
table-answer = Asked for: { $what }
table-record-hint = Both tap, then it counts
table-from = From
table-to = To
table-units = How many
table-short-units = How many short
table-due = Due week
table-due-none = Week –
table-due-arrives = Arrives in week { $week }, usable that week
table-due-lead = Arrives in week { $week } at the earliest
table-hours = { $hours } h
table-give = In return
table-give-off = Nothing
table-give-hours = Hours
table-give-units = How much
table-other = Another
table-in-parts = In parts: { $terms }
table-act-terms = New terms
table-act-warn = Warn
table-act-release = Release
table-tap-giver = From
table-tap-taker = To
table-tap-free = Tap to agree
table-tap-tapped = Tapped
table-tap-bot = Bot taps by itself
table-tap-going = Bot is thinking
table-tap-terms = Tap to agree
table-tap-warn = Tap to warn
table-tap-release = Tap to release
table-recorded = Recorded
table-countered = { $department } changed the terms; tap if you agree
table-declined = { $department } says no: { $reason }
table-terms-refused = { $department } keeps to the old terms; they still stand
table-fault-bots = { $giver } and { $taker } are both played by bots; they agree by themselves
table-fault-nothing = { $giver } has nothing for { $taker }
table-fault-bot-asks = { $taker } is played by a bot; it asks by itself
table-fault-too-late = { $service } cannot be ready by the last week
table-pool = Pool
table-pool-add = Claim
table-pool-agree = All agree
table-pool-fits = It fits
table-pool-left = { $hours } not claimed
table-pool-cost = No agreement: { $lost } lost, the rest dealt in turn
table-pool-open = No agreement: the largest shortage goes first
table-pool-spoken = Pool hours that { $department } claims
table-curtain-title = Hand the laptop to { $department }
table-curtain-line = The last page is put away. Everyone else looks away; { $department } opens this.
table-curtain-first = What is behind this curtain is for { $department } alone; everyone else looks away. Then lower it and pass on.
table-curtain-pin = PIN of 4 digits
table-curtain-open = I am { $department }, open
table-curtain-wrong = That is not the PIN, type it again
table-curtain-foot = { $phase } of this week, one department after the other in seat order.
table-curtain-visit = Look at your own page, then lower the curtain and talk on.
table-curtain-cancel = Not now
table-curtain-wait = Putting it away
table-queue-done = done
table-queue-now = now
table-queue-later = not yet
table-queue-bot = bot
table-lower = Lower the curtain
table-seconds-left = { $seconds ->
        [one] { $seconds } second left
       *[other] { $seconds } seconds left
    }
table-told-title = What was said aloud
table-told-line = Tick who heard what you said aloud: the debrief then shows who knew what, and when. Orders, free hours, stock and coming changes can be recorded; the game vouches for the figures.
table-told-all = All
table-told-sentence = What have you told them
table-told-orders = { $count ->
        [one] { $count } order without a choice
       *[other] { $count } orders without a choice
    }
table-told-put = Record { $count }, lower the curtain
table-told-close = Lower the curtain
table-fact-order = Order: { $client }, { $what }, due { $due }
table-fact-coming = Coming order: { $client }, { $what }, due { $due }
table-fact-hours = How many free hours I have this week
table-fact-stock = Stock: { $what }
table-week-title = Result of week { $week }
table-week-sentence = See together what really happened
table-moved = What moved between departments
table-moved-none = Nothing was due between departments this week.
table-came = { $parts }, { $now } this week
table-index-note = What was gained over working in silos: 0 is the silo result, 100 the best joint one
table-why-week = The company's week: { $result }
table-why-most = { $name } { $value } gave most
table-why-least = { $name } { $value } took most
table-why-broken = { $count } promises due were not kept
table-why-end = .
table-orders-served = Served to customers
table-order-served = { $client }: { $what }, { $revenue }
table-orders-none = Nothing reached a customer this week.
table-go-on = Continue
table-over-title = The last week is over
table-over-sentence = This is where the company got; each department sees its own result behind the curtain
table-own = See my own result
table-again = Play again
table-home = Home
table-setup-note = Click a department: a person sits there, or a bot
table-setup-alone = Try alone
table-setup-table = One laptop a table
table-setup-who = Who sits at this laptop
table-setup-person = Person
table-setup-none = At least one department needs a person
table-setup-pin = PIN
table-setup-pin-tip = PIN of { $department }, 4 digits, optional; it only locks the curtain
table-setup-pin-line = 4 digits, optional; a PIN only locks the curtain and stays on this laptop.
table-setup-pin-fault = A PIN has 4 digits, or none
table-setup-seconds = Behind the curtain, each
table-setup-no-clock = No clock
table-setup-some-seconds = { $seconds } s
table-setup-seconds-line = When time is up the page counts as entered; nothing is lost.
table-setup-bots = Bots play the others
table-temper-mixed = Mixed
table-temper-collaborating = Helpful
table-temper-competing = Competing
table-setup-foot = { $people ->
        [one] { $people } department
       *[other] { $people } departments
    } with people, { $weeks } weeks, about { $minutes } minutes
table-setup-start = Start week 1
table-setup-starting = { $case }, { $people } departments at this laptop
table-talking = talking for { $time }
table-orders-ask = { $count ->
        [one] { $department }: { $count } order to decide
       *[other] { $department }: { $count } orders to decide
    }
table-orders-title = My orders
table-orders-marked = Not settled yet
table-orders-sentence = Choose, then settle each order
table-row-change = Change
table-row-answer = Answer
table-falls-in = The curtain falls in { $seconds } s – any key or touch keeps it up
table-why-idle = The curtain fell after { $seconds } s without a touch; nothing is lost
table-why-passed = Nothing to read or fill in for { $departments } this time: no need to take the laptop
table-why-time = Time was up for { $department }; what stood there counts
table-curtain-pin-empty = Enter the PIN
