"""The scale: what bots reach is 20 and 80, and where they do not differ there is none."""

from sandgame.frames.marks import Anchor, Piece
from sandgame.rules.ids import SeatId
from sandgame.scoring.anchoring import REFERENCE, SILO, Scale, anchors_of, band_of, discriminates, tally
from sandgame.scoring.estimate import estimated

SEAT = SeatId(1)


def pieces(*credits_: int, weight: int = 2_000) -> list[Piece]:
    return [Piece("T1", "kept", 1, (n,), SEAT, credit=credit, weight=weight) for n, credit in enumerate(credits_)]


def one_anchor(silo: list[Piece], reference: list[Piece], mixed: list[Piece]) -> Anchor | None:
    found = anchors_of([tally(silo)], [tally(reference)], [tally(mixed)], 8).anchors
    return found[0] if found else None


def test_games_like_those_of_the_bots_lie_at_20_and_at_80_however_few_opportunities_they_have() -> None:
    silo, reference = pieces(0, 0, 500), pieces(1_000, 1_000)
    anchor = one_anchor(silo, reference, [*silo * 6, *reference * 6])
    assert anchor is not None
    scale = Scale(1_000 * anchor.silo, 1_000 * anchor.reference)
    for group, points in ((silo, SILO), (reference, REFERENCE)):
        weighed = [piece.weighing(1_000) for piece in group]
        assert abs(scale.points(estimated(weighed, anchor.prior).value) - points) <= 20


def test_prior_and_usual_weight_are_those_of_the_mixed_companies() -> None:
    mixed = [*pieces(*[1_000] * 15, weight=1_000), *pieces(*[0] * 15, weight=3_000)]
    anchor = one_anchor(pieces(0), pieces(1_000), mixed)
    assert anchor is not None
    assert (anchor.prior, anchor.scale) == (250, 2_000)


def test_no_prior_is_certain() -> None:
    anchor = one_anchor(pieces(0), pieces(1_000), pieces(*[1_000] * 30))
    assert anchor is not None
    assert anchor.prior == 950


def test_a_department_with_too_few_opportunities_or_without_one_in_a_group_has_no_anchor() -> None:
    assert one_anchor(pieces(0), pieces(1_000), pieces(1_000, 0)) is None
    assert one_anchor([], pieces(1_000), pieces(*[1_000] * 30)) is None


def test_a_scale_that_hardly_differs_or_stands_on_its_head_means_nothing() -> None:
    ends = [(400, 449), (400, 450), (800, 300)]
    assert [discriminates(Anchor(SEAT, "T1", *end, 500, 1)) for end in ends] == [False, True, False]
    assert not discriminates(None)


def test_a_band_is_named_only_if_the_interval_clears_the_cut() -> None:
    ends = ((500, 3_999), (500, 4_000), (4_500, 5_500), (6_000, 9_000), (6_001, 9_000))
    assert [band_of(*each) for each in ends] == ["silo", "between", "between", "between", "reference"]
