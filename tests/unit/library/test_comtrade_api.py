"""UN Comtrade's API: limits, waiting, going on; no call leaves the machine."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from enduse.cli.flows import fetching
from enduse.errors import SourceUnavailable
from enduse.library.comtrade_api import Comtrade, Request, requests
from enduse.library.statistics import Statistics

RECORD = {
    "period": "2023", "reporterCode": 417, "flowCode": "M", "partnerCode": 156,
    "partner2Code": 0, "classificationCode": "H6", "cmdCode": "8542", "motCode": 0,
    "customsCode": "C00", "primaryValue": 12.0, "isReported": True,
}  # fmt: skip
Handler = Callable[[httpx.Request], httpx.Response]


def api(
    folder: Path, handler: Handler, key: str = "secret"
) -> tuple[Comtrade, list[float]]:
    waited: list[float] = []
    client = httpx.Client(transport=httpx.MockTransport(handler))
    return Comtrade(folder, client, key, wait=waited.append), waited


def answer(*records: dict[str, Any]) -> httpx.Response:
    return httpx.Response(200, json={"count": len(records), "data": list(records)})


def test_it_works(tmp_path: Path) -> None:
    asked: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return answer(RECORD)

    job, _ = api(tmp_path, handler)
    paths = job.answers(requests(["KG"], ["CN"], ["8542"], ["2023"]))
    assert len(paths) == 1
    assert asked[0].url.path == "/data/v1/get/C/A/HS"
    assert asked[0].headers["Ocp-Apim-Subscription-Key"] == "secret"
    assert "secret" not in str(asked[0].url)
    assert asked[0].url.params["reporterCode"] == "417"
    assert job.calls_today() == 1


def test_without_a_key_the_preview_is_asked(tmp_path: Path) -> None:
    seen: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request.url.path)
        return answer()

    job, _ = api(tmp_path, handler, key="")
    job.answers(requests(["KG"], ["CN"], ["8542"], ["2023-04"]))
    assert seen == ["/public/v1/preview/C/M/HS"]


def test_it_waits_as_long_as_it_is_told(tmp_path: Path) -> None:
    told = {"statusCode": 429, "message": "Rate limit. Try again in 7 seconds."}
    replies = [httpx.Response(429, json=told), answer(RECORD)]
    job, waited = api(tmp_path, lambda _: replies.pop(0))
    assert job.answers(requests(["KG"], ["CN"], ["8542"], ["2023"]))
    assert waited == [8.0]


def test_what_came_is_kept_when_the_quota_is_used_up(tmp_path: Path) -> None:
    told = {"message": "Out of call volume quota. Quota will be replenished in 02:10"}
    replies = [answer(RECORD), httpx.Response(403, json=told)]
    job, waited = api(tmp_path, lambda _: replies.pop(0))
    wanted = requests(["KG", "KZ"], ["CN"], ["8542"], ["2023"])
    with pytest.raises(SourceUnavailable, match=r"quota.*1 answers are kept"):
        job.answers(wanted)
    assert waited == []
    replies.append(answer(RECORD))
    assert len(job.answers(wanted)) == 2
    assert not replies


def test_at_most_twelve_periods_a_call() -> None:
    months = [f"{year}-{month:02}" for year in (2022, 2023) for month in range(1, 13)]
    asked = requests(["US"], ["WORLD"], ["TOTAL"], months)
    assert [len(request.periods) for request in asked] == [12, 12]
    assert asked[0].params["reporterCode"] == "842"
    assert asked[0].params["partnerCode"] == "0"


def test_an_answer_that_fills_the_limit_is_asked_in_halves(tmp_path: Path) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        several = "," in request.url.params["period"]
        return answer(*([RECORD] * (500 if several else 1)))

    job, _ = api(tmp_path, handler, key="")
    assert len(job.answers(requests(["KG"], ["CN"], ["8542"], ["2022", "2023"]))) == 2


@pytest.mark.parametrize(
    "reply",
    [httpx.Response(200, content=b"<html>"), httpx.Response(200, json=[1]),
     httpx.Response(401, json={"message": "Access denied"}),
     httpx.Response(200, json={"data": [], "error": "bad period"})],
)  # fmt: skip
def test_a_refusal_is_told(tmp_path: Path, reply: httpx.Response) -> None:
    job, _ = api(tmp_path, lambda _: reply)
    with pytest.raises(SourceUnavailable):
        job.answers([Request(("417",), ("156",), ("8542",), ("2023",))])


def test_the_command_imports_what_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENDUSE_HOME", str(tmp_path))
    client = httpx.Client(transport=httpx.MockTransport(lambda _: answer(RECORD)))
    wanted = fetching.Wanted(["KG"], ["CN"], ["8542"], ["2023"])
    fetching.fetch(wanted, client=client)
    cells = Statistics.open(tmp_path).scan().collect().to_dicts()
    assert [(c["partner"], c["value"]) for c in cells] == [("CN", 12.0)]
    assert not list((tmp_path / "flows" / "comtrade").glob("????????*.json"))
