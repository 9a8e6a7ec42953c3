"""One invoice on its way to the paper: what every part of the drawing needs."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from tools.training.bills import Bill
from tools.training.chance import Chance
from tools.training.paper import Paper
from tools.training.parties import Party
from tools.training.style import Style
from tools.training.truth import Truth
from tools.training.voice import Voice


@dataclass(slots=True)
class Draft:
    """A bill, its looks and words, the paper it is drawn on and the truth noted meanwhile."""

    chance: Chance
    voice: Voice
    style: Style
    paper: Paper
    bill: Bill
    truth: Truth
    first_page: int = 0
    continued: Callable[["Draft"], float] | None = None
    floor: float = 0.0
    layout: str = ""

    def enter(self, part: str) -> None:
        """Draw the layout of a part of the page from a stream of its own.

        So two bills of one layout look alike although their contents need other choices.
        """
        self.chance = Chance(f"{self.layout}/{part}")

    def text(self, x: float, y: float, text: str, size: float = 0, **how: object) -> float:
        """Write a text in the document's size, or the given one."""
        return self.paper.text(x, y, text, size or self.style.size, **how)  # type: ignore[arg-type]

    def money(self, name: str, value: Decimal) -> str:
        """An amount with its currency; notes the field ``name`` (if any) and the currency."""
        text = self.voice.money(value)
        if name:
            self.truth.put(name, value, text)
        if self.voice.notation.names_currency:
            self.truth.put("currency", self.voice.currency, text)
        return text

    def bare(self, name: str, value: Decimal) -> str:
        """An amount in the notation of the table; notes the field and a printed currency."""
        notation = self.voice.table_notation
        text = notation.money(value)
        if name:
            self.truth.put(name, value, text)
        if notation.names_currency:
            self.truth.put("currency", self.voice.currency, text)
        return text

    def with_currency(self, label: str, key: str) -> str:
        """The label, sometimes naming the currency where the amounts do not; once for a key."""
        voice, code = self.voice, self.voice.currency
        if f"currency of {key}" not in voice.said:
            shown = not voice.notation.names_currency and self.chance.odds(0.35)
            shapes = (f" {code}", f" ({code})", f", {code}", f" in {code}")
            voice.said[f"currency of {key}"] = self.chance.pick(shapes) if shown else ""
        suffix = voice.said[f"currency of {key}"]
        if not suffix or code in label:
            return label
        self.truth.put("currency", code, code)
        return label + suffix

    def day(self, name: str, value: dt.date) -> str:
        """A date as printed; notes the field ``name`` (if any)."""
        text = self.voice.date(value)
        if name:
            self.truth.put(name, value, text)
        return text

    def vendor_name(self, *, brand: bool = False) -> str:
        """The vendor's name as printed; the fullest printed form is the truth."""
        vendor = self.bill.vendor
        name = vendor.brand if brand else vendor.name
        known = self.truth.values.get("vendor_name")
        if known is None or (known == vendor.brand and not brand):
            self.truth.values["vendor_name"] = name
            self.truth.printed["vendor_name"] = name
        self.truth.accept("vendor_name", vendor.name, vendor.brand)
        return name

    def customer_name(self) -> str:
        """The customer's name; notes it."""
        name = self.bill.customer.name
        self.truth.put("customer_name", name, name)
        return name

    def tax_id(self) -> tuple[str, str]:
        """Label and text of the vendor's tax id; notes it."""
        tax_id = self.bill.vendor.tax_id
        self.truth.put("vendor_tax_id", tax_id.text, tax_id.text)
        self.truth.accept("vendor_tax_id", *tax_id.others)
        return self.voice.say("vat_label"), tax_id.text

    def second_id(self) -> tuple[str, str]:
        """Label and text of the vendor's other number, right as well where no tax id is said."""
        second = self.bill.vendor.second_id
        self.truth.accept("vendor_tax_id", second)
        return self.voice.say("tax2_label"), second

    def iban(self) -> str:
        """The vendor's IBAN as printed, or the account number where there is none."""
        bank = self.bill.vendor.bank
        if not bank.iban:
            return bank.number
        if "iban" not in self.voice.said:
            self.voice.said["iban"] = self.chance.weigh({"groups": 4, "compact": 1})
        text = bank.iban_in_groups if self.voice.said["iban"] == "groups" else bank.iban
        self.truth.put("iban", bank.iban, text)
        if self.bill.vendor.second_bank is not None:
            self.truth.accept("iban", self.bill.vendor.second_bank.iban)
        return text

    def number(self) -> str:
        """The number of the bill; notes it."""
        self.truth.put("invoice_number", self.bill.number, self.bill.number)
        return self.bill.number

    def hashed_number(self) -> str:
        """The number, now and then with a sign before it that is not its own."""
        number = self.number()
        if "hash" not in self.voice.said:
            self.voice.said["hash"] = self.chance.pick(("#", "", "", "", "", "", "", "", "", ""))
        if not self.voice.said["hash"] or self.voice.said.get("number", "").endswith("#"):
            return number
        self.truth.accept("invoice_number", f"#{number}")
        return f"#{number}"

    def title(self) -> str:
        """What the document calls itself."""
        return self.voice.say(self.bill.kind)

    def room(self, y: float, height: float) -> float:
        """``y``, or the top of a new page where the rest of this one is lower than ``height``."""
        return y if y + height <= self.floor else self.turn_page()

    def turn_page(self) -> float:
        """Begin the next page; returns where its writing starts."""
        self.paper.new_page(self.style.width, self.style.height)
        if self.continued is not None:
            return self.continued(self)
        return self.style.top + 20


def address_of(party: Party, *, with_country: bool = False) -> tuple[str, ...]:
    """The lines below a name."""
    return (*party.address, party.country_name) if with_country else party.address


def town_of(city: str) -> str:
    """The town in the line of an address that has its postcode too."""
    words = city.replace(",", " ").split()
    named = [word for word in words if not any(sign.isdigit() or sign in "#@" for sign in word)]
    return " ".join(named[:2]) or city
