"""Trade papers of many layouts, all invented, as PDF files made byte by byte."""

from tests.pdf_layouts.certificates import (
    certificate_in_lines,
    certificate_of_origin,
    certificate_of_preference,
)
from tests.pdf_layouts.drawn import (
    boxed,
    labelled,
    row,
)
from tests.pdf_layouts.sales import (
    bottom_aligned,
    bundle,
    chinese_packing_list,
    contract,
    filled_form,
    german_invoice,
    label_row,
    letterhead_and_sentences,
    long_invoice,
    russian_invoice,
    turned,
)
from tests.pdf_layouts.transport import (
    air_waybill,
    bill_of_lading,
    bold_labels,
    consignment_note,
    courier_form,
    said_to_contain,
)

__all__ = [
    "air_waybill",
    "bill_of_lading",
    "bold_labels",
    "bottom_aligned",
    "boxed",
    "bundle",
    "certificate_in_lines",
    "certificate_of_origin",
    "certificate_of_preference",
    "chinese_packing_list",
    "consignment_note",
    "contract",
    "courier_form",
    "filled_form",
    "german_invoice",
    "label_row",
    "labelled",
    "letterhead_and_sentences",
    "long_invoice",
    "row",
    "russian_invoice",
    "said_to_contain",
    "turned",
]
