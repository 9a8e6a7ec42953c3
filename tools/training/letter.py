"""Puts a whole invoice together on letter-sized pages from independently chosen parts."""

from collections.abc import Callable

from tools.training.bills import Bill
from tools.training.blocks import customer_block, seller_block, sender_line, ship_block
from tools.training.chance import Chance
from tools.training.closing import draw_closing, other_parts
from tools.training.columns import Column
from tools.training.draft import Draft, town_of
from tools.training.faces import Face, choose_face
from tools.training.facts import Fact, choose_facts
from tools.training.facts_drawing import draw_facts
from tools.training.feet import draw_foot, draw_stamp, foot_height, footer_lines, number_pages
from tools.training.heads import draw_head
from tools.training.item_table import draw_table
from tools.training.paper import Paper
from tools.training.slip import draw_slip
from tools.training.style import Style, choose_style
from tools.training.tax_table import draw_tax_table
from tools.training.terms import draw_terms
from tools.training.totals import draw_totals, sum_rows
from tools.training.truth import Truth
from tools.training.voice import Voice


def open_paper(chance: Chance, style: Style) -> Paper:
    """Paper of the style's size whose words get into the file in one of several orders."""
    return Paper(
        style.face,
        style.width,
        style.height,
        ink=style.ink,
        order=chance.weigh({"drawn": 7, "rows": 1, "backwards": 0.5, "blocks": 1}),
        strokes=chance.weigh({"whole": 9, "words": 1, "letters": 0.25}),
    )


def choose_looks(chance: Chance, language: str, country: str) -> tuple[Face, Style]:
    """Fonts and style of a document in a language."""
    face = choose_face(chance, language)
    return face, choose_style(chance, face, country)


_DATED = {
    "de": " vom ", "fr": " du ", "it": " del ", "es": " de ", "pt": " de ", "nl": " van ",
    "en": " dated ", "cs": " ze dne ", "pl": " z dnia ", "sv": ", ", "da": " af ", "nb": " av ",
    "fi": ", ",
}  # fmt: skip
Body = Callable[[Draft, float], None]
"""Draws all that follows the addresses and facts, from a y on."""


def draw_letter(
    chance: Chance,
    voice: Voice,
    style: Style,
    paper: Paper,
    bill: Bill,
    *,
    layout: str = "",
    body: Body | None = None,
) -> Truth:
    """Draw the bill on new pages of the paper; returns what it says.

    Bills drawn with the same ``layout``, style and voice look alike.
    """
    draft = Draft(chance, voice, style, paper, bill, Truth(), layout=layout or chance.digits(12))
    draft.enter("frame")
    chance = draft.chance
    paper.face, paper.ink = style.face, style.ink
    draft.first_page = len(paper.pages)
    paper.new_page(style.width, style.height)
    has_head = chance.odds(0.78)
    has_sender, has_seller = chance.odds(0.25), chance.odds(0.15 if has_head else 0.5)
    named = not (has_head or has_sender or has_seller)
    groups = footer_lines(draft, named=named) if named or chance.odds(0.75) else []
    draft.floor = style.bottom - (foot_height(draft, groups) + 8 if groups else 6)
    manner = chance.pick(("ruled", "ruled", "bare", "centred"))
    keeps_foot = chance.odds(0.85)
    draft.continued = lambda inner: _next_page(inner, groups if keeps_foot else [], manner)
    draw_foot(draft, groups, manner)
    draft.enter("opening")
    y = _opening(draft, has_head=has_head, has_sender=has_sender, has_seller=has_seller)
    (body or draw_standard)(draft, y)
    draft.enter("marks")
    last = draft.paper.current
    draw_stamp(draft)
    number_pages(draft, last)
    if chance.odds(0.05):
        draw_terms(draft)
    draft.truth.pages = (draft.first_page + 1, len(paper.pages))
    return draft.truth


def draw_standard(draft: Draft, y: float) -> None:
    """The usual body: item table, sums, taxes, terms."""
    draft.enter("table")
    y, columns, _ = draw_table(draft, y + draft.style.size * 0.4)
    draft.enter("end")
    _end(draft, y, columns)


def _next_page(draft: Draft, groups: list[list[str]], manner: str) -> float:
    """What a page after the first has above the table's next rows."""
    draw_foot(draft, groups, manner)
    style = draft.style
    shown = draft.voice.said.setdefault("next head", draft.chance.pick(("", "number", "name")))
    y = style.top + 12
    if shown == "number":
        draft.text(style.left, y, f"{draft.title()} {draft.bill.number}", bold=True)
    elif shown == "name":
        draft.text(style.left, y, draft.vendor_name(), bold=True)
        text = f"{draft.voice.say('number')} {draft.number()}" if not draft.bill.is_credit else ""
        draft.text(style.right, y, text, align="right")
    return y + style.leading * 1.5


def _opening(draft: Draft, *, has_head: bool, has_sender: bool, has_seller: bool) -> float:
    """Everything above the table; returns the y below it."""
    chance, style = draft.chance, draft.style
    titled = chance.weigh({"head": 4, "below": 4, "numbered": 2, "none": 0.5})
    y = draw_head(draft, with_title=titled == "head") if has_head else style.top + 20
    said_number = titled == "numbered" and chance.odds(0.6)
    said_date = said_number and chance.odds(0.4)
    in_letter = not said_date and chance.odds(0.07)
    draft.enter("facts")
    facts = choose_facts(draft, number=not said_number, date=not (said_date or in_letter))
    y = max(y, style.top + 40)
    draft.enter("middle")
    y = _middle(draft, facts, y, has_sender=has_sender, has_seller=has_seller)
    draft.enter("title")
    if in_letter:
        y = _place_and_date(draft, y + style.leading)
    if titled in {"below", "numbered"}:
        y = _title_line(draft, y + style.size * 1.2, said_number, said_date)
    if draft.chance.odds(0.35):
        text = draft.voice.tell("intro", **other_parts(draft))
        lines = draft.paper.wrap(text, style.inner, style.size)
        y = draft.paper.lines(style.left, y + style.size, lines, style.size, style.leading)
    return y


def _title_line(draft: Draft, y: float, said_number: bool, said_date: bool) -> float:
    chance, style = draft.chance, draft.style
    text = draft.title()
    if said_number:
        glue = chance.pick((" ", " Nr. " if draft.voice.language == "de" else " ", " - ", ": "))
        text = f"{text}{glue}{draft.number()}"
    if said_date:
        day = draft.day("invoice_date", draft.bill.date)
        own = _DATED[draft.voice.language]
        text = f"{text}{chance.pick((', ', ' / ', ' - ', '   ', own, own, own))}{day}"
    size = chance.real(style.size + 1, 18)
    while draft.paper.measure(text, size, bold=True) > style.inner and size > 7:
        size -= 1
    place = chance.weigh({"left": 6, "centre": 1.5, "right": 1})
    x = {"left": style.left, "centre": style.width / 2, "right": style.right}[place]
    draft.text(x, y + size * 0.6, text, size, bold=chance.odds(0.75), align=place)
    return y + size * 0.6 + style.leading


def _place_and_date(draft: Draft, y: float) -> float:
    """Town and date without a label, as letters begin."""
    style, voice = draft.style, draft.voice
    town = town_of(draft.bill.vendor.address[-1])
    link = {"de": "den ", "fr": "le ", "it": "", "pl": "dnia "}.get(voice.language, "")
    if voice.date_pattern.startswith("'"):
        link = ""
    day = draft.day("invoice_date", draft.bill.date)
    draft.text(style.right, y, f"{town}, {link}{day}", align="right")
    return y + style.leading


def _middle(
    draft: Draft, facts: list[Fact], y: float, *, has_sender: bool, has_seller: bool
) -> float:
    """The parties' addresses and the facts, side by side or under each other."""
    chance, style = draft.chance, draft.style
    plan = chance.weigh({"facts right": 8, "facts left": 2, "below": 5, "above": 1.5})
    middle = style.left + style.inner * chance.real(0.46, 0.6)
    labelled = chance.odds(0.7) or plan != "facts right"
    if plan == "above":
        y = draw_facts(draft, facts, style.left, style.right, y + style.size, wide=True)
        return _parties(draft, y + style.gap, has_sender, has_seller, labelled)
    if plan == "below":
        y = _parties(draft, y + style.size, has_sender, has_seller, labelled)
        return draw_facts(draft, facts, style.left, style.right, y + style.gap, wide=True)
    boxes = [(style.left, middle - 16), (middle, style.right)]
    if plan == "facts left":
        boxes.reverse()
    (p0, p1), (f0, f1) = boxes
    top = y + style.size
    below = draw_facts(draft, facts, f0, f1, top + chance.pick((0.0, 0.0, 14.0)), wide=False)
    if has_sender:
        top = sender_line(draft, p0, top, p1 - p0 - 10) + style.size
    after = customer_block(draft, p0, p1, top, label=labelled)
    if has_seller:
        after = seller_block(draft, p0, p1, after + style.gap)
    if draft.bill.ship_to is not None:
        after = ship_block(draft, p0, p1, after + style.gap)
    return max(after, below) + style.gap * 0.6


def _parties(draft: Draft, y: float, has_sender: bool, has_seller: bool, labelled: bool) -> float:
    """The addresses in a row across the page."""
    style, chance = draft.style, draft.chance
    if has_sender:
        y = sender_line(draft, style.left, y, style.inner * 0.45) + style.size
    kinds = ["customer"]
    if draft.bill.ship_to is not None:
        kinds.append("ship")
    if has_seller:
        kinds.insert(0 if chance.odds(0.75) else len(kinds), "seller")
    wide = style.inner / max(2, len(kinds))
    shift = wide if len(kinds) == 1 and chance.odds(0.3) else 0.0
    bottoms = []
    for index, kind in enumerate(kinds):
        x0 = style.left + index * wide + shift
        x1 = x0 + wide - 14
        if kind == "customer":
            bottoms.append(customer_block(draft, x0, x1, y, label=labelled or len(kinds) > 1))
        else:
            draw = ship_block if kind == "ship" else seller_block
            bottoms.append(draw(draft, x0, x1, y))
    return max(bottoms)


def end_letter(draft: Draft, y: float) -> None:
    """Terms and notes, and now and then a payment slip."""
    draft.enter("closing")
    draw_closing(draft, y + draft.style.leading)
    if draft.chance.odds(0.07):
        draw_slip(draft)


def _end(draft: Draft, y: float, columns: list[Column]) -> None:
    """Sums, taxes, terms."""
    chance = draft.chance
    rows = sum_rows(draft)
    several = len(draft.bill.taxes) > 1
    draft.enter("sums")
    table_first = chance.odds(0.3)
    wants_taxes = chance.odds(0.45 if several else 0.1)
    if wants_taxes and table_first:
        y = draw_tax_table(draft, y + draft.style.leading * 1.5)
    y = draw_totals(draft, y, rows, columns)
    if wants_taxes and not table_first:
        y = draw_tax_table(draft, y + draft.style.leading)
    end_letter(draft, y)
