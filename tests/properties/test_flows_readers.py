"""Any bytes give cells or a Problem: never a crash, never half a store."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from enduse.flows.areas import area
from enduse.flows.periods import period
from enduse.library.statistics import Statistics
from enduse.library.statistics_import import Importing

_HEADS = [
    b"t,i,j,k,v,q\n",
    b"reporterCode,partnerCode,flowCode,cmdCode,period,primaryValue\n",
    b"REPORTER,PARTNER,PRODUCT,FLOW,STAT_PROCEDURE,PERIOD,VALUE_IN_EUR\n",
    b"REPORTER,PARTNER,PRODUCT_NC,FLOW,PERIOD,VALUE_EUR,QUANTITY_KG\n",
    b"reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n",
    b"SERIES_CODE,SCALE,COUNTERPART_COUNTRY.ID,COUNTRY.ID,2021,2022\n",
    b"reporter;partner;cn8;period;flow;value_eur\n",
    b"Trade Flow,Reporter Code,Partner Code,Commodity Code,Period,Trade Value (US$)\n",
    b'{"count":1,"data":[{"reporterCode":1,"cmdCode":"1","primaryValue":',
    b"PK\x03\x04",
    b"PAR1",
    b"",
]
_CELLS = st.sampled_from(
    [b"2022", b"DE", b"842", b"X", b"TOTAL", b"90111", b":", b"", b'"', b"-1e400",
     b"\xff", "俄罗斯".encode(), b"1,5", b"nan", b"2022-13"]
)  # fmt: skip
_ROW = st.lists(_CELLS, max_size=9).map(b",".join)
_TABLES = st.lists(_ROW, max_size=6).map(b"\n".join)


@given(
    head=st.sampled_from(_HEADS),
    body=st.one_of(st.binary(max_size=200), _TABLES),
    suffix=st.sampled_from([".csv", ".json", ".xlsx", ".parquet", ".csv.gz"]),
)
def test_any_bytes_are_read_or_refused(head: bytes, body: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{suffix}"
        path.write_bytes(head + body)
        outcome = Importing(Path(folder) / "flows", "test").files([path])
        assert len(outcome.imported) + len(outcome.refused) == 1
        stored = Statistics.open(Path(folder))
        kept = stored.scan(detail=True).collect()
        assert kept.height == sum(info.kept for info in stored.imported)
        assert not kept["value"].is_nan().any()
        assert not kept["value"].is_infinite().any()
        assert not (kept["period"] == "").any()


@given(st.text(max_size=80))
def test_any_text_is_an_area_or_none(text: str) -> None:
    assert isinstance(area(text), str)


@given(st.text(max_size=40))
def test_any_text_is_a_period_or_none(text: str) -> None:
    assert len(period(text)) in (0, 4, 7)
