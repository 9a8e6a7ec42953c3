"""The other party's name in a memo, as printed, without the words around it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from engine.extraction.months import MONTHS
from engine.extraction.phrases import plain
from engine.extraction.statements.memos.pieces import Piece, Sort, pieces_of

_LEGAL: Final = """
    gmbh ag kg ohg ug se ev eg mbh inc llc llp ltd limited plc corp corporation co pty sa sas sarl sprl srl spa sl slu lda
    ltda bv nv vof ab as asa aps oy oyj hf ehf doo dd jsc sro spol kft zrt nyrt bt sasu eurl sci scs snc sapa eireli mei
    pte pvt sdn bhd tbk pt cv uab sia ou oü ооо оао зао пао ип тов ао ае επε ие εοοδ еоод оод ад als
"""
_FORMS: Final = frozenset(plain(word) for word in _LEGAL.split())
_LINKS: Final = frozenset(
    "of de da do dos das di del della der den van von la le el al bin bint y e und and & et og och i ja".split()
)
_ENDS = " \t-–—*,;:/.+#'\"“”„«»()[]<>•=~"
_LONGEST: Final = 8
"""Words of a name, at most."""

_TITLE: Final = frozenset({"mr", "mrs", "ms", "dr", "herr", "frau", "m", "mme", "hr", "sr", "sra"})


def name_in(memo: str, amount: Decimal | None, holder: str | None = None) -> str | None:
    """The name of the other party; None where the memo has none.

    What a label announces comes first: for payments made the payee, for those received the payer.
    The account's own holder is not the other party.

    Args:
        memo: the memo; line feeds where its lines were ended on purpose.
        amount: credit +, debit −, where known.
        holder: the account's holder, where known.
    """
    pieces = pieces_of(memo)
    own = set(plain(holder or "").split())
    for run in (*_labelled(pieces, amount), *_free_runs(pieces)):
        name = _name(run)
        if name is not None and not _is_own(name, own):
            return name
    return None


def _is_own(name: str, own: set[str]) -> bool:
    words = {word for word in plain(name).split() if len(word) > 1}
    return len(own) > 1 and len(words) > 1 and words <= own


def _labelled(pieces: Sequence[Piece], amount: Decimal | None) -> Iterator[Sequence[Piece]]:
    """Runs after labels of parties, the likeliest first."""
    order: list[Sort] = ["party", "payee", "payer"]
    if amount is not None and amount > 0:
        order = ["party", "payer", "payee"]
    for wanted in order:
        for index, piece in enumerate(pieces):
            ends = index + 1 == len(pieces) or pieces[index + 1].sort != wanted
            if piece.sort == wanted and ends and _stands_at_a_start(pieces, index, wanted):
                run = _run(pieces, index + 1)
                if run:
                    yield run


def _stands_at_a_start(pieces: Sequence[Piece], index: int, wanted: Sort) -> bool:
    """Whether a preposition stands where a party is announced, and is not part of a name."""
    if pieces[index].colon or wanted == "party":
        return True
    while index and pieces[index - 1].sort == wanted:
        index -= 1
    return index == 0 or pieces[index - 1].sort != "word"


def _free_runs(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Runs of words that no label announces, purposes left out."""
    index, told = 0, False
    while index < len(pieces):
        sort = pieces[index].sort
        if sort == "purpose" and pieces[index].colon:
            told = True
        elif told and sort in {"party", "payer", "payee", "numbered"}:
            told = False
        if sort == "word" and not told:
            run = _run(pieces, index)
            yield run
            index += len(run)
        index += 1


def _run(pieces: Sequence[Piece], start: int) -> Sequence[Piece]:
    """The words of one name that begin at ``start``, numbers and breaks before them skipped."""
    while start < len(pieces) and pieces[start].sort in {"break", "number"}:
        if pieces[start].text == "-" and start and pieces[start - 1].sort == "word":
            break
        start += 1
    end = start
    while end < len(pieces) and end - start < _LONGEST:
        piece = pieces[end]
        inner = end > start and _joins(pieces, start, end)
        if piece.sort != "word" and not inner:
            break
        end += 1
        if piece.sort == "word" and end - start > 1 and _ends_firm(pieces, end):
            break
    return pieces[start:end]


def _joins(pieces: Sequence[Piece], start: int, at: int) -> bool:
    """Whether what is no word still belongs to the name: "&", a comma, "de" between two words."""
    piece = pieces[at]
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if following is None or following.sort != "word":
        return False
    if piece.text == ",":
        single = at - start == 1
        return plain(following.text).replace(" ", "") in _FORMS or single
    if piece.text in {"&", "+"}:
        return True
    return piece.sort in {"payer", "payee", "purpose", "numbered"} and plain(piece.text) in _LINKS


def _ends_firm(pieces: Sequence[Piece], end: int) -> bool:
    """Whether a legal form ends the name here; "& Co KG" may follow."""
    last = plain(pieces[end - 1].text).replace(" ", "")
    if last not in _FORMS:
        return False
    rest = [plain(piece.text).replace(" ", "") for piece in pieces[end : end + 3]]
    return not any(word in _FORMS for word in rest[:2]) and "kg" not in rest


def _name(run: Sequence[Piece]) -> str | None:
    """The run as text, if it can be a name."""
    text = re.sub(r"\s+,", ",", " ".join(piece.text for piece in run)).strip(_ENDS)
    words = plain(text).split()
    letters = sum(character.isalpha() for character in text)
    if letters < 2 or letters * 2 < len(text.replace(" ", "")):
        return None
    if letters < 3 and not text.isupper():
        return None
    if all(word in MONTHS or word in _LINKS or word in _TITLE or len(word) < 2 for word in words):
        return None
    return text if len(text) <= 80 else None
