# Review: tell those who served you
review-sentence = Review: tell those who served you
review-check = Rate those who served me { $done }/{ $of }
review-check-why = Say why it failed { $done }/{ $of }
review-check-vote = Vote
review-check-voted = Voted
review-done = Finish review
review-unrated-line = { $name } has no rating yet; this week would count as not rated.
review-unrated-begun = { $name } has no full rating yet: your marks and words go out only once every item is set.
review-open-why = { $count ->
    [one] { $count } failure has no cause from you; only the other side's would stand.
   *[other] { $count } failures have no cause from you; only the other side's would stand.
 }
review-open-vote = You have not voted; no vote of yours will count.
review-open-title = Finish with things left open?
review-open-go = Finish without
review-open-back = Go back
review-kpi-moved = My KPI { $kpi } ({ $change }), moved most by: { $why }
review-kpi-moved-points = { $name }, { $was } to { $now } points
review-kpi-moved-judged = satisfaction of your internal customers, counted from this week on ({ $share })
review-title = Who served you this week
review-note = One tap sets all; 1 = not at all, 5 = fully; shown when all are done
review-note-long = Now two items more: assurance (they know their work) and tangibles (what came is in order); shown when all are done
review-all = All three
review-all-five = All five
review-reliability = Reliability
review-reliability-tip = What was promised came, in time and good
review-responsiveness = Responsiveness
review-responsiveness-tip = It answered in time and told me early of changes
review-empathy = Empathy
review-empathy-tip = It understood what I needed and what for
review-assurance = Assurance
review-assurance-tip = It knew its work; I could leave it to them
review-tangibles = Tangibles
review-tangibles-tip = What came, goods or words, was in order and ready to use
review-comment = Add a line (optional)
review-please-change = Please change
review-please-change-tip = Only when ticked does it ask for a change; else it is just a line
review-empty = Nobody served you this week, so there is nothing to rate.
review-rated = rated
review-unrated = to rate
review-fact-kept = { $what }: all there in time.
review-fact-late = { $what }: all there now, later than agreed.
review-fact-partly = { $what }: { $units } came so far, not due yet.
review-fact-broken = { $what }: { $units } of { $of } there when due.
review-fact-warned = It warned in week { $week }.
review-fact-spoilt = { $units } of what came could not be used.
review-fact-answered = It answered { $count } of your requests.
review-fact-declined = { $count } of them declined.
review-fact-unanswered = { $count ->
    [one] { $count } request had no answer.
   *[other] { $count } requests had no answer.
 }
review-fact-change = You asked for a change in week { $week }; it said by this week.
review-fact-none = Nothing between you was open this week.
review-why = Why it failed
review-why-note = Each side picks one, unseen by the other; the debrief compares with the log
review-why-hidden = The other side is choosing too
review-why-largest = Only the largest of each department is asked about; for the rest you can apologise
review-failed = What I did not keep
review-failed-note = You can apologise, with or without words
review-failed-between = { $giver } to { $taker }:
review-failed-owed = { $units } short, still owed
review-failed-late = all there now, later than agreed
review-failed-gone = { $units } short, not to come
review-failed-warned = { $text }; warned
review-failed-earlier = { $count ->
    [one] { $count } more from earlier weeks
   *[other] { $count } more from earlier weeks
 }
review-cause-unclear = unclear
review-cause-could-not = could not
review-cause-third-party = blocked by a third party
review-cause-other-priorities = other priorities
review-apologise = Apologise
review-apologise-hint = Say it in a line (optional)
review-apologise-send = Send apology
review-apologised = apologised
review-apologised-other = they apologised
review-thank = Thank-you card
review-thank-note = For those who kept a promise, up to { $most } a week; each gets back 1 h of what overtime costs it next week, however many thank
review-thank-note-last = For those who kept a promise, up to { $most }
review-thank-may = Thank { $name }
review-thank-sent = { $name } thanked
review-thank-none-due = { $name } owed you nothing this week
review-thank-not = { $name } kept no promise to you this week
review-thank-full = { $name }: this week's cards are used
review-thank-none = Nobody to thank this week.
review-thank-reason = Say why in a line (optional)
review-thank-send = Send
review-thank-goes = goes out with your review
review-vote = Measures
review-vote-needed = { $count ->
    [one] { $count } vote needed
   *[other] { $count } votes needed
 }
review-vote-cost = cost { $price } ({ $money })
review-vote-free = no cost
review-vote-voters = voted: { $departments }
review-vote-none = None this week
review-vote-later = { $count } more, from week { $week }
review-vote-held = Adopted already
review-vote-in-force = in force
review-vote-from = from week { $week }
review-wishes = Asked to change
review-wish-wordless = without a word
review-will-do = By
review-will-do-go = Will do
review-will-do-note = { $department } will see then whether it is done
review-will-do-late = This is the last week: too late to change within this session
review-changes = Changes promised
review-change-mine = Mine to { $department } (asked in week { $week })
review-change-theirs = { $department } to me (asked in week { $week })
review-change-by = by Wk { $week }
review-change-due = this week
review-note-title = What to change (PDCA)
review-note-seen = shown to all after Review
review-note-plan = Plan
review-note-do = Do
review-note-check = Check
review-note-act = Act
review-note-hint = A line
review-note-past = Written in week { $week }
review-received = What others gave me
review-received-empty = Nothing yet. Your internal customers' ratings come with next week's Brief and then stay here.
review-received-last = Nothing yet. This is the last week: your internal customers’ ratings come with your own page after the end.
review-received-week = Week { $week }
review-quote = “{ $text }”
review-thanks-from = { $count ->
    [one] { $count } thank-you card received
   *[other] { $count } thank-you cards received
 }
