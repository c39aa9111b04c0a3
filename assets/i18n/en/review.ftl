# Review: tell those who served you
review-sentence = Review: tell those who served you
review-check = Rate those who served me { $done }/{ $of }
review-done = Finish review
review-unrated-title = Finish with departments unrated?
review-unrated-line = { $name } has no rating yet; this week would count as not rated.
review-unrated-begun = { $name } has no full rating yet: your marks and words go out only once all three are set.
review-unrated-go = Finish without
review-unrated-back = Back to rating
review-card-title = Finish with a thank-you card not sent?
review-card-line = The thank-you card for { $name } is open but not sent.
review-card-go = Finish without it
review-card-back = Back to the card
review-title = Who served you this week
review-note = One tap sets all three, then change what differs; shown when all are done
review-all = All three
review-reliability = Reliability: kept its word
review-responsiveness = Responsiveness: in time
review-empathy = Empathy: knew my need
review-scale = 1 = not at all · 5 = fully
review-comment = Add a line (optional)
review-empty = Nobody served you this week, so there is nothing to rate. You can finish.
review-rated = rated
review-unrated = to rate
review-fact-kept = { $what }: all there in time.
review-fact-late = { $what }: all there now, later than agreed.
review-fact-partly = { $what }: { $units } came so far, not due yet.
review-fact-broken = { $what }: { $units } of { $of } there when due.
review-fact-spoilt = { $units } of what came could not be used.
review-fact-answered = { $count ->
    [one] It answered { $count } line of yours.
   *[other] It answered { $count } lines of yours.
 }
review-fact-declined = { $count } of them declined.
review-fact-unanswered = { $count ->
    [one] { $count } line had no answer.
   *[other] { $count } lines had no answer.
 }
review-fact-none = Nothing between you was open this week.
review-thank = Thank-you card
review-thank-note = For those who kept a promise, up to { $most } a week; it takes 1 h off their fatigue
review-thank-may = Thank { $name }
review-thank-sent = { $name } thanked
review-thank-not = { $name } kept no promise to you this week
review-thank-full = { $name }: this week's cards are used
review-thank-none = Nobody to thank this week.
review-thank-reason = Say why in a line (optional)
review-thank-send = Send
review-received = What others gave me
review-received-empty = Nothing yet. Once all have finished their review, your internal customers' ratings appear here.
review-received-note = Means up to last week, 1 = not at all, 5 = fully
review-quote = “{ $text }”
review-thanks-from = { $count ->
    [one] { $count } thank-you card received
   *[other] { $count } thank-you cards received
 }
