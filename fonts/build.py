#!/usr/bin/env python3
"""Cut the Vankien Serif family out of Liberation Serif 2.x.

Needs fonttools (pip install fonttools) and the four LiberationSerif-*.ttf
faces (Debian: apt install fonts-liberation2).  The same sources and the same
fonttools release always give the same bytes.
"""

import argparse
from pathlib import Path

from fontTools import subset

FAMILY = "Vankien Serif"
SOURCE_FAMILY = "Liberation Serif"
SOURCE_DIR = Path("/usr/share/fonts/truetype/liberation2")
FACES = ("Regular", "Bold", "Italic", "BoldItalic")

# Inclusive ranges of code points to keep; those the source lacks are skipped.
RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x017F),  # Latin Extended-A: Ă Đ Ĩ Ũ and others
    (0x01A0, 0x01A1),  # Ơ
    (0x01AF, 0x01B0),  # Ư
    (0x0180, 0x0180), (0x0243, 0x0243), (0x02BC, 0x02BC),  # ƀ Ƀ ʼ of Ê-đê, Gia-rai, M'nông
    (0x1E00, 0x1EFF),  # Latin Extended Additional: letters with tone marks
    (0x2010, 0x2015), (0x2018, 0x201E),  # dashes, quotes
    (0x2190, 0x2193),  # arrows
    (0x2074, 0x2079),  # superscripts (¹²³ are in Latin-1)
)
CHARACTERS = (
    "\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323"  # combining marks
    "\u2007\u2009\u202F"  # spaces
    "†‡•…‰′″‹›⁄⁰"
    "₫€№™⅓⅔⅛⅜⅝⅞"
    "−≤≥≠≈√∞"  # ± × ÷ are in Latin-1
    "■□▪▫●○◊☐☑☒✓"
)

# Name records to keep.  Dropped: 7 (trademark of the reserved name) and
# 8, 11, 12 (manufacturer and its links, which did not make this version).
NAME_IDS = (0, 1, 2, 3, 4, 5, 6, 9, 10, 13, 14, 16, 17)


def wanted():
    """Return the set of code points to keep."""
    points = {ord(char) for char in CHARACTERS}
    for first, last in RANGES:
        points.update(range(first, last + 1))
    return points


def subset_options():
    """Return the options of the subsetter."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["*"]
    options.layout_scripts = ["DFLT", "latn"]
    options.name_IDs = list(NAME_IDS)
    options.notdef_outline = True
    options.drop_tables += ["FFTM"]
    options.recalc_timestamp = False
    options.harfbuzz_repacker = False  # one packer, the same bytes everywhere
    return options


def rename(font):
    """Take the reserved name out of the name table."""
    names = font["name"]
    style = names.getDebugName(2)
    version = names.getDebugName(5).removeprefix("Version ")
    postscript = f"{FAMILY.replace(' ', '')}-{style.replace(' ', '')}"
    values = {
        1: FAMILY,
        3: f"{version};{postscript}",
        4: f"{FAMILY} {style}",
        5: f"Version {version}; derived from {SOURCE_FAMILY} {version}",
        6: postscript,
        16: FAMILY,
    }
    for record in names.names:
        if record.nameID in values:
            record.string = values[record.nameID]


def anchor_horns(font):
    """Let marks stand on ơ and Ơ where they stand on o and O.

    Vietnamese has these letters with their tones as characters of their own;
    Ê-đê and Gia-rai put a breve over them, for which the source has no anchor.
    """
    glyphs = font.getBestCmap()
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable if lookup.LookupType == 4 else ():
            names = table.BaseCoverage.glyphs
            bases = dict(zip(names, table.BaseArray.BaseRecord))
            for plain, horned in (("o", "ơ"), ("O", "Ơ")):
                bases[glyphs[ord(horned)]] = bases[glyphs[ord(plain)]]
            names[:] = sorted(bases, key=font.getGlyphID)
            table.BaseArray.BaseRecord = [bases[name] for name in names]
            table.BaseArray.BaseCount = len(names)


def build(source, target, options):
    """Write the subset of the face `source` to `target`."""
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted())
    subsetter.subset(font)
    rename(font)
    anchor_horns(font)
    subset.save_font(font, str(target), options)
    lacking = sorted(wanted() - font.getBestCmap().keys())
    print(f"{target.name}: {target.stat().st_size} bytes, "
          f"{font['maxp'].numGlyphs} glyphs; the source lacks",
          " ".join(f"U+{point:04X}" for point in lacking) or "nothing")


def main():
    """Build the four faces."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path, nargs="?", default=SOURCE_DIR,
                        help="folder of the source fonts (%(default)s)")
    parser.add_argument("output", type=Path, nargs="?",
                        default=Path(__file__).resolve().parent,
                        help="folder to write to (that of this script)")
    args = parser.parse_args()
    for face in FACES:
        build(args.source / f"LiberationSerif-{face}.ttf",
              args.output / f"VankienSerif-{face}.ttf", subset_options())


if __name__ == "__main__":
    main()
