"""Files of many invoices: print runs of one firm, or whatever lay in the scanner's tray."""

from tools.training.chance import Chance
from tools.training.datafile import entries
from tools.training.fillers import draw_filler
from tools.training.letter import choose_looks, draw_letter, open_paper
from tools.training.letters import choose_tag
from tools.training.made import Made
from tools.training.making import Wish, make_bill, make_day, make_vendor
from tools.training.numbering import invoice_number, next_number
from tools.training.paper import Paper
from tools.training.parties import make_company
from tools.training.style import Style
from tools.training.truth import Truth
from tools.training.voice import Voice, speak
from tools.training.vouchers import draw_vouchers

_SIZES = {(2, 3): 5, (4, 8): 4, (9, 20): 2, (21, 45): 0.7, (60, 100): 0.3}


def make_bundle(chance: Chance) -> Made:
    """Two to a hundred invoices in one file, with the pages that get between them."""
    manner = chance.weigh({"run": 4, "tray": 4, "vouchers": 1.5})
    count = chance.whole(*chance.weigh(_SIZES))
    tag = choose_tag(chance)
    language = entries("lands", tag)["language"][0]
    face, style = choose_looks(chance, language, tag[-2:])
    paper = open_paper(chance, style)
    voice = speak(tag, chance, face)
    if manner == "tray":
        truths, kinds = _tray(chance, paper, min(count, 12), tag)
    elif manner == "run":
        truths, kinds = _run(chance, paper, voice, style, count)
    else:
        truths = draw_vouchers(chance, voice, style, paper, count)
        kinds = ["invoice"] * len(truths)
    credits = tuple(i for i, kind in enumerate(kinds) if kind == "credit_note")
    vendors = {str(truth.values.get("vendor_name")) for truth in truths}
    return Made(
        content=paper.finish(chance),
        truths=tuple(truths),
        language=language,
        document_type="multiple",
        layout=f"bundle-{manner}-{tag}",
        vendor_group=" + ".join(sorted(vendors)[:3]),
        credit_indices=credits,
        with_pages=True,
    )


def _run(
    chance: Chance, paper: Paper, voice: Voice, style: Style, count: int
) -> tuple[list[Truth], list[str]]:
    """Invoices of one vendor in one layout, numbered in sequence, for different customers."""
    vendor = make_vendor(chance, voice)
    day = make_day(chance)
    number = invoice_number(chance, day)
    layout = chance.digits(12)
    between = chance.pick(("", "", "terms", "blank", "delivery"))
    same_customer = make_company(chance, voice) if chance.odds(0.25) else None
    trade = chance.pick(("goods", "freight", "services", "telecom"))
    sizes = chance.pick(((1, 4), (1, 12), (1, 28)))
    truths, kinds = [], []
    for index in range(count):
        kind = "credit_note" if chance.odds(0.06) else "invoice"
        bill = make_bill(
            chance, voice, Wish(kind=kind, trade=trade, items=sizes),
            vendor=vendor, customer=same_customer, day=day, number=next_number(number, index),
        )  # fmt: skip
        truths.append(draw_letter(chance, voice, style, paper, bill, layout=layout))
        kinds.append(kind)
        if between and chance.odds(0.8):
            draw_filler(chance, voice, style, paper, bill, between)
    return truths, kinds


def _tray(chance: Chance, paper: Paper, count: int, tag: str) -> tuple[list[Truth], list[str]]:
    """Invoices of different vendors, with other papers between them."""
    truths, kinds = [], []
    for _ in range(count):
        here = tag if chance.odds(0.7) else choose_tag(chance)
        language = entries("lands", here)["language"][0]
        face, style = choose_looks(chance, language, here[-2:])
        voice = speak(here, chance, face)
        kind = "credit_note" if chance.odds(0.08) else "invoice"
        bill = make_bill(chance, voice, Wish(kind=kind, items=chance.pick(((1, 5), (4, 30)))))
        if chance.odds(0.08):
            draw_filler(chance, voice, style, paper, bill, "cover")
        truths.append(draw_letter(chance, voice, style, paper, bill))
        kinds.append(kind)
        if chance.odds(0.25):
            kind_of_page = chance.pick(("terms", "blank", "delivery", "order"))
            draw_filler(chance, voice, style, paper, bill, kind_of_page)
    return truths, kinds
