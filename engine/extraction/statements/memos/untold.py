"""What to call a row that prints no words of its own: a cheque by its number, others by the title.

Tables of cheques and deposits print a number, a day and an amount; what they are stands above.
"""

import re
from typing import Final

from engine.extraction.phrases import plain

_CHEQUES: Final = {
    "check": "Check", "checks": "Check", "cheque": "Cheque", "cheques": "Cheque",
    "scheck": "Scheck", "schecks": "Scheck", "assegno": "Assegno", "assegni": "Assegno",
    "draft": "Draft", "drafts": "Draft",
}  # fmt: skip
"""Words for a cheque in a title, and for one of them in its row."""

_ASIDE: Final = re.compile(r"\s*[(\[][^)\]]*[)\]]?\s*\Z|\s+[-–]\s+continued\Z", re.IGNORECASE)
"""What a title adds: how many there are, that it goes on from the page before."""

_LONGEST: Final = 60
"""Signs of a title, at most."""


def untold(title: str, number: str) -> str:
    """The description of a row below ``title`` with ``number``; either may be empty."""
    cheque = next((_CHEQUES[word] for word in plain(title).split() if word in _CHEQUES), None)
    if cheque is not None and number:
        return f"{cheque} {number.split()[0].rstrip('*^#')}"
    own = _ASIDE.sub("", title)
    return own if 0 < len(own) <= _LONGEST else number
