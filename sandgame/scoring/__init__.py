"""a log and its worths -> marks, each citing its evidence

Why (2026-11-22): a mark is a base, what the neutral prior alone would give, and what each piece of evidence moves it
by. The influence of a piece by leaving it out, as measurement knows it, does not add up where indicators are joined
by roots: so each piece's share of its estimate, (w · (f − x0)) / (W + m), is carried over by the principle's mean
slope on the way from the priors to now, and rounded by largest remainder. The parts sum to the points to the
hundredth.

Why (2026-11-22): weights are held against what is usual in the case, not against the mean of the log at hand: there,
one more light opportunity with full credit would make the others heavier and could lower the estimate. Adding a
success never does.

Why (2026-11-22): anchors are kept by indicator, and a principle's silo and reference are reckoned from those of the
terms that count: what has no opportunity leaves its weight to the others and takes its part of the scale with it. An
indicator on which the reference is not clearly above silo bears no points of its own; it stays among the facts.

Why (2026-11-22): a week counts for a seat if a person held it all through. Whose doing an event is, and what silence
means, is said once, in the record; indicators ask it. Silence of a seat for which time ended before it said anything
is a default, and no choice.

Why (2026-11-22): a team's points are those of the departments' mean value on the mean of their scales. The mean of
their points would let those speak loudest whose bots hardly differ: its interval was up to twice as wide.

Why (2026-11-22): where measurement asks for a bootstrap (N2, C1, C2, I3, G1) the interval is that of the variance
which resampling the pieces comes to, in closed form, with the prior's own beside it: no dice, and not certain when
few pieces happen to be alike.

Why (2026-11-22, version 2): who promised half of what fitted gained points, for T3 and I4 counted promises where T1
weighs units: one large promise half kept was one failure, the same in small pieces several kept ones. Now they go by
units and stake, N2 by what was agreed, C1 once for each need: nothing is gained by saying the same in pieces. R2 asks
how much of what fits an alternative offers, and none where nothing fits any more; a restatement alone is no answer.

Why (2026-11-22, version 3): what was bad gets better by itself, so that who ignored every wish had .25 of I1 and lay
near 40, above who is asked for nothing: now that is its silo, measured. And a cause that blames others against the log
is no explanation in I4: it brought as much as an apology.
"""
