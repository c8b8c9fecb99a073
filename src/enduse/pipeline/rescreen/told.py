"""What a rescreening tells: lines of all customers, outcomes, and what is otherwise."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from enduse.library.books import Customers, Results, slices
from enduse.pipeline.line import read
from enduse.pipeline.policy import OUTCOMES
from enduse.pipeline.rescreen import work
from enduse.pipeline.rescreen.difference import Change, Key, keyed
from enduse.pipeline.rescreen.difference import changes as differences
from enduse.pipeline.rescreen.held import Held
from enduse.pipeline.rescreen.team import Team, in_parts
from enduse.pipeline.rescreen.work import Watched


@dataclass(frozen=True, slots=True)
class Told:
    """The customers of a book, those watched among them, a team to tell of others."""

    held: Held
    watched: Sequence[Watched]
    team: Team

    def changed(self, results: Results | None) -> list[Change]:
        """What is otherwise now than in the results of before."""
        before: dict[Key, bytes] = {}
        if self.held.before and results:
            before = keyed(_lines(self.held.before, results.watched.to_pylist()))
        found = [{"row": row, "line": line} for row, _, line in self.watched]
        now = keyed(_lines(self.held.now, found))
        return list(differences(before, now, self._quiet(before.keys() - now)))

    def lines(self) -> Iterator[bytes]:
        """The line of every customer, in the book's order, as a full run gives them."""
        found = {row: line for row, _, line in self.watched if line}
        parts = [range(a, b) for a, b in slices(self.held.size, work.PART)]
        quiet = ([row for row in part if row not in found] for part in parts)
        made = self.team.each(work.lines, quiet)
        for part, others in zip(parts, made, strict=True):
            rest = iter(others)
            for row in part:
                yield found.get(row) or next(rest)

    def outcomes(self) -> dict[str, int]:
        """How many customers came to each outcome."""
        counts: dict[str, int] = dict.fromkeys(OUTCOMES, 0)
        for _, _, line in self.watched:
            if line:
                counts[read(line).outcome] += 1
        counts["clear"] += self.held.size - sum(counts.values())
        return counts

    def _quiet(self, keys: Iterable[Key]) -> Mapping[Key, bytes]:
        """The lines of customers still in the book who have no finding any more."""
        wanted = {ref for ref, _ in keys}
        if not wanted:
            return {}
        loud = {row for row, _, line in self.watched if line}
        refs = self.held.now.rows.column("ref").to_pylist()
        found = [n for n, r in enumerate(refs) if r in wanted and n not in loud]
        made = [x for part in in_parts(self.team, work.lines, found) for x in part]
        return keyed(zip((refs[n] for n in found), made, strict=True))


def _lines(
    customers: Customers, watched: Sequence[Mapping[str, object]]
) -> Iterator[tuple[str, bytes]]:
    refs = customers.rows.column("ref")
    for one in sorted(watched, key=lambda w: int(str(w["row"]))):
        line = one["line"]
        if isinstance(line, bytes):
            yield refs[int(str(one["row"]))].as_py(), line
