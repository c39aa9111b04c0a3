#!/usr/bin/env python3
"""Sets up what is missing, then runs the program or the tests; needs nothing but Python itself.

The two commands:
    python3 bootstrap.py run  [what main.py is to be told]
    python3 bootstrap.py test [what pytest is to be told]
"""

# Old Pythons must be able to read this file, so that they can say what is wrong.
from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
PLACE = ROOT / ".venv"
PROGRAMS = PLACE / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
UNFINISHED = PLACE / "unfinished"  # stands while the environment is being changed
MADE_AT = PLACE / "made-at"  # where this program made it; an environment made by hand has none
DEMONSTRATION = ROOT / "demo"

# What Qt asks of a Linux system: file -> the package that brings it on Debian and Ubuntu.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("deptry", "."),
)
# a worker that died is not replaced: what replaces it is given the same tests again, without an end
TESTS = ("pytest", "--numprocesses", "auto", "--dist", "loadfile", "--max-worker-restart", "0")


def say(words: str) -> None:
    print(f"[set-up] {words}", file=sys.stderr, flush=True)


def stop(words: str) -> SystemExit:
    return SystemExit(f"[set-up] {words}")


def on_linux() -> bool:
    return sys.platform.startswith("linux")


def has_screen() -> bool:
    return not on_linux() or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# The system


def is_missing(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return True
    return False


def set_up_system() -> None:
    """Brings the libraries that Qt asks for, where this is a Debian or Ubuntu; says what to install elsewhere."""
    if not on_linux():
        return
    wanted = {**LIBRARIES, **WINDOW_LIBRARIES} if has_screen() else LIBRARIES
    libraries = [library for library in wanted if is_missing(library)]
    packages = [wanted[library] for library in libraries]
    if importlib.util.find_spec("ensurepip") is None:
        packages.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    if not packages:
        return
    if shutil.which("apt-get") is None:
        raise stop(install_line_elsewhere(libraries, packages))
    apt_install(packages)
    still = [library for library in libraries if is_missing(library)]
    if still:
        raise stop(f"These libraries are still missing: {' '.join(still)}")


def apt_install(packages: list[str]) -> None:
    update, install = (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "--yes", "--no-install-recommends", *packages],
    )
    root = os.geteuid() == 0
    line = " && ".join(" ".join(command if root else ["sudo", *command]) for command in (update, install))
    by_hand = f"Please install by hand, then start again:\n    {line}"
    if not root and shutil.which("sudo") is None:
        raise stop(f"System packages are missing, and this user may not install them. {by_hand}")
    rise = [] if root else ["sudo"] if sys.stdin.isatty() else ["sudo", "-n"]
    say(f"Installing system packages with apt-get: {' '.join(packages)}")
    for command in (update, install):
        # through env, as sudo hands no variables on
        whole = [*rise, "env", "DEBIAN_FRONTEND=noninteractive", *command]
        done = subprocess.run(whole, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode:
            last = "\n".join(done.stderr.splitlines()[-3:])
            raise stop(f"apt-get could not do it; is there a connection to the network?\n{last}\n{by_hand}")


def install_line_elsewhere(libraries: list[str], packages: list[str]) -> str:
    for tool in ("dnf", "zypper"):
        if shutil.which(tool) and libraries:
            # both take the file that is wanted in place of a package's name
            files = " ".join(f"'{library}()(64bit)'" for library in libraries)
            return f"Please install what is missing, then start again:\n    sudo {tool} install {files}"
    files = " ".join(libraries) or "the venv module of Python"
    return (
        f"This system lacks {files}. Please install the packages that bring them, then start again; "
        f"on Debian and Ubuntu:\n    sudo apt-get install {' '.join(packages)}"
    )


# The environment


def fingerprint(pins: Path) -> str:
    """Changes when the pins, the Python or the place of this folder do."""
    parts = (pins.read_bytes(), sys.version.encode(), str(PLACE).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_set_up(name: str) -> bool:
    stamp = PLACE / f"{name}.stamp"
    if UNFINISHED.exists() or not PYTHON.exists() or not stamp.exists():
        return False
    return stamp.read_text(encoding="ascii") == fingerprint(ROOT / "requirements" / f"{name}.txt")


def is_sound() -> bool:
    """Whether an environment is there, whole, in its own place and of this very Python."""
    if UNFINISHED.exists() or not PYTHON.exists():
        return False
    if MADE_AT.exists() and MADE_AT.read_text(encoding="utf-8") != str(PLACE):
        return False  # the programs in it begin with the path of their Python
    question = "import sys, pip; print(sys.version); print(sys.prefix)"
    answer = subprocess.run([str(PYTHON), "-c", question], capture_output=True, text=True, check=False)
    return answer.returncode == 0 and answer.stdout.strip() == f"{sys.version}\n{PLACE}"


def make_environment() -> None:
    if PLACE.exists():
        say(f"{PLACE.name} is unfinished, was moved or is of another Python: making it anew")
        shutil.rmtree(PLACE)
    else:
        say(f"Making a Python environment in {PLACE.name}")
    PLACE.mkdir()
    UNFINISHED.touch()
    done = subprocess.run([sys.executable, "-m", "venv", str(PLACE)], check=False)
    if done.returncode:
        raise stop(f"{sys.executable} could not make an environment; what it said stands above.")
    MADE_AT.write_text(str(PLACE), encoding="utf-8")
    UNFINISHED.unlink()


def set_up_environment(name: str) -> None:
    """Installs the pins of requirements/<name>.txt, each checked against its hash."""
    if is_set_up(name):
        return
    if not is_sound():
        make_environment()
    pins = ROOT / "requirements" / f"{name}.txt"
    say(f"Installing {pins.relative_to(ROOT)}: up to 120 MB to fetch the first time, a minute or two")
    UNFINISHED.touch()
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    checked = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(pins)]
    done = subprocess.run([str(PYTHON), *install, *checked], check=False)
    if done.returncode >= 0:  # pip that fails leaves things as they were; pip that was killed does not
        UNFINISHED.unlink()
    if done.returncode:
        raise stop("The Python packages could not be fetched; is there a connection to the network? Then start again.")
    (PLACE / f"{name}.stamp").write_text(fingerprint(pins), encoding="ascii")


# The two commands


def environment_variables() -> dict[str, str]:
    variables = dict(os.environ)
    if not has_screen():
        variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    return variables


def run(arguments: list[str]) -> int:
    if not is_set_up("dev"):  # it holds all of app
        set_up_environment("app")
    shown = not arguments and not has_screen()
    if shown:
        say("There is no screen here: playing the demonstration session instead of opening the window")
        arguments = ["demo", "--out", str(DEMONSTRATION)]
    command = [str(PYTHON), str(ROOT / "main.py"), *arguments]
    result = subprocess.call(command, env=environment_variables())
    if shown and result == 0:
        say(f"The result lies in {DEMONSTRATION}")
    return result


def test(arguments: list[str]) -> int:
    set_up_environment("dev")
    if arguments[:1] == ["--"]:
        arguments = arguments[1:]
    failed = []
    for check in (*CHECKS, (*TESTS, *arguments)):
        say(" ".join(check))
        if subprocess.call([str(PROGRAMS / check[0]), *check[1:]], cwd=ROOT, env=environment_variables()):
            failed.append(" ".join(check))
    say(f"Not passed: {'; '.join(failed)}" if failed else "Everything passed")
    return 1 if failed else 0


def main() -> int:
    commands = {"run": run, "test": test}
    command = commands.get(sys.argv[1]) if len(sys.argv) > 1 else None
    if command is None:
        raise SystemExit(__doc__)
    if sys.version_info < OLDEST:
        raise stop(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}.")
    set_up_system()
    try:
        return command(sys.argv[2:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
