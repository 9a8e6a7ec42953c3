"""Sums over the matches and open items of a sheet: differences by name, who decided, ages."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from engine.presentation.match_words import TREATMENT
from engine.records import Match
from engine.reports.sign_off.standing import NOUGHT, Row, Rows

AGES: Final = ((0, "Not due"), (30, "1–30 days"), (60, "31–60"), (90, "61–90"))
_OLDEST: Final = "Over 90"
_UNDATED: Final = "No date"


def differences_of(matches: Iterable[Match]) -> Rows:
    """What confirmed matches paid, and the differences that they name."""
    found: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for match in matches:
        if match.decision == "confirmed":
            what = match.difference_treatment or "open" if match.difference else ""
            found[match.currency or "", what].append(match)
    return [
        {
            "currency": code or None,
            "difference_is": TREATMENT[what].capitalize() if what else "Settled to the cent",
            "matches": len(group),
            "amount_matched": sum((m.amount_matched for m in group), NOUGHT),
            "difference": sum((m.difference for m in group), NOUGHT),
        }
        for (code, what), group in sorted(found.items())
    ]


def deciders_of(matches: Iterable[Match]) -> Rows:
    """Who said what of how many matches, and from when to when."""
    found: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for match in matches:
        if match.decision != "proposed" and match.decided_by:
            found[match.decided_by, match.decision].append(match)
    return [
        {
            "who": who,
            "decision": decision.capitalize(),
            "matches": len(group),
            "first": min((m.decided_at for m in group if m.decided_at), default=None),
            "last": max((m.decided_at for m in group if m.decided_at), default=None),
        }
        for (who, decision), group in sorted(found.items())
    ]


def ageing_of(items: Iterable[Row]) -> Rows:
    """What is open by side, currency and age."""
    order = {name: place for place, (_, name) in enumerate(AGES)} | {
        _OLDEST: len(AGES),
        _UNDATED: len(AGES) + 1,
    }
    found: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for item in items:
        found[item["side"], item["currency"] or "", item["age"]].append(item)
    keys = sorted(found, key=lambda key: (key[0], key[1], order[key[2]]))
    return [
        {
            "side": side,
            "currency": code or None,
            "age": age,
            "items": len(found[side, code, age]),
            "open": sum((i["open"] or NOUGHT for i in found[side, code, age]), NOUGHT),
        }
        for side, code, age in keys
    ]


def age_of(days: int | None) -> str:
    """The name of an age; negative days are not due yet."""
    if days is None:
        return _UNDATED
    return next((name for most, name in AGES if days <= most), _OLDEST)
