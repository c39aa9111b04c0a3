"""A host for journeys, as its own process: bots act at once, no clock runs unless asked for.

python -m tests.kit.hosting FOLDER CASE TABLES LENGTH PORT [new|resume] [SECONDS] [tls|plain]: CASE `trial` is the one
made in code. Prints the line that the command prints.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from sandgame.frames.classroom import ClassSetup, Seconds
from sandgame.host.cases import Cases
from sandgame.host.players import at_once
from sandgame.net.service import Hosting, run
from tests.kit.trial import PACKAGE


def main(
    folder: str, case: str, tables: str, length: str, port: str, how: str = "new", seconds: str = "0", tls: str = "tls"
) -> None:
    package = PACKAGE if case == "trial" else Cases().package(case)
    each = int(seconds)
    time = Seconds(each, each, each, each, each, 100)
    setup = ClassSetup(case=case, tables=int(tables), length=int(length), seconds=time)
    new = how == "new"
    hosting = Hosting(
        Path(folder),
        setup if new else None,
        package if new else None,
        int(port),
        at_once,
        tls == "tls",
        beacon=None,
    )
    run(hosting, lambda ready: print(json.dumps(asdict(ready)), flush=True))
    assert not any(name.startswith("PySide6") for name in sys.modules)


if __name__ == "__main__":
    main(*sys.argv[1:])
