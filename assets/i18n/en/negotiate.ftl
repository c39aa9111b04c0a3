# Negotiate
negotiate-sentence = Negotiate: settle this week's promises
negotiate-done = I'm done
negotiate-go-back = Go back
negotiate-tab-answer = Requests
negotiate-tab-answer-tip = What others ask of you, and what you sent
negotiate-tab-ask = Ask
negotiate-tab-ask-tip = Ask the departments that supply you
negotiate-tab-lend = Lend
negotiate-tab-lend-tip = Hours lent between departments
negotiate-sheet-lines = { $what }, { $more } more
negotiate-check-answer = { $count ->
    [one] Answer { $count } request
   *[other] Answer { $count } requests
 }
negotiate-check-answer-none = Nothing waits for me
negotiate-check-answer-yet = Others may still ask
negotiate-check-orders = { $count ->
    [one] Decide on { $count } order
   *[other] Decide on { $count } orders
 }
negotiate-check-orders-none = Orders decided
negotiate-check-ask = Send my requests
negotiate-check-ask-none = My requests are sent
negotiate-check-ask-nothing = Nothing lacking so far
negotiate-check-pool = Divide the pool
negotiate-check-pool-waits = Pool: waiting for { $departments }
negotiate-check-lend = { $count ->
    [one] Answer { $count } loan
   *[other] Answer { $count } loans
 }
negotiate-open-title = Some things are open. Finish anyway?
negotiate-open-answer = { $count ->
    [one] · { $count } request has no answer: it will be logged as unanswered.
   *[other] · { $count } requests have no answer: they will be logged as unanswered.
 }
negotiate-open-order = · { $client }: no option chosen, so the first one holds, due week { $week }.
negotiate-open-ask = · Still lacking, and promised by nobody: { $services }.
negotiate-open-pool = · No claim on the pool: you get none of it.
negotiate-open-pool-agree = · No agreement on the pool: { $otherwise }.
negotiate-open-pool-waits = · The pool waits for { $departments }; without their yes { $otherwise }.
negotiate-open-pool-lost = { $lost } h are lost, the rest is dealt in turn
negotiate-open-pool-dealt = the largest shortage is served first
negotiate-open-lend = { $count ->
    [one] · { $count } loan has no answer: it will not happen.
   *[other] · { $count } loans have no answer: they will not happen.
 }
negotiate-open-go = Finish anyway
negotiate-empty = No requests yet
negotiate-empty-line = What others ask of you will appear here.
negotiate-empty-go = Send mine first
negotiate-ends = { $customer } asks, { $provider } gives
negotiate-turn-mine = My turn
negotiate-turn-mine-of = My turn { $turn }/{ $most }
negotiate-turn-last = My last turn
negotiate-turn-take-it = Take it or leave it
negotiate-turn-theirs = { $department } next
negotiate-turn-confirm = Confirm it
negotiate-settled = Settled
negotiate-turns-tip = A line goes back and forth at most 4 times, the request being the first. After that: accept or decline.
negotiate-talked = Talked over
negotiate-clarity = Clarity { $clarity }
negotiate-clarity-tip = Clarity: how well the other side knows what is wanted. The lower it is, the more can go wrong with complex things.
negotiate-worth = the order behind it pays { $price } each ({ $money })
negotiate-restate = Restate what they need: clarity +{ $gain }
negotiate-restate-text = Say in your own words what { $department } needs. Once confirmed, clarity +{ $gain }.
negotiate-restate-draft = You need { $what }, right?
negotiate-restate-send = Send it
negotiate-restate-cancel = Not now
negotiate-restated-confirm = { $department } restated your need. Confirm it, and clarity is +{ $gain }:
negotiate-restated-yes = That is it
negotiate-restated-no = Not quite
negotiate-restated-correct = Send correction
negotiate-restated-hint = What is different?
negotiate-restated-done = Restated and confirmed
negotiate-restated-wait = Restated, { $department } has to confirm
negotiate-accept = Accept
negotiate-counter = Counter
negotiate-decline = Decline
negotiate-i-can = I can do
negotiate-i-want = I would rather have
negotiate-split = Split
negotiate-drop-part = Remove this part
negotiate-why-decline = Why decline?
negotiate-reason-no-capacity = No capacity
negotiate-reason-own-priorities = Own priorities
negotiate-reason-unclear = Unclear need
negotiate-reason-no-inputs = No inputs
negotiate-reason-other = Other
negotiate-state-agreed = Agreed
negotiate-state-declined = { $department } declined: { $reason }
negotiate-state-withdrawn = Withdrawn
negotiate-state-lapsed = No answer, lapsed
negotiate-state-waits = { $department } has to answer
negotiate-withdraw = Withdraw
negotiate-loads = From now through that week: hours this sheet needs, and hours your promises leave free
negotiate-load-week = By Wk { $week }
negotiate-load-needed = needs { $hours } h
negotiate-load-free = { $hours } h free
negotiate-load-short = { $hours } h free, { $short } short
negotiate-load-missing = Still missing: { $what }
negotiate-send = { $count ->
    [one] Send { $count } answer
   *[other] Send { $count } answers
 }
negotiate-send-none = Send
negotiate-accept-all = Accept all
negotiate-decline-all = Decline all
negotiate-hint-open = { $count ->
    [one] { $count } line has no answer yet
   *[other] { $count } lines have no answer yet
 }
negotiate-hint-reason = Choose a reason for declining
negotiate-hint-last = The last turn: { $department } can then only take it or leave it
negotiate-decline-title = Decline these?
negotiate-decline-line = · { $what }: { $reason }
negotiate-decline-over = These lines are then over, and the other side sees the reason.
negotiate-decline-go = Decline
negotiate-ask-intro = Drafted from what your orders and promises lack
negotiate-ask-empty = You lack nothing from { $department }
negotiate-ask-empty-line = To have some ready early, add a line.
negotiate-add-line = Add a line
negotiate-add-note = { $most } at most
negotiate-aid-offer = { $service } (+{ $hours } h each, { $most } a week at most)
negotiate-drop-line = Remove this line
negotiate-why-order = for { $client }
negotiate-why-orders = { $count ->
    [one] for { $count } order
   *[other] for { $count } orders
 }
negotiate-why-input = to make { $service }
negotiate-channels = How to send this request
negotiate-wrong = { $count ->
    [one] { $count } unit could go wrong
   *[other] { $count } units could go wrong
 }
negotiate-channel-quick-note = Said in passing. Complex things easily go wrong.
negotiate-channel-written-note = Says what it is for: they learn what the order pays.
negotiate-note-hint = A note (optional, not a promise)
negotiate-ask-send = Send to { $department }
negotiate-due-tip = The week it has to be here
negotiate-units-tip = How many
negotiate-orders = { $count ->
    [one] { $count } order from outside
   *[other] { $count } orders from outside
 } · amounts in { $money }
negotiate-orders-note = no choice = the first option
negotiate-orders-foot = Partial shipments count: every unit is paid
negotiate-order-title = { $client } · { $service } { $units }
negotiate-order-line = Each unit late costs { $late } a week; what has not come by week { $expiry } is cancelled and costs { $lost } a unit
negotiate-order-chosen = due week { $week }, { $price } each
negotiate-private = Only you know
negotiate-option = Due week { $week }
negotiate-option-beyond = Due week { $week }, after the end: closes without penalty
negotiate-option-price = { $price } each
negotiate-price-named = { $price } each ({ $money })
negotiate-order-decline = Decline it
negotiate-order-settle = Settle it
negotiate-order-choose = Your choice
negotiate-order-settled = Settled
negotiate-order-overdue = Overdue
negotiate-order-beyond = No penalty
negotiate-order-closes = Due after week { $week }, the last: it closes then without penalty
negotiate-order-coming = comes week { $week }
negotiate-order-decline-title = Decline this order?
negotiate-order-decline-line = { $client }: { $service }, { $units }.
negotiate-order-decline-over = Its revenue is then gone, and it will not come again.
negotiate-order-decline-go = Decline it
negotiate-cover-stock = { $units } in stock
negotiate-cover-promised = { $units } promised
negotiate-cover-none = nobody has promised any
negotiate-cover-lacking = { $units } short
negotiate-cover-full = covered
negotiate-pool = Pool
negotiate-pool-line = Extra hours for the whole company, shared by agreement
negotiate-pool-proposed = { $department } proposes this
negotiate-pool-proposed-mine = Your proposal; the others have to agree
negotiate-pool-mine = Your division, not proposed yet
negotiate-pool-divided = Divided
negotiate-pool-warning = No deal: the company loses { $lost } h, the rest is dealt in turn, smallest claim first
negotiate-pool-claim = I claim
negotiate-pool-claim-go = Claim
negotiate-pool-asks = asks { $claim }
negotiate-pool-asks-gets = asks { $claim } → { $share }
negotiate-pool-propose = Propose this
negotiate-pool-agree = Agree
negotiate-pool-all-agreed = Everyone agrees: this is how it is divided
negotiate-pool-ended = { $departments } changed the claim: the proposal is void
negotiate-pool-again = Propose it again
negotiate-pool-back = Back to the proposal
negotiate-pool-proposer = Proposer
negotiate-pool-agreed = Agreed
negotiate-pool-silent = Not yet
negotiate-pool-dividing = The claims are too many: all claimants have to agree on a division. Change a figure to make your own.
negotiate-pool-fits = The claims fit. They stand by themselves.
negotiate-pool-start = { $hours } in all. Claim as many as you need.
negotiate-pool-too-much = { $over } h too many
negotiate-pool-more = One hour more
negotiate-pool-less = One hour less
negotiate-loan-intro = 4 give 3: the borrower gains one hour less than the lender gives. At most 4 hours a week.
negotiate-loan-empty = Nobody has lent hours this week.
negotiate-loan-new = A new loan
negotiate-loan-borrow = I borrow
negotiate-loan-lend = I lend
negotiate-loan-i-give = I have { $hours } h less, { $department } has { $gain } h more
negotiate-loan-i-get = { $department } has { $hours } h less, I have { $gain } h more
negotiate-loan-offer = Offer to { $department }
negotiate-loan-ask = Ask { $department }
negotiate-loan-hours = Hours lent
negotiate-loan-title-lend = Lend { $department } { $hours } h
negotiate-loan-title-borrow = Borrow { $hours } h from { $department }
negotiate-loan-line = { $hours } give { $gain }
negotiate-loan-agree = Agree
negotiate-loan-refuse = Refuse
negotiate-loan-agreed = Agreed
negotiate-loan-refused = Refused
negotiate-news-sheet = { $count ->
    [one] { $department } sent you a request of { $count } line
   *[other] { $department } sent you a request of { $count } lines
 }
negotiate-news-accepted = { $department } agreed: { $service } { $terms }
negotiate-news-declined = { $department } declined { $service }: { $reason }
negotiate-news-countered = { $department } offers other terms: { $service } { $terms }
negotiate-news-restated = { $department } restated your need: please confirm
negotiate-news-confirmed = { $department } confirmed what you restated
negotiate-news-loan-lend = { $department } would like { $hours } of your hours
negotiate-news-loan-borrow = { $department } offers you { $hours } hours
negotiate-news-loan-agreed = { $department } agreed to the loan
negotiate-news-loan-refused = { $department } refused the loan
negotiate-news-pool = { $department } proposed a division of the pool
negotiate-news-pool-ended = A claim was changed, so the proposal is void
negotiate-sent = Sent. { $department } has to answer
negotiate-answered = Answers sent
negotiate-ask-button = Ask
negotiate-new-sheet = New request
negotiate-coming-option = week { $week }: { $price } each
negotiate-sheet-title = { $count ->
    [one] { $count } line
   *[other] { $count } lines
 }
negotiate-ask-again = { $department } declined this week ({ $reason }). Ask again for other units or another week, or leave it.
negotiate-quick = Quick
negotiate-written = Written
negotiate-meeting = Meeting
negotiate-close-card = Close, back to the requests
negotiate-check-meet = { $count ->
    [one] Answer { $count } meeting
   *[other] Answer { $count } meetings
 }
negotiate-check-terms = { $count ->
    [one] Answer { $count } new offer
   *[other] Answer { $count } new offers
 }
negotiate-check-escalated = { $count ->
    [one] Give my reason
   *[other] Give { $count } reasons
 }
negotiate-open-meet = { $count ->
    [one] · { $count } meeting has no answer: it will not happen.
   *[other] · { $count } meetings have no answer: they will not happen.
 }
negotiate-open-terms = { $count ->
    [one] · { $count } offer of new terms has no answer: the old promise stands this week.
   *[other] · { $count } offers of new terms have no answer: the old promises stand this week.
 }
negotiate-open-escalated = { $count ->
    [one] · { $count } line was escalated and lacks your reason: the table sees theirs only.
   *[other] · { $count } lines were escalated and lack your reason: the table sees theirs only.
 }
negotiate-turn-of = Turn { $turn } · { $department }
negotiate-turn-declined = declined ({ $reason })
negotiate-turns = { $count ->
    [one] Turn 1
   *[other] Turns 1–{ $count }
 }
negotiate-more = More
negotiate-restate-short = Restate +{ $gain }
negotiate-standard = Service standard: without an answer it is accepted at the end, at most { $what }
negotiate-state-escalated = Escalated
negotiate-give-none = Nothing
negotiate-give-none-theirs = Nothing back
negotiate-give-as-it-stands = As it stands
negotiate-give-hours = Lend hours
negotiate-give-mine = What I give in return
negotiate-give-theirs = What I ask for in return
negotiate-give-hours-mine = { $hours } h, they get { $gain }
negotiate-give-hours-theirs = { $hours } h, I get { $gain }
negotiate-gives-mine = I give
negotiate-gives-theirs = They give
negotiate-given-mine = I gave
negotiate-given-theirs = They gave
negotiate-meet = Meet: { $clarity }, 1 h each
negotiate-meet-tip = Meet { $department } once: an hour each, and every request between the two of you this week has clarity { $clarity }. They have to agree.
negotiate-meet-agreed = Meeting agreed: clarity { $clarity }
negotiate-meet-refused = No meeting this week
negotiate-meet-take-back = Take the meeting back
negotiate-meet-waits-for-me = They would like to meet
negotiate-meet-with = Meeting with { $department }
negotiate-meet-asked = { $department } would like to meet
negotiate-meet-line = An hour each; every request between you this week gets clarity { $clarity }
negotiate-meet-agree = Agree to meet
negotiate-meet-refuse = Not now
negotiate-channel-meeting-note = An hour each, if they agree; covers every request between you this week. If not, it counts as quick.
negotiate-channel-met-note = You are meeting { $department } this week: clarity { $clarity } either way.
negotiate-escalate = Escalate
negotiate-escalate-title = Escalate: { $what }
negotiate-escalate-note = The table sees this line and both reasons. The general manager may decide it, or leave it to you.
negotiate-escalate-note-alone = The table sees this line and both reasons. Without a general manager nothing is forced: it stays between the two of you.
negotiate-escalate-hint = My reason (up to 80 characters)
negotiate-escalate-go = Escalate it
negotiate-escalate-back = Leave it
negotiate-escalate-ask = Escalate this line?
negotiate-escalate-ask-once = Once a week for each department. The table will see both reasons.
negotiate-escalate-ask-run = Without a decision it stays between the two of you.
negotiate-escalate-ask-alone = Without a general manager nothing is forced; the table sees the reasons all the same.
negotiate-escalated = { $department } has escalated
negotiate-escalated-reason = { $department }: “{ $reason }”
negotiate-escalated-no-reason = { $department }: no reason given
negotiate-escalated-silent = { $department }: nothing yet
negotiate-escalated-reply = Give my reason
negotiate-escalated-hint = My reason, once (up to 80 characters)
negotiate-escalated-waits = The general manager decides
negotiate-escalated-alone = Nothing is forced: it stays between the two
negotiate-escalated-agreed = Decided: it is a promise now
negotiate-escalated-left = Decided: left to the two
negotiate-order-share = Share this order
negotiate-pool-open = No deal: nothing is lost. The largest shortage is served first, up to the shortage; who has not shared its free hours this week counts as short of none
negotiate-pool-open-silent = No deal: the largest shortage is served first, up to the shortage. You have not shared your free hours this week, so you would count as short of none
negotiate-loan-intro-trained = 4 give 4: with cross-training the borrower gains all that is lent. At most 4 hours a week.
negotiate-pool-unfold = Show all
negotiate-pool-fold = Show less
negotiate-pool-came-fits = The pool was enough for all: you get { $hours } h
negotiate-pool-came-agreed = Pool agreed: you get { $hours } h
negotiate-pool-came-lost = No deal on the pool: { $lost } h lost, you get { $hours } h
negotiate-pool-came-dealt = No deal on the pool: dealt by shortage, you get { $hours } h
negotiate-pool-warning-short = No deal: −{ $lost } h
negotiate-news-meet = { $department } would like to meet you
negotiate-news-met = { $department } agreed to meet
negotiate-news-not-met = { $department } will not meet this week
negotiate-news-escalated = { $department } escalated: { $what }
negotiate-news-decided = Decided by the general manager: { $what } is a promise now
negotiate-news-left = Left to the two by the general manager: { $what }
negotiate-check-beside = Answer { $count } more
negotiate-give-line-mine = lend { $hours } h, they get { $gain }
negotiate-give-line-theirs = lends { $hours } h, I get { $gain }
