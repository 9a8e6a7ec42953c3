"""Every family of documents by its name, and how often it is made."""

from collections.abc import Callable
from functools import partial

from tools.training.bundles import make_bundle
from tools.training.chance import Chance
from tools.training.letters import WISHES, make_letter
from tools.training.made import Made
from tools.training.pictures import make_photographed, make_scanned
from tools.training.receipts import make_receipt
from tools.training.specials import SPECIALS, make_special

Maker = Callable[[Chance], Made]

FAMILIES: dict[str, Maker] = {
    **{family: partial(make_letter, family=family) for family in WISHES},
    **{family: partial(make_special, family=family) for family in SPECIALS},
    "receipt": make_receipt,
    "bundle": make_bundle,
    "scanned": make_scanned,
    "photographed": make_photographed,
}
SHARES = {
    "classic": 10.0,
    "trades": 4.0,
    "credit": 2.0,
    "gross": 1.5,
    "prepaid": 1.5,
    "receipt": 3.0,
    "utility": 2.0,
    "hotel": 1.5,
    "prose": 1.5,
}
"""How many of a mixed set each family has, in proportion; one where nothing is said."""
EXTRA = frozenset({"bundle", "scanned", "photographed"})
"""Families that a mixed set leaves out because each document takes long."""


def plan(count: int, family: str = "") -> list[tuple[str, int]]:
    """Family and running number of each of ``count`` documents."""
    if family:
        return [(family, index) for index in range(count)]
    names = [name for name in FAMILIES if name not in EXTRA]
    whole = sum(SHARES.get(name, 1.0) for name in names)
    counts = {name: max(1, int(count * SHARES.get(name, 1.0) / whole)) for name in names}
    counts["classic"] = max(1, counts["classic"] + count - sum(counts.values()))
    return [(name, index) for name in names for index in range(counts[name])][:count]


def make_document(seed: int, family: str, index: int) -> Made:
    """The document with this number of a family; the same for the same arguments."""
    return FAMILIES[family](Chance(f"{seed}/{family}/{index}"))
