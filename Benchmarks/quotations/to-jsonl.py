#!/usr/bin/env python3
"""Converts the marked articles of this folder to one JSON object a line, as scorers of quotations read it.

    to-jsonl.py development|test|all

`=== NAME` opens an article, `=== NAME@de` one in German. `[c1|words]` is content of quotation 1, `[q1|words]` its cue and `[s1|words]` its source; brackets may
nest. Every third article of each file is the test part. Python 3.11, standard library only.
"""
import json
import pathlib
import re
import sys

MARK = re.compile(r"\[([cqs])(\d+)\|")
OPENS, CLOSES = "“«„", "”»"
MARKS = "\"'‘’‚“”„«»‹›"


def stands_between_marks(text, start, end):
    """Whether marks stand right around a part: those of other languages and single ones do not tell by themselves which way they point."""
    before, after = start - 1, end
    while before >= 0 and text[before] in " \u00a0\u202f":
        before -= 1
    while after < len(text) and text[after] in ".,?!… \u00a0\u202f":
        after += 1
    return before >= 0 and text[before] in MARKS and after < len(text) and text[after] in MARKS


def parse(name, marked):
    """The plain text of an article and its quotations, with offsets in code points."""
    text, open_marks, found, place = "", [], {}, 0
    while place < len(marked):
        mark = MARK.match(marked, place)
        if mark:
            open_marks.append((mark[1], int(mark[2]), len(text)))
            place = mark.end()
            continue
        if marked[place] == "]" and open_marks:
            role, number, start = open_marks.pop()
            found.setdefault(number, {"content": [], "cue": [], "source": []})
            found[number][{"c": "content", "q": "cue", "s": "source"}[role]].append([start, len(text)])
        else:
            text += marked[place]
        place += 1
    if open_marks:
        sys.exit(f"{name}: a bracket is not closed")
    inside, within = [], False
    for character in text:
        if character == "\n":
            within = False
        closes = character in CLOSES or character == '"' and within
        inside.append(within and not closes)
        within = not closes and (within or character in OPENS or character == '"')
    quotations = []
    for number, quotation in sorted(found.items()):
        # Marks without content are for the eye: somebody declines to say anything.
        if not quotation["content"]:
            continue
        letters = quoted = 0
        for start, end in quotation["content"]:
            marked_off = stands_between_marks(text, start, end)
            for i in range(start, end):
                letters += text[i].isalnum()
                quoted += text[i].isalnum() and (inside[i] or marked_off)
        share = quoted / max(1, letters)
        quotations.append(quotation | {"negative": False, "kind": "direct" if share >= .9 else "mixed" if share else "indirect"})
    language = name.partition("@")[2] or "en"
    return {"id": name, "language": language, "text": text, "attributions": quotations}


def main():
    if len(sys.argv) != 2 or sys.argv[1] not in ("development", "test", "all"):
        sys.exit(__doc__)
    for path in sorted(pathlib.Path(__file__).parent.glob("*.txt")):
        parts = re.split(r"^=== (\S+)\n", path.read_text(encoding="utf-8"), flags=re.M)[1:]
        for number, (name, marked) in enumerate(zip(parts[::2], parts[1::2])):
            part = "test" if number % 3 == 2 else "development"
            if sys.argv[1] in (part, "all"):
                print(json.dumps(parse(f"{path.stem}/{name}", marked.strip()), ensure_ascii=False))


main()
