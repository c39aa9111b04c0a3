# Brief: see your week first
brief-sentence = Brief: see your week first
brief-sentence-first = Brief: meet your department, then see the week
brief-check-role = Read your role card
brief-check-cards = Open the cards { $done }/{ $of }
brief-open-note = Opening a card marks it read
brief-done = I've read it
brief-to-week = On to this week
brief-unread = Go on with cards unread?
brief-unread-line = { $count ->
    [one] { $count } card is unopened. It stays on this page, so you can read it while you wait.
   *[other] { $count } cards are unopened. They stay on this page, so you can read them while you wait.
 }
brief-unread-go = Go on without
brief-unread-back = Back to the cards
brief-new = new
brief-read = read
brief-news = Everybody knows
brief-private = Only you know
brief-no-cards = No news for you alone this week. Look at your hours and partners, then go on.
brief-now = This very week
brief-later = In week { $week }; nobody else knows
brief-incident-less = { $hours } h less in week { $week }
brief-incident-more = { $hours } h more in week { $week }
brief-incident-cost = { $service } costs { $cost } { $money } a unit in week { $week }
brief-directive = From the general manager
brief-directive-foot = Answer it in Negotiate
brief-orders = New orders for you
brief-orders-foot = Pick the due week, or decline, in Negotiate
brief-coming = Orders on their way; only you know
brief-coming-foot = First in week { $week }; you can speak of them now
brief-order = { $client }: { $goods }
brief-order-count = { $count ->
    [one] { $count } order
   *[other] { $count } orders
 }
brief-order-line = **{ $client }**: { $goods }
brief-order-terms = { $options } ({ $money } each)
brief-or = {" "}or{" "}
brief-option = week { $week } at { $price } { $money } each
brief-option-short = week { $week } at { $price }
brief-penalty = Each unit late costs { $late } { $money } a week; not there by week { $week }, { $lost } { $money }
brief-arrivals = Goods coming in
brief-arrivals-line = They enter your stock as Deliver begins this week.
brief-stock = Stock at the start
brief-stock-line = Yours already: you can use it without waiting for anyone.
brief-new-rules = New this week
brief-new-restate = Restate: say a request in your own words, and less goes wrong.
brief-new-counter = Counter: offer the units or the week that you can manage.
brief-new-lend = Lend hours: 4 hours give 3.
brief-new-pool = Pool: extra hours for the company; claim some and agree how to divide them.
brief-new-overtime = Overtime: paid by the hour; half of it is missing next week.
brief-hours = You have { $hours } h this week
brief-hours-whole = Nothing added or taken: all yours to place
brief-hours-double = one block is 2 h
brief-hours-base = base { $hours }
brief-hours-incident = change this week { $hours }
brief-hours-fatigue = tired from overtime { $hours }
brief-hours-lent = lent { $hours }
brief-hours-gained = borrowed { $hours }
brief-hours-pool = pool { $hours }
brief-hours-overtime = overtime up to { $hours }
brief-board-note = Left supplies you, right waits for you
brief-recipe = How you are measured
brief-recipe-kpi = KPI so far
brief-tradeoff = Your trade-off this week
brief-tradeoff-kpi = My KPI
brief-tradeoff-mine = { $metric } is { $weight } of my KPI: each bit more lifts it.
brief-tradeoff-ours = A late promise costs the company; an hour of own work brings it { $worth } { $money }.
brief-share = Your bonus is { $kpi } KPI and { $company } company. How you place your hours is up to you.
brief-share-kpi = In this case your bonus is your KPI. How you place your hours is up to you.
# The role card
brief-role-title = You are { $name }
brief-role-place = { $company } · { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
 } · { $talk }
brief-role-desk = through the desk: what is not on the screen was not said
brief-role-open = open table: say anything, what is entered counts
brief-role-can = What you can do
brief-role-can-none = You make nothing yourself: others supply you, you serve the customer.
brief-service = { $name }: { $terms }.
brief-service-effort = { $hours } h each { $unit }
brief-service-setup = changeover { $hours } h
brief-service-inputs = needs { $inputs }
brief-service-lead = { $weeks ->
    [one] there { $weeks } week later
   *[other] there { $weeks } weeks later
 }
brief-service-aid = gives the other side { $hours } h each, up to { $limit } a week
brief-role-see = What you see
brief-role-see-line = Your own hours, stock and promises, and your direct neighbours. The rest you learn by talking.
brief-role-may = What you may do
brief-role-may-answer = Ask; accept or decline.
brief-role-may-counter = Ask; accept, counter or decline.
brief-role-may-plan = Decide whom your hours serve.
brief-role-may-also = Also: { $more }.
brief-role-may-pool = the pool
brief-role-may-lend = lending hours
brief-role-may-overtime = overtime
brief-role-partners = The departments you deal with
brief-role-partner-supplier = gives { $gives }
brief-role-partner-customer = waits for { $wants }
brief-role-partner-both = gives { $gives }, waits for { $wants }
brief-role-bonus = What your bonus looks at
brief-role-share = KPI { $kpi }, company { $company }
brief-role-share-kpi = your bonus is your KPI
brief-role-know = Three things to know
brief-role-know-kept = A promise is kept when every unit arrives good and in time.
brief-role-know-told = Others cannot see your side: say trouble early.
brief-role-know-left = Hours you do not use are not lost: they go to your own work.
brief-role-again = Press F1 any time to see this card
brief-role-dock = This week's brief
brief-role-dock-note = Opening a card marks it read. Meet your department first, then see the week.
# The metrics of a KPI
brief-metric-points = { $points } points
brief-metric-booked-revenue = Booked revenue
brief-metric-booked-revenue-tip = counts from { $floor }, full at { $target } { $money }
brief-metric-delivered-revenue = Delivered revenue
brief-metric-delivered-revenue-tip = counts from { $floor }, full at { $target } { $money }
brief-metric-own-work = Own work: { $name }
brief-metric-own-work-tip = full at { $target } h over { $weeks } weeks
brief-metric-overtime = Little overtime
brief-metric-overtime-tip = full at { $target }, none left at { $floor } { $money } of overtime
brief-metric-setups = Few changeovers
brief-metric-setups-tip = full up to { $target } in { $weeks } weeks, none left at { $floor }
brief-metric-utilisation = Utilisation
brief-metric-utilisation-tip = hours worked ÷ hours had, from { $floor }%, full at { $target }%
brief-metric-purchase-price = Purchase price
brief-metric-purchase-price-tip = of the standard price: full at { $target }%, none left at { $floor }%
brief-metric-stock-value = Little stock
brief-metric-stock-value-tip = full at { $target }, none left at { $floor } { $money } of holding
brief-metric-commitments-kept = Promises kept
brief-metric-commitments-kept-tip = kept ÷ due, from { $floor }%, full at { $target }%
brief-metric-bad-units = Few bad units
brief-metric-bad-units-tip = found by customers: full at { $target }, none left at { $floor }
brief-metric-spending = Little spending
brief-metric-spending-tip = purchases and overtime: full at { $target }, none left at { $floor } { $money }
brief-metric-directives = Manager's directives
brief-metric-directives-tip = done ÷ due, from { $floor }%, full at { $target }%
brief-metric-satisfaction = Satisfaction
brief-metric-satisfaction-tip = ratings by internal customers, from { $floor }, full at { $target }
