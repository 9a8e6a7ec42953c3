"""Which columns an item table has, in which order, and what stands in each cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from tools.training.bills import Item, cents
from tools.training.draft import Draft

LEFT_KEYS = {"pos", "code", "text", "unit", "date"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, title, how its cells are set, and its edges in points."""

    key: str
    title: str
    align: str
    left: float = 0.0
    right: float = 0.0

    @property
    def anchor(self) -> float:
        """The x that cells are set against."""
        if self.align == "right":
            return self.right - 3
        return self.left + 3 if self.align == "left" else (self.left + self.right) / 2


def choose_keys(draft: Draft) -> list[str]:
    """The columns of this document from left to right."""
    chance, bill = draft.chance, draft.bill
    taxed = any(tax.rate for tax in bill.taxes)
    simple = bill.trade in {"services", "law", "care", "media", "works"} and chance.odds(0.25)
    keys = ["text"]
    if not simple:
        keys = _ordered_middle(draft)
    if any(item.discount for item in bill.items):
        keys.append("discount")
    several = len({tax.rate for tax in bill.taxes}) > 1 and not any(t.label for t in bill.taxes)
    if taxed and (several or chance.odds(0.3)):
        keys.insert(len(keys) if chance.odds(0.7) else max(1, len(keys) - 1), "rate")
    keys.append("amount")
    if taxed and not bill.is_gross_priced and chance.odds(0.12):
        keys += ["tax", "gross"] if chance.odds(0.5) else ["gross"]
    if all(item.code for item in bill.items) and chance.odds(0.4):
        keys.insert(keys.index("text") + (1 if chance.odds(0.15) else 0), "code")
    if chance.odds(0.12):
        keys.insert(0, "date")
    if chance.odds(0.35):
        keys.insert(0, "pos")
    return keys


def _ordered_middle(draft: Draft) -> list[str]:
    orders: dict[tuple[str, ...], float] = {
        ("text", "quantity", "price"): 6,
        ("text", "quantity", "unit", "price"): 4,
        ("quantity", "text", "price"): 3,
        ("quantity", "unit", "text", "price"): 1.5,
        ("text", "price", "quantity"): 2.5,
        ("price", "quantity", "text"): 0.4,
        ("text", "unit", "quantity", "price"): 1,
        ("text", "quantity"): 0.5,
        ("text", "price", "unit", "quantity"): 0.5,
    }
    return list(draft.chance.weigh(orders))


def _titles(draft: Draft, keys: Sequence[str]) -> list[str]:
    voice = draft.voice
    said: list[str] = []
    for key in keys:
        word = {"quantity": "col_qty", "price": "col_price"}.get(key, f"col_{key}")
        options = [t for t in voice.words[word] if t not in said] or list(voice.words[word])
        plain = [title for title in options if draft.voice.currency not in title]
        title = draft.chance.pick(plain if key == "amount" and plain else options)
        said.append(draft.with_currency(title, "table") if key == "amount" else title)
    if draft.chance.odds(0.18):
        said = [title.upper() for title in said]
    return said


def cell(draft: Draft, item: Item, key: str, index: int) -> str:
    """The text of one cell."""
    notation = draft.voice.table_notation
    sums = {"amount": item.amount, "price": item.unit_price}
    if key in sums:
        return draft.bare("", sums[key])
    if key in {"tax", "gross"}:
        tax = cents(item.amount * item.rate / 100)
        return draft.bare("", tax if key == "tax" else item.amount + tax)
    if key in {"rate", "discount"}:
        value = item.rate if key == "rate" else item.discount
        sign = draft.voice.said.setdefault("percent", draft.chance.pick(("%", " %", "")))
        return notation.quantity(value) + sign if value or key == "rate" else ""
    if key == "quantity":
        style = draft.voice.said.setdefault("quantity", draft.chance.pick(("", "", "2", "3")))
        plain = notation.plain()
        exact = style and -int(item.quantity.normalize().as_tuple().exponent) <= int(style)
        return plain.number(item.quantity, int(style)) if exact else plain.quantity(item.quantity)
    return {
        "pos": str(index + 1),
        "code": item.code,
        "unit": item.unit,
        "date": draft.voice.date(item.day) if key == "date" else "",
    }.get(key, item.description)


def lay_columns(draft: Draft, keys: Sequence[str], size: float) -> list[Column]:
    """The columns with edges wide enough for their cells; the description takes the rest."""
    style, paper, chance = draft.style, draft.paper, draft.chance
    titles = _titles(draft, keys)
    padding = chance.real(7, 16)
    needs = []
    for key, title in zip(keys, titles, strict=True):
        cells = [cell(draft, item, key, i) for i, item in enumerate(draft.bill.items)]
        words = max(paper.measure(word, size, bold=True) for word in title.split())
        widest = max((paper.measure(text, size) for text in cells), default=0)
        needs.append(max(words, widest) + padding)
    rest = style.inner - sum(n for n, k in zip(needs, keys, strict=True) if k != "text")
    x, made = style.left, []
    spread = max(0.0, rest - 330) / max(1, len(keys) - 1) if chance.odds(0.5) else 0.0
    numbers = chance.weigh({"right": 9, "centre": 0.8, "left": 0.7})
    for key, title, need in zip(keys, titles, needs, strict=True):
        width = rest - spread * (len(keys) - 1) if key == "text" else need + spread
        align = "left" if key in LEFT_KEYS else numbers
        made.append(Column(key, title, align, x, x + width))
        x += width
    return made


def fits(draft: Draft, columns: Sequence[Column]) -> bool:
    """Whether the description is still wide enough to read."""
    text = next(column for column in columns if column.key == "text")
    return text.right - text.left >= min(110.0, draft.style.inner * 0.24)
