"""Which invoices are of the same counterparty: equal names, names misread by a letter, one IBAN."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from engine.matching.inputs import OpenInvoice
from engine.matching.normalise import compact, name_tokens, unconfused


@dataclass(frozen=True, slots=True)
class Party:
    """A counterparty under every name that invoices give it; no name when none is known."""

    names: tuple[str, ...]


def group_parties(invoices: Sequence[OpenInvoice]) -> tuple[tuple[Party, ...], dict[str, int]]:
    """The parties in a fixed order, and the party's index for every invoice id."""
    root: dict[str, str] = {}

    def find(key: str) -> str:
        while root.setdefault(key, key) != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    keys_of = [_keys(invoice) for invoice in invoices]
    for own in keys_of:
        keys = sorted(map(find, own))
        for key in keys[1:]:
            root[key] = keys[0]
    members: dict[str, list[OpenInvoice]] = {}
    for invoice, own in zip(invoices, keys_of, strict=True):
        members.setdefault(find(own[0]), []).append(invoice)
    names = {key: sorted({i.counterparty or "" for i in group}) for key, group in members.items()}
    order = sorted(members, key=lambda key: (names[key], min(i.invoice_id for i in members[key])))
    parties = tuple(Party(tuple(filter(None, names[key]))) for key in order)
    index = {i.invoice_id: n for n, key in enumerate(order) for i in members[key]}
    return parties, index


def _keys(invoice: OpenInvoice) -> tuple[str, ...]:
    """What ties an invoice to others; one without name and IBAN stands alone."""
    name = _key_of_name(invoice.counterparty) if invoice.counterparty else ""
    iban = compact(invoice.counterparty_iban) if invoice.counterparty_iban else ""
    keys = tuple(filter(None, (name and f"name {name}", iban and f"iban {iban}")))
    return keys or (f"id {invoice.invoice_id}",)


@lru_cache(maxsize=65536)
def _key_of_name(name: str) -> str:
    return " ".join(unconfused(token) for token in name_tokens(name))
