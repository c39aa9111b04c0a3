# The end: how this session came out
over-sentence = The end: how this session came out
over-note = Only you see this page
over-kicker = { $company } · { $count ->
    [one] { $count } week played
   *[other] { $count } weeks played
 }
over-title-value = Of what working together could add, we got
over-title-below = Below the silo result: value captured
over-title-made = In this game the company made
over-title-lost = In this game the company lost
over-title-money = { $result } { $money }
over-finding-high-low = My KPI is fine, the company bleeds.
over-finding-high-high = My KPI and the company both came out well.
over-finding-low-high = The company gained, my KPI gave way.
over-finding-low-low = Neither my KPI nor the company got far.
over-finding-orders = Customers wanted { $wanted } units for { $worth }; they got { $units } for { $earned } (in { $money }).
over-lead-order = { $client }: { $what } never came, worth { $worth } ({ $money }).
over-lead-promise = { $provider } to { $customer }, due week { $week }: { $what } not delivered.
over-lead-own = { $hours } h went to own work and brought the company { $worth } ({ $money }).
over-finding-plain = My KPI is { $kpi }; I kept { $kept } of what I promised.
over-estimate = model estimate · { $money }
over-silo = silo { $result }
over-silo-name = silo
over-best = best joint { $result }
over-ours = us { $result }
over-us = us
over-reference = collaborating reference { $result } · { $value }
over-reference-name = reference
over-money = Where the company's money came from and went, { $money }
over-result = Result
over-curve = Adding up week by week, { $money }
over-facts = My department and the company, as recorded, { $money }
over-fact-own = went to own work, “{ $name }”: { $each } an hour for the company, { $worth } in all
over-fact-mine = of what I promised to others was kept
over-fact-mine-none = nobody waited for a promise of mine: none fell due
over-fact-theirs = of what others promised to me was kept
over-fact-theirs-none = no promise to me fell due
over-fact-lost = in penalties from customers for what came late or never
over-question-missed = Whose report card carries the missing { $result } ({ $money })?
over-question-gained = Which promises brought the extra { $result } ({ $money })?
over-question-broken = What was not kept: in which week could it first have been said?
over-question-kept = All was kept. Which talk made the difference?
over-question-note = What is found holds for this game only
over-kpi = KPI of { $name }
over-bonus = My bonus
over-bonus-how = { $own } of KPI { $kpi } + { $company } of index { $index }, each rounded down
over-bonus-kpi = In this case the bonus is the KPI
over-links = My links: promises kept
over-links-mine = by me
over-links-theirs = by them
over-links-rated = rated me
over-links-empty = No promises were agreed in this game.
over-none = –
over-again = Play again
over-home = Back to home
over-closing = One game speaks of one game. Not a personality test, not for appraisal or selection.
over-tab-result = Result
over-tab-mine = My page
over-tab-history = All promises
over-bonus-shared = Half and half with the company: { $sum }
over-value-mark = collaborating reference { $value }
over-one-game = One game speaks of one game.
over-weeks = Week by week, as recorded
over-weeks-note = Ratings are means of the three items, one to five. KPI and company count from week 1 on.
over-weeks-kept = Due from me, kept
over-weeks-rated = rated by { $department }
over-served = Whom I served
over-served-kept = kept
over-served-units = came good
over-served-thanks = thanks
over-served-empty = Nobody had a promise of mine in this game.
over-did = What I did, counted
over-did-late = { $count ->
    [one] promise of mine came late
   *[other] promises of mine came late
 }
over-did-never = { $count ->
    [one] promise of mine was due and never came whole
   *[other] promises of mine were due and never came whole
 }
over-did-gone = { $count ->
    [one] was let go or exchanged in time; it counts for neither side
   *[other] were let go or exchanged in time; they count for neither side
 }
over-did-warned = { $count ->
    [one] time I warned its customer
   *[other] times I warned their customers
 }
over-did-thanks = { $count ->
    [one] thank-you card from { $names }
   *[other] thank-you cards from { $names }
 }
over-did-change = { $count ->
    [one] change that I promised when asked
   *[other] changes that I promised when asked
 }
