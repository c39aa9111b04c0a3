"""Work without an end, for whoever must be able to break it off."""

import time


def for_ever(_task: int) -> None:
    print("busy", flush=True)
    while True:
        time.sleep(0.01)


if __name__ == "__main__":
    for_ever(0)
