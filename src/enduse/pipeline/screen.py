"""The main job: files in, assessments out, in input order, nothing missing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from enduse.files.folder import files_under
from enduse.files.source_file import SourceFile
from enduse.files.special import is_pipe
from enduse.messages import registry
from enduse.messages.message import Options
from enduse.messages.tabular.row import Row
from enduse.model import Assessment, Origin, Problem
from enduse.names.reading import uncollected
from enduse.pipeline.case import Case, case_of, case_unasked, case_unread
from enduse.pipeline.deals.gather import gathered
from enduse.pipeline.packed import is_packed, unpacked
from enduse.pipeline.screener import Screener
from enduse.pipeline.unknown import unknown_case

CHUNK = 512


@dataclass(frozen=True, slots=True)
class FileRead:
    """What became of one input file."""

    name: str
    sha256: str
    format: str
    subjects: int
    unreadable: bool


def expand(paths: Iterable[Path]) -> Iterator[Path]:
    """The files among `paths` and, sorted, in the folders among them.

    One that is not there stays among them: it ends as a file that cannot be opened.
    *Raises* FileNotFoundError, naming the first, where none is there.
    """
    given = list(paths)
    if given and not any(path.exists() or is_pipe(path) for path in given):
        raise FileNotFoundError(given[0])
    for path in given:
        if path.is_dir():
            yield from files_under(path)
        else:
            yield path


def chunks_of(
    files: Iterable[SourceFile],
    options: Options,
    *,
    read: Callable[[FileRead], None] = lambda _: None,
) -> Iterator[list[Case]]:
    """The cases of everything in `files`, some hundreds at a time, in order.

    Documents of one deal are one case. `read` hears of each file's end.
    """
    cases = gathered(case for f in files for case in cases_of(f, options, read))
    while chunk := _taken(cases):
        yield chunk


def _taken(cases: Iterator[Case]) -> list[Case]:
    """The next cases: records without cycles, among which none are looked for."""
    with uncollected():
        return list(islice(cases, CHUNK))


def screen(
    screener: Screener,
    files: Iterable[SourceFile],
    options: Options,
    *,
    read: Callable[[FileRead], None] = lambda _: None,
) -> Iterator[Assessment]:
    """The assessments of everything in `files`, in this process."""
    for chunk in chunks_of(files, options, read=read):
        yield from screener.assess_all(chunk)


def cases_of(
    file: SourceFile,
    options: Options,
    read: Callable[[FileRead], None],
    *,
    keep: bool = False,
) -> Iterator[Case]:
    """The cases of one file. What cannot be read is a case of its own.

    A ZIP of several files gives those of each. Told to `keep` them, rows of customers
    come as their messages, with no facts read yet.
    """
    if not is_packed(file):
        yield from _of_one(file, options, read, keep=keep, folder=file.path.parent)
        return
    for member in unpacked(file):
        if isinstance(member, Problem):
            yield replace(case_unread(member, file.name), folder=str(file.path))
            read(FileRead(file.name, _sha256(file), "unknown", 0, True))
        else:
            yield from _of_one(member, options, read, keep=keep, folder=file.path)


def _of_one(
    file: SourceFile,
    options: Options,
    read: Callable[[FileRead], None],
    *,
    keep: bool,
    folder: Path,
) -> Iterator[Case]:
    count, failed, format_ = 0, False, "unknown"
    place = str(folder)
    results = _results(file, options, keep=keep, folder=place)
    for single in _joined(results, file.name):
        case = single if single.folder else replace(single, folder=place)
        failed = failed or case.subject.format == "unknown"
        if case.subject.format != "unknown":
            count, format_ = count + 1, case.subject.format
        yield case
    if not count and not failed:
        where = Origin(file.name, _sha256(file), "")
        text = "holds no payment, document or customer; nothing was screened"
        problem = Problem("file-empty", text, where, "error")
        failed = True
        yield case_unread(problem, file.name)
    read(FileRead(file.name, _sha256(file), format_, count, failed))


def _results(
    file: SourceFile, options: Options, *, keep: bool, folder: str
) -> Iterator[Case | Problem]:
    """Cases and problems of a file; told to `keep` them, rows without facts."""
    where = Origin(file.name, _sha256(file), "")
    try:
        head = file.read_head()
    except (OSError, EOFError, ValueError) as fault:
        text = f"cannot be opened: {fault}"
        yield Problem("file-unreadable", text, where, "error")
        return
    if not head.strip(b"\x00\r\n\t \xef\xbb\xbf"):
        text = "is empty; check that it was copied whole"
        yield Problem("file-empty", text, where, "error")
        return
    name = registry.sniff(file) or _table_reader(file, options)
    if not name:
        yield unknown_case(file, where)
        return
    for result in registry.reader(name).parse(file, options):
        if isinstance(result, Problem):
            yield result
        elif keep and isinstance(result.content, Row):
            yield case_unasked(result, folder)
        else:
            yield case_of(result, name, folder=folder)


def _table_reader(file: SourceFile, options: Options) -> str | None:
    """The reader for a table whose headings say nothing, but whose user does."""
    suffix = file.stem.rpartition(".")[2]
    return _TABLES.get(suffix) if options.mapping else None


_TABLES = {
    **dict.fromkeys(("csv", "tsv", "txt"), "customers-csv"),
    **dict.fromkeys(("xlsx", "xlsm", "xlsb", "xls", "ods"), "customers-xlsx"),
    "parquet": "customers-parquet",
    **dict.fromkeys(("json", "jsonl", "ndjson"), "customers-jsonl"),
}


def _sha256(file: SourceFile) -> str:
    """The file's hash, or '' where it cannot be read: that is told as a problem."""
    try:
        return file.sha256
    except OSError:
        return ""


def _joined(results: Iterable[Case | Problem], file: str) -> Iterator[Case]:
    """Cases, with the remarks on their file attached to the nearest case.

    A remark goes to the case after it, or at the end of the file to the last one; an
    error, or a remark in a file without cases, becomes a case of its own.
    """
    waiting: list[Problem] = []
    last: Case | None = None
    for result in results:
        if isinstance(result, Problem):
            if result.severity == "error":
                if last and _is_unread(last) and last.origin == result.origin:
                    last = replace(last, problems=(*last.problems, result))
                    continue
                yield from _flush(last)
                last = case_unread(result, file)
            else:
                waiting.append(result)
            continue
        yield from _flush(last)
        last = _with(result, waiting)
        waiting = []
    if last is None and waiting:
        last = case_unread(waiting.pop(0), file)
    if last:
        yield _with(last, waiting)


def _is_unread(case: Case) -> bool:
    return case.subject.format == "unknown" and not case.facts


def _flush(case: Case | None) -> Sequence[Case]:
    return (case,) if case else ()


def _with(case: Case, problems: Sequence[Problem]) -> Case:
    if not problems:
        return case
    return replace(case, problems=(*problems, *case.problems))
