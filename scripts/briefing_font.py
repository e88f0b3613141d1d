"""How was the font of printed briefings made? `pip install fonttools`, then: python scripts/briefing_font.py NotoSansCJK-Regular.ttc"""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path

from fontTools import subset

ROOT = Path(__file__).parent.parent
OUT = ROOT / "assets" / "fonts" / "noto-sans-sc-briefing.otf"
FAMILY = "Noto Sans SC Briefing"
SIMPLIFIED = 2  # the face of the collection that has the forms of mainland China
BLOCKS = ((0x20, 0x7F), (0xA0, 0x250), (0x2010, 0x2040), (0x2070, 0x20D0), (0x2190, 0x2270))


def signs() -> set[str]:
    """Every sign that the font must hold."""
    pairs = (bytes([high, low]) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    found = {pair.decode("gb2312", "ignore") for pair in pairs} - {""}
    found |= {chr(code) for code in chain.from_iterable(range(*block) for block in BLOCKS)}
    for path in (ROOT / "data").rglob("*.*"):
        if path.suffix in (".csv", ".toml"):
            found |= set(path.read_text(encoding="utf-8"))
    return found


def main(source: str) -> None:
    """Cut the font down and rename it, so that no installed font is taken for it."""
    options = subset.Options()
    options.font_number = SIMPLIFIED
    options.hinting = False
    options.layout_features = ["kern", "locl", "ccmp", "palt"]
    options.name_IDs = ["*"]
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE"]
    font = subset.load_font(source, options)
    cut = subset.Subsetter(options)
    cut.populate(unicodes=[ord(sign) for sign in signs()])
    cut.subset(font)
    for record in list(font["name"].names):
        if record.nameID not in (0, 13, 14) or record.langID != 0x409:
            font["name"].removeNames(record.nameID, record.platformID, record.platEncID, record.langID)
    plain = FAMILY.replace(" ", "") + "-Regular"
    for number, name in ((1, FAMILY), (2, "Regular"), (3, plain), (4, f"{FAMILY} Regular"), (6, plain)):
        font["name"].setName(name, number, 3, 1, 0x409)
    table = font["CFF "].cff
    table.fontNames = [plain]
    table.topDictIndex[0].FamilyName, table.topDictIndex[0].FullName = FAMILY, f"{FAMILY} Regular"
    OUT.parent.mkdir(exist_ok=True)
    font.save(OUT)


if __name__ == "__main__":
    main(sys.argv[1])
