"""The names in a statement's head: the account holder's and the bank's.

Nothing is known here of any bank: its name is the line that calls itself one, or the largest line
at the top.
"""

from collections.abc import Sequence

from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.header.found import Found, found_on
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.reading.page import Word

_HOLDER_LABELS: PhraseBook[str] = PhraseBook.of_lists(
    {
        "holder": """
            account holder, account holders, account name, account owner, prepared for, in name of,
            customer name, cardholder, cardholder name, card holder, name, account title, client,
            kontoinhaber, inhaber, karteninhaber, titulaire, titular, titular de la cuenta, cliente,
            nombre, nombre del titular, nome, titolare, intestatario, intestato a, intestata a,
            rekeninghouder, wlasciciel, posiadacz, klient, kontohavare, kontohaver, tilinomistaja,
            hesap sahibi, musteri adi, majitel, majitel uctu, szamlatulajdonos, titular cont,
            владелец, клиент, владелец счета, nama, nama pemilik, 户名, 口座名義, 예금주,
            שם בעל החשבון, בעל החשבון, שם הלקוח, اسم العميل, اسم صاحب الحساب
        """
    }
)
_BANK_WORDS = frozenset(
    {"bank", "banco", "banca", "banque", "banka", "bankasi", "pankki", "банк", "bancorp", "banc"}
    | {"kantonalbank", "raiffeisen", "caja", "caixa", "cassa", "caisse", "bankas", "bankhaus"}
    | {
        "银行",
        "銀行",
        "은행",
        "τραπεζα",
        "банка",
        "pank",
        "sporitelna",
        "takarek",
        "bancorporation",
    }
)
_BANK_ENDINGS = ("bank", "sparkasse", "banken", "银行", "銀行", "은행")
_BANK_PHRASES: PhraseBook[str] = PhraseBook.of_lists(
    {
        "bank": """
            savings bank, credit union, building society, savings association, savings assn,
            savings and loan, card services, financial services, trust company, caja de ahorros,
            caisse d epargne, kasa oszczednosci
        """
    }
)
_NOT_A_NAME = frozenset(
    {"statement", "account", "page", "date", "balance", "number", "kontoauszug", "extracto"}
    | {"releve", "extrato", "estratto", "wyciag", "customer", "service", "www", "transactions"}
    | {"tel", "phone", "fdic", "member", "call", "please", "payment", "po", "box", "summary", "com"}
)
_NOT_A_PERSON = frozenset(
    {"card", "cards", "visa", "mastercard", "rewards", "contact", "accounts", "managing", "mobile"}
    | {"online", "savings", "checking", "products", "services", "information", "important"}
)
_LARGE = 1.25
"""How much higher than usual the letters of a name are that does not say it is a bank's."""


def holder(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> Found | None:
    """The account holder: beside a label, else the first line of an address."""
    first = [
        line
        for line in lines
        if line.page_number == lines[0].page_number and line.number not in row_lines
    ]
    for line in first:
        for position, cell in enumerate(line.cells):
            named = _after_label(cell, line.cells[position + 1 :])
            if named is not None:
                return found_on(" ".join(w.text for w in named), named, line, 0.8)
    for index, line in enumerate(first):
        for cell in line.cells:
            if line.y0 < 0.45 and _begins_address(cell, first[index + 1 : index + 4]):
                return found_on(cell.text, cell.words, line, 0.6)
    return None


def _after_label(cell: Cell, following: Sequence[Cell]) -> tuple[Word, ...] | None:
    tokens = plain(cell.text).split()
    hits = _HOLDER_LABELS.find(tokens)
    if not hits or hits[0].start > 0:
        return None
    if hits[0].end == len(tokens):
        beside = following[0] if following else None
        return beside.words if beside is not None and _is_name(beside.words) else None
    rest = tuple(w for w in cell.words if w.x0 >= _end_of(cell, hits[0].end))
    labelled = ":" in cell.text
    return rest if labelled and _is_name(rest) else None


def _end_of(cell: Cell, tokens: int) -> float:
    count = 0
    for word in cell.words:
        if count >= tokens:
            return word.x0
        count += len(plain(word.text).split())
    return cell.x1


def _is_name(words: Sequence[Word]) -> bool:
    text = " ".join(word.text for word in words)
    tokens = plain(text).split()
    return (
        1 < len(text) <= 60
        and 1 <= len(tokens) <= 7
        and not any(c.isdigit() for c in text)
        and not _NOT_A_NAME.intersection(tokens)
        and not text.endswith(":")
        and not words[0].text[0].islower()
    )


def _begins_address(cell: Cell, below: Sequence[TypedLine]) -> bool:
    """Whether lines with figures, a street and a place, stand flush under a name."""
    if not _is_name(cell.words) or len(cell.words) < 2 or _says_bank(cell.text):
        return False
    if _NOT_A_PERSON.intersection(plain(cell.text).split()) or cell.words[1].text[0].islower():
        return False
    numbered = 0
    for line in below:
        flush = next((c for c in line.cells if abs(c.x0 - cell.x0) < 0.01), None)
        if flush is None or flush.money is not None or flush.date is not None:
            break
        numbered += any(ch.isdigit() for ch in flush.text) and len(flush.text) < 60
    return numbered >= 1


def bank_name(lines: Sequence[TypedLine]) -> Found | None:
    """The bank's name: a line of the first page that says bank, else the largest at its top."""
    first = [line for line in lines if line.page_number == lines[0].page_number]
    heights = sorted(word.y1 - word.y0 for line in first for c in line.cells for word in c.words)
    usual = heights[len(heights) // 2]
    named: list[tuple[float, Found]] = []
    for line in first:
        for cell in line.cells:
            words = _own_name(cell.words)
            text = " ".join(word.text for word in words).strip(" -–|,")
            if cell.money or cell.date or not _is_name(words) or len(words) > 7:
                continue
            says_bank = _says_bank(text)
            size = max(word.y1 - word.y0 for word in words)
            if says_bank or (line.y0 < 0.12 and size >= _LARGE * usual):
                edge = line.y0 < 0.15 or line.y1 > 0.9
                score = 3 * says_bank + edge + 40 * size + (1 - line.y0)
                named.append((score, found_on(text, words, line, 0.75 if says_bank else 0.5)))
    return max(named, key=lambda item: item[0])[1] if named else None


def _says_bank(text: str) -> bool:
    tokens = plain(text).split()
    if any(token in _BANK_WORDS or token.endswith(_BANK_ENDINGS) for token in tokens):
        return True
    return bool(_BANK_PHRASES.find(tokens))


def _own_name(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words before a dash, or before what a bank is a member of."""
    ends = {"-", "–", "|", "•", "·", "Member", "MEMBER"}
    end = next((i for i, word in enumerate(words) if word.text in ends), len(words))
    return tuple(words[: end or len(words)])
