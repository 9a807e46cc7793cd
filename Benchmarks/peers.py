#!/usr/bin/env python3
"""Times other extractors on a folder of pages and prints one JSON object a line; run by Scripts/bench in its environment.

    peers.py FOLDER RESILIPARSE_STEP TRAFILATURA_STEP

Each gets the pages' bytes and no address, as the reader does. Resiliparse is given what a user of it writes: detect the
encoding, parse, `extract_plain_text(main_content=True)`, the fastest way to a body that it has. Trafilatura is
`bare_extraction` with metadata, which is what the reader gives too. A step of n means every n-th
page by name, the same in each run. Times are processor time of one thread.
"""
import json
import pathlib
import statistics
import sys
import time


def resiliparse(page):
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(bytes_to_str(page, detect_encoding(page)))
    return extract_plain_text(tree, main_content=True)


def trafilatura(page):
    from trafilatura import bare_extraction

    return bare_extraction(page, with_metadata=True)


def main():
    folder, *steps = sys.argv[1:]
    paths = sorted(pathlib.Path(folder).glob("*.html"))
    for (extract, package), step in zip(((resiliparse, "resiliparse"), (trafilatura, "trafilatura")), map(int, steps)):
        from importlib.metadata import version

        sample = paths[::step]
        pages = [path.read_bytes() for path in sample]
        extract(pages[0])
        times, failures = [], 0
        for page in pages:
            start = time.process_time()
            try:
                if not extract(page):
                    failures += 1
            except Exception:
                failures += 1
            times.append(time.process_time() - start)
        print(json.dumps({
            "name": f"{package} {version(package)}", "pages": len(pages), "failures": failures,
            "bytes": sum(map(len, pages)), "seconds": sum(times), "median": statistics.median(times),
            "slowest": max(times), "slowest_page": sample[times.index(max(times))].stem,
            "ids": [path.stem for path in sample]}), flush=True)


if __name__ == "__main__":
    main()
