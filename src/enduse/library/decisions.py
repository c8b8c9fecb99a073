"""Decisions on pairs, kept for good: who decided what, why, until when.

One SQLite file beside the library. Nothing is ever changed in it or deleted: taking a
decision back is another row, so that what held on any day can be told.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from enduse.errors import LibraryCorrupt, OutputUnwritable
from enduse.model.decision import Decision, Verdict

_SCHEMA = """
CREATE TABLE IF NOT EXISTS decision (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  verdict TEXT NOT NULL,
  listing_id TEXT NOT NULL,
  listing_print TEXT NOT NULL,
  party_print TEXT NOT NULL,
  party_ref TEXT NOT NULL,
  party_name TEXT NOT NULL,
  listing_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  taken TEXT NOT NULL,
  until TEXT
);
CREATE INDEX IF NOT EXISTS of_listing ON decision (listing_id, party_print);
CREATE INDEX IF NOT EXISTS of_party ON decision (listing_id, party_ref);
CREATE TABLE IF NOT EXISTS withdrawal (
  decision TEXT NOT NULL PRIMARY KEY REFERENCES decision (id),
  by TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL
);
"""
_COLUMNS = (
    "id, verdict, listing_id, listing_print, party_print, party_ref, party_name, "
    "listing_name, reason, by, taken, until"
)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Who took a decision back, why, and when."""

    by: str
    reason: str
    at: datetime


class Decisions:
    """The decisions of one home folder. Reading makes no file."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "decisions.sqlite"
        self._reader: sqlite3.Connection | None = None

    def add(self, decision: Decision) -> Decision:
        """Keep a decision and give it as kept; an equal one is kept once.

        One that was taken back and is made again is another one, with a number behind
        its id. *Raises* LibraryCorrupt.
        """
        with self._writing() as database:
            kept = replace(decision, id=_open_id(database, decision.id))
            row = _row(kept)
            marks = ", ".join("?" * len(row))
            database.execute(
                f"INSERT OR IGNORE INTO decision ({_COLUMNS}) VALUES ({marks})",  # noqa: S608
                row,
            )
        return kept

    def withdraw(self, decision_id: str, *, by: str, reason: str) -> bool:
        """Take a decision back from now on; False where there is none of that id."""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        with self._writing() as database:
            known = database.execute(
                "SELECT 1 FROM decision WHERE id = ?", (decision_id,)
            ).fetchone()
            if known:
                database.execute(
                    "INSERT OR IGNORE INTO withdrawal VALUES (?, ?, ?, ?)",
                    (decision_id, by, reason, at),
                )
        return known is not None

    def on(
        self, listing_id: str, party_print: str, party_ref: str, *, day: date
    ) -> list[Decision]:
        """What was decided about a party and a listing, newest first, as of a day.

        Also what was decided when either looked otherwise, for a party that has a
        reference of its own: such a decision has lapsed, and a reader should know.
        """
        return self._read(
            "WHERE listing_id = ? AND (party_print = ? OR "
            "(party_ref <> '' AND party_ref = ?))",
            (listing_id, party_print, party_ref, day.isoformat()),
            taken_back="substr(at, 1, 10) <= ?",
        )

    def all(self) -> list[Decision]:
        """Every decision that was not taken back, newest first."""
        return self._read("WHERE 1", ())

    def history(self) -> list[tuple[Decision, Withdrawal | None]]:
        """Every decision there ever was, newest first, and how it was taken back."""
        rows = self._rows(
            f"SELECT {_COLUMNS}, back_by, back_why, back_at FROM decision "  # noqa: S608
            "LEFT JOIN (SELECT decision AS of, by AS back_by, reason AS back_why, "
            "at AS back_at FROM withdrawal) ON of = id ORDER BY number DESC"
        )
        return [(_decision(row), _withdrawal(row[12:])) for row in rows]

    @property
    def listings(self) -> frozenset[str]:
        """The ids of all listings that anything was decided about."""
        rows = self._rows("SELECT DISTINCT listing_id FROM decision")
        return frozenset(row[0] for row in rows)

    def verify(self) -> None:
        """Have SQLite check its file, and hold each decision against its id.

        *Raises* LibraryCorrupt for what does not fit.
        """
        found = self._rows("PRAGMA integrity_check")
        if found and found[0][0] != "ok":
            raise LibraryCorrupt(str(self.path), str(found[0][0]))
        for one, _ in self.history():
            if one.id.partition("-")[0] != decision_id(one):
                reason = f"decision {one.id} does not say what it said"
                raise LibraryCorrupt(str(self.path), reason)

    def _read(
        self, where: str, values: Iterable[str], *, taken_back: str = "1"
    ) -> list[Decision]:
        rows = self._rows(
            f"SELECT {_COLUMNS} FROM decision {where} AND id NOT IN "  # noqa: S608
            f"(SELECT decision FROM withdrawal WHERE {taken_back}) "
            "ORDER BY number DESC",
            tuple(map(_storable, values)),
        )
        return [_decision(row) for row in rows]

    def _rows(self, asked: str, values: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
        """What a query gives; nothing where there is no file, or nothing in it yet."""
        if not self.path.is_file() or not self.path.stat().st_size:
            return []
        try:
            return self._connected().execute(asked, values).fetchall()
        except sqlite3.DatabaseError as fault:
            raise LibraryCorrupt(str(self.path), str(fault)) from fault

    def _connected(self) -> sqlite3.Connection:
        if self._reader is None:
            address = f"{self.path.absolute().as_uri()}?mode=ro"
            self._reader = sqlite3.connect(address, uri=True)
        return self._reader

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            database = sqlite3.connect(self.path, timeout=30)
        except sqlite3.OperationalError as fault:
            raise OutputUnwritable(str(self.path), str(fault)) from fault
        try:
            database.executescript(_SCHEMA)
            with database:
                yield database
        except sqlite3.OperationalError as fault:  # full, locked or not to be written
            raise OutputUnwritable(str(self.path), str(fault)) from fault
        except sqlite3.DatabaseError as fault:
            raise LibraryCorrupt(str(self.path), str(fault)) from fault
        finally:
            database.close()


def decision_id(one: Decision) -> str:
    """The id of a decision: of all that it says, so that it cannot say otherwise."""
    prints = one.party_print, one.listing_print
    said = (*prints, one.listing_id, one.verdict, one.by, one.reason)
    whole = "\0".join(map(_storable, (*said, str(one.taken), str(one.until))))
    return hashlib.sha256(whole.encode()).hexdigest()[:12]


def _open_id(database: sqlite3.Connection, wanted: str) -> str:
    """The id, or with a number behind it the first that was not taken back."""
    taken_back = "SELECT 1 FROM withdrawal WHERE decision = ?"
    found, number = wanted, 1
    while database.execute(taken_back, (found,)).fetchone():
        number += 1
        found = f"{wanted}-{number}"
    return found


def _storable(text: str) -> str:
    """The text, half a surrogate pair written out."""
    return text.encode("utf-8", "backslashreplace").decode()


def _row(decision: Decision) -> tuple[str | None, ...]:
    return (
        decision.id,
        decision.verdict,
        decision.listing_id,
        decision.listing_print,
        decision.party_print,
        *map(_storable, (decision.party_ref, decision.party_name)),
        *map(_storable, (decision.listing_name, decision.reason, decision.by)),
        decision.taken.isoformat(),
        decision.until.isoformat() if decision.until else None,
    )


def _withdrawal(row: tuple[str, ...]) -> Withdrawal | None:
    return (
        Withdrawal(row[0], row[1], datetime.fromisoformat(row[2])) if row[2] else None
    )


def _decision(row: tuple[str, ...]) -> Decision:
    verdict: Verdict = "same" if row[1] == "same" else "not_same"
    until = date.fromisoformat(row[11]) if row[11] else None
    head = (row[2], row[3], row[4], row[5], row[6], row[7], row[8], row[9])
    return Decision(row[0], verdict, *head, date.fromisoformat(row[10]), until)
