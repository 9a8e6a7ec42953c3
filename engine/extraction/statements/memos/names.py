"""The other party's name in a memo, as printed, without the words around it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from engine.extraction.months import MONTHS
from engine.extraction.phrases import plain
from engine.extraction.statements.memos.pieces import SURE_PREPOSITIONS, Piece, Sort

_LEGAL: Final = """
    gmbh ag kg ohg ug se ev eg mbh inc llc llp ltd limited plc corp corporation pty sa sas sarl
    sprl srl spa sl slu lda ltda bv nv vof ab as asa aps oy oyj hf ehf doo dd jsc sro spol kft zrt
    nyrt bt sasu eurl sci scs snc sapa eireli mei pte pvt sdn bhd tbk uab sia ou
    ооо оао зао пао тов ао ае επε ιε еоод оод ад
"""
_FORMS: Final = frozenset(plain(word) for word in _LEGAL.split())
_LINKED: Final = """
    of de da do dos das di del della der den van von la le el al bin bint y e und and et og och i ja
"""
_LINKS: Final = frozenset(_LINKED.split())
_TRAILING: Final = (
    _LINKS - {"al", "i"} | SURE_PREPOSITIONS | {"per", "por", "pour", "za", "at", "on"}
)
"""Words that a name does not end with."""

_ENDS = " \t-–—*,;:/.+#'\"“”„«»()[]<>•=~"
_BEFORE_COMMA: Final = re.compile(r"\s+,")
_LONGEST: Final = 8
"""Words of a name, at most."""

_TITLE: Final = frozenset({"mr", "mrs", "ms", "dr", "herr", "frau", "m", "mme", "hr", "sr", "sra"})


def name_in(
    pieces: Sequence[Piece],
    amount: Decimal | None = None,
    holder: str | None = None,
    *,
    is_transfer: bool = False,
) -> str | None:
    """The name of the other party; None where the memo has none.

    What a label announces comes first: for payments made the payee, for those received the payer.
    The account's own holder is not the other party, unless a transfer names nobody else.

    Args:
        pieces: the memo.
        amount: credit +, debit −, where known.
        holder: the account's holder, where known.
        is_transfer: the memo is a transfer's: names of banks, one word long, may stand first.
    """
    own = set(plain(holder or "").split())
    labelled = [name for run in _labelled(pieces, amount) if (name := _name(run))]
    free = [name for run in _free_runs(pieces) if (name := _name(run))]
    if len(free) > 1 and not labelled and is_transfer and " " not in free[0]:
        free.sort(key=lambda name: -min(name.count(" "), 1))
    told = [name for name in labelled if not _is_own(name, own)] or labelled
    if not told and free and _is_own(free[0], own):
        free = [name for name in free if " " in name]
    others = [*told, *(name for name in free if not _is_own(name, own))]
    alone = free if is_transfer and len(free) == 1 else []
    return next(iter([*others, *alone]), None)


def first_words(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The first words that may be a name and that no label announces."""
    return next(iter(_free_runs(pieces)), ())


def _is_own(name: str, own: set[str]) -> bool:
    words = {word for word in plain(name).split() if len(word) > 1}
    return len(own) > 1 and len(words) > 1 and words <= own


def _labelled(pieces: Sequence[Piece], amount: Decimal | None) -> Iterator[Sequence[Piece]]:
    """Runs after labels of parties, the likeliest first."""
    order: list[Sort] = ["party", "payee", "payer"]
    if amount is not None and amount > 0:
        order = ["party", "payer", "payee"]
    present = {piece.sort for piece in pieces}
    for wanted in order:
        if wanted not in present:
            continue
        for index, piece in enumerate(pieces):
            ends = index + 1 == len(pieces) or pieces[index + 1].sort != wanted
            if piece.sort == wanted and ends and _announces(pieces, index):
                run = _run(pieces, index + 1)
                if run:
                    yield run


def _announces(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a preposition stands where a party is announced, and is not part of a name."""
    piece = pieces[index]
    if piece.colon or piece.sort == "party":
        return True
    first = index
    while first and pieces[first - 1].sort == piece.sort:
        first -= 1
    if first == 0 or pieces[first - 1].sort != "word":
        return True
    following = [p for p in pieces[index + 1 : index + 4] if p.sort != "number"][:2]
    named = len(following) == 2 and all(p.sort == "word" and _is_capital(p) for p in following)
    return named and plain(piece.text) in SURE_PREPOSITIONS


def _is_capital(piece: Piece) -> bool:
    return piece.text[:1].upper() == piece.text[:1]


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
            if not _is_code(pieces, index):
                yield run
            index += len(run)
        index += 1


def _is_code(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a short word at the very start is a code, parted from a number by a stroke."""
    text = pieces[index].text
    if index or len(text) > 6 or not text.isupper() or len(pieces) < 3:
        return False
    return pieces[1].text in {"/", "-"} and pieces[2].sort == "number"


def _run(pieces: Sequence[Piece], start: int) -> Sequence[Piece]:
    """The words of one name that begin at ``start``, numbers and fillers before them skipped."""
    while start < len(pieces) and pieces[start].sort in {"break", "number", "filler"}:
        start += 1
    end = start
    while end < len(pieces) and end - start < _LONGEST:
        piece = pieces[end]
        inner = end > start and (piece.sort == "filler" or _joins(pieces, start, end))
        if piece.sort != "word" and not inner:
            break
        end += 1
        if piece.sort == "word" and end - start > 1 and _ends_firm(pieces, end):
            break
    while end > start and pieces[end - 1].sort == "filler":
        end -= 1
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
    return _name_of(tuple([piece.text for piece in run]))


@lru_cache(maxsize=8192)
def _name_of(run: tuple[str, ...]) -> str | None:
    while run and plain(run[-1]) in _TRAILING:
        run = run[:-1]
    text = _BEFORE_COMMA.sub(",", " ".join(run)).strip(_ENDS)
    words = plain(text).split()
    letters = sum(character.isalpha() for character in text)
    if letters < 2 or letters * 2 < len(text.replace(" ", "")):
        return None
    if letters < 3 and not text.isupper():
        return None
    if all(_is_no_name(word) for word in words) or sum(len(word) < 2 for word in words) > 3:
        return None
    return text if len(text) <= 80 else None


def _is_no_name(word: str) -> bool:
    return (
        len(word) < 2
        or word in MONTHS
        or word in _LINKS
        or word in _TITLE
        or word in SURE_PREPOSITIONS
    )
