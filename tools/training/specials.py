"""Families of letters with a body of their own: utilities, hotels, broadcasters and others."""

from collections.abc import Collection
from dataclasses import dataclass

from tools.training.bodies import account, folio, journey, plain, progress, spots
from tools.training.chance import Chance
from tools.training.datafile import entries
from tools.training.letter import Body
from tools.training.letters import choose_tag, written
from tools.training.made import Made
from tools.training.making import Wish


@dataclass(frozen=True, slots=True)
class Special:
    """A body with the bills it can draw; ``languages`` is empty where it speaks all."""

    body: Body
    wishes: tuple[Wish, ...]
    languages: Collection[str] = ()


SPECIALS: dict[str, Special] = {
    "utility": Special(
        account.draw_account,
        tuple(
            Wish(trade=trade, items=(2, 7), charged=0.0, paid=0.0, previous=0.7, gross_priced=0.0,
                 person=0.6)
            for trade in ("energy", "telecom")
        ),
    ),
    "hotel": Special(
        folio.draw_folio,
        (Wish(trade="stay", items=(2, 16), gross_priced=1.0, charged=0.0, paid=0.6, person=0.5),),
    ),
    "broadcast": Special(
        spots.draw_spots,
        (
            Wish(trade="media", items=(3, 40), charged=0.0, paid=0.0, gross_priced=0.0,
                 untaxed=0.7, commission=0.8),
        ),
        ("en",),
    ),
    "progress": Special(
        progress.draw_progress,
        (Wish(trade="works", items=(1, 3), gross_priced=0.0, charged=0.0, paid=0.0, rates=1),),
        progress.LANGUAGES,
    ),
    "ticket": Special(
        journey.draw_journey,
        (Wish(trade="travel", items=(1, 4), gross_priced=0.6, person=0.6, charged=0.05),),
    ),
    "prose": Special(
        plain.draw_prose,
        (Wish(trade="law", items=(1, 5)), Wish(trade="care", items=(1, 6), person=0.8, untaxed=0.4),
         Wish(trade="services", items=(1, 4))),
    ),
    "sums-first": Special(plain.draw_sums_first, (Wish(), Wish(trade="software", items=(2, 14)))),
    "form": Special(plain.draw_form, (Wish(), Wish(trade="freight", items=(1, 8)))),
}  # fmt: skip


def make_special(chance: Chance, family: str) -> Made:
    """A document of one of the families in ``SPECIALS``."""
    special = SPECIALS[family]
    tag = choose_tag(chance)
    while special.languages and entries("lands", tag)["language"][0] not in special.languages:
        tag = choose_tag(chance)
    return written(chance, family, tag, special.wishes, special.body)
