"""Files to drop, each with what must become of it."""

import hashlib
import os
import random
from dataclasses import dataclass
from pathlib import Path

PLACES = ["Port Selby", "Elmford", "Kessel", "Nordhaven", "Tarrow", "Quill Bay", "Hartsea", "Lindow"]
SUBJECTS = ["harbour", "tramway", "market hall", "observatory", "grain store", "library", "lighthouse", "mill"]
DEEDS = ["reopened", "was closed", "was sold", "was repaired", "was measured", "was painted", "flooded", "was searched"]


@dataclass(frozen=True)
class Drop:
    """One file: where it goes below the inbox, its bytes, and what it must become."""

    name: str
    content: bytes
    # Files of one article share a group: exactly one of them is stored, the others are duplicates. None: rejected.
    group: int | None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def story(number: int) -> str:
    place, subject = PLACES[number % 8], SUBJECTS[number // 8 % 8]
    deed = DEEDS[number // 64 % 8]
    return (
        f"The {subject} of {place} {deed}, report {number}\n\n"
        f"By Reporter {number % 97}\n\n"
        f"The {subject} of {place} {deed} on day {number}, its keeper said, after {number % 61} weeks of waiting.\n\n"
        f"Some {number * 7 % 1009} people came to look, {number % 13} more than had been counted in week {number % 53}.\n"
    )


def page(number: int, remark: str = "") -> str:
    paragraphs = story(number).split("\n\n")
    body = "\n".join(f"<p>{text.strip()}</p>" for text in paragraphs[2:])
    return (
        f'<!doctype html><html lang="en"><head><title>{paragraphs[0]}</title>{remark}'
        f'<link rel="canonical" href="https://courier.example/report/{number}">'
        f'<meta property="og:site_name" content="The Harbour Courier">'
        f'<meta property="article:published_time" content="2024-{number % 12 + 1:02}-{number % 28 + 1:02}T10:00:00Z">'
        f"</head><body><article><h1>{paragraphs[0]}</h1>\n{body}\n"
        f"<p>The council will look at the matter again in {number % 11 + 2} weeks, the clerk added.</p></article></body></html>"
    )


def poison(number: int, chance: random.Random) -> tuple[str, bytes]:
    """A file that no reader can make an article of."""
    kind = number % 6
    if kind == 0:
        return "txt", b""
    if kind == 1:
        # Never with a byte order mark, which would make it UTF-16: one file in 32,768 has one by chance.
        return "html", b"\x01" + chance.randbytes(2047)
    if kind == 2:
        return "txt", b" " * (500 + number)
    if kind == 3:
        return "jpg", b"\x89PNG\r\n\x1a\n" + chance.randbytes(900)
    if kind == 4:
        return "html", b"<html><body>" + b"<div>" * (20_000 + number)
    return "html", f"<!-- {number} --><html><head></head><body></body></html>".encode()


def make(count: int, seed: int) -> list[Drop]:
    """`count` files in a random order: seven in ten are articles, the rest repeats, the same articles otherwise wrapped, and
    poison."""
    chance = random.Random(seed)
    drops: list[Drop] = []
    articles: list[Drop] = []
    for number in range(count):
        dice = chance.random()
        folder = chance.choice(["", "", "wire/", "wire/sport/", "city/"])
        if dice < 0.62 or not articles:
            drop = Drop(f"{folder}s{number}.txt", story(number).encode(), number)
            articles.append(drop)
        elif dice < 0.72:
            drop = Drop(f"{folder}p{number}.html", page(number).encode(), number)
            articles.append(drop)
        elif dice < 0.88:
            first = chance.choice(articles)
            drop = Drop(f"{folder}r{number}{Path(first.name).suffix}", first.content, first.group)
        elif dice < 0.91:
            first = chance.choice(articles)
            if first.name.endswith(".html"):
                content = page(first.group, f"<!-- served by node {number} -->").encode()
                drop = Drop(f"{folder}w{number}.html", content, first.group)
            else:
                drop = Drop(f"{folder}r{number}.txt", first.content, first.group)
        else:
            ending, content = poison(number, chance)
            drop = Drop(f"{folder}x{number}.{ending}", content, None)
        drops.append(drop)
    chance.shuffle(drops)
    return drops


def again(drops: list[Drop], share: float, seed: int) -> list[Drop]:
    """Files under the names of `drops`, which are dropped once those are gone: for `share` of the names one to three more, each with the
    same bytes or with another article."""
    chance = random.Random(seed + 1)
    number = len(drops)
    more: list[Drop] = []
    for drop in drops:
        if drop.group is None or chance.random() >= share:
            continue
        for _ in range(chance.choice([1, 1, 2, 3])):
            number += 1
            if chance.random() < 0.3:
                more.append(Drop(drop.name, drop.content, drop.group))
            elif drop.name.endswith(".html"):
                more.append(Drop(drop.name, page(number).encode(), number))
            else:
                more.append(Drop(drop.name, story(number).encode(), number))
    chance.shuffle(more)
    return more


def create(drop: Drop, inbox: Path, by_rename: bool) -> bool:
    """Puts a file into an inbox unless something stands under its name, which a dropper of good manners does not replace; whether it did."""
    target = inbox / drop.name
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        if not by_rename:
            with open(target, "xb") as file:
                file.write(drop.content)
            return True
        place = target.parent / f".{target.name}"
        place.write_bytes(drop.content)
        try:
            os.link(place, target)
        finally:
            place.unlink()
        return True
    except FileExistsError:
        return False


def deliver(drop: Drop, inbox: Path, by_rename: bool, durable: bool = False, modified: float | None = None) -> None:
    """Puts a file into an inbox, by a rename or in place; `durable`: it survives a power cut from then on; `modified`: the time
    that it bears."""
    target = inbox / drop.name
    target.parent.mkdir(parents=True, exist_ok=True)
    place = target.parent / f".{target.name}" if by_rename else target
    with open(place, "wb") as file:
        file.write(drop.content)
        if durable:
            file.flush()
            os.fsync(file.fileno())
    if modified is not None:
        os.utime(place, (modified, modified))
    if by_rename:
        os.rename(place, target)
    if durable:
        folder = target.parent
        while True:
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
            if folder == inbox:
                break
            folder = folder.parent
