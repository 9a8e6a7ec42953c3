"""What a document says, noted down in the moment it is printed."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

FIELDS = (
    "invoice_number", "invoice_date", "due_date", "vendor_name", "vendor_tax_id", "customer_name",
    "currency", "subtotal", "tax_amount", "total_amount", "amount_due", "purchase_order", "iban",
)  # fmt: skip
Value = str | dt.date | Decimal | None


@dataclass(slots=True)
class Truth:
    """The fields of one invoice. Only what is printed gets in, and nothing can change after."""

    values: dict[str, Value] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
    accepted: dict[str, list[Value]] = field(default_factory=dict)
    derived: set[str] = field(default_factory=set)
    items: list[dict[str, Value]] = field(default_factory=list)
    pages: tuple[int, int] = (0, 0)

    def put(self, name: str, value: Value, text: str) -> None:
        """Note that the field was printed as ``text``.

        Raises:
            ValueError: the field was printed with another value before.
        """
        known = self.values.setdefault(name, value)
        if known != value:
            raise ValueError(f"{name} is printed as {known} and as {value}")
        self.printed.setdefault(name, text)

    def accept(self, name: str, *values: Value) -> None:
        """Note other values that are right as well."""
        told = self.accepted.setdefault(name, [])
        told.extend(value for value in values if value not in told)

    def derive(self, name: str, value: Value) -> None:
        """Note a sum whose parts are printed while the sum itself is not."""
        if name not in self.values:
            self.values[name] = value
            self.derived.add(name)

    def drop(self, name: str) -> None:
        """Forget a field that cannot be read from the page without a guess."""
        self.values.pop(name, None)
        self.printed.pop(name, None)

    def as_json(self) -> dict[str, Any]:
        """The invoice in the manner of the truth files."""
        said: dict[str, Any] = {
            name: _plain(self.values[name]) for name in FIELDS if name in self.values
        }
        if self.items:
            said["line_items"] = [
                {name: _plain(value) for name, value in item.items()} for item in self.items
            ]
        accepted = {
            name: [_plain(v) for v in values if v != self.values[name]]
            for name, values in self.accepted.items()
            if name in self.values
        }
        if any(accepted.values()):
            said["_accept"] = {name: values for name, values in accepted.items() if values}
        if self.derived:
            said["derived"] = sorted(self.derived)
        if self.pages[0]:
            said["pages"] = list(self.pages)
        said["printed"] = self.printed
        return said


def _plain(value: Value) -> str | float | None:
    if isinstance(value, dt.date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value
