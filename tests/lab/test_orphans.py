"""A program that is broken off takes along what it started: nobody stays behind and holds its pipes."""

import subprocess
import sys
import textwrap

import pytest

from tests.house.tree import ROOT

BUSY = """
    from sandgame.lab.pool import {name}
    from tests.kit.busy import for_ever
    if __name__ == "__main__":
        {use}
"""
PARENTS = {
    "one beside the host": ("Aside", "Aside().ask(for_ever, 1)"),
    "many of them": ("run_all", "run_all(for_ever, [1, 2], 2)"),
}


@pytest.mark.parametrize("parent", PARENTS)
def test_who_works_for_a_program_that_was_killed_ends_with_it(parent: str) -> None:
    name, use = PARENTS[parent]
    program = textwrap.dedent(BUSY.format(name=name, use=use))
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"busy\n"
        process.kill()
        # read to its end: that comes when nobody holds the pipe any more
        process.communicate(timeout=60)


def test_a_host_of_a_test_that_is_broken_off_ends_with_it() -> None:
    program = """
        from tests.kit.tethered import started
        process = started("tests.kit.busy", ["1"])
        print(process.stdout.readline(), end="", flush=True)
        process.stdout.readline()
    """
    words = [sys.executable, "-c", textwrap.dedent(program)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"busy\n"
        process.kill()
        process.communicate(timeout=60)
