"""What stands behind a fault in XML: an unclosed, doubled or crossed tag, a bare `&`.

The file stays told as broken, but whom its rest names is screened: the parser closes
what is open where it cannot go on, and each message found so says that it is a guess.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import UNREADABLE
from enduse.messages.iso20022.feed import Feeder
from enduse.messages.iso20022.stream import Stream
from enduse.messages.message import Message
from enduse.messages.recoded import guessed, is_of_encoding, read_even_so, recoded
from enduse.model import Origin, Problem

MAX_BYTES = 64 * 1024**2  # of the file; beyond it nothing is salvaged
_CHUNK = 64 * 1024
_CUT = "Premature end"
_TOLD = "; what stands before is read, not the rest"


def is_open_to_it(fault: Problem) -> bool:
    """Whether a fault is one that more can be read behind: not a file cut short."""
    return fault.code == "xml-malformed" and _CUT not in fault.message


def behind(file: SourceFile, fault: Problem, given: int) -> Iterator[Message | Problem]:
    """The messages behind a fault, then the fault; `given` were read before it."""
    if is_of_encoding(fault):
        whole = list(islice(otherwise_encoded(file), given, None))
        if any(isinstance(item, Message) for item in whole):
            yield from whole
            yield read_even_so(fault)
            return
    found = islice(_read(file), given, None)
    count = 0
    for message in found:
        count += 1
        yield _guessed(message)
    told = fault.message
    if count:
        further = f"; what stands behind is read as far as it can be told ({count})"
        told = told.replace(_TOLD, further)
    yield replace(fault, message=told)


def otherwise_encoded(file: SourceFile) -> Iterator[Message | Problem]:
    """Every message of a file, read in the encoding that its bytes tell, and a fault
    that it has even so."""
    try:
        content = recoded(file)
    except UNREADABLE:
        return
    if content is None:
        return
    stream = Stream(file.name, file.sha256)
    feeder = Feeder(stream, Origin(file.name, file.sha256, ""))
    fault = feeder.feed(content.read()) or feeder.close()
    if fault is None:
        stream.finish()
    for message in _messages(stream):
        problems = (*message.problems, guessed(message.origin))
        yield replace(message, problems=problems)
    if fault:
        yield fault


def _read(file: SourceFile) -> Iterator[Message]:
    """Every message of the file, read with broken tags mended."""
    stream = Stream(file.name, file.sha256)
    feeder = Feeder(stream, Origin(file.name, file.sha256, ""), mend=True)
    size, ended = 0, False
    try:
        with file.open() as content:
            while not ended and (data := content.read(_CHUNK)):
                size += len(data)
                ended = size > MAX_BYTES or feeder.feed(data) is not None
                yield from _messages(stream)
    except UNREADABLE:
        ended = True
    if not ended and feeder.close() is None:
        stream.finish()
    yield from _messages(stream)


def _messages(stream: Stream) -> list[Message]:
    out, stream.out = stream.out, []
    return [item for item in out if isinstance(item, Message)]


def _guessed(message: Message) -> Message:
    said = (
        "stands behind a fault in the file's XML: what belongs together here is a "
        "guess. Hold it against the file"
    )
    problem = Problem("xml-mended", said, message.origin, "warning")
    return replace(message, problems=(*message.problems, problem))
