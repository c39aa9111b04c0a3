"""How a figure is taken and printed: medians of several runs, one JSON line each."""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Sequence


def runs(default: int) -> int:
    """How often each figure is taken, from the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=default)
    return max(1, int(parser.parse_args().runs))


def seconds(work: Callable[[], object], times: int) -> list[float]:
    """One warm-up, then so many timed runs."""
    work()
    taken: list[float] = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return taken


def put_spread(name: str, values: Sequence[float], unit: str, aim: str) -> None:
    """Prints the median, and what only one in twenty passes; the aim is for the latter."""
    high = sorted(values)[max(0, -(-len(values) * 19 // 20) - 1)]
    for which, value, wanted in (("p50", statistics.median(values), {}), ("p95", high, {"aim": aim})):
        line = {"name": f"{name}.{which}", "value": round(value, 3), "unit": unit, "runs": len(values)}
        print(json.dumps(line | wanted, ensure_ascii=False), flush=True)


def put(name: str, values: Sequence[float], unit: str, aim: str = "") -> None:
    """Prints the median of `values`."""
    line = {"name": name, "value": round(statistics.median(values), 3), "unit": unit, "runs": len(values)}
    print(json.dumps(line | ({"aim": aim} if aim else {}), ensure_ascii=False), flush=True)
