# The pages of the debrief: big screen, the tables' laptops, the facilitator's screen.

# crumbs and common words
debrief-crumb = { $about } · { $case }
debrief-crumb-table = { $about } · { $case } · Table { $table }
debrief-company = the company
debrief-hidden-name = Department { $letter }
debrief-bot-name = { $name } (bot)
debrief-awaits-marks = The six principles are being computed
debrief-awaits-losses = What each week cost is being computed
debrief-awaits-line = It appears by itself, mostly within a minute; other pages are ready.
debrief-away-title = Look up first
debrief-away = The facilitator has put this page away
debrief-away-line = Listen first; it comes back.
debrief-week = Week { $week }
debrief-when = Week { $week } · { $phase }
debrief-estimate = model estimate
debrief-estimate-in = model estimate · { $money }
debrief-silo = Silo
debrief-us = Us
debrief-reference = Reference
debrief-best = Best
debrief-link-of = { $provider } → { $customer }
debrief-unrated = not rated
debrief-unscored = not shown
debrief-kept-of = kept { $of }
debrief-answered-of = answered { $of }
debrief-semicolon = { "; " }
debrief-ask-table = Ask the table
debrief-ask-class = Ask the class
debrief-fact-order = an order
debrief-fact-order-of = the order of { $client }
debrief-fact-free-hours = free hours
debrief-fact-stock = stock ready
debrief-fact-stock-of = { $service } in stock

# the opening
debrief-opening-title = First: we look at what happened
debrief-opening-purpose = In this game nobody had the whole picture. We look at what one more fact, or one more word, would have changed.
debrief-rule-facts = Look at the record
debrief-rule-facts-line = Click a figure to see its moment.
debrief-rule-all = Every department speaks
debrief-rule-all-alone = Everyone speaks
debrief-rule-all-line = Hear each other out, then add.
debrief-rule-next = Speak of next time
debrief-rule-next-line = “Next time I will …”, not “it was your fault”.
debrief-rule-file = Stays in this room
debrief-rule-file-line = Not for appraisal or selection.
debrief-opening-sees = Who sees what
debrief-sees-own = My page
debrief-sees-own-line = In class only you see it. The facilitator can save it as a page to hand to you.
debrief-sees-own-line-alone = Behind the curtain, each for itself.
debrief-sees-table = A table’s figures
debrief-sees-table-line = On its own laptops; on the big screen only if it agrees.
debrief-sees-table-line-alone = They lie open to all at this laptop.
debrief-sees-class = The class
debrief-sees-class-line = On the big screen by letters only, no ranking.

# one word
debrief-word-title = One word: how was it?
debrief-word-empty = Each writes one word on their own laptop.
debrief-word-empty-alone = Each department chooses itself at the right and writes one word.
debrief-word-slider = Were we one company?
debrief-word-low = each for itself
debrief-word-high = like one company
debrief-word-counted = { $done } of { $seats } have written
debrief-word-placed = { $done } of { $seats } have answered
debrief-word-ask = When did you want to bang the table? When were you most grateful?

# guess, then see
debrief-guess-title = Guess: the best link, and the weakest?
debrief-guess-line = No figures yet: each department makes three guesses.
debrief-guess-line-alone = No figures yet: make three guesses at the right.
debrief-guess-three = Guess three things
debrief-guess-best = The best link
debrief-guess-weakest = The weakest link
debrief-guess-kept = The share of all promises that was kept
debrief-guess-counted = { $done } of { $seats } have guessed
debrief-guess-then = Now look
debrief-guess-own = Your own laptops: the record is open
debrief-guess-apart = Where do guess and record differ?
debrief-guess-first = Begin with the lowest rating
debrief-guess-fact = Promises kept: { $fact } ({ $of })
debrief-guess-beside = Promises kept: thought { $thought }, in fact { $fact } ({ $of })
debrief-guess-where = What you thought, what was
debrief-guess-was-best = Rated best. Thought best: { $thought }
debrief-guess-was-weakest = Rated lowest. Thought weakest: { $thought }
debrief-guess-alone-best = Thought best: { $thought }
debrief-guess-alone-weakest = Thought weakest: { $thought }
debrief-guess-thought-one = { $links }
debrief-guess-thought-most = { $links } ({ $votes } votes)
debrief-guess-thought-both = { $links } ({ $votes } votes each)
debrief-guess-thought-many = { $count } links, { $votes } votes each
debrief-guess-thought-apart = all differ ({ $count })
debrief-guess-hit-one = the same
debrief-guess-hit-most = the same ({ $votes } votes)
debrief-network-title-liked = Well rated, yet under half was kept
debrief-network-title-low =
    { $count ->
        [one] One link is rated under 2.5
       *[other] { $count } links are rated under 2.5
    }
debrief-network-title-all = Every link is rated 3.5 or more
debrief-network-title-rated = All rated links have 3.5 or more
debrief-network-title-plain = Some links work, some do not
debrief-network-title-none = Who served whom: the facts
debrief-network-line =
    { $count ->
        [one] Internal customers’ ratings of one week, 1 to 5
       *[other] Internal customers’ ratings over { $count } weeks, 1 to 5
    }
debrief-network-bots = ; those marked “bot” were rated by bots too
debrief-network-low = under 2.5
debrief-network-middle = 2.5 to 3.4
debrief-network-high = 3.5 and more
debrief-network-where = Look here first
debrief-network-failed = { $failed } of { $matured } promises not kept
debrief-network-unwarned = , no warning
debrief-network-unanswered = { $open } of { $asked } lines not answered that week
debrief-network-fine =
    { $asked ->
        [one] 1 line asked
       *[other] { $asked } lines asked
    }, { $kept ->
        [one] 1 promise kept
       *[other] { $kept } promises kept
    }
debrief-network-ask = Who is your customer, and never heard it from you?

# six principles
debrief-profile-title-few = Too few moments: facts only
debrief-profile-title-near =
    { $count ->
        [one] One principle is near the reference
       *[other] { $count } principles are near the reference
    }
debrief-profile-title-far =
    { $count ->
        [one] One principle is near silo play
       *[other] { $count } principles are near silo play
    }
debrief-profile-title-below =
    { $count ->
        [one] One principle is at silo play, or below it
       *[other] { $count } principles are at silo play, or below it
    }
debrief-profile-title-between =
    { $count ->
        [one] The one with a place lies between the ends
       *[other] All { $count } lie between the two ends
    }
debrief-profile-title-unsure = No principle is clearly near either end
debrief-profile-line = Bars show the margin of error; where two overlap there is no difference
debrief-profile-below = below silo
debrief-profile-unsure = cannot tell
debrief-left-out = . Left out, in department weeks: { $asked } by choice, { $others } played by a bot
debrief-left-out-bots = . Left out, in department weeks: { $others } played by a bot
debrief-profile-for = Evidence for
debrief-profile-against = Evidence against
debrief-profile-no-more = No strong evidence.
debrief-profile-few = Too few occasions, no place:
debrief-profile-plus =
    { $votes ->
        [one] Done best: { $principle } (1 vote)
       *[other] Done best: { $principle } ({ $votes } votes)
    }
debrief-profile-delta =
    { $votes ->
        [one] To change: { $principle } (1 vote)
       *[other] To change: { $principle } ({ $votes } votes)
    }
debrief-profile-note = Points: how far this moved the place (0 to 100); not the cause of the result
debrief-profile-for-facts = Was done
debrief-profile-against-facts = Could be better
debrief-profile-note-facts = Without a place there are no points: facts only.
debrief-profile-choose = Click a principle to see its evidence
debrief-profile-counted = { $principle } (occasions: { $count })
debrief-profile-alike = No different from bots here, no place:
debrief-profile-none = No occasion in this game:
debrief-profile-few-of = too few: { $count }
debrief-profile-points = { $points } points
debrief-profile-plus-tied = Done best: { $principle } ({ $votes ->
    [one] 1 vote
   *[other] { $votes } votes
 } each)
debrief-profile-delta-tied = To change: { $principle } ({ $votes ->
    [one] 1 vote
   *[other] { $votes } votes
 } each)
debrief-profile-line-facts = No places; what happened stands here

# one link
debrief-failed-title-none = No large promise failed
debrief-failed-title-silent = Nobody said why it failed
debrief-failed-title-half = Only one side said why it failed
debrief-failed-title-apart = One promise, two accounts
debrief-failed-title-agreed = Both accounts agree with the record
debrief-failed-title-both = Both agree, the record differs
debrief-failed-none = In this game no promise failed.
debrief-failed-none-line = Choose a link and look at its weeks.
debrief-failed-deal = { $provider } promised { $customer }: { $service }, { $units }, due week { $week }
debrief-failed-came = Came in time: { $units }
debrief-failed-warned = warned before week { $week }
debrief-failed-unwarned = no warning before week { $week }
debrief-warned-late =
    { $count ->
        [one] warned in week { $weeks }, the week it was due: too late to plan anew
       *[other] warned in weeks { $weeks }, each the week it was due: too late to plan anew
    }
debrief-failed-worth = What did not come was worth about { $money } { $unit }
debrief-failed-owed = Promised to { $name }, and not all there in week { $week }:
debrief-failed-owed-line = { $provider }: { $service }, { $units }, due week { $week }
debrief-failed-says = { $name } says
debrief-failed-said-nothing = said nothing
debrief-failed-as-logged = as in the record
debrief-failed-not-as-logged = not as in the record
debrief-failed-fact = The record
debrief-failed-fact-line = by hours, inputs and plans of that week
debrief-failed-unknown = cannot be told
debrief-failed-ask = Begin with the other’s difficulty: why did they plan it that way?
debrief-link-title-waiting = One link: both sides decide
debrief-link-consent = This link opens once its departments agree.
debrief-link-consent-both = This link opens once { $names } agree.
debrief-link-consent-one = This link opens once { $names } agrees.
debrief-link-consent-line = Agree on your own laptop; you can take it back at any time.
debrief-link-consent-line-alone = Choose your department at the right and agree; you can take it back at any time.
debrief-link-agreed = both departments agreed
debrief-link-agreed-one = { $name } agreed; { $bot } is a bot
debrief-link-agreed-bots = both are bots
debrief-link-title-quiet = One link: nobody ever asked
debrief-link-title-none = One link: nothing fell out on the way
debrief-link-title-received = One link: lost where no answer came that week
debrief-link-title-acknowledge = One link: answered, no alternative offered
debrief-link-title-advocate = One link: agreed to, not carried out
debrief-link-title-open = One link: no deal, or not yet due
debrief-link-funnel =
    { $count ->
        [one] How far the one request line came
       *[other] How far the { $count } request lines came
    }
debrief-link-line = Pills: units that came in time, of those due; below them, promises kept
debrief-link-sides = What each side faced
debrief-link-ask = Change chairs: tell it again, beginning with the other’s difficulty.
debrief-link-no-due = none due
debrief-funnel-received = Received
debrief-funnel-received-line = reached the provider
debrief-funnel-received-lost = not answered that week: { $count }
debrief-funnel-acknowledge = Acknowledge
debrief-funnel-acknowledge-line = answered in the same week
debrief-funnel-acknowledge-lost = only a no: { $count }
debrief-funnel-advocate = Advocate
debrief-funnel-advocate-line = agreed, or offered another way
debrief-funnel-advocate-lost = agreed, not done: { $count }
debrief-funnel-advocate-open = no deal, not due or released: { $count }
debrief-funnel-assist = Assist
debrief-funnel-assist-line = all of it came, in time or late
debrief-side-measured = Measured by
debrief-side-knew = What it knew
debrief-side-felt = Feeling and fact
debrief-side-got = rated { $rating }; { $kept }
debrief-side-gave = rated it { $rating }; { $kept }
debrief-side-kept = { $kept } of { $due } promises kept
debrief-side-kept-none = no promise came due
debrief-side-own = its own: { $facts }
debrief-side-thought = Took the other for
debrief-side-right = { $metric } (right)
debrief-side-wrong = { $metric } (it was not)
debrief-side-not-known = not told of { $other }’s: { $facts }
debrief-side-nothing = nothing of its own
debrief-metric-booked-revenue = orders booked
debrief-metric-delivered-revenue = goods delivered
debrief-metric-own-work = own work
debrief-metric-overtime = little overtime
debrief-metric-setups = few setups
debrief-metric-utilisation = utilisation
debrief-metric-purchase-price = purchase price
debrief-metric-stock-value = little stock
debrief-metric-commitments-kept = promises kept
debrief-metric-satisfaction = satisfaction

# moments
debrief-moments-title =
    { $count ->
        [one] The moment that moved most
       *[other] The { $count } moments that moved most
    }
debrief-moments-none = No single moment decided it
debrief-moments-none-line = No moment moved more than 2 %. This game was made week by week.
debrief-moments-note = Do not add these estimates together: in each, the others act as they did.
debrief-moments-chart = Still to be earned ({ $money }), if all pulled together from then on
debrief-moments-lost = lost { $money }
debrief-moments-guess = { $what } how much? Guess first
debrief-moments-guess-counted = { $what } how much? Guess first ({ $done } of { $seats } in)
debrief-moments-guessed = We guessed: { $money } { $unit }
debrief-moments-guessed-none = Nobody guessed a figure
debrief-do-vote-guess = Your guess: how much did it move? ({ $unit })
debrief-vote-0 = do the same
debrief-vote-1 = do otherwise
debrief-turn-not-told = Known, and not said
debrief-turn-not-told-open = Known, and not entered
debrief-turn-not-told-line = { $seat } knew of { $fact }; those who could use it never heard.
debrief-turn-not-told-line-open = { $seat } knew of { $fact }; “told them” was never entered.
debrief-turn-not-told-if = If told that week, about
debrief-turn-not-told-if-open = If entered that week, about
debrief-turn-not-told-ask = What do you know that others wait for?
debrief-turn-told = Said in time
debrief-turn-told-line = { $seat } told those who could use it: { $fact }.
debrief-turn-told-if = Untold, it would have cost about
debrief-turn-told-ask = What made you speak?
debrief-turn-own-work-first = Own work went first (hours: { $hours })
debrief-turn-own-work-first-line = { $seat } owed { $other } { $service }, { $units }; in time came { $arrived ->
    [0] nothing
   *[other] { $arrived }
 }.
debrief-turn-own-work-first-if = Had it been done, about
debrief-turn-own-work-first-ask = When KPI and promise clash, whom do you tell first?
debrief-turn-promise-broken = Promised, not on time: { $service }
debrief-turn-promise-broken-line = { $seat } owed { $other } { $service }, { $units }; by week { $due } { $arrived ->
    [0] nothing had come
   *[other] { $arrived } had come
 }.
debrief-turn-promise-broken-if = Had it come in time, about
debrief-turn-promise-broken-ask = When could someone have warned?
debrief-turn-overpromised = More promised than could be done
debrief-turn-overpromised-line = { $seat } promised { $other } { $service }, { $units }; there was no room for it.
debrief-turn-overpromised-if = With other terms, about
debrief-turn-overpromised-ask = Which “no” would have helped the other?
debrief-turn-not-answered = { $service }: asked, no answer
debrief-turn-not-answered-line = { $other } asked { $seat } for { $service }, { $units }; no answer came.
debrief-turn-not-answered-if = Answered that week, about
debrief-turn-not-answered-ask = Which “later” cost most?
debrief-turn-measure = A rule, and less was lost
debrief-turn-measure-line = In the week after the vote the loss went from { $before } to { $after }.
debrief-turn-measure-if = The two weeks differ by
debrief-turn-measure-ask = Which one could you use tomorrow?
debrief-turn-warned = Warned in time
debrief-turn-warned-line = { $seat } told { $other } early: { $service }, { $units } would not all come.
debrief-turn-warned-if = Unwarned, it would have cost about
debrief-turn-warned-ask = What makes it hard to say early?
debrief-touched-not-told = Waiting for it
debrief-touched-told = Who used it
debrief-touched-own-work-first = Affected
debrief-touched-promise-broken = Affected
debrief-touched-overpromised = Affected
debrief-touched-not-answered = Affected
debrief-touched-measure = All departments
debrief-touched-warned = Could still replan

# KPIs and company
debrief-kpi-title-bleeds = Every KPI is fine, the company bleeds
debrief-kpi-title-both = Every KPI is fine, and so is the company
debrief-kpi-title-company = The company gained, not every KPI did
debrief-kpi-title-neither = Not every KPI is fine, nor the company
debrief-kpi-title-plain = The KPIs side by side
debrief-kpi-departments = The departments’ KPIs
debrief-kpi-order = in seat order, no ranking
debrief-kpi-target = { $value } = looks fine
debrief-kpi-company = The company’s result, { $money }
debrief-kpi-weeks = What the company had earned by week, { $money }
debrief-kpi-ask = Whose scorecard shows the missing { $gap } { $money }?
debrief-kpi-ask-plain = Which KPI rose without any good to the company?

# value
debrief-value-title = Of what working together could add, we got
debrief-value-title-below = Less than each for itself:
debrief-value-title-none = This case has no scale to compare with
debrief-value-title-money = In all the company earned
debrief-value-said = Of what working together could add, we got { $value }
debrief-value-said-below = Less than each for itself: { $value }
debrief-value-none = There is nothing to compare with (silo, reference, best): only this game’s own figures.
debrief-value-none-line = Look at KPIs, promises and ratings.
debrief-value-mark = Reference { $result } · { $value }
debrief-value-weeks = Where { $lost } { $money } went, by week
debrief-value-weeks-cut = Where { $lost } { $money } went, in the { $weeks } weeks played
debrief-value-waiting = Where it went is being worked out; it appears by itself.
debrief-value-part-table = in talks: { $money } not agreed
debrief-value-part-departments = in plans: { $money } planned differently
debrief-value-part-clarity = { $money } misunderstood
debrief-value-part-plain = lost { $money }; at an open table “not entered” is not “not said”
debrief-change-measure = measure
debrief-change-card = event
debrief-value-links =
    { $count ->
        [one] The link most worth opening
       *[other] The { $count } links most worth opening
    }
debrief-value-links-note = What each could have added; they overlap and are not part of the weeks at the left.
debrief-value-links-times = { " " }{ $times ->
    [0] ×n: n cases together.
   *[other] ×{ $times }: { $times } cases together.
 }
debrief-worth-not-told = something known was not said
debrief-worth-not-told-open = something known was not entered
debrief-worth-warned-late = { $service }: warned only in the week it was due
debrief-worth-not-answered = { $service }: no answer
debrief-worth-not-kept = { $service }: not kept
debrief-worth-refused = { $service }: declined
debrief-worth-unclear = { $service }: unclear
debrief-worth-times = { $what } ×{ $times }
debrief-value-causes =
    { $count ->
        [one] 1 promise not kept: what both sides said
       *[other] { $count } promises not kept: what both sides said
    }
debrief-value-causes-record =
    { $count ->
        [one] 1 promise not kept: why, by the record
       *[other] { $count } promises not kept: why, by the record
    }
debrief-value-agreed = both agree, as does the record: { $count }
debrief-value-apart = accounts differ or are missing: { $count }

# take away
debrief-take-title = Take away: one request, one promise
debrief-take-line = For a real internal customer; it stays with you
debrief-take-who = To whom
debrief-take-who-line = One colleague by name: your internal customer.
debrief-take-what = What, how much
debrief-take-what-line = Small enough for next week.
debrief-take-when = By when
debrief-take-when-line = Write a day.
debrief-take-check = How it is verified
debrief-take-check-line = So that the other can check it.
debrief-take-written = written
debrief-take-rule = One rule of our table
debrief-take-rule-empty = not written yet
debrief-take-rule-form = Each table’s rule is on its own laptops
debrief-take-request = Request
debrief-take-promise = Promise
debrief-take-verified = Verified by
debrief-take-writing = { $name } is writing …

# half time
debrief-half-title = Five minutes’ pause: only what happened
debrief-half-line = two facts a department; no scores, no ranking
debrief-half-after = after week { $week }
debrief-half-ask = Next week: what do I ask of whom, what do I promise?
debrief-half-note = Each writes one sentence on their own laptop, so that it can be checked.
debrief-half-note-alone = Each writes one sentence at the right, so that it can be checked.
debrief-half-form = Each table looks at the facts on its own laptops
debrief-half-written = have written
debrief-half-on = Play on
debrief-half-kept =
    { $n ->
        [one] 1 promise due, { $k } kept
       *[other] { $n } promises due, { $k } kept
    }
debrief-half-kept-none = no promise due yet
debrief-half-answered =
    { $n ->
        [one] 1 request in, { $k } answered that week
       *[other] { $n } requests in, { $k } answered that week
    }
debrief-half-answered-none = nobody has asked it for anything yet
debrief-half-asked =
    { $n ->
        [one] asked by nobody; made 1 request
       *[other] asked by nobody; made { $n } requests
    }
debrief-half-asked-none = asked by nobody, and asked nobody

# class
debrief-class-title = One company, { $count ->
    [1] one way
    [2] two ways
    [3] three ways
    [4] four ways
    [5] five ways
    [6] six ways
    [7] seven ways
    [8] eight ways
    [9] nine ways
    [10] ten ways
    [11] eleven ways
    [12] twelve ways
   *[other] { $count } ways
 } of getting along
debrief-class-none = The tables’ results are being worked out
debrief-class-elsewhere = All tables beside each other
debrief-class-look = Look at the big screen: tables go by letters there.
debrief-class-own = Your table: { $figures }
debrief-class-dealt = tables hidden, new letters each time
debrief-class-value = Value captured
debrief-class-value-line = 0 is silo, 100 the best
debrief-class-value-none = { $tables }: nothing to compare with
debrief-class-kept = Promises kept
debrief-class-kept-line = of those that came due
debrief-class-kept-none = { $tables }: no promise came due
debrief-class-answered = Requests answered
debrief-class-answered-line = of the lines received, in the same week
debrief-class-answered-none = { $tables }: nobody was asked
debrief-class-warned = Warned in time
debrief-class-warned-line = of promises seen a week ahead not to fit
debrief-class-warned-none = { $tables }: none seen a week ahead not to fit
debrief-class-mark = Reference { $value }
debrief-class-from = What differed
debrief-class-told-fact = Told most of what others could use
debrief-class-told-counts = { $done } of { $of } facts in time; other tables { $other } of { $others }
debrief-class-measure-fact = Adopted a measure in the first half
debrief-class-measure-counts = in week { $weeks }; other tables later or not at all
debrief-class-unwarned-fact = Seldom warned of what would visibly not fit
debrief-class-unwarned-counts = { $done } of { $of } warned in time; other tables { $others ->
    [0] had none seen a week ahead
   *[other] { $other } of { $others }
 }
debrief-class-apart = Played otherwise, not compared
debrief-class-note = Within { $points } points one game cannot tell.
debrief-class-ask = Which practice could you use tomorrow?

# class form: without any table's figures
debrief-form-line = Each table’s figures are on its own laptops; a table that agrees can be shown here.
debrief-form-guess-title = Guess, then see
debrief-form-guess-title-2 = What we thought, and what it was
debrief-form-guess = On your laptops: guess three things, then look.
debrief-form-principles-title = Six principles: one done best, one to change
debrief-form-principles = Look at your six principles; choose the one done best and one to change.
debrief-form-link-title = The story of one link
debrief-form-link = Two departments change chairs and tell it from the other’s side.
debrief-form-link-title-2 = One link: week by week, step by step
debrief-form-link-2 = On your laptops: the weeks of this link, and what each side faced.
debrief-form-moments-title = The moments that moved most
debrief-form-moments = First what was known; vote; then the estimate.
debrief-form-moments-title-2 = Those moments: now the estimates
debrief-form-moments-2 = On your laptops: the estimates. How far off were your guesses?
debrief-form-value-title = KPIs and the company
debrief-form-value = First the KPIs, then what the company got.
debrief-form-value-title-2 = What the company got, and where it went
debrief-form-value-2 = On your laptops: in which weeks it went, which link to open.

# a moment, opened
debrief-moment-title = The moment
debrief-moment-log = Log { $log }
debrief-moment-empty = What happened here is another department's own and was not opened to all; it is not shown here.
debrief-moment-more = More: { $count }
debrief-moment-end = At the end
debrief-moment-kpi = { $name } { $kpi }
debrief-moment-figures = Company { $result } { $money }; KPIs: { $kpis }
debrief-note-own = My note: { $text }
debrief-note-field = My note
debrief-note-private = Only you see it; it is deleted with this session.
debrief-note-keep = Keep it
debrief-moment-promise = Week { $made }: { $provider } promised { $customer } { $service }, { $units }, due week { $due }. { $became }{ $warned }
debrief-moment-rated = { $customer } rated { $provider }'s service { $rating }.
debrief-moment-worth-most = { $worth } (of which { $most } at most was lost)
debrief-moment-warned = { " " }Warned in week { $week }.
debrief-moment-warned-late = { " " }Warned in week { $week }, the week it was due: too late to plan anew.
debrief-moment-beside = What all may see of week { $week }:
debrief-moment-close = Click, or press Esc, to close
debrief-moment-said = { $where }: { $head }. { $line }{ " " }
debrief-moment-fact-told = { $seat } knew of { $fact } from week { $week } on, worth about { $worth }; those who could use it heard in time (of use to { $needed }).
debrief-moment-fact-kept = { $seat } knew of { $fact } from week { $week } on, worth about { $worth }; { $needed } could have used it and did not hear in time.
debrief-moment-fact-open = { $seat } knew of { $fact } from week { $week } on, worth about { $worth }; of use to { $needed }. Not entered as told.
debrief-became-kept = Kept in time.
debrief-became-late = It came late.
debrief-became-overdue = Not all came when due.
debrief-became-broken = Not kept.
debrief-became-released = Released by the customer.
debrief-became-replaced = Replaced by new terms.
debrief-became-open = Still open at the end.

# what our scores can and cannot say
debrief-scores-title = What our scores can and cannot say
debrief-scores-can = They can say
debrief-scores-can-fact = In this game something was done k times out of n, and each time opens.
debrief-scores-can-bots = In this game conduct was nearer to bots on their own, or to bots that collaborate.
debrief-scores-can-company = How much of what working together could add this table got.
debrief-scores-cannot = They cannot say
debrief-scores-cannot-person = What kind of person somebody is: no character, no type.
debrief-scores-cannot-rank = Who is better: one game’s margin is too wide for ranks.
debrief-scores-cannot-future = What will be later, or in another company.
debrief-scores-cannot-work = How somebody works: not for appraisal, selection, or pay.
debrief-scores-how = How they are made
debrief-scores-how-margin = Places are held against bots: 20 is silo, 80 the reference. Bars show the margin of error; one that reaches across a line says “cannot tell”.
debrief-scores-how-length = A session that was shortened is held against bots of the nearest length on offer.
debrief-scores-how-few = Where there was too little, only facts are listed.
debrief-scores-how-missing = What is not measured, with its reason:
debrief-scores-how-bot = Weeks played by a bot, and seats that play without being scored, are left out.

# one's own page
debrief-own-title = My page: what { $name } did in this game
debrief-own-line = Evidence first, then the place. In class only you see this; the facilitator can save it to hand to you
debrief-own-line-alone = Evidence first, then the place; only you see this
debrief-own-rows = Six principles, as facts
debrief-own-rows-note = From 8 occasions on there is a place, held against bots, where the margin lets it be told.
debrief-own-rows-bots = Weeks played by a bot are not in the six principles; they are in the links.
debrief-own-rows-answered = { $count ->
    [one] { $count } line counts neither as answered nor as not
   *[other] { $count } lines count neither as answered nor as not
 }: time was up with nothing entered, or withdrawn first.
debrief-own-rows-weeks = Weeks without a conflict: { $weeks } (company and KPI wanted the same, or no plan was submitted).
debrief-own-few =
    { $count ->
        [one] no place: only one occasion
       *[other] no place: { $count } occasions, too few or too mixed
    }
debrief-own-nothing = No occasion in this game.
debrief-own-few-short = occasions: { $count }, no place
debrief-own-unscored = You chose not to be scored: nothing is counted here.
debrief-own-rows-unscored = You chose not to be scored: no principle was marked, here or for anybody else.
debrief-own-kpi = My KPI and the company
debrief-own-kpi-of = KPI of { $name }
debrief-own-bonus = Bonus (own + company)
debrief-own-shared = Under the shared goal the same results would give { $bonus }.
debrief-own-links = My links, as facts
debrief-own-kept = kept
debrief-own-answered = answered
debrief-own-rated = rated
debrief-own-none = —
debrief-own-try = One thing to try next time
debrief-own-try-of = { " " }Occasions: { $n }, done: { $k }.
debrief-own-try-of-late = { " " }Occasions: { $n }, done: { $k }; { $late }.
debrief-own-try-none = Too few occasions for one suggestion. Talk with your table.
debrief-own-try-unscored = You chose not to be scored, so there is no suggestion. What you take away you write yourself.
debrief-own-try-trust = A promise that will not fit: warn in a week before it is due, then talk terms.
debrief-own-try-needs = Before you ask, say how many, by when, and what for.
debrief-own-try-response = Answer in the same week even with a no: the reason, and another way.
debrief-own-try-openness = What you know and others need, tell them that week.
debrief-own-try-improvement = When asked to change, change one thing and say so.
debrief-own-try-goals = In a week with too much to do, plan what matters most to the company first.
debrief-own-closing = One game speaks of one game. No character, no appraisal, no selection.
debrief-own-self = your own view (0 to 100)
debrief-own-gap = Where your own view and the record differ most
debrief-own-gap-self = own view { $value }

# at the table's laptops
debrief-screen = Debrief
debrief-screen-sub = Table { $table } · { $name }
debrief-screen-alone = { $name }
debrief-tab-pages = Debrief
debrief-tab-own = My page
debrief-tab-survey = About myself
debrief-tab-owns = Own pages
debrief-owns-title = Whose own page is next?
debrief-owns-line = Tap your badge and read it behind the curtain; “About myself” is filled in there too.
debrief-owns-curtain = This page is for { $department } alone; everyone else looks away.
debrief-owns-foot = Lower the curtain when you have read it, and go on together.
debrief-wait = The debrief is being made
debrief-wait-line = It appears by itself, mostly within a minute.
debrief-own-wait = Your page appears by itself.
debrief-follow = The facilitator turns the pages.
debrief-turned = The class is at “{ $page }”: go there
debrief-turned-closed = The debrief is closed: go to the goodbye
debrief-about-me = About myself: 3 minutes, no must
debrief-prev = Back
debrief-next = Next
debrief-reveal = Reveal
debrief-scores = What scores can say
debrief-do-opening = Hear the four rules first.
debrief-do-principles = One thing done best, one to change.
debrief-do-value = First left, then right. Choose a figure to see its moment.
debrief-do-half-time = One sentence: what do I ask of whom, what do I promise?
debrief-do-half-request = I ask (whom, what, how much)
debrief-do-half-promise = I promise (whom, what, how much)
debrief-do-class = Tables go by letters.
debrief-do-word = One word, and one place
debrief-do-word-field = This game in one word
debrief-do-word-scale = Were we one company? 1 each for itself, 5 like one
debrief-do-send = Hand in
debrief-do-sent = Handed in; you may still change it
debrief-do-guess = Three guesses, no figures
debrief-do-guess-best = The best link
debrief-do-guess-weakest = The weakest link
debrief-do-guess-kept = Promises kept, percent
debrief-do-guess-over = Revealed: no more guesses
debrief-do-guess-mine = Your guess: best { $best }, weakest { $weakest }, kept { $kept }
debrief-do-guess-none = no guess
debrief-do-guess-missing = Not chosen yet: { $what }
debrief-do-plus = Done best
debrief-do-delta = To change
debrief-do-consent = Show this link?
debrief-do-link = One link, told from the other chair
debrief-do-consent-line = Both departments must agree; then the table sees it, and the class too while the table is on the big screen. You can take it back at any time.
debrief-do-consent-line-alone = Both departments must agree. You can take it back at any time.
debrief-do-consent-yes = Agree
debrief-do-consent-no = Take it back
debrief-do-consent-other = For these two to decide: { $names }
debrief-do-consent-waits = You agreed; { $name } has yet to decide.
debrief-do-consent-open = It is open to the table, and to the class while the table is on the big screen. You can take it back at any time.
debrief-do-consent-open-alone = It is open to the table. You can take it back at any time.
debrief-do-consent-opened = This link is open: { $names }
debrief-show = May our table go on the big screen?
debrief-show-line = Everybody who is here has to agree; nobody sees who does not. Who has gone is not waited for, but a “no” said before stands.
debrief-show-away =
    { $count ->
        [one] 1 department is away.
       *[other] { $count } departments are away.
    }
debrief-show-not = No
debrief-show-said-not = You said no: this table stays off the big screen. Nobody sees whose it is, and you can change it.
debrief-show-yes = I agree
debrief-show-no = Take back
debrief-show-said = You agreed; { $done } so far. You can take it back.
debrief-show-all = All who are here agreed; the facilitator may show it. You can take it back.
debrief-do-vote = Knowing only what was known: what would you do?
debrief-do-vote-moment = Moment { $number }: { $head }
debrief-do-take = For a real internal customer
debrief-do-take-request = I ask (whom, what, by when)
debrief-do-take-promise = I promise (whom, what, by when)
debrief-do-take-check = How it is verified
debrief-do-take-rule = One rule of our table (all here see it)
debrief-do-take-keep = Keep
debrief-do-take-kept = Kept; you may still change it
debrief-do-take-line = Request and promise stay with you.

# the facilitator's screen
debrief-presenter-line = The facilitator’s screen
debrief-presenter-pages = Pages
debrief-presenter-minutes = { $minutes } min
debrief-presenter-add = Add a page
debrief-presenter-remove = Take this page out
debrief-presenter-up = Earlier
debrief-presenter-down = Later
debrief-presenter-black = Black
debrief-presenter-projector = Big screen
debrief-presenter-end = Back to the console
debrief-presenter-close = Debrief done, close the class
debrief-presenter-reopen = Go on with the debrief
debrief-presenter-table = Look at
debrief-presenter-class = The class (no table by name)
debrief-presenter-put-up = Put it on the big screen
debrief-presenter-shown = Table { $table } is on the big screen; all there agreed and may take it back.
debrief-presenter-shown-class = The big screen shows the class form; no table is named.
debrief-presenter-agreed = All of table { $table } who are here agreed. The big screen still shows the class form.
debrief-presenter-private-table = On your screen only: not all of table { $table } have agreed, the big screen shows the class form.
debrief-presenter-locked = The screen is shared: not all of table { $table } have agreed, its figures stay hidden. Turn “screen is shared” off to see them.
debrief-presenter-shows = { " " }Agreed: { $done }.
debrief-presenter-table-of = Table { $table }
debrief-presenter-table-agreed = Table { $table } · agreed
debrief-presenter-link = Link
debrief-presenter-hide = Hide department names
debrief-presenter-card = Hide moment { $number }
debrief-presenter-card-show = Show moment { $number }
debrief-presenter-page = Put this page away
debrief-presenter-page-show = Bring this page back
debrief-presenter-notes = Notes
debrief-presenter-private = on your screen only
debrief-presenter-folded = The screen is shared: notes and bookmarks are put away, so that nobody else reads them.
debrief-presenter-peek = Show for 20 seconds
debrief-presenter-peeking = put away again in a moment; everybody sees it
debrief-presenter-unshare = Not shared any more…
debrief-presenter-bookmarks = Bookmarks
debrief-presenter-bookmark = Table { $table } · week { $week }
debrief-presenter-bookmark-all = All tables · week { $week }
debrief-presenter-no-bookmarks = No bookmarks (B at the console).
debrief-presenter-waiting = Still being made: { $count }
debrief-presenter-written = Handed in
debrief-presenter-written-of = Table { $table } ({ $seats ->
    [one] { $seats } person
   *[other] { $seats } people
 }). A word: { $words }; three guesses: { $guesses }; best and to change: { $plus }; moment guesses: { $estimates }; cards: { $cards }
debrief-presenter-written-half = Table { $table } ({ $seats ->
    [one] { $seats } person
   *[other] { $seats } people
 }). For the week to come: { $done }
debrief-presenter-surveys = About oneself, handed in: { $done } of { $seats }. Nobody sees whose.
debrief-presenter-say-not = Better not to say
debrief-presenter-say-not-line = who was worst, whose fault, what share of the blame, you are the kind who …
debrief-presenter-clock = { $gone } / { $whole }
debrief-presenter-shares = Lost in each department’s plan (for you alone)
debrief-presenter-shares-line = In { $money }. Model estimate: to find your question, not to be said in class.
debrief-page-opening = Opening
debrief-page-one-word = One word
debrief-page-guess = Guess, then see
debrief-page-principles = Six principles
debrief-page-link = One link
debrief-page-moments = Moments
debrief-page-value = KPIs and company
debrief-page-take-away = Take away
debrief-page-half-time = Half-time
debrief-page-class = The class
debrief-note-opening = “Nobody had the whole picture. What would one more fact, one more word, have changed?”
debrief-note-opening-more = 2 minutes. Say the four rules; each table names a note-taker. No figures yet.
debrief-note-one-word = “When did you want to bang the table? When were you most grateful?”
debrief-note-one-word-more = 3 minutes. Listen only; do not analyse or explain.
debrief-note-guess = “Why did we guess worse (or better) than it was?”
debrief-note-guess-more = 5 minutes. All guess first, then reveal. Links, no names.
debrief-note-principles = “What does this show? What did you know then?”
debrief-note-principles-more = 8 minutes. One done best, one to change, for each table. Read both sides’ evidence.
debrief-note-link = “Tell it again, beginning with the other’s difficulty.”
debrief-note-link-more = 6 minutes. Only if both agree; let them change chairs.
debrief-note-moments = “Knowing only what was known, what would you do? Which rule would make it easier next time?”
debrief-note-moments-more = 7 minutes. First what was known, vote, then reveal. An estimate is an estimate; no blame.
debrief-note-value = “More lost in the talks, or in the plans? Which link is most worth opening?”
debrief-note-value-more = 4 minutes. KPIs first, a pause, then where it went. The best is a ceiling with hindsight.
debrief-note-take-away = “Write it so that the other can check it.”
debrief-note-take-away-more = 5 minutes. For a real colleague, not handed in. The survey comes last.
debrief-note-half-time = “Next week: what do I ask of whom, what do I promise?”
debrief-note-half-time-more = 5 minutes. Facts only, no scores.
debrief-note-class = “Which practice could you use tomorrow?”
debrief-note-class-more = Where the gap is small, do not compare. Ask for practices.
debrief-bank-trust = Which broken promise could have been warned of? / Who kept a promise without being asked?
debrief-bank-needs = Which request made the other work in vain? / In which week did you learn its tightest limit?
debrief-bank-response = Which “later” cost most? / Which refusal helped you?
debrief-bank-openness = What did only you know that others needed? / What did you hear and not use?
debrief-bank-improvement = Which feedback changed something? / Where did your rating and the facts differ?
debrief-bank-goals = In which week did KPI and company clash, and what did you choose? / Was there a deal that pleased both and hurt the company?
debrief-open = To the debrief
debrief-board-title = The board as it was
debrief-board-when = Week { $week } · { $phase } · { $log }
debrief-board-over = At the end · { $log }
debrief-board-step = { $step } of { $count }
debrief-board-last = One step back
debrief-board-next = One step on
debrief-board-look = See it
