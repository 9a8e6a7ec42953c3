"""Words beside heads that say little alone."""

from typing import Final

from engine.extraction.currencies import CODES
from engine.extraction.phrases import plain

_WEAK: Final = """
    in out n no nr number af ut ud art paid name item day post den dan nap dia vs ss ks pn tt rb aa
    pv of on ma inn ind kid bil tip tur us cas min ag π χρ во час
"""
WEAK_HEADS: Final = frozenset(_WEAK.split())
"""Heads that prose is full of, or that mean something else in another language."""

_UNITS: Final = """
    r s rm rs rp tl lei kc ft kr zl грн руб р лв ден дин km lek dh dhs 円 원 元 บาท đồng dong dollar
    dollars pesos reais euro euros nt nis שח ריאל ريال درهم دينار جنيه рублей рублях гривень
"""
UNITS: Final = frozenset({*map(plain, _UNITS.split()), *map(str.lower, CODES)})
"""Plain words that name a column's currency."""
