#!/usr/bin/env python3
"""Writes Sources/CFoldTable/fold_table.c: what SearchFold makes of every Unicode scalar.

Only Python's standard library is needed. The table follows the Unicode version of the Python that runs this script
(14.0 in Debian 12's Python 3.11), which is written into the file. Run it without arguments from anywhere in the
repository; with --check it only says whether the file in the tree is what it would write (nothing, when a Unicode
version is given that this Python does not have).

Each scalar has a class (how SearchFold's machine treats it) and a mapping (the UTF-8 bytes written instead of it, or
none when it stands for itself). A change of either changes stored indexes: raise SearchFold.version with it.
"""

import pathlib
import sys
import unicodedata

OUTPUT = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "CFoldTable" / "fold_table.c"

# The order is that of ScalarClass in Swift and of wd_fold_class in the header.
CLASSES = [
    "separator", "letter", "digit", "mark", "ignorable", "apostrophe", "hyphen", "period", "comma", "ampersand",
    "plus", "hash", "space", "groupSpace", "han", "hiragana", "katakana", "southeastBase", "southeastLead",
    "southeastMark", "stacker", "hangul", "jamoLead", "jamoVowel", "jamoTail", "composing", "kanaVoice", "nukta",
    "zeroWidthNonJoiner", "middleDot", "quote", "expand",
]
CLASS = {name: number for number, name in enumerate(CLASSES)}

# Letters that no decomposition takes to what people type for them.
LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i",
    "ŋ": "n", "ƒ": "f", "ƀ": "b", "ɓ": "b", "ƈ": "c", "ɖ": "d", "ɗ": "d", "ɠ": "g", "ɨ": "i", "ƙ": "k", "ƚ": "l",
    "ɫ": "l", "ƞ": "n", "ɲ": "n", "ɵ": "o", "ƥ": "p", "ƭ": "t", "ʈ": "t", "ʉ": "u", "ʋ": "v", "ƴ": "y", "ƶ": "z",
    "ə": "e", "ǝ": "e", "ȷ": "j", "ɉ": "j", "ⱥ": "a", "ȼ": "c", "ɇ": "e", "ǥ": "g", "ⱦ": "t", "ɍ": "r", "ɏ": "y",
    # Cyrillic: ge with upturn was written without it for sixty years.
    "ґ": "г",
    # Arabic script: spelling variants and the letters of Persian and Urdu that stand for the same sounds.
    "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ٵ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ہ": "ه",
    "ە": "ه", "ۃ": "ه",
    # Devanagari: candrabindu and anusvara are written for one another.
    "ँ": "ं",
}
# Letters whose mark makes another letter of the alphabet, not an accent; the machine composes their decomposed form.
DISTINCT = set("йўїѓќ")

APOSTROPHES = set("'`´‘’‛ʹʻʼʽʾʿˈꞌꞋ׳′＇")
HYPHENS = set("-‐‑﹣－")
QUOTES = set("\"״")
IGNORABLE_FORMAT = [
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x0640, 0x0640), (0x07FA, 0x07FA), (0x115F, 0x1160),
    (0x17B4, 0x17B5), (0x180B, 0x180F), (0x1806, 0x1806), (0x200B, 0x200B), (0x200D, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F),
    (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xE0000, 0xE0FFF),
]
# Marks that only refine a letter: accents, Hebrew points and accents, Arabic and Syriac vowel signs.
DROPPED_MARKS = [
    (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670),
    (0x06D6, 0x06ED), (0x0711, 0x0711), (0x0730, 0x074A), (0x08D3, 0x08FF), (0x1AB0, 0x1AFF), (0x1CD0, 0x1CFA),
    (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0x2CEF, 0x2CF1), (0x2DE0, 0x2DFF), (0x302A, 0x302F), (0xA66F, 0xA67D),
    (0xA69E, 0xA69F), (0xFB1E, 0xFB1E), (0xFE20, 0xFE2F),
]
HAN = [
    (0x2E80, 0x2FD5), (0x3005, 0x3007), (0x3021, 0x3029), (0x3038, 0x303B), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF), (0x20000, 0x2FA1F), (0x30000, 0x3134F),
]
HIRAGANA = [(0x3041, 0x3096), (0x309D, 0x309F), (0x1B001, 0x1B11F), (0x1B150, 0x1B152)]
KATAKANA = [(0x30A1, 0x30FA), (0x30FC, 0x30FF), (0x31F0, 0x31FF), (0x1B000, 0x1B000), (0x1B164, 0x1B167)]
SOUTHEAST = [
    (0x0E00, 0x0E7F), (0x0E80, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F),
]
SOUTHEAST_LEAD = [(0x0E40, 0x0E44), (0x0EC0, 0x0EC4)]
SOUTHEAST_FOLLOW = [(0x0E30, 0x0E30), (0x0E32, 0x0E33), (0x0E45, 0x0E45), (0x0EB0, 0x0EB0), (0x0EB2, 0x0EB3)]


def within(ranges, point):
    return any(first <= point <= last for first, last in ranges)


def is_dropped(character):
    point = ord(character)
    return within(DROPPED_MARKS, point) or within(IGNORABLE_FORMAT, point) or unicodedata.category(character) == "Me"


def fold_once(character):
    """The replacement of one character, perhaps still foldable."""
    if character in DISTINCT or character in APOSTROPHES:
        return character
    if character in LETTERS:
        return LETTERS[character]
    decimal = unicodedata.decimal(character, None)
    if decimal is not None:
        return str(decimal)
    point = ord(character)
    if 0xAC00 <= point <= 0xD7A3:
        return character
    if within(HIRAGANA, point) or within(KATAKANA, point):
        composed = unicodedata.normalize("NFC", character)
        return composed
    if unicodedata.category(character) in ("Sk", "Zs") and len(unicodedata.normalize("NFKD", character)) > 1:
        return " "  # Spacing clones of accents would leave a stray mark behind.
    lowered = character.lower() if len(character.lower()) == 1 else character
    if lowered in DISTINCT:
        return lowered
    # The iota subscript must go as the accent it is before case folding makes a letter of it.
    decomposed = unicodedata.normalize("NFKD", character)
    return "".join(c for c in decomposed if c != "\u0345").casefold()


def fold(character):
    """What the machine reads instead of `character`: a fixed point of fold_once, without the marks that are dropped."""
    if character in "\u0301\u0306\u0308\u3099\u309A":
        return character
    text = character
    for _ in range(8):
        pieces = [fold_once(c) for c in text if len(text) == 1 or not is_dropped(c)]
        folded = "".join(pieces)
        if folded == text:
            break
        text = folded
    kept = "".join(c for c in text if not is_dropped(c))
    # Half-width voiced kana come as two scalars and are composed by the machine.
    return kept


def class_of(character):
    """The class of a character that folds to itself."""
    point = ord(character)
    category = unicodedata.category(character)
    if character in "\u0301\u0306\u0308":
        return "composing"
    if character in "\u3099\u309A":
        return "kanaVoice"
    if point == 0x200C:
        return "zeroWidthNonJoiner"
    if is_dropped(character):
        return "ignorable"
    if character in APOSTROPHES:
        return "apostrophe"
    if character in HYPHENS:
        return "hyphen"
    if character in QUOTES:
        return "quote"
    single = {
        ".": "period", ",": "comma", "&": "ampersand", "+": "plus", "#": "hash", " ": "space", "\n": "space",
        "\u00B7": "middleDot", "\u093C": "nukta", "\u17D2": "stacker", "\u1039": "stacker",
    }
    if character in single:
        return single[character]
    if point in (0x00A0, 0x202F, 0x2009, 0x2007):
        return "groupSpace"
    if category == "Nd":
        return "digit"
    if category[0] in "LN" and within(HAN, point):
        return "han"
    if category[0] == "L" and within(HIRAGANA, point):
        return "hiragana"
    if category[0] == "L" and within(KATAKANA, point):
        return "katakana"
    if within(SOUTHEAST, point) and category[0] in "LM":
        if within(SOUTHEAST_LEAD, point):
            return "southeastLead"
        if category[0] == "M" or within(SOUTHEAST_FOLLOW, point):
            return "southeastMark"
        return "southeastBase"
    if 0xAC00 <= point <= 0xD7A3:
        return "hangul"
    if 0x1100 <= point <= 0x1112:
        return "jamoLead"
    if 0x1161 <= point <= 0x1175:
        return "jamoVowel"
    if 0x11A8 <= point <= 0x11C2:
        return "jamoTail"
    if category in ("Mn", "Mc"):
        return "mark"
    if category[0] in "LN":
        return "letter"
    return "separator"


def record(point):
    """(class, mapping bytes) of a scalar; no bytes means the scalar's own."""
    character = chr(point)
    if unicodedata.category(character) in ("Cn", "Co", "Cs") and not is_dropped(character):
        return ("separator", b"")
    if point in (0x00A0, 0x202F, 0x2009, 0x2007):
        return ("groupSpace", b"")
    if character in APOSTROPHES:
        return ("apostrophe", b"")
    if character in QUOTES:
        return ("quote", b"")
    if is_dropped(character) and character not in "\u0301\u0306\u0308\u3099\u309A":
        return ("ignorable", b"")
    mapped = fold(character)
    if mapped == character:
        return (class_of(character), b"")
    if not mapped:
        return ("ignorable", b"")
    classes = {class_of(c) for c in mapped}
    if classes <= {"separator", "space"}:
        return ("separator", b"")
    if len(mapped) == 1 or classes == {"letter"}:
        return (classes.pop(), mapped.encode())
    return ("expand", mapped.encode())


def build():
    pool = bytearray()
    offsets = {}
    records = {}
    order = []
    stage2 = []
    blocks = {}
    stage1 = []
    for block in range(0x110000 >> 8):
        row = []
        for point in range(block << 8, (block + 1) << 8):
            name, mapping = record(point)
            key = (name, mapping)
            if key not in records:
                if mapping and mapping not in offsets:
                    found = pool.find(mapping)
                    if found < 0:
                        found = len(pool)
                        pool += mapping
                    offsets[mapping] = found
                records[key] = len(order)
                order.append((CLASS[name], len(mapping), offsets.get(mapping, 0)))
            row.append(records[key])
        row = tuple(row)
        if row not in blocks:
            blocks[row] = len(blocks)
            stage2.extend(row)
        stage1.append(blocks[row])
    assert len(order) < 65536 and len(pool) < 65536 and len(blocks) < 65536
    return stage1, stage2, order, bytes(pool)


def ascii_action(point):
    """The folded letter or digit, 1 for what only separates, 0 for what a rule looks at."""
    name, mapping = record(point)
    if name in ("letter", "digit"):
        return mapping[0] if mapping else point
    return 1 if name in ("separator", "space") else 0


def lines(values, per_line):
    return "\n".join(
        "    " + ",".join(str(v) for v in values[i:i + per_line]) + "," for i in range(0, len(values), per_line))


def render():
    stage1, stage2, order, pool = build()
    return f"""// Written by Scripts/generate-fold-table.py from Unicode {unicodedata.unidata_version}; do not edit.
#include "fold_table.h"

const char wd_fold_unicode_version[] = "{unicodedata.unidata_version}";

const uint16_t wd_fold_stage1[{len(stage1)}] = {{
{lines(stage1, 32)}
}};

const uint16_t wd_fold_stage2[{len(stage2)}] = {{
{lines(stage2, 32)}
}};

const wd_fold_record wd_fold_records[{len(order)}] = {{
{lines(['{%d,%d,%d}' % r for r in order], 12)}
}};

const uint8_t wd_fold_ascii_actions[128] = {{
{lines([ascii_action(point) for point in range(128)], 32)}
}};

const uint8_t wd_fold_pool[{len(pool)}] = {{
{lines(list(pool), 32)}
}};
"""


def main():
    checks = "--check" in sys.argv[1:]
    if checks and sys.argv[2:] not in ([], [unicodedata.unidata_version]):
        print(f"this Python has Unicode {unicodedata.unidata_version}; nothing was checked")
        return
    text = render()
    if checks:
        if OUTPUT.read_text() != text:
            sys.exit(f"{OUTPUT} differs from what this script writes; run it and raise SearchFold.version")
        print("fold table is up to date")
        return
    OUTPUT.write_text(text)


if __name__ == "__main__":
    main()
