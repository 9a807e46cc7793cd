"""What an archive holds, compared with what was dropped; with other programs than ours (SQLite's own library, zstd)."""

import hashlib
import json
import shutil
import sqlite3
import subprocess
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from corpus import Drop
from desk import Failed, program


def open_copy(state: Path) -> tuple[sqlite3.Connection, tempfile.TemporaryDirectory]:
    """A copy of the database with its log, so that looking changes nothing."""
    folder = tempfile.TemporaryDirectory(prefix="wiredesk-look-")
    for ending in ("", "-wal"):
        source = Path(f"{state}/wiredesk.db{ending}")
        if source.exists():
            shutil.copyfile(source, f"{folder.name}/wiredesk.db{ending}")
    return sqlite3.connect(f"{folder.name}/wiredesk.db"), folder


def kept_originals(state: Path) -> dict[str, str]:
    """The hash that each kept original has, by the hash that it is named by; zstd unpacks them."""
    originals = state / "originals"
    found: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix="wiredesk-originals-") as folder:
        for part in sorted(originals.glob("??")):
            files = sorted(part.glob("*.zst"))
            if not files:
                continue
            subprocess.run(
                ["zstd", "-dqf", "--output-dir-flat", folder, "--", *map(str, files)], check=False,
                stderr=subprocess.DEVNULL)
            for file in files:
                unpacked = Path(folder) / file.stem
                found[file.stem] = hashlib.sha256(unpacked.read_bytes()).hexdigest() if unpacked.exists() else "unreadable"
                unpacked.unlink(missing_ok=True)
    return found


def database_is_sound(state: Path) -> list[str]:
    database, folder = open_copy(state)
    with folder:
        wrong = [row[0] for row in database.execute("PRAGMA integrity_check") if row[0] != "ok"]
        wrong += [f"foreign key: {row}" for row in database.execute("PRAGMA foreign_key_check")]
        database.close()
    return wrong


def deliveries(state: Path) -> list[dict]:
    database, folder = open_copy(state)
    with folder:
        database.row_factory = sqlite3.Row
        # A desk that ended in the middle of its first start has filed nothing.
        is_made = database.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'deliveries'").fetchone()[0]
        rows = [] if not is_made else [
            dict(row)
            for row in database.execute(
                """
                SELECT d.id, d.path, d.outcome, d.code, d.message, d.partial, d.replaced, d.articles, d.retry_of, d.received,
                    lower(hex(o.sha256)) AS sha256
                FROM deliveries d LEFT JOIN originals o ON o.id = d.original
                """)
        ]
        database.close()
    return rows


def nothing_is_lost(state: Path, inbox: Path, durable: list[Drop]) -> list[str]:
    """At any moment: what is not in the inbox any more has a finished delivery, whose original is whole."""
    wrong = database_is_sound(state)
    by_name = defaultdict(list)
    for row in deliveries(state):
        if row["outcome"]:
            by_name[bytes(row["path"]).decode()].append(row)
    originals = kept_originals(state)
    for drop in durable:
        file = inbox / drop.name
        if file.exists():
            if file.read_bytes() != drop.content:
                wrong.append(f"{drop.name}: changed in the inbox")
            continue
        rows = by_name.get(drop.name, [])
        if not rows:
            wrong.append(f"{drop.name}: lost")
        elif any(row["sha256"] != drop.sha256 for row in rows):
            wrong.append(f"{drop.name}: filed with other bytes")
        elif originals.get(drop.sha256) != drop.sha256:
            wrong.append(f"{drop.name}: its original is {originals.get(drop.sha256, 'missing')}")
    return wrong


def original_bytes(state: Path, sha256: str | None) -> bytes | None:
    """The bytes of a kept original by the zstd program; nothing where it is not kept."""
    file = state / "originals" / (sha256 or "")[:2] / f"{sha256}.zst"
    if not sha256 or not file.exists():
        return None
    return subprocess.run(["zstd", "-dcq", "--", str(file)], check=False, stdout=subprocess.PIPE).stdout


def what_came_instead(state: Path, row: dict, dropped: list[Drop]) -> str:
    """Of a delivery whose bytes nobody dropped under its name: half of what somebody was writing, or something else."""
    content = original_bytes(state, row["sha256"])
    halves = [drop for drop in dropped if content is not None and content != drop.content and drop.content.startswith(content)]
    what = f"half a file, {len(content)} of {len(halves[0].content)} bytes" if halves else "bytes that were not dropped"
    return f"delivery {row['id']} ({row['outcome']} {row['code']}): {what}"


def everything_is_right(state: Path, drops: list[Drop], inbox: Path | None = None) -> list[str]:
    """At the end: each file that was dropped has exactly one delivery with its due outcome, also where several came under one name one
    after the other, none came in by half, each article is stored once, the counts are exact, originals are whole, and the inbox is
    empty."""
    wrong = database_is_sound(state)
    rows = deliveries(state)
    by_name = defaultdict(list)
    for row in rows:
        by_name[bytes(row["path"]).decode()].append(row)
    dropped = defaultdict(list)
    for drop in drops:
        dropped[drop.name].append(drop)
    stored_in_group: Counter = Counter()
    for name, files in dropped.items():
        found = by_name.pop(name, [])
        for drop in files:
            row = next((row for row in found if row["sha256"] == drop.sha256), None)
            if row is None:
                wrong.append(f"{name}: lost; {len(found)} other deliveries {[(row['id'], row['outcome'], row['code']) for row in found]}")
                continue
            found.remove(row)
            due = {"rejected"} if drop.group is None else {"stored", "duplicate"}
            if row["outcome"] not in due or row["partial"]:
                wrong.append(f"{name}: {row['outcome']} {row['code']} {row['message']}, due was {'/'.join(sorted(due))}")
            if row["outcome"] == "stored":
                stored_in_group[drop.group] += 1
        for row in found:
            is_again = any(row["sha256"] == drop.sha256 for drop in files)
            wrong.append(f"{name}: " + (f"doubled by delivery {row['id']}" if is_again else what_came_instead(state, row, files)))
    for name in by_name:
        wrong.append(f"{name}: was never dropped")
    groups = {drop.group for drop in drops if drop.group is not None}
    for group in groups:
        if stored_in_group[group] != 1:
            wrong.append(f"article {group}: stored {stored_in_group[group]} times")

    database, folder = open_copy(state)
    with folder:

        def number(query: str) -> int:
            return database.execute(query).fetchone()[0]

        outcomes = Counter(row["outcome"] for row in rows)
        due = {
            "articles": len(groups), "versions": len(groups), "stored": len(groups),
            "duplicate": sum(drop.group is not None for drop in drops) - len(groups),
            "rejected": sum(drop.group is None for drop in drops),
            "originals": len({drop.content for drop in drops}),
        }
        counted = dict(database.execute("SELECT name, value FROM counters"))
        real = {
            "articles": number("SELECT count(*) FROM articles"), "versions": number("SELECT count(*) FROM versions"),
            "stored": outcomes["stored"], "duplicate": outcomes["duplicate"], "rejected": outcomes["rejected"],
            "originals": number("SELECT count(*) FROM originals WHERE kept_bytes IS NOT NULL"),
        }
        for name, value in due.items():
            if real[name] != value or counted[name] != value:
                wrong.append(f"{name}: {real[name]} are there and {counted[name]} were counted, due were {value}")
        bytes_kept = sum(file.stat().st_size for file in (state / "originals").glob("??/*.zst"))
        if counted["originals_bytes"] != bytes_kept:
            wrong.append(f"originals_bytes: {counted['originals_bytes']} were counted, {bytes_kept} are there")
        for query, what in (
            ("SELECT count(*) FROM ledger", "names in the ledger"), ("SELECT count(*) FROM attempts", "suspects")):
            if number(query):
                wrong.append(f"{number(query)} {what} are left")
        database.close()

    originals = kept_originals(state)
    for name, real_hash in originals.items():
        if name != real_hash:
            wrong.append(f"original {name}: {real_hash}")
    for missing in {drop.sha256 for drop in drops} - originals.keys():
        wrong.append(f"original {missing}: missing")
    for stray in originals.keys() - {drop.sha256 for drop in drops}:
        wrong.append(f"original {stray}: nobody dropped it")
    left = [str(path) for path in (inbox or state / "inbox").rglob("*") if path.is_file()]
    if left:
        wrong.append(f"{len(left)} files are left in the inbox, such as {left[0]}")
    unfinished = list((state / "originals" / ".unfinished").glob("*"))
    if unfinished:
        wrong.append(f"{len(unfinished)} unfinished originals are left")
    return wrong


def search_index_is_sound(state: Path) -> list[str]:
    """The program's own comparison of the search index with the articles."""
    run = subprocess.run([str(program()), "check", "--state", str(state), "--json"], capture_output=True)
    try:
        findings = json.loads(run.stdout).get("findings", [])
    except json.JSONDecodeError:
        return [f"wiredesk check ended with {run.returncode}: {run.stderr.decode(errors='replace')[:300]}"]
    return [f"check: {finding['subject']}: {finding['detail']}" for finding in findings
            if finding["verdict"] == "wrong" and finding["subject"] in ("database", "index", "originals", "state")]


def demand(wrong: list[str], what: str) -> None:
    if wrong:
        shown = "\n  ".join(wrong[:20])
        raise Failed(f"{what}: {len(wrong)} things are wrong\n  {shown}")
