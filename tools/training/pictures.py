"""Families of scanned and photographed documents, made from the digital ones."""

from dataclasses import replace

from tools.training.chance import Chance
from tools.training.letters import make_letter
from tools.training.made import Made
from tools.training.receipts import make_receipt
from tools.training.scans import photograph, scan

_LETTERS = {"classic": 6, "trades": 3, "gross": 1, "credit": 1, "prepaid": 1}


def make_scanned(chance: Chance) -> Made:
    """A letter or a receipt out of an office scanner."""
    if chance.odds(0.25):
        made = make_receipt(chance)
    else:
        made = make_letter(chance, chance.weigh(_LETTERS))
    return replace(
        made, content=scan(chance, made.content), kind="scanned", layout=f"scanned-{made.layout}"
    )


def make_photographed(chance: Chance) -> Made:
    """A receipt on somebody's desk."""
    made = make_receipt(chance)
    content = photograph(chance, made.content)
    return replace(made, content=content, kind="scanned", layout=f"photo-{made.layout}")
