"""However lists and customers change, a rescreening's total is that of a full run."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.made import invented_name
from tests.made_firm import Firm

LISTED = st.integers(640, 668)
CUSTOMER = st.integers(625, 680)
TEXTS = ("paid by {} in May", "for {} LLC, invoice 7", "oplata OOO {} za tovar", "")
SLIPS = ("{}", "{} Ltd", "The {}", "{} Trading")
STEP = st.tuples(LISTED, st.lists(CUSTOMER, max_size=12), st.sampled_from(SLIPS))


def misspelt(number: int, form: str) -> str:
    """An invented name with a letter changed, in one of the forms."""
    name = invented_name(number)
    at = number % (len(name) - 1)
    return form.format(name[:at] + "o" + name[at + 1 :])


@settings(max_examples=12)
@given(st.lists(STEP, min_size=2, max_size=4))
def test_every_step_gives_what_a_full_run_gives(
    steps: list[tuple[int, list[int], str]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        firm = Firm(Path(folder))
        for number, (listed, customers, form) in enumerate(steps):
            firm.entries(listed, date(2026, 10, 1) + timedelta(number))
            names = [misspelt(one, form) for one in customers[::2]]
            notes = [
                TEXTS[one % len(TEXTS)].format(misspelt(one, form))
                for one in customers[::3]
            ]
            notes += [TEXTS[0].format(invented_name(one)) for one in customers[:2]]
            firm.customers(customers, [*names, "Quiet Harbour Bakery"], notes)
            _, _, lines = firm.rescreen()
            assert lines == firm.full()


PAYMENT = st.tuples(CUSTOMER, st.sampled_from(SLIPS), st.sampled_from(TEXTS))


@settings(max_examples=10)
@given(
    st.lists(st.tuples(LISTED, st.lists(PAYMENT, max_size=10)), min_size=2, max_size=3)
)
def test_payments_too(steps: list[tuple[int, list[tuple[int, str, str]]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        firm = Firm(Path(folder))
        firm.book = Path(folder) / "payments.csv"
        for number, (listed, payments) in enumerate(steps):
            firm.entries(listed, date(2026, 10, 1) + timedelta(number))
            rows = [
                (
                    f"P{n % 650}",
                    misspelt(n, form),
                    f'"{text.format(invented_name(n + 3))}"',
                )
                for n, form, text in payments
            ]
            firm.payments([*rows, ("Q", "Quiet Harbour Bakery", "bread")])
            _, _, lines = firm.rescreen()
            assert lines == firm.full()
