# Signs: shown to the whole table without a word
sign-mine = My sign
sign-mine-tip = The whole table sees it; click again to put it away.
sign-steady = Steady
sign-loaded = Loaded
sign-stuck = Stuck
sign-pleased = Pleased
sign-tip = { $department } shows: { $sign }. That is what they show; it may be false.
sign-tip-mine = You show: { $sign }. The whole table sees it.
