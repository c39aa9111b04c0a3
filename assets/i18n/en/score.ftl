# What marks rest on: a sentence for each piece, with the fact, what was known then, and the numbers.
score-principle-trust = Respect and trust
score-principle-needs = Clear needs
score-principle-response = Timely response
score-principle-openness = Open communication
score-principle-improvement = Continuous improvement
score-principle-goals = Common goals
score-band-silo = near silo
score-band-between = between
score-band-reference = near the reference
score-fact-kept = Kept on time: { $k } of { $n }
score-fact-warned = Promises seen a week ahead not to fit, warned of or kept all the same: { $k } of { $n }
score-fact-promised = Taken on as far as it could be done: { $k } of { $n }
score-fact-answered = Answered in the same week: { $k } of { $n }
score-fact-refused-well = Declined or countered with a true reason, an alternative, and in time: { $k } of { $n }
score-fact-asked-straight = Asked for as it was needed: { $k } of { $n }
score-fact-clarified = Unclear requests cleared up before the work: { $k } of { $n }
score-fact-role-known = Knew what the others are measured and limited by: { $k } of { $n }
score-fact-told = What others could use, told: { $k } of { $n }
score-fact-rated-by-facts = Ratings that follow the facts: { $k } of { $n }
score-fact-closed-loop = Requests for change acted on: { $k } of { $n }
score-fact-recovered = Promises under strain, kept or made good: { $k } of { $n }
score-fact-for-company = Weeks of conflict planned for the company: { $k } of { $n }
score-fact-boundary = Took on and refused what should be: { $k } of { $n }
score-t1-kept = { $provider } promised { $customer } { $service }, { $units } by week { $due }; all of it came in time.
score-t1-late = { $provider } promised { $customer } { $service }, { $units } by week { $due }; { $came } came in time, { $late } later.
score-t1-broken = { $provider } promised { $customer } { $service }, { $units } by week { $due }; none had come by the end.
score-t1-amended = { $provider } promised { $customer } { $service }, { $units } by week { $due }; the terms were changed as { $provider } proposed. By the first due { $came } came in time, { $late } later.
score-t1-only-late = { $provider } promised { $customer } { $service }, { $units } by week { $due }; none came in time, { $late } later.
score-t1-short = { $provider } promised { $customer } { $service }, { $units } by week { $due }; { $came } came in time, the rest did not come.
score-t1-amended-short = { $provider } promised { $customer } { $service }, { $units } by week { $due }; the terms were changed as { $provider } proposed. By the first due { $came } came in time.
score-t2-took = { $customer } asked for { $service }, { $units } by week { $due }; on what { $provider } could see, { $fits } could be done in time, and all that was promised.
score-t2-part = { $customer } asked for { $service }, { $units } by week { $due }; on what { $provider } could see, { $fits } could be done in time; { $taken } of it was promised.
score-t2-left = { $customer } asked for { $service }, { $units } by week { $due }; on what { $provider } could see, { $fits } could be done in time; none was promised in time.
score-t3-warned = { $provider } promised { $customer } { $service }, { $units } by week { $due }; after the talks of week { $known } its hours no longer held it. It warned before the due; { $came } came in time.
score-t3-kept = { $provider } promised { $customer } { $service }, { $units } by week { $due }; after the talks of week { $known } its hours no longer held it. No warning before week { $due }; all of it came in time.
score-t3-silent = { $provider } promised { $customer } { $service }, { $units } by week { $due }; after the talks of week { $known } its hours no longer held it. No warning before week { $due }; { $came } came in time.
score-t3-late = { $provider } promised { $customer } { $service }, { $units } by week { $due }; after the talks of week { $known } its hours no longer held it. Warned in week { $due }, the week it was due: too late to plan anew; { $came } came in time.
score-t3-proposed = { $provider } promised { $customer } { $service }, { $units } by week { $due }; after the talks of week { $known } its hours no longer held it. It proposed other terms before the due; { $came } came in time.
score-r1-answered = { $customer } asked { $provider } for { $service }, { $units } by week { $due }: answered in the same week.
score-r1-late = { $customer } asked { $provider } for { $service }, { $units } by week { $due }: { $waited ->
    [one] answered one week later
   *[other] answered { $waited } weeks later
 }.
score-r1-silent = { $customer } asked { $provider } for { $service }, { $units } by week { $due }: not answered.
score-r2-declined = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could then do { $fits } in time. It declined.
score-r2-countered = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could then do { $fits } in time. It offered { $offered } in time.
score-r2-declined-true = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could then do { $fits } in time. It declined, with a reason that agrees with the log{ $later ->
    [1] ; what it could do later was not offered
   *[0] { "" }
 }{ $soon ->
    [0] ; by then it was too late to plan anew
   *[1] { "" }
 }.
score-r2-declined-other = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could then do { $fits } in time. It declined, with a reason that does not show in the log{ $later ->
    [1] ; what it could do was not offered
   *[0] { "" }
 }{ $soon ->
    [0] ; by then it was too late to plan anew
   *[1] { "" }
 }.
score-r2-countered-whole = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could then do { $fits } in time. It offered { $offered } in time and held nothing back{ $soon ->
    [0] ; by then it was too late to plan anew
   *[1] { "" }
 }.
score-r2-countered-part = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could then do { $fits } in time. It offered { $offered } in time; more could have been done{ $soon ->
    [0] , and by then it was too late to plan anew
   *[1] { "" }
 }.
score-r2-countered-over = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could then do { $fits } in time. It offered { $offered } in time; even with overtime that offer could not be met in full{ $soon ->
    [0] , and by then it was too late to plan anew
   *[1] { "" }
 }.
score-n1-straight = { $customer } asked { $provider } for { $service }, { $units }: as many as it needed, no sooner, and it said what for.
score-n1-unsaid = { $customer } asked { $provider } for { $service }, { $units }: as many as it needed and no sooner; what it was for was not said.
score-n1-inflated = { $customer } asked { $provider } for { $service }, { $units }. By its orders and promises at that time { $above } of them were above the need and { $early } sooner than needed.
score-n1-talked = { $customer } asked { $provider } for { $service }, { $units }: as many as it needed, no sooner.
score-n1-above = { $customer } asked { $provider } for { $service }, { $units }. By its orders and promises at that time, that was { $above } more than needed.
score-n1-early = { $customer } asked { $provider } for { $service }, { $units }. By its orders and promises at that time, { $early } of it could have come later.
score-n1-above-early = { $customer } asked { $provider } for { $service }, { $units }. By its orders and promises at that time, that was { $above } more than needed, and { $early } could have come later.
score-n2-clarified = { $customer } asked for { $service }, { $units }; from the sheet alone it could have been made the wrong way. Cleared up in the same week: clarity { $clarity }%.
score-n2-unclear = { $customer } asked for { $service }, { $units }; from the sheet alone it could have been made the wrong way. Neither restated nor met on; agreed at clarity { $clarity }%.
score-n2-unanswered = { $customer } asked for { $service }, { $units }; from the sheet alone it could have been made the wrong way. Not answered in that week.
score-n2-needless = { $provider } and { $customer } met, an hour each; what they asked of each other in that week was clear without it.
score-n3-role = { $customer } on { $provider }: right about { $right } of { $of }, what it is measured by and what limits it.
score-n3-map = Who serves whom, as { $customer } marked it: { $found } found, { $missed } missed, { $wrong } that do not exist.
score-c1-order-told = { $provider } knew of { $order } from week { $week } on, worth about { $worth }; a department with a hand in it was told in time.
score-c1-order-kept = { $provider } knew of { $order } from week { $week } on, worth about { $worth }; a week before its due, no department with a hand in it had been told.
score-c1-free-hours-told = { $provider } had hours to spare in week { $week } while others were short, worth about { $worth }; it said so.
score-c1-free-hours-kept = { $provider } had hours to spare in week { $week } while others were short, worth about { $worth }; in that week they were neither mentioned nor lent.
score-c1-stock-told = At the start of week { $week } { $provider } had { $service } in stock, promised to nobody, worth about { $worth } to others; it said so.
score-c1-stock-kept = At the start of week { $week } { $provider } had { $service } in stock, promised to nobody, worth about { $worth } to others; it was not mentioned in that week.
score-c1-purpose-told = { $lines ->
    [one] { $customer } sent { $provider } { $lines } request line; orders worth { $worth } stood behind it, and that was said.
   *[other] { $customer } sent { $provider } { $lines } request lines; orders worth { $worth } stood behind them, and that was said.
 }
score-c1-purpose-kept = { $lines ->
    [one] { $customer } sent { $provider } { $lines } request line; orders worth { $worth } stood behind it, and that was not said.
   *[other] { $customer } sent { $provider } { $lines } request lines; orders worth { $worth } stood behind them, and that was not said.
 }
score-c1-free-hours-offered = { $provider } had hours to spare in week { $week } while others were short, worth about { $worth }; it offered to lend them.
score-c1-free-hours-lent = { $provider } had hours to spare in week { $week } while others were short, worth about { $worth }; it lent some.
score-c2-worth = { $provider } told of something worth about { $worth }.
score-c2-idle = { $provider } told of something that, by our estimate, did not change the company’s result.
score-c2-again = { $provider } told of something it had told before.
score-i1-closed = { $customer } rated { $provider } { $rated } and asked for a change. It answered; { $about ->
    [1] what came in time
    [2] what was answered in its week
    [3] clarity
   *[0] the share in the log
 }{ $known ->
    [0] { " " }was { $after }% in the two weeks after
   *[1] { " " }went from { $before }% to { $after }% in the two weeks after
 }.
score-i1-better = { $customer } rated { $provider } { $rated } and asked for a change. No separate answer; { $about ->
    [1] what came in time
    [2] what was answered in its week
    [3] clarity
   *[0] the share in the log
 }{ $known ->
    [0] { " " }was { $after }% in the two weeks after
   *[1] { " " }went from { $before }% to { $after }% in the two weeks after
 }.
score-i1-said = { $customer } rated { $provider } { $rated } and asked for a change. It answered; { $about ->
    [1] what came in time
    [2] what was answered in its week
    [3] clarity
   *[0] the share in the log
 }{ $known ->
    [0] { " " }was { $after }% in the two weeks after
   *[1] { " " }was { $before }% before and { $after }% in the two weeks after
 }.
score-i1-open = { $customer } rated { $provider } { $rated } and asked for a change. Not answered; { $about ->
    [1] what came in time
    [2] what was answered in its week
    [3] clarity
   *[0] the share in the log
 }{ $known ->
    [0] { " " }was { $after }% in the two weeks after
   *[1] { " " }was { $before }% before and { $after }% in the two weeks after
 }.
score-i3-by-facts = { $customer } rated { $provider } at { $rated }% of the scale; { $facts }% had come in time. Beside its other ratings, high and low follow the facts.
score-i3-off-facts = { $customer } rated { $provider } at { $rated }% of the scale; { $facts }% had come in time. Beside its other ratings, high and low do not follow the facts.
score-i4-kept = { $provider } promised { $customer } { $service }, { $units } by week { $due }; { $cut ->
    [1] its hours were then cut
    [0] its hours did not hold all its promises
   *[2] its hours were short
 }. All of it came in time.
score-i4-remedied = { $provider } promised { $customer } { $service }, { $units } by week { $due }; { $cut ->
    [1] its hours were then cut
    [0] its hours did not hold all its promises
   *[2] its hours were short
 }. { $amended ->
    [1] The two agreed on other terms
    [0] The rest came within a week
   *[2] It was made good
 }.
score-i4-explained = { $provider } promised { $customer } { $service }, { $units } by week { $due }; { $cut ->
    [1] its hours were then cut
    [0] its hours did not hold all its promises
   *[2] its hours were short
 }. { $came } came in all; it said why.
score-i4-blamed = { $provider } promised { $customer } { $service }, { $units } by week { $due }; { $cut ->
    [1] its hours were then cut
    [0] its hours did not hold all its promises
   *[2] its hours were short
 }. { $came } came in all; the cause that it named is not the one in the log.
score-i4-silent = { $provider } promised { $customer } { $service }, { $units } by week { $due }; { $cut ->
    [1] its hours were then cut
    [0] its hours did not hold all its promises
   *[2] its hours were short
 }. { $came } came in all; the log has no word on why.
score-g1-company = { $provider } had more to do than hours. By what was in sight, the best plan was worth { $best } to the company, a plan for its own KPI alone { $kpi }; this plan was worth { $done }, with { $own_work } hours set aside for own work.
score-g1-own = { $provider } had more to do than hours. By what was in sight, the best plan was worth { $best } to the company, a plan for its own KPI alone { $kpi }; this plan was worth { $done }, with { $own_work } hours set aside for own work.
score-g3-took = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could do { $fits } in time, and took it on.
score-g3-turned-away = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could do { $fits } in time, and declined.
score-g3-refused = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could do { $fits } in time, and did not take it on as asked.
score-g3-too-much = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could do { $fits } in time; it was not one to take on as asked.
score-g3-took-part = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could do { $fits } in time, and offered { $offered } in time.
score-g3-took-little = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could do { $fits } in time, and offered { $offered } in time.
score-g3-unanswered = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could do { $fits } in time; there was no answer in that week.
score-g3-full-taken = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could do { $fits } in time, all the overtime there was included, and agreed to it as asked.
score-g3-full-countered = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could do { $fits } in time, all the overtime there was included, and offered { $offered } in time.
score-g3-full-over = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could do { $fits } in time, all the overtime there was included; the { $offered } it offered in time was more than that.
score-g3-full-declined = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could do { $fits } in time, all the overtime there was included, and declined with a reason that agrees with the log.
score-g3-full-other-reason = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could do { $fits } in time, all the overtime there was included, and declined with a reason that does not show in the log.
score-g3-full-unanswered = { $customer } asked for { $service }, { $units } by week { $due }; { $provider } could do { $fits } in time, all the overtime there was included; there was no answer in that week.
score-g3-dear-taken = { $customer } asked for { $service }, { $units } by week { $due }. As asked, it would have cost the company elsewhere (model estimate); { $provider } agreed to it as asked.
score-g3-dear-countered = { $customer } asked for { $service }, { $units } by week { $due }. As asked, it would have cost the company elsewhere (model estimate); { $provider } changed the terms and offered { $offered } in time.
score-g3-dear-over = { $customer } asked for { $service }, { $units } by week { $due }. As asked, it would have cost the company elsewhere (model estimate); { $provider } offered { $offered } in time, more than the { $fits } it could do.
score-g3-dear-declined = { $customer } asked for { $service }, { $units } by week { $due }. As asked, it would have cost the company elsewhere (model estimate); { $provider } declined with a reason that agrees with the log.
score-g3-dear-other-reason = { $customer } asked for { $service }, { $units } by week { $due }. As asked, it would have cost the company elsewhere (model estimate); { $provider } declined with a reason that does not show in the log.
score-g3-dear-unanswered = { $customer } asked for { $service }, { $units } by week { $due }. As asked, it would have cost the company elsewhere (model estimate); { $provider } did not answer in that week.
score-without = { $what }: { $why }
score-without-t4 = Sheets have no fields for claims, and facts that are shared are true by construction.
score-without-t5 = Nobody is asked how likely a colleague is to deliver in time.
score-without-c3 = What should have been made of a fact is not reckoned yet.
score-without-i2 = Half a session holds too few deliveries to tell progress from luck.
score-without-g2 = What a deal is worth to the company and to others is not reckoned yet.
score-why-no-opportunity = There was no occasion for it in this session.
score-why-open-table = At an open table what is not entered may have been said; so it is not measured.
score-why-not-discriminating = In this case silo and collaborating companies hardly differ in this; so it does not count.
score-why-not-built = Not measured in this version.
score-why-left-out = Bots played the seats, or whoever sat there chose not to be scored.
score-order = order { $order }
score-order-of = the order of { $client }
