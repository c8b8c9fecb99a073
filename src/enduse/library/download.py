"""Fetching lists over HTTPS: time limits, retries, conditional requests."""

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from enduse.errors import SourceUnavailable
from enduse.files.source_file import SourceFile
from enduse.library.snapshot import StoredFile
from enduse.lists.card import Card

TIMEOUT = httpx.Timeout(30.0, connect=10.0)
ATTEMPTS = 4
MAX_BYTES = 1024**3  # the largest list today is about 120 MB
_RETRIED = {408, 425, 429, 500, 502, 503, 504}
_CHUNK = 256 * 1024


@dataclass
class Downloader:
    """Fetches the files of a card into `folder`.

    `known` holds what the current snapshot knows of each file (its ETag and
    Last-Modified): a server that says 304 sends nothing. `unchanged` collects the
    names it said so of, `headers` what to remember of those that came.
    """

    folder: Path
    client: httpx.Client
    known: Mapping[str, StoredFile] = field(default_factory=dict)
    progress: Callable[[str, int, int], None] = lambda *_: None
    wait: Callable[[float], None] = time.sleep
    unchanged: list[str] = field(default_factory=list)
    headers: dict[str, dict[str, str]] = field(default_factory=dict)

    def files(self, card: Card) -> list[SourceFile]:
        """The files of the card that are new at the publisher.

        *Raises* SourceUnavailable when a file cannot be had; nothing is kept then.
        """
        found: list[SourceFile] = []
        for name, url in card.urls:
            path = self.folder / name
            if self._fetch(url, path):
                found.append(SourceFile(path, name))
            else:
                self.unchanged.append(name)
        return found

    def _fetch(self, url: str, path: Path) -> bool:
        """Whether the file came (True) or is unchanged (False)."""
        reason = ""
        for attempt in range(ATTEMPTS):
            if attempt:
                self.wait(2.0 ** (attempt - 1) + random.random())  # noqa: S311  # jitter
            try:
                reason = self._once(url, path)
            except httpx.HTTPError as fault:
                reason = _plain_reason(fault)
                if isinstance(fault, httpx.ConnectError) and attempt:
                    break  # offline stays offline; a second try is for a passing fault
                continue
            if reason in ("", "unchanged"):
                return not reason
            if not reason.startswith("retry: "):
                break
        raise SourceUnavailable(url, reason.removeprefix("retry: "))

    def _once(self, url: str, path: Path) -> str:
        sent = self._conditions(path.name, url)
        with self.client.stream("GET", url, headers=sent) as reply:
            if reply.status_code == httpx.codes.NOT_MODIFIED:
                return "unchanged"
            if reply.status_code != httpx.codes.OK:
                again = "retry: " if reply.status_code in _RETRIED else ""
                return f"{again}the server answered {reply.status_code}"
            fault = self._receive(reply, path)
            if fault:
                return fault
            self.headers[path.name] = {
                "url": url,
                "etag": reply.headers.get("etag", ""),
                "last_modified": reply.headers.get("last-modified", ""),
            }
        return ""

    def _conditions(self, name: str, url: str) -> dict[str, str]:
        known = self.known.get(name)
        if not known or known.url != url:
            return {}
        sent = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        return {header: value for header, value in sent.items() if value}

    def _receive(self, reply: httpx.Response, path: Path) -> str:
        promised = int(reply.headers.get("content-length", 0) or 0)
        size = 0
        with path.open("wb") as out:
            for chunk in reply.iter_bytes(_CHUNK):
                size += len(chunk)
                if size > MAX_BYTES:
                    return f"sends more than {MAX_BYTES:,} bytes"
                out.write(chunk)
                self.progress(path.name, size, promised)
        packed = "content-encoding" in reply.headers
        if promised and not packed and size != promised:
            return f"retry: sent {size:,} of {promised:,} bytes"
        return "" if size else "retry: sent an empty file"


def _plain_reason(fault: httpx.HTTPError) -> str:
    if isinstance(fault, httpx.ConnectError):
        return f"cannot be reached; is this machine offline? ({fault})"
    if isinstance(fault, httpx.TimeoutException):
        return f"did not answer in time ({type(fault).__name__})"
    return f"{type(fault).__name__}: {fault}"


def client(engine: str) -> httpx.Client:
    """An HTTP client as publishers like it: it says who it is and follows redirects."""
    return httpx.Client(
        timeout=TIMEOUT, follow_redirects=True, headers={"User-Agent": engine}
    )
