"""What a seat alone may read back."""

from sandgame.host.sealing import ONES_OWN, opened, seal, secret_of

PLAIN = "我想把话说早一点".encode()


def test_what_was_sealed_is_read_by_its_own_token_alone() -> None:
    mine, other = secret_of("0" * 32), secret_of("1" * 32)
    sealed = seal(mine, PLAIN)
    assert PLAIN not in sealed
    assert opened(mine, sealed) == PLAIN
    assert opened(other, sealed) is None
    assert opened(ONES_OWN, sealed) is None


def test_what_was_changed_on_the_disk_is_not_read() -> None:
    mine = secret_of("0" * 32)
    sealed = bytearray(seal(mine, PLAIN))
    sealed[len(sealed) // 2] ^= 1
    assert opened(mine, bytes(sealed)) is None
    assert opened(mine, b"") is None


def test_the_same_answers_sealed_twice_do_not_look_alike() -> None:
    assert seal(ONES_OWN, PLAIN) != seal(ONES_OWN, PLAIN)
