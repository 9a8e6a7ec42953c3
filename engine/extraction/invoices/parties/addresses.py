"""Lines of postal addresses: streets, boxes and towns with their postcodes."""

import re
from functools import lru_cache
from typing import Final

_STREET_WORDS: Final = frozenset(
    """
    street road avenue ave lane drive blvd boulevard highway hwy suite floor box rd st rue via viale
    piazza corso calle avenida avda plaza paseo rua praça travessa ul ulica jalan jln lorong taman
    postfach postbus boîte apt unit plot nagar sector square court parkway pkwy way building bldg
    tower quai chemin impasse allée place cours zone dr crescent terrace gardens close nám náměstí
    """.split()  # noqa: SIM905
)
_NEEDLESS: Final = frozenset(
    ("box", "postfach", "postbus", "boîte", "ul", "via", "rue", "calle", "rua")
)
_OPENING: Final = _STREET_WORDS - {"st", "dr", "box", "floor", "drive", "square", "tower", "close"}
"""Those that may be a line's first word: "St. Jude Hospital" and "Dr. Weiss" are names."""

_STREET_ENDS: Final = tuple(
    """
    straße strasse str str. weg allee platz ufer gasse ring damm laan straat plein gracht kade gatan
    vägen vej gade katu tie gate veien torget torg allé
    """.split()  # noqa: SIM905
)
_POSTCODE: Final = re.compile(
    r"(?<![\w-])(?:[A-Z]{1,2}[-\s])?\d{4,6}(?:[-\s]\d{3,4})?(?!\w)\s+[^\W\d]"
    r"|[^\W\d_]{2,},?\s+(?:[A-Z]{2},?\s+)?\d{4,6}(?:-\d{4})?\s*(?:,|$)"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b\d{3}\s\d{2}\s+[^\W\d]|\b\d{4}\s?[A-Z]{2}\s+[^\W\d]"
    r"|\b\d{2}-\d{3}\s+[^\W\d]"
)
_HOUSE_NUMBER: Final = re.compile(
    r"(?:^|\s)\d{1,5}\s?[a-zA-Z]?(?:\s?[-/]\s?\d{1,4}[a-zA-Z]?)?(?=$|[\s,])"
)

_NUMBERED: Final = re.compile(
    r"(?:[^\W\d_][\w.'’-]*\s){1,5}\d{1,4}\s?[a-zA-Z]?(?:\s?[-/]\s?\d{1,4}[a-zA-Z]?)?"
    r"|\d{1,5}[a-zA-Z]?,?(?:\s[^\W\d_][\w.'’-]*){1,5}"
)


@lru_cache(maxsize=16384)
def is_address(text: str) -> bool:
    """Whether a line looks like a street, a box or a town with its postcode."""
    return bool(_POSTCODE.search(text)) or is_street(text)


def has_postcode(text: str) -> bool:
    """Whether a line looks like a town with its postcode."""
    return bool(_POSTCODE.search(text))


def is_numbered(text: str) -> bool:
    """Whether a short line ends or begins with a house's number, as streets of all names do."""
    return bool(_NUMBERED.fullmatch(text.strip(" ,.")))


def is_street(text: str) -> bool:
    """Whether a line looks like a street or a box."""
    words = [word.strip(",.;:()").casefold() for word in text.split()]
    named = any(word in _STREET_WORDS for word in words[1:]) or (words[:1] and words[0] in _OPENING)
    if named and (any(map(str.isdigit, text)) or not _NEEDLESS.isdisjoint(words)):
        return True
    ends = any(len(word) > 5 and word.endswith(_STREET_ENDS) for word in words)
    return ends and (len(words) == 1 or bool(_HOUSE_NUMBER.search(text)))
