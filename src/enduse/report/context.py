"""What a report says about the run it reports on."""

from dataclasses import dataclass
from datetime import date, datetime

from enduse.model import Cite

FileRead = tuple[str, str, str, int]
"""An input file: its name, sha256 (hex), format, and how many messages it held."""


@dataclass(frozen=True, slots=True)
class SourceState:
    """A list as it lay in the library when the run began.

    *Units*: `age_days` in days since publication, or since fetching where the
    publisher gives no date; `entries` in listings.
    *Unknown*: None for a date or an age; '' as `snapshot` for a list that is missing.
    """

    id: str
    title: str
    publisher: str
    jurisdiction: str
    published: date | None
    fetched: datetime | None
    entries: int
    licence: str
    licence_url: str
    snapshot: str
    age_days: int | None
    stale: bool
    laws: tuple[Cite, ...] = ()

    @property
    def missing(self) -> bool:
        """Whether the library holds no snapshot of this list."""
        return not self.snapshot


@dataclass(frozen=True, slots=True)
class ReportContext:
    """The run: engine, day, library, inputs, and the command that started it.

    *Units*: `threshold` in score points, 0..1; `generated` is in UTC.
    `sample` says that the embedded sample library was used, which every output
    must say too; `jsonl` is the path of the complete results, '' where none was
    written; `only` says what of the run is shown, '' where all of it is.
    """

    engine: str
    as_of: date
    generated: datetime
    sample: bool
    sources: tuple[SourceState, ...]
    threshold: float
    command: str = ""
    files: tuple[FileRead, ...] = ()
    jsonl: str = ""
    only: str = ""

    def source(self, source_id: str) -> SourceState | None:
        """The state of one list, or None when this library does not know it."""
        return next((s for s in self.sources if s.id == source_id), None)

    def title(self, source_id: str) -> str:
        """The list's own title, or its id when this library does not know it."""
        state = self.source(source_id)
        return state.title if state else source_id

    def publisher(self, source_id: str) -> str:
        """Who publishes the list, or its id when this library does not know it."""
        state = self.source(source_id)
        return state.publisher if state else source_id
