"""The bank's name in a statement's head.

Nothing is known here of any bank: its name is the line that calls itself one, or the largest line
at the top.
"""

from collections.abc import Sequence

from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.header.found import Found, found_on
from engine.extraction.statements.lines.cells import TypedLine
from engine.reading.page import Word

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
_LARGE = 1.25
"""How much higher than usual the letters of a name are that does not say it is a bank's."""


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
            is_bank = says_bank(text)
            size = max(word.y1 - word.y0 for word in words)
            if is_bank or (line.y0 < 0.12 and size >= _LARGE * usual):
                edge = line.y0 < 0.15 or line.y1 > 0.9
                score = 3 * is_bank + edge + 40 * size + (1 - line.y0)
                named.append((score, found_on(text, words, line, 0.75 if is_bank else 0.5)))
    return max(named, key=lambda item: item[0])[1] if named else None


def says_bank(text: str) -> bool:
    """Whether ``text`` calls itself a bank's name."""
    tokens = plain(text).split()
    if any(token in _BANK_WORDS or token.endswith(_BANK_ENDINGS) for token in tokens):
        return True
    return bool(_BANK_PHRASES.find(tokens))


def _own_name(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words before a dash, or before what a bank is a member of."""
    ends = {"-", "–", "|", "•", "·", "Member", "MEMBER"}
    end = next((i for i, word in enumerate(words) if word.text in ends), len(words))
    return tuple(words[: end or len(words)])
