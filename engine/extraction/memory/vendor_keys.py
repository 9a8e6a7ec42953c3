"""What a vendor is known by: tax id, account, internet domain, name; the surest first."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from engine.extraction.context import Context
from engine.extraction.identifiers import compact_identifier, find_ibans, find_vat_numbers
from engine.extraction.invoices.sheet.layout import Sheet
from engine.extraction.phrases import plain
from engine.extraction.vendor_habit import VendorHabit
from engine.records import Invoice

_WORTH: Final = {"tax": 8, "iban": 4, "domain": 3, "name": 2}
_DOMAIN = re.compile(r"(?:@|\bwww\.)((?:[a-z0-9-]+\.)+[a-z]{2,24})\b", re.IGNORECASE)
_SHORTEST_NAME: Final = 4
_SURE: Final = 0.75


def keys_of_invoice(invoice: Invoice, domains: Iterable[str] = ()) -> frozenset[str]:
    """The keys of the vendor that ``invoice`` names.

    Of ``domains`` only those count that are called like the vendor: others may be the customer's.
    """
    name = plain(invoice.vendor_name or "")
    keys = {f"domain:{domain}" for domain in domains if _is_called(domain, name)}
    if invoice.vendor_tax_id:
        keys.add(f"tax:{compact_identifier(invoice.vendor_tax_id)}")
    if invoice.iban:
        keys.add(f"iban:{compact_identifier(invoice.iban)}")
    if len(name) >= _SHORTEST_NAME:
        keys.add(f"name:{name}")
    return frozenset(keys)


def habits_of_vendor(habits: Iterable[VendorHabit], invoice: Invoice) -> Sequence[VendorHabit]:
    """What is known of the vendor of ``invoice``."""
    keys = keys_of_invoice(invoice)
    return [habit for habit in habits if habit.keys & keys]


def own_keys(context: Context) -> frozenset[str]:
    """The keys of the reader's own companies, which are no vendor's."""
    names = {f"name:{plain(name)}" for name in context.own_company_names}
    return frozenset(names | {f"tax:{compact_identifier(i)}" for i in context.own_tax_ids})


def domains_on(sheet: Sheet) -> tuple[str, ...]:
    """Internet domains on the sheet, of mail addresses and of sites, each once."""
    texts = (segment.text for segment in sheet.segments)
    matches = (match for text in texts for match in _DOMAIN.finditer(text))
    return tuple(dict.fromkeys(match[1].casefold() for match in matches))


class SheetKeys:
    """Tells which of many vendors an invoice on a sheet can be from."""

    def __init__(self, sheet: Sheet, invoice: Invoice, context: Context) -> None:
        self._text = f" {' '.join(plain(segment.text) for segment in sheet.segments)} "
        self._customer = plain(invoice.customer_name or "")
        self._own = own_keys(context)
        self._read = keys_of_invoice(invoice)
        self._sure = {key for key in self._read if _confidence(invoice, key) >= _SURE}
        printed = {f"domain:{domain}" for domain in domains_on(sheet)}
        for segment in sheet.segments:
            printed |= {f"iban:{iban.compact}" for iban in find_ibans(segment.text)}
            printed |= {f"tax:{number.compact}" for number in find_vat_numbers(segment.text)}
        self._printed = printed
        self._compact = compact_identifier(self._text)

    def worth(self, keys: Collection[str], mistaken: Collection[str]) -> int:
        """How sure it is that the vendor with ``keys`` wrote the invoice; 0 for not at all.

        ``mistaken`` are keys that were read on its invoices before and were wrong.
        """
        if self._is_somebody_else(keys, mistaken):
            return 0
        return sum(_WORTH[_kind(key)] for key in keys if self._is_there(key))

    def _is_somebody_else(self, keys: Collection[str], mistaken: Collection[str]) -> bool:
        """Whether another vendor was read for sure: then this one is only mentioned."""
        if not self._read.isdisjoint(keys):
            return False
        for key in self._sure.difference(mistaken):
            known = [other for other in keys if _kind(other) == _kind(key)]
            if known and not any(_is_alike(key, other) for other in known):
                return True
        return False

    def _is_there(self, key: str) -> bool:
        if key in self._own:
            return False
        if key in self._read or key in self._printed:
            return True
        kind, _, value = key.partition(":")
        if kind == "name":
            return value != self._customer and f" {value} " in self._text
        return kind == "tax" and len(value) >= 8 and value in self._compact


def _kind(key: str) -> str:
    return key.partition(":")[0]


def _confidence(invoice: Invoice, key: str) -> float:
    """How sure the field is that a key was made of; an account may be a collector's."""
    field = {"tax": "vendor_tax_id", "name": "vendor_name"}.get(_kind(key), "")
    place = invoice.provenance.get(field)
    return place.confidence if place else 0.0


def _is_alike(one: str, other: str) -> bool:
    """Whether two keys of one kind can be the same vendor's: names with a word in common."""
    if _kind(one) != "name":
        return one == other
    words = [{word for word in key[5:].split() if len(word) > 2} for key in (one, other)]
    return bool(words[0] & words[1])


def _is_called(domain: str, name: str) -> bool:
    main = plain(domain.split(".")[-2]).replace(" ", "")
    words = [word for word in name.split() if len(word) >= _SHORTEST_NAME]
    return any(word in main for word in words) or (
        len(main) >= _SHORTEST_NAME and main in name.replace(" ", "")
    )


def best_known(
    vendors: Sequence[tuple[Collection[str], Collection[str]]], sheet_keys: SheetKeys
) -> int | None:
    """The index of the vendor that is surest; None when none is there, or two are alike.

    A vendor is its keys, and those that were read for them by mistake.
    """
    worths = [sheet_keys.worth(*vendor) for vendor in vendors]
    best = max(worths, default=0)
    return worths.index(best) if best > 0 and worths.count(best) == 1 else None
