"""How one document speaks: its country's words, dates and amounts, each chosen once."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tools.training.chance import Chance
from tools.training.datafile import Entries, entries
from tools.training.dates import write_date
from tools.training.faces import Face
from tools.training.notation import LATIN_ONLY, Notation, choose_notation

_TWICE = frozenset(
    {"invoice", "number", "date", "due", "customer_no", "po", "total", "net", "bill_to", "bank"}
)
"""What documents in two languages say twice."""
_FOREIGN = ("ISO {}", "{} ISO", "ISO {}", "{} ISO", "¤{}", "{} ¤")
"""How a currency that is not the country's own is printed."""


@dataclass(slots=True)
class Voice:
    """The words and notations of one document. ``say`` repeats itself, ``tell`` does not."""

    tag: str
    chance: Chance
    words: Entries
    notation: Notation
    table_notation: Notation
    date_pattern: str
    currency: str
    said: dict[str, str] = field(default_factory=dict)
    second: Entries | None = None

    @property
    def language(self) -> str:
        """The two letters of the language."""
        return self.words["language"][0]

    @property
    def country(self) -> str:
        """The two capitals of the country."""
        return self.words["country"][0]

    def say(self, key: str, **parts: str) -> str:
        """The word this document uses for ``key``, always the same one."""
        if key not in self.said:
            self.said[key] = self._chosen(key, self.words[key])
        return _filled(self.said[key], parts)

    def _chosen(self, key: str, options: Sequence[str]) -> str:
        word = self.chance.pick(options)
        if self.second is None or key not in _TWICE:
            return word
        other = self.chance.pick(self.second[key])
        return word if other.casefold() == word.casefold() else f"{word} / {other}"

    def tell(self, key: str, **parts: str) -> str:
        """Any of the words for ``key``."""
        return _filled(self.chance.pick(self.words[key]), parts)

    def say_unlike(self, key: str, *others: str) -> str:
        """As ``say``, but never a word that one of the ``others`` already has."""
        taken = {self.said.get(other) for other in others}
        free = [word for word in self.words[key] if word not in taken]
        if key not in self.said and free:
            self.said[key] = self._chosen(key, free)
        return self.say(key)

    def date(self, day: dt.date) -> str:
        """The date as this document writes dates."""
        return write_date(day, self.date_pattern, self.words["months"], self.words["months_short"])

    def money(self, value: Decimal) -> str:
        """An amount as the totals print it."""
        return self.notation.money(value)


def _filled(text: str, parts: dict[str, str]) -> str:
    for name, part in parts.items():
        text = text.replace(f"{{{name}}}", part)
    return text


def speak(tag: str, chance: Chance, face: Face) -> Voice:
    """A voice of the country ``tag`` (such as de-AT) whose signs the fonts have."""
    land = entries("lands", tag)
    words = {**entries("words", land["language"][0]), **land}
    currency = _currency(land, chance)
    places = land["places"] if currency == land["currency"][0] else _FOREIGN
    notation = _printable(choose_notation(chance, land["numbers"], places, currency), face)
    table = notation if chance.odds(0.25) else notation.plain()
    voice = Voice(tag, chance, words, notation, table, chance.pick(land["dates"]), currency)
    if land["language"][0] != "en" and chance.odds(0.05):
        voice.second = entries("words", "en")
    return voice


def _currency(land: Entries, chance: Chance) -> str:
    """Mostly the country's own, sometimes that of its trade abroad."""
    own = land["currency"][0]
    return chance.pick(("EUR", "USD", own)) if chance.odds(0.04) else own


def _printable(notation: Notation, face: Face) -> Notation:
    if face.signs == "all":
        return notation
    place = notation.place
    for sign, stand_in in LATIN_ONLY.items():
        place = place.replace(sign, stand_in)
    group = notation.group.replace("\u202f", "\u00a0")
    return replace(notation, place=place, group=group)
