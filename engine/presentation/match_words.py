"""What people call the kinds of matches and the names of differences."""

from collections.abc import Mapping
from typing import Final

MATCH_KIND: Final[Mapping[str, str]] = {
    "one_to_one": "One invoice, one payment",
    "batch": "One payment for several invoices",
    "instalments": "Several payments for one invoice",
    "netted": "Invoices and credit notes netted",
    "payout": "A payout for many invoices, less fees",
    "collective": "One line for many payments",
    "many_to_many": "Several payments for several invoices",
}

TREATMENT: Final[Mapping[str, str]] = {
    "fee": "bank fee",
    "discount": "early-payment discount",
    "exchange": "exchange difference",
    "rounding": "rounding",
    "withholding_tax": "tax withheld",
    "overpayment": "paid too much",
    "open": "still open",
}
