"""Fetching: conditional, retried, bounded, and clear about what went wrong."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from enduse.errors import SourceUnavailable
from enduse.library.download import ATTEMPTS, Downloader
from enduse.library.snapshot import StoredFile
from enduse.lists import registry

URL = "https://lists.example/list.xml"
CARD = replace(registry.card("un-sc"), urls=(("list.xml", URL),))
Answer = Callable[[httpx.Request], httpx.Response]


def downloader(folder: Path, answer: Answer, **known: StoredFile) -> Downloader:
    client = httpx.Client(transport=httpx.MockTransport(answer))
    files = {file.name: file for file in known.values()}
    return Downloader(folder, client, files, wait=lambda _: None)


def test_it_works(tmp_path: Path) -> None:
    loader = downloader(tmp_path, lambda _: httpx.Response(200, content=b"<x/>"))
    (file,) = loader.files(CARD)
    assert file.path.read_bytes() == b"<x/>"
    assert loader.headers["list.xml"]["url"] == URL


def test_a_busy_server_is_asked_again(tmp_path: Path) -> None:
    answers = iter([httpx.Response(503), httpx.Response(200, content=b"ok")])
    loader = downloader(tmp_path, lambda _: next(answers))
    assert len(loader.files(CARD)) == 1


def test_a_server_that_stays_busy_is_named(tmp_path: Path) -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(503)

    with pytest.raises(SourceUnavailable, match="answered 503") as fault:
        downloader(tmp_path, answer).files(CARD)
    assert len(asked) == ATTEMPTS
    assert "--from FILE" in str(fault.value)


def test_a_missing_page_is_not_asked_again(tmp_path: Path) -> None:
    asked: list[int] = []

    def answer(_: httpx.Request) -> httpx.Response:
        asked.append(1)
        return httpx.Response(404)

    with pytest.raises(SourceUnavailable, match="404"):
        downloader(tmp_path, answer).files(CARD)
    assert len(asked) == 1


def test_offline_is_said_plainly(tmp_path: Path) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route", request=request)

    with pytest.raises(SourceUnavailable, match="offline"):
        downloader(tmp_path, answer).files(CARD)


def test_an_unchanged_file_is_not_sent(tmp_path: Path) -> None:
    sent: dict[str, str] = {}

    def answer(request: httpx.Request) -> httpx.Response:
        sent.update(request.headers)
        return httpx.Response(304)

    known = StoredFile("list.xml", "00", 4, URL, etag='"v1"', last_modified="Mon")
    loader = downloader(tmp_path, answer, it=known)
    assert loader.files(CARD) == []
    assert loader.unchanged == ["list.xml"]
    assert (sent["if-none-match"], sent["if-modified-since"]) == ('"v1"', "Mon")


def test_a_short_answer_is_not_taken(tmp_path: Path) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        stream = httpx.ByteStream(b"half")
        return httpx.Response(200, headers={"content-length": "8"}, stream=stream)

    with pytest.raises(SourceUnavailable, match="4 of 8 bytes"):
        downloader(tmp_path, answer).files(CARD)


def test_an_empty_answer_is_not_taken(tmp_path: Path) -> None:
    with pytest.raises(SourceUnavailable, match="empty"):
        downloader(tmp_path, lambda _: httpx.Response(200)).files(CARD)
