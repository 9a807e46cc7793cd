#!/usr/bin/env python3
"""A Python pipeline such as one would write: trafilatura in a pool of processes, SQLite with FTS5; prints one JSON object.

    peer-pipeline.py FOLDER DATABASE PROCESSES
"""
import json
import multiprocessing
import pathlib
import resource
import sqlite3
import sys
import time


def read(path):
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(path.read_bytes(), with_metadata=True)
    except Exception:
        return None
    if found is None:
        return None
    found = found.as_dict() if hasattr(found, "as_dict") else found
    return tuple(found.get(key) for key in ("title", "author", "date", "sitename", "url", "text"))


def main():
    folder, database, processes = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    paths = sorted(folder.glob("*.html"))
    begin = time.monotonic()
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE VIRTUAL TABLE articles USING fts5(title, author, date, outlet, url, body)")
    stored = 0
    with multiprocessing.Pool(processes) as pool:
        batch = []
        for article in pool.imap_unordered(read, paths, chunksize=8):
            if article:
                batch.append(article)
            if len(batch) >= 100:
                connection.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?)", batch)
                connection.commit()
                stored += len(batch)
                batch = []
        connection.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?)", batch)
        connection.commit()
        stored += len(batch)
    seconds = time.monotonic() - begin
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps({
        "files": len(paths), "stored": stored, "seconds": seconds,
        "cpu": sum(one.ru_utime + one.ru_stime for one in used),
        "peak_mib": max(one.ru_maxrss for one in used) / 1024}))


main()
