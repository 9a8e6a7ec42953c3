"""Till receipts: narrow, centred, often in typewriter letters, prices with their tax inside."""

from decimal import ROUND_UP, Decimal

from tools.training import numbering
from tools.training.bills import Item
from tools.training.chance import Chance
from tools.training.datafile import entries
from tools.training.draft import Draft
from tools.training.faces import choose_face, fixed_face
from tools.training.letter import open_paper
from tools.training.letters import choose_tag
from tools.training.made import Made
from tools.training.making import Wish, make_bill
from tools.training.style import choose_style
from tools.training.truth import Truth
from tools.training.voice import speak

_WISHES = (
    Wish(kind="receipt", trade="food", items=(1, 12), gross_priced=1.0, charged=0.1, paid=0.0),
    Wish(kind="receipt", trade="goods", items=(1, 6), gross_priced=1.0, charged=0.1, paid=0.0),
)


def make_receipt(chance: Chance, family: str = "receipt") -> Made:
    """One receipt on a strip of paper that is as long as it needs to be."""
    tag = choose_tag(chance)
    language = entries("lands", tag)["language"][0]
    face = fixed_face(language) if chance.odds(0.6) else choose_face(chance, language)
    style = choose_style(chance, face, tag[-2:])
    voice = speak(tag, chance, face)
    bill = make_bill(chance, voice, chance.pick(_WISHES))
    paper = open_paper(chance, style)
    draft = Draft(chance, voice, style, paper, bill, Truth())
    width = chance.real(190, 290)
    paper.new_page(width, 1400)
    height = _Strip(draft, width, chance.pick((7.0, 7.5, 8.0))).draw()
    _cut(draft, height)
    draft.truth.pages = (1, 1)
    return Made(
        content=paper.finish(chance),
        truths=(draft.truth,),
        language=language,
        document_type="receipt",
        layout=f"{family}-{tag}",
        vendor_group=bill.vendor.name,
    )


def _cut(draft: Draft, height: float) -> None:
    draft.paper.pages[0].height = height
    draft.paper.height = height


class _Strip:
    """The receipt while it is written from top to bottom."""

    def __init__(self, draft: Draft, width: float, size: float) -> None:
        self.draft, self.size, self.width = draft, size, width
        self.left, self.right = 12.0, width - 12.0
        self.step = size * draft.chance.real(1.2, 1.5)
        self.y = 22.0

    def draw(self) -> float:
        """Write everything; returns the length of the strip."""
        self._head()
        self._facts()
        self._items()
        self._sums()
        self._taxes()
        self._end()
        return self.y + 24

    def centred(self, text: str, size: float = 0, *, bold: bool = False) -> None:
        """A line in the middle, wrapped where it is too wide."""
        size = size or self.size
        for line in self.draft.paper.wrap(text, self.right - self.left, size, bold=bold):
            self.draft.text(self.width / 2, self.y, line, size, bold=bold, align="centre")
            self.y += max(self.step, size * 1.2)

    def row(self, label: str, text: str, *, bold: bool = False, size: float = 0) -> None:
        """A label left and a value right."""
        size = size or self.size
        paper = self.draft.paper
        wide = paper.measure(label, size, bold=bold) + paper.measure(text, size, bold=bold)
        self.draft.text(self.left, self.y, label, size, bold=bold)
        if wide > self.right - self.left - 6:
            self.y += self.step
        self.draft.text(self.right, self.y, text, size, bold=bold, align="right")
        self.y += max(self.step, size * 1.25)

    def rule(self) -> None:
        """A line across, drawn or of dashes."""
        draft = self.draft
        sign = draft.voice.said.setdefault("rule", draft.chance.pick(("-", "=", "*", "", "")))
        if sign:
            count = int((self.right - self.left) / draft.paper.measure(sign, self.size))
            draft.text(self.left, self.y, sign * count, self.size)
        else:
            draft.paper.rule(self.left, self.y - 3, self.right, self.y - 3, 0.5)
        self.y += self.step

    def _head(self) -> None:
        draft, chance = self.draft, self.draft.chance
        name = draft.vendor_name(brand=chance.odds(0.35))
        name = name.upper() if chance.odds(0.4) else name
        self.centred(name, self.size + chance.pick((1, 3, 5)), bold=chance.odds(0.7))
        for line in draft.bill.vendor.address:
            self.centred(line)
        if chance.odds(0.6):
            self.centred(f"{draft.voice.say('phone')} {draft.bill.vendor.phone}")
        if chance.odds(0.65):
            label, text = draft.tax_id()
            self.centred(f"{label} {text}")
        if chance.odds(0.6):
            self.y += 3
            self.centred(draft.title().upper(), self.size + chance.pick((0, 2)), bold=True)
        self.rule()

    def _facts(self) -> None:
        draft, chance, voice = self.draft, self.draft.chance, self.draft.voice
        clock = f"{chance.whole(7, 21):02d}:{chance.whole(0, 59):02d}"
        if chance.odds(0.4):
            clock += f":{chance.whole(0, 59):02d}"
        day = draft.day("invoice_date", draft.bill.date)
        facts = []
        if chance.odds(0.5):
            facts.append((draft.style.label(voice.say("col_date")), f"{day} {clock}"))
        else:
            facts.append((day, clock))
        if chance.odds(0.85):
            facts.append((draft.style.label(voice.say("receipt_no")), draft.number()))
        if chance.odds(0.5):
            facts.append((draft.style.label(voice.say("till")), chance.digits(2)))
        if chance.odds(0.5):
            facts.append((draft.style.label(voice.say("cashier")), voice.tell("firsts")))
        joined = chance.odds(0.5)
        for label, text in chance.shuffled(facts):
            if joined and label.strip():
                draft.text(self.left, self.y, f"{label} {text}", self.size)
                self.y += self.step
            else:
                self.row(label, text)
        self.rule()

    def _items(self) -> None:
        chance = self.draft.chance
        manner = chance.weigh({"one": 4, "above": 3, "below": 3, "front": 2})
        coded = chance.odds(0.3)
        letters = "ABCD" if chance.odds(0.5) else ""
        rates = sorted({item.rate for item in self.draft.bill.items}, reverse=True)
        for item in self.draft.bill.items:
            letter = f" {letters[rates.index(item.rate)]}" if letters else ""
            amount = self.draft.bare("", item.amount) + letter
            if coded and item.code:
                self.draft.text(self.left, self.y, item.code, self.size)
                self.y += self.step
            self._item(item, amount, manner)
            said = {"description": item.description, "quantity": item.quantity}
            self.draft.truth.items.append({**said, "amount": item.amount})
        self.rule()

    def _item(self, item: Item, amount: str, manner: str) -> None:
        notation = self.draft.voice.table_notation.plain()
        count, price = notation.quantity(item.quantity), notation.number(item.unit_price)
        sign = self.draft.voice.said.setdefault("times", self.draft.chance.pick(("x", "*", "@")))
        sum_text = f"{count} {sign} {price}"
        name = self.draft.paper.wrap(item.description, (self.right - self.left) * 0.6, self.size)[0]
        if item.discount:
            sum_text += f" -{notation.quantity(item.discount)}%"
        if manner == "above":
            self.draft.text(self.left, self.y, f"  {sum_text}", self.size)
            self.y += self.step
            self.row(name, amount)
        elif manner == "below":
            self.draft.text(self.left, self.y, item.description[:34], self.size)
            self.y += self.step
            self.row(f"  {sum_text}", amount)
        else:
            self.row(f"{count} {name}" if manner == "front" or item.quantity != 1 else name, amount)

    def _sums(self) -> None:
        draft, chance, voice = self.draft, self.draft.chance, self.draft.voice
        sums = draft.bill.sums
        if draft.bill.charges or chance.odds(0.25):
            self.row(voice.say("sum"), draft.bare("", sums.items))
        for charge in draft.bill.charges:
            rate = voice.notation.plain().quantity(charge.percent)
            self.row(voice.say(charge.key, rate=rate), draft.bare("", charge.amount))
        if sums.rounding:
            self.row(voice.say("rounding"), draft.bare("", sums.rounding))
        grown = self.size + chance.pick((0, 1, 2, 4))
        label = voice.say_unlike("total", "sum")
        self.row(label, draft.money("total_amount", sums.total), bold=chance.odds(0.7), size=grown)
        if chance.odds(0.4):
            self.row(voice.say("items"), str(len(draft.bill.items)))
        if chance.odds(0.5):
            self.row(voice.say("card", ref=chance.digits(4)), draft.bare("", sums.total))
        else:
            step = Decimal(chance.pick((1, 5, 10, 50)))
            given = (sums.total / step).to_integral_value(ROUND_UP) * step
            self.row(voice.say("cash"), draft.bare("", given))
            if given > sums.total or chance.odds(0.5):
                self.row(voice.say("change"), draft.bare("", given - sums.total))
        self.rule()

    def _taxes(self) -> None:
        draft, chance = self.draft, self.draft.chance
        taxes = [tax for tax in draft.bill.taxes if tax.tax]
        if not taxes or not chance.odds(0.75):
            return
        notation = draft.voice.notation.plain()
        parts = chance.pick(("tax", "both", "table"))
        only = len(taxes) == 1
        for tax in taxes:
            rate = notation.quantity(tax.rate)
            if parts == "table":
                cells = (f"{rate}%", tax.base, tax.tax, tax.base + tax.tax)
                self._cells([c if isinstance(c, str) else notation.number(c) for c in cells])
                continue
            if parts == "both":
                self.row(draft.voice.say("net"), notation.number(tax.base))
            self.row(draft.voice.say("tax", rate=rate), notation.number(tax.tax))
        sums = draft.bill.sums
        if only:
            draft.truth.put("tax_amount", sums.tax, notation.number(sums.tax))
            if parts != "tax" and len(draft.bill.taxes) == 1:
                draft.truth.put("subtotal", sums.subtotal, notation.number(sums.subtotal))
        else:
            draft.truth.derive("tax_amount", sums.tax)
        self.rule()

    def _cells(self, cells: list[str]) -> None:
        width = (self.right - self.left) / len(cells)
        for index, cell in enumerate(cells):
            right = self.left + (index + 1) * width
            self.draft.text(right, self.y, cell, self.size, align="right")
        self.y += self.step

    def _end(self) -> None:
        draft, chance = self.draft, self.draft.chance
        if chance.odds(0.25):
            day = draft.bill.date
            self.centred(f"{numbering.reference(chance, day)} {chance.digits(6)}")
        self.y += 4
        if chance.odds(0.8):
            self.centred(draft.voice.tell("thanks_receipt"))
        if chance.odds(0.2):
            self.centred(draft.bill.vendor.web)
