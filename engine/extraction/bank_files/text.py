"""Bytes of a text file as text, whatever program wrote them.

A mark at the start decides, then a name that the file itself gives, then UTF-8 if it is that. What
is left is one of the old encodings: the one in which the letters look most like words.
"""

import codecs
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD: Final = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "iso8859-15", "iso8859-2", "cp850", "cp852",
    "cp866", "shift_jis", "gb18030", "big5", "euc_kr",
)  # fmt: skip
_SAMPLE: Final = 200_000
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and the name of the encoding that it was in."""

    text: str
    encoding: str


def decoded(content: bytes, named: str | None = None) -> Decoded:
    """``content`` as text; what no encoding explains becomes the replacement character.

    ``named`` is the encoding that the file itself or a person names; a wrong one is not followed.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(content.decode(encoding, "replace").lstrip("\ufeff"), encoding)
    wide = _wide(content)
    for likely in (named, wide, "utf-8"):
        text = _strictly(content, likely)
        if text is not None and likely is not None:
            return Decoded(text, codecs.lookup(likely).name)
    if _is_cut_utf8(content):
        return Decoded(content.decode("utf-8", "replace"), "utf-8")
    encoding = _likeliest(content)
    return Decoded(content.decode(encoding, "replace"), encoding)


def _strictly(content: bytes, encoding: str | None) -> str | None:
    if not encoding:
        return None
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of plain letters is zero."""
    sample = content[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(sample) < 8 or even + odd < len(sample) / 4:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _is_cut_utf8(content: bytes) -> bool:
    """Whether it is UTF-8 but for a few damaged signs."""
    text = content[:_SAMPLE].decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(len(c.encode()) > 1 for c in text if c != "\ufffd")
    return right > 4 * wrong


def _likeliest(content: bytes) -> str:
    sample = _around_high(content)
    best, encoding = float("-inf"), "cp1252"
    for index, name in enumerate(_OLD):
        text = _strictly(sample, name)
        if text is None:
            text = sample.decode(name, "replace")
        score = _score(text) - 0.01 * index
        if score > best:
            best, encoding = score, name
    return encoding


def _around_high(content: bytes) -> bytes:
    """The lines that have a byte above 127; the others tell nothing."""
    lines, size = [], 0
    for line in content.splitlines():
        if any(byte > 127 for byte in line):
            lines.append(line)
            size += len(line)
        if size > 20_000:
            break
    return b"\n".join(lines)


def _score(text: str) -> float:
    """How much ``text`` looks like words of people: letters within words, of one alphabet."""
    from engine.extraction.bank_files.tables.vocabulary import head_role

    score = -8.0 * text.count("\ufffd")
    for match in _WORD.finditer(text):
        word = match[0]
        strange = [c for c in word if ord(c) > 127]
        if not strange:
            continue
        if len(word) == 1 and text[match.end() : match.end() + 1].isdigit():
            score -= 2.0  # a sign of money that is a letter in this encoding
            continue
        score += _word_score(word, strange)
        is_long = len(word) >= (2 if _alphabet(strange[0]) == "asian" else 4)
        if is_long and head_role(word) is not None:
            score += 6.0
    score -= 3.0 * sum(ord(c) > 127 and not c.isalpha() and c not in _USUAL for c in text)
    return score


_USUAL: Final = frozenset("€£¥§°ºª²³–—‘’“”„…«»·¿¡№™®©\u00a0\u3000、。・（）－：")


def _word_score(word: str, strange: list[str]) -> float:
    alphabets = {_alphabet(c) for c in word}
    score = 0.0 if len(alphabets) == 1 else -2.0 * (len(alphabets) - 1)
    # A capital inside a small word is a letter of another encoding.
    if any(a.islower() and b.isupper() for a, b in pairwise(word)):
        score -= 2.0
    return score + sum(map(_sign_score, strange))


_COMMON: Final = frozenset(
    "äöüßÄÖÜéèêëàâçîïôûùœñáíóúãõåæøÅÆØÉÈÀÇÑÁÍÓÚÃÕąćęłńóśźżĄĆĘŁŃŚŹŻčďěňřšťůýžČĎŘŠŤŽőűŐŰășțşţğıİĞŞ"
    "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯёіїєαβγδεζηθικλμνξοπρσςτυφχψω"
    "άέήίόύώ"
)


def _sign_score(sign: str) -> float:
    code = ord(sign)
    if 0x3040 <= code < 0x3100:  # Japanese syllables
        return 1.2
    if 0x4E00 <= code < 0xA000 or 0xAC00 <= code < 0xD7B0:
        return 0.8
    if 0xFF61 <= code < 0xFFA0:  # half-width ones, which other encodings' bytes become
        return -1.0
    return 1.0 if sign in _COMMON else -0.5


def _alphabet(sign: str) -> str:
    code = ord(sign)
    if code < 0x250 or 0x1E00 <= code < 0x1F00:
        return "latin"
    if code < 0x400:
        return "greek"
    if code < 0x530:
        return "cyrillic"
    return "other" if code < 0x3000 else "asian"
