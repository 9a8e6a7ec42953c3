"""Families of documents on letter-sized pages: invoices, credit notes, long lists, trades."""

from collections.abc import Sequence

from tools.training.chance import Chance
from tools.training.datafile import entries, names
from tools.training.letter import Body, choose_looks, draw_letter, open_paper
from tools.training.made import Made
from tools.training.making import Wish, make_bill
from tools.training.voice import speak

_FAVOURITES = ("en-US", "en-GB", "de-DE", "fr-FR")

WISHES: dict[str, tuple[Wish, ...]] = {
    "classic": (Wish(), Wish(items=(1, 3)), Wish(items=(3, 16)), Wish(charged=0.8)),
    "credit": (Wish(kind="credit_note", items=(1, 4)),),
    "long": (Wish(trade="goods", items=(22, 90)), Wish(items=(18, 60), trade="freight")),
    "trades": tuple(
        Wish(trade=trade, items=(1, 7))
        for trade in ("law", "care", "media", "freight", "rental", "software", "travel")
    ),
    "gross": (
        Wish(trade="goods", gross_priced=1.0, person=0.7),
        Wish(trade="food", gross_priced=1.0, untaxed=0.0),
    ),
    "prepaid": (Wish(paid=1.0),),
}


def choose_tag(chance: Chance) -> str:
    """A country, the large ones more often."""
    return chance.pick(_FAVOURITES) if chance.odds(0.15) else chance.pick(names("lands"))


def make_letter(chance: Chance, family: str) -> Made:
    """A document of one of the families in ``WISHES``."""
    return written(chance, family, choose_tag(chance), WISHES[family])


def written(
    chance: Chance, family: str, tag: str, wishes: Sequence[Wish], body: Body | None = None
) -> Made:
    """A letter from the land ``tag`` for one of ``wishes``; ``body`` is None for the usual one."""
    language = entries("lands", tag)["language"][0]
    face, style = choose_looks(chance, language, tag[-2:])
    voice = speak(tag, chance, face)
    bill = make_bill(chance, voice, chance.pick(wishes))
    paper = open_paper(chance, style)
    truth = draw_letter(chance, voice, style, paper, bill, body=body)
    return Made(
        content=paper.finish(chance),
        truths=(truth,),
        language=language,
        document_type=bill.kind,
        layout=f"{family}-{tag}",
        vendor_group=bill.vendor.name,
        credit_indices=(0,) if bill.is_credit else (),
    )
