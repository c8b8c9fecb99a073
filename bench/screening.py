"""Measure `enduse screen`: pacs.008 payments against all lists of the library.

    python bench/screening.py [--payments 10000] [--home DIR] [--out FILE]

Payments are generated, five parties each; one in a hundred names a listed party,
as listed or with a letter changed. Prints and writes JSON: payments a second by the
clock and by the processor, the split between parsing and screening, peak memory, and
the cold start of `enduse name` in a process of its own.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from enduse.files.source_file import SourceFile
from enduse.library.store import Library
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.pipeline.screen import screen
from enduse.pipeline.screener import Screener

RESULTS = Path(__file__).parent / "results"
FIRST = ("Anna", "Bruno", "Chloe", "Deniz", "Emeka", "Farah", "Goran", "Hana", "Ivo")
LAST = ("Keller", "Moreau", "Okafor", "Petrov", "Quispe", "Rossi", "Silva", "Tanaka")
TRADE = ("Trading", "Logistics", "Industries", "Technology", "Foods", "Textiles")
FORM = ("GmbH", "Ltd", "SARL", "A.S.", "LLC", "Co., Ltd", "SpA", "Oy")
PLACE = ("Berlin DE", "Lyon FR", "Lagos NG", "Izmir TR", "Lima PE", "Osaka JP")


def party(random_: random.Random, listed: list[str]) -> str:
    """A person or company; one in five hundred is a listed name, half misspelt."""
    draw = random_.random()
    if draw < 0.002 and listed:
        name = random_.choice(listed)
        if random_.random() < 0.5 and len(name) > 8:
            at = random_.randrange(2, len(name) - 2)
            name = name[:at] + random_.choice("aeiou") + name[at + 1 :]
    elif draw < 0.5:
        name = f"{random_.choice(FIRST)} {random_.choice(LAST)}{random_.randrange(99)}"
    else:
        stem = "".join(
            random_.choice("bdfgklmnprstvz") + random_.choice("aeiou")
            for _ in range(random_.randrange(2, 4))
        ).title()
        name = f"{stem} {random_.choice(TRADE)} {random_.choice(FORM)}"
    town, country = random_.choice(PLACE).split()
    name = name.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f"<Nm>{name}</Nm><PstlAdr><TwnNm>{town}</TwnNm><Ctry>{country}</Ctry></PstlAdr>"
    )


def payments(count: int, listed: list[str]) -> Iterator[str]:
    """A pacs.008 document of `count` transactions, in pieces."""
    random_ = random.Random(20261122)
    yield (
        '<?xml version="1.0" encoding="UTF-8"?><Document xmlns='
        '"urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf><GrpHdr>'
        f"<MsgId>BENCH</MsgId><NbOfTxs>{count}</NbOfTxs></GrpHdr>"
    )
    for number in range(count):
        who = [party(random_, listed) for _ in range(5)]
        yield (
            f"<CdtTrfTxInf><PmtId><EndToEndId>B-{number}</EndToEndId></PmtId>"
            '<IntrBkSttlmAmt Ccy="EUR">100.00</IntrBkSttlmAmt>'
            f"<UltmtDbtr>{who[0]}</UltmtDbtr><Dbtr>{who[1]}</Dbtr>"
            f"<DbtrAgt><FinInstnId>{who[2]}</FinInstnId></DbtrAgt>"
            f"<Cdtr>{who[3]}</Cdtr><UltmtCdtr>{who[4]}</UltmtCdtr>"
            f"<RmtInf><Ustrd>Invoice {number} spare parts</Ustrd></RmtInf>"
            "</CdtTrfTxInf>"
        )
    yield "</FIToFICstmrCdtTrf></Document>"


def parse_seconds(file: SourceFile) -> float:
    """Seconds to parse the file and draw every fact from it, screening nothing."""
    name = registry.sniff(file)
    assert name
    reader = registry.reader(name)
    start = time.perf_counter()
    for message in reader.parse(file, Options()):
        if isinstance(message, Message):
            reader.facts(message)
    return time.perf_counter() - start


def name_seconds(home: str) -> float:
    """Seconds of one `enduse name` in a new process, best of three."""
    command = [sys.executable, "-m", "enduse.cli.main", "name", "Megafon", "--json"]
    env = {**os.environ, **({"ENDUSE_HOME": home} if home else {})}
    best = 1e9
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(command, env=env, check=True, capture_output=True)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Run the measurement and write its result."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--payments", type=int, default=10_000)
    options.add_argument("--home", default=os.environ.get("ENDUSE_HOME", ""))
    options.add_argument("--out", type=Path, default=RESULTS / "screening.json")
    said = options.parse_args()
    library = Library.open(Path(said.home) if said.home else None)
    listed = [
        listing.name
        for snapshot in library.snapshots.values()
        for number, listing in enumerate(snapshot.listings())
        if number % 97 == 0
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "payments.xml"
        path.write_text("".join(payments(said.payments, listed)), encoding="utf-8")
        file = SourceFile.of(path)
        parsing = parse_seconds(file)
        start = time.perf_counter()
        screener = Screener(library)
        opened, spent = time.perf_counter(), time.process_time()
        outcomes: dict[str, int] = {}
        for assessment in screen(screener, [file], Options()):
            outcomes[assessment.outcome] = outcomes.get(assessment.outcome, 0) + 1
        done, busy = time.perf_counter(), time.process_time() - spent
    seconds = done - opened
    result = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{os.cpu_count()} cores, Python {sys.version.split()[0]}",
        "sources": {s: snap.info.entries for s, snap in library.snapshots.items()},
        "payments": said.payments,
        "parties": said.payments * 5,
        "outcomes": outcomes,
        "payments_per_s": round(said.payments / seconds, 1),
        "payments_per_s_of_processor": round(said.payments / busy, 1),
        "parsing_share_01": round(parsing / seconds, 3),
        "open_s": round(opened - start, 3),
        "name_cold_start_s": round(name_seconds(said.home), 3),
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    text = json.dumps(result, indent=1)
    said.out.parent.mkdir(parents=True, exist_ok=True)
    said.out.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
