"""Amounts as sentences say them: "1,234.56 EUR"."""

from engine.matching.normalise import money


def said(units: int, currency: str | None) -> str:
    """Minor units without their sign, with thousands apart, and the currency where it is known."""
    return f"{money(abs(units), currency):,} {currency or ''}".rstrip()
