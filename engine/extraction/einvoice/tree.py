"""A tree of XML read by paths of names, its values typed exactly.

The parser is told to know no document type, no network and no huge values; ``reading.xml_guard``
has refused such XML before. A value that is none of its type is left out and noted, not guessed.
"""

import datetime as dt
import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from lxml import etree

from engine.extraction.einvoice.codes import date_of_code
from engine.reading.normal_text import without_hidden

_DECIMAL = re.compile(r"[+-]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})", re.ASCII)
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]+)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_LARGEST: Final = Decimal("9999999999999999.99")
_LONGEST: Final = 2_000
_LONGEST_QUOTE: Final = 40
_MOST_PROBLEMS: Final = 20
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2199


@dataclass(slots=True)
class Node:
    """An element; names in paths are joined by ``/`` and match in any namespace.

    ``problems`` is shared by all nodes of a tree.
    """

    element: etree._Element
    problems: list[str] = field(default_factory=list)

    def all(self, path: str) -> "list[Node]":
        """The elements at ``path``, in their order."""
        steps = "/".join(f"{{*}}{name}" for name in path.split("/"))
        return [Node(found, self.problems) for found in self.element.findall(steps)]

    def one(self, path: str) -> "Node | None":
        """The first element at ``path``."""
        steps = "/".join(f"{{*}}{name}" for name in path.split("/"))
        found = self.element.find(steps)
        return None if found is None else Node(found, self.problems)

    def attribute(self, name: str) -> str:
        """An attribute without namespace; empty when it is not there."""
        return str(self.element.get(name, "")).strip()

    @property
    def name(self) -> str:
        """The element's name without its namespace."""
        return str(etree.QName(self.element).localname)

    @property
    def content(self) -> str | None:
        """The element's own text on one line, without signs that nobody sees; None when empty."""
        return " ".join(without_hidden(self.element.text or "").split())[:_LONGEST] or None

    def text(self, *paths: str) -> str | None:
        """The first text that is not empty at one of ``paths``."""
        for path in paths:
            for node in self.all(path):
                if node.content:
                    return node.content
        return None

    def number(self, *paths: str) -> Decimal | None:
        """The number at the first of ``paths`` that has text."""
        text = self.text(*paths)
        return None if text is None else self._decimal(text, paths[0])

    def date(self, *paths: str) -> dt.date | None:
        """The date at the first of ``paths`` that has text, by its format code or as ISO."""
        for path in paths:
            node = self.one(path)
            if node is not None and node.content:
                return self._date(node, path)
        return None

    def own_number(self) -> Decimal | None:
        """The number that the element itself is."""
        return self._decimal(self.content, self.name) if self.content else None

    def _decimal(self, text: str, path: str) -> Decimal | None:
        if not _DECIMAL.fullmatch(text) or abs(Decimal(text)) > _LARGEST:
            self._note(path, text, "number")
            return None
        return Decimal(text)

    def _date(self, node: "Node", path: str) -> dt.date | None:
        text = node.content or ""
        iso = _ISO_DATE.fullmatch(text)
        try:
            day = (
                dt.date(*map(int, iso.groups()))
                if iso
                else date_of_code(text, node.attribute("format") or "102")
            )
        except ValueError:
            day = dt.date.min
        if _FIRST_YEAR <= day.year <= _LAST_YEAR:
            return day
        self._note(path, text, "date")
        return None

    def _note(self, path: str, text: str, kind: str) -> None:
        if len(self.problems) > _MOST_PROBLEMS:
            return
        if len(self.problems) == _MOST_PROBLEMS:
            self.problems.append("More of the XML's values were left out.")
            return
        name = next((part for part in reversed(path.split("/")) if part not in _WRAPPERS), path)
        self.problems.append(
            f"The XML's {name} “{text[:_LONGEST_QUOTE]}” is not a {kind} and was left out."
        )


_WRAPPERS: Final = frozenset({"DateTimeString", "DateString", "DateTime"})


def per_unit(price: Decimal | None, units: Decimal | None) -> Decimal | None:
    """The price of one unit when ``price`` is that of ``units``, to ten decimals at most.

    None when it would be more than an amount can be.
    """
    if price is None or not units or units == 1:
        return price
    one = price / units
    if abs(one) > _LARGEST:
        return None
    return one if one * units == price else round(one, 10)


def address_lines(
    address: Node | None, streets: tuple[str, ...], town: tuple[str, str], country: str
) -> tuple[str, ...]:
    """An address as it would be printed, by the paths of its parts; nothing when there is none."""
    if address is None:
        return ()
    place = " ".join(part for path in town if (part := address.text(path)))
    lines = [*map(address.text, streets), place, address.text(country)]
    return tuple(line for line in lines if line)


def tree_of(content: bytes) -> Node:
    """The root of ``content``.

    Raises:
        ValueError: it is not well-formed.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return Node(etree.fromstring(content, parser))
    except etree.XMLSyntaxError as error:
        raise ValueError(f"it is not well-formed XML ({error.msg})") from error
