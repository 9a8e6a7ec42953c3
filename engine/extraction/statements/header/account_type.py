"""The kind of account in the document's own words, beside a label that asks for it."""

from collections.abc import Sequence

from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.header.found import Found, found_on
from engine.extraction.statements.labels import figures_in
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.reading.page import Word

_LABELS: PhraseBook[str] = PhraseBook.of_lists(
    {
        "type": """
            account type, type of account, account description, account class, product,
            product name, product type, kontoart, kontotype, kontoslag, kontotyp,
            kontobezeichnung, produkt, tipo de cuenta, tipo cuenta, producto, type de compte,
            type compte, produit, tipo conto,
            tipo di conto, prodotto, tipo de conta, tipo conta, produto, rekeningtype, soort
            rekening, product naam, rodzaj rachunku, typ rachunku, typ konta, typ uctu, druh uctu,
            tilityyppi, hesap turu, hesap tipi, szamla tipusa, tip cont, tip racuna, vrsta racuna,
            тип счета, вид счета, вид рахунку, jenis akaun, jenis rekening, loai tai khoan,
            账户类型, 账户种类, 口座種別, 예금종류, ประเภทบัญชี, kontonamn, card type, scheme
        """
    }
)
_MOST_WORDS = 6


def account_type(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> Found | None:
    """The kind of account that the first page names beside a label; None where it names none."""
    for line in lines:
        if line.page_number != lines[0].page_number:
            return None
        if line.number in row_lines:
            continue
        for position, cell in enumerate(line.cells):
            words = _named(cell, line.cells[position + 1 : position + 2])
            if words:
                text = " ".join(word.text for word in words).strip(" :")
                return found_on(text, words, line, 0.85)
    return None


def _named(cell: Cell, following: Sequence[Cell]) -> tuple[Word, ...]:
    """The words after a label, in its own cell or in the next one."""
    tokens = plain(cell.text).split()
    hits = _LABELS.find(tokens)
    if not hits or hits[0].start > 0:
        return ()
    count, place = 0, 0
    while place < len(cell.words) and count < hits[0].end:
        count += len(plain(cell.words[place].text).split())
        place += 1
    rest = tuple(word for word in cell.words[place:] if plain(word.text))
    if rest:
        labelled = cell.words[place - 1].text.endswith((":", "：")) or ":" in cell.text
        return rest if labelled and _is_name(rest) else ()
    beside = following[0] if following else None
    words = tuple(w for w in beside.words if plain(w.text)) if beside is not None else ()
    typed = beside is not None and (beside.money is not None or beside.date is not None)
    return words if words and not typed and _is_name(words) else ()


def _is_name(words: Sequence[Word]) -> bool:
    text = " ".join(word.text for word in words)
    is_short = len(words) <= _MOST_WORDS and any(c.isalpha() for c in text)
    return is_short and not text.endswith(":") and not figures_in(text)
