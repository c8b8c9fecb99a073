"""What a rescreening tells: lines of all subjects, outcomes, and what is otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from enduse.library.books import Customers, Results, slices
from enduse.pipeline.line import read
from enduse.pipeline.policy import OUTCOMES
from enduse.pipeline.rescreen import work
from enduse.pipeline.rescreen.difference import Change, Key, Line
from enduse.pipeline.rescreen.difference import changes as differences
from enduse.pipeline.rescreen.held import Held
from enduse.pipeline.rescreen.team import Team, in_parts
from enduse.pipeline.rescreen.work import Watched


@dataclass(frozen=True, slots=True)
class Told:
    """The rows of a book, those watched among them, a team to tell of others."""

    held: Held
    watched: Sequence[Watched]
    team: Team

    def changed(self, results: Results | None) -> list[Change]:
        """What is otherwise now than in the results of before."""
        keys, keys_before = self.held.keys()
        before: dict[Key, Line] = {}
        if self.held.before and results:
            before = _lines(self.held.before, results.watched.to_pylist(), keys_before)
        found = [{"row": row, "line": line} for row, _, line in self.watched]
        now = _lines(self.held.now, found, keys)
        ended = before.keys() - now
        rows = [row for row, key in enumerate(keys) if key in ended] if ended else []
        made = [x for part in in_parts(self.team, work.lines, rows) for x in part]
        quiet = dict(zip((keys[row] for row in rows), made, strict=True))
        return list(differences(before, now, quiet))

    def lines(self) -> Iterator[bytes]:
        """The line of every subject, in the book's order, as a full run gives them."""
        found = {row: line for row, _, line in self.watched if line}
        parts = [range(a, b) for a, b in slices(self.held.size, work.PART)]
        quiet = ([row for row in part if row not in found] for part in parts)
        made = self.team.each(work.lines, quiet)
        for part, others in zip(parts, made, strict=True):
            rest = iter(others)
            for row in part:
                yield found.get(row) or next(rest)

    def outcomes(self) -> dict[str, int]:
        """How many subjects came to each outcome."""
        counts: dict[str, int] = dict.fromkeys(OUTCOMES, 0)
        for _, _, line in self.watched:
            if line:
                counts[read(line).outcome] += 1
        counts["clear"] += self.held.size - sum(counts.values())
        return counts


def _lines(
    rows: Customers, watched: Sequence[Mapping[str, object]], keys: Sequence[Key]
) -> dict[Key, Line]:
    """The lines of those watched that have one, in the book's order."""
    refs = rows.rows.column("ref")
    found = {}
    for one in sorted(watched, key=lambda w: int(str(w["row"]))):
        row, line = int(str(one["row"])), one["line"]
        if isinstance(line, bytes):
            found[keys[row]] = refs[row].as_py(), line
    return found
