#!/usr/bin/env python3
"""Writes a web archive of invented articles to the standard output: WARC 1.1, one page a record, each page another text.

    web-archive.py RECORDS BYTES [--gzip] [--damage N]

RECORDS pages of about BYTES each; --gzip packs each record by itself; --damage spoils every Nth record. The same arguments give
the same bytes. Python 3.11, standard library only.
"""
import argparse
import gzip
import random
import sys

WORDS = """harbour council ferry report budget minister strike bridge school river market police museum energy railway hospital
festival election farmer company witness winter storm library station engineer teacher captain island village reform treaty
court verdict garden airport tunnel theatre cargo fishing forest glacier mountain union factory turbine archive reader editor
said asked opened closed delayed approved rejected promised announced measured repaired counted visited answered explained
first second another several many older newer local national public private early late northern southern quiet narrow broad""".split()


def sentence(rng):
    words = rng.choices(WORDS, k=rng.randrange(9, 22))
    return words[0].capitalize() + " the " + " ".join(words[1:]) + "."


def page(number, size, rng):
    headline = f"Report {number}: the {rng.choice(WORDS)} and the {rng.choice(WORDS)} of the {rng.choice(WORDS)}"
    paragraphs = []
    body = 0
    # A fifth of a page is its text, as on real ones; the rest is what stands around it.
    while body < size // 5:
        text = " ".join(sentence(rng) for _ in range(rng.randrange(3, 6)))
        paragraphs.append(f"<p>{text}</p>")
        body += len(text) + 7
    links = "".join(f'<li><a href="/section/{rng.randrange(1000)}/{word}">{word}</a></li>' for word in rng.choices(WORDS, k=60))
    script = "window.settings = {" + ",".join(f'"{rng.choice(WORDS)}{i}":{rng.random()}' for i in range(200)) + "};"
    filler = ""
    html = (f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{headline} - The Harbour Gazette</title>'
            f'<meta property="og:type" content="article"><meta property="og:title" content="{headline}">'
            f'<meta property="article:published_time" content="2024-0{number % 9 + 1}-1{number % 10}T10:00:00Z">'
            f'<script>{script}@@</script></head><body><nav><ul>{links}</ul></nav><article><h1>{headline}</h1>'
            + "\n".join(paragraphs) + "</article><footer><ul>" + links + "</ul></footer></body></html>")
    while len(html) + len(filler) < size:
        filler += f'window.data{len(filler)} = "{rng.randbytes(900).hex()}";\n'
    return html.replace("@@", filler).encode()


def record(number, size):
    rng = random.Random(number)
    body = page(number, size, rng)
    http = (f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n").encode() + body
    head = (f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://gazette.example/2024/report-{number}.html\r\n"
            f"WARC-Date: 2024-11-02T12:{number // 60 % 60:02}:{number % 60:02}Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n").encode()
    return head + http + b"\r\n\r\n"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("records", type=int)
    arguments.add_argument("bytes", type=int)
    arguments.add_argument("--gzip", action="store_true")
    arguments.add_argument("--damage", type=int, default=0)
    options = arguments.parse_args()
    out = sys.stdout.buffer
    out_of = (lambda data: gzip.compress(data, 6, mtime=0)) if options.gzip else (lambda data: data)
    for number in range(options.records):
        data = out_of(record(number, options.bytes))
        if options.damage and number % options.damage == options.damage - 1:
            middle = len(data) // 2
            data = data[:middle] + b"\xff" * 64 + data[middle + 64:]
        out.write(data)


main()
