"""UN Comtrade's API: requests that fit its limits, kept until all are there.

flows/comtrade/<request>.json  an answer, as it came; removed when it is imported
flows/comtrade/calls.json      how many calls were made on which day

*Source*: https://uncomtrade.org/docs/ and https://comtradedeveloper.un.org: at most 12
periods a call; with a free key 500 calls a day and 100,000 records a call; without
one a preview of 500 records.
"""

import hashlib
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import orjson

from enduse.errors import SourceUnavailable
from enduse.flows import areas
from enduse.library.atomic import write_atomically

BASE = "https://comtradeapi.un.org"
PERIODS = 12
CALLS_A_DAY = 500
_LIMITS = {True: 100_000, False: 500}  # records in one answer, with and without key
_ATTEMPTS = 6
_LONGEST = 180.0  # seconds to wait for the next call; longer is another day
_AGAIN = re.compile(r"try again in (\d+) second", re.IGNORECASE)
_QUOTA = re.compile(r"quota", re.IGNORECASE)
_NUMBERS = {"US": 842, "FR": 251, "IN": 699, "NO": 579, "CH": 757, "TW": 490, "IT": 380,
            "WORLD": 0, "OTHER_ASIA": 490}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Request:
    """One call: areas as Comtrade's numbers, periods as `2023` or `202304`."""

    reporters: tuple[str, ...]
    partners: tuple[str, ...]
    codes: tuple[str, ...]
    periods: tuple[str, ...]
    flows: tuple[str, ...] = ("M", "X")

    @property
    def params(self) -> dict[str, str]:
        """The query of the call, without the key."""
        return {
            "reporterCode": ",".join(self.reporters),
            "partnerCode": ",".join(self.partners),
            "partner2Code": "0",
            "cmdCode": ",".join(self.codes),
            "flowCode": ",".join(self.flows),
            "period": ",".join(self.periods),
            "customsCode": "C00",
            "motCode": "0",
            "includeDesc": "false",
        }

    @property
    def path(self) -> str:
        """Goods, annual or monthly, in the HS edition the reporter used."""
        return f"C/{'M' if len(self.periods[0]) > 4 else 'A'}/HS"

    @property
    def id(self) -> str:
        """The same for the same request, on any day."""
        said = orjson.dumps([self.path, self.params], option=orjson.OPT_SORT_KEYS)
        return hashlib.sha256(said).hexdigest()[:24]

    def halves(self) -> tuple["Request", ...]:
        """Two requests that together ask the same, or () where it cannot be halved."""
        for name in ("periods", "codes", "partners", "reporters", "flows"):
            values: tuple[str, ...] = getattr(self, name)
            if len(values) > 1:
                half = len(values) // 2
                parts = (values[:half], values[half:])
                return tuple(replace(self, **{name: part}) for part in parts)
        return ()


@dataclass
class Comtrade:
    """Calls the API and keeps every answer in `folder` until it is imported."""

    folder: Path
    client: httpx.Client
    key: str = ""
    wait: Callable[[float], None] = time.sleep
    say: Callable[[str], None] = lambda _: None
    today: Callable[[], str] = lambda: datetime.now(UTC).date().isoformat()
    done: int = field(default=0, init=False)

    def answers(self, requests: Sequence[Request]) -> list[Path]:
        """The answers to all requests, one file each; those there are not asked again.

        An answer that fills the limit is asked for again in halves.
        *Raises* SourceUnavailable; what came before is kept for the next run.
        """
        return [path for request in requests for path in self._answer(request)]

    def _answer(self, request: Request) -> Iterator[Path]:
        path = self.folder / f"{request.id}.json"
        if not path.is_file():
            answer = self._call(request)
            if len(answer.get("data") or ()) >= _LIMITS[bool(self.key)]:
                halves = request.halves()
                if halves:
                    for half in halves:
                        yield from self._answer(half)
                    return
            write_atomically(path, orjson.dumps(answer))
        self.done += 1
        yield path

    def _call(self, request: Request) -> dict[str, Any]:
        where = "data/v1/get" if self.key else "public/v1/preview"
        url = f"{BASE}/{where}/{request.path}"
        headers = {"Ocp-Apim-Subscription-Key": self.key} if self.key else {}
        reason = ""
        for attempt in range(_ATTEMPTS):
            calls = self._counted()
            self.say(f"UN Comtrade: call {calls} of {CALLS_A_DAY} today")
            try:
                reply = self.client.get(url, params=request.params, headers=headers)
            except httpx.HTTPError as fault:
                reason = str(fault) or type(fault).__name__
                self.wait(2.0**attempt)
                continue
            if reply.status_code == httpx.codes.OK:
                return _records(reply, url)
            reason = _reason(reply)
            seconds = _seconds(reply, attempt)
            if seconds is None or seconds > _LONGEST:
                break
            self.say(f"UN Comtrade: {reason}; waiting {seconds:.0f} seconds")
            self.wait(seconds)
        kept = f"; {self.done} answers are kept, the same command goes on from there"
        raise SourceUnavailable(url, reason + (kept if self.done else ""))

    def _counted(self) -> int:
        """Count one call of today, and say how many there were."""
        path = self.folder / "calls.json"
        calls = self.calls_today() + 1
        data = {"day": self.today(), "calls": calls}
        write_atomically(path, orjson.dumps(data))
        return calls

    def calls_today(self) -> int:
        """How many calls were made today from this store."""
        try:
            told = orjson.loads((self.folder / "calls.json").read_bytes())
            return int(told["calls"]) if told["day"] == self.today() else 0
        except (OSError, ValueError, KeyError, TypeError):
            return 0

    def forget(self, paths: Sequence[Path]) -> None:
        """Remove answers that are in the store now."""
        for path in paths:
            path.unlink(missing_ok=True)


def _records(reply: httpx.Response, url: str) -> dict[str, Any]:
    try:
        answer = orjson.loads(reply.content)
    except orjson.JSONDecodeError:
        raise SourceUnavailable(url, "the answer is no JSON") from None
    if not isinstance(answer, dict) or not isinstance(answer.get("data", []), list):
        raise SourceUnavailable(url, "the answer has no list of records")
    if answer.get("error"):
        raise SourceUnavailable(url, f"the API says: {answer['error']}")
    return answer


def _reason(reply: httpx.Response) -> str:
    try:
        told = orjson.loads(reply.content)
        said = str(told.get("message") or told.get("error") or "")
    except (ValueError, AttributeError):
        said = ""
    hint = ""
    if reply.status_code in (401, 403) and not _QUOTA.search(said):
        hint = "; put a key into COMTRADE_API_KEY, or leave it empty for the preview"
    return f"the server answered {reply.status_code} {said}".strip() + hint


def _seconds(reply: httpx.Response, attempt: int) -> float | None:
    """How long to wait before asking again; None for what waiting does not mend."""
    match = _AGAIN.search(reply.text)
    if match:
        return float(match[1]) + 1.0
    said = reply.headers.get("Retry-After", "")
    if reply.status_code == httpx.codes.TOO_MANY_REQUESTS:
        return float(said) if said.isdigit() else 2.0 ** (attempt + 1)
    return (
        2.0**attempt if reply.status_code >= httpx.codes.INTERNAL_SERVER_ERROR else None
    )


def number(area: str) -> str:
    """Comtrade's number of an area. *Raises* ValueError for one that it lacks.

    *Example*

    >>> number("US"), number("KG"), number("WORLD")
    ('842', '417', '0')
    """
    if area in _NUMBERS:
        return str(_NUMBERS[area])
    found = next((n for n, name in areas.numbers().items() if name == area), None)
    if found is None:
        raise ValueError(f"UN Comtrade has no number for {area}")
    return found


def requests(
    reporters: Sequence[str],
    partners: Sequence[str],
    codes: Sequence[str],
    periods: Sequence[str],
    *,
    flows: Sequence[str] = ("M", "X"),
) -> list[Request]:
    """The calls for these areas (ISO), codes and periods, 12 periods at a time.

    *Raises* ValueError for an area that Comtrade has no number for.
    """
    whom = tuple(number(area) for area in partners)
    times = [period.replace("-", "") for period in periods]
    parts = [tuple(times[i : i + PERIODS]) for i in range(0, len(times), PERIODS)]
    return [
        Request((number(who),), whom, tuple(codes), part, tuple(flows))
        for who in reporters
        for part in parts
    ]
