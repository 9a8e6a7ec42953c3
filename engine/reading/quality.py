"""Whether a page's text layer says what its picture shows.

No dictionary: words of any Latin language, names and numbers have shapes that wrong glyph codes and
bad recognition lack. Other scripts count as plausible as long as their characters are letters.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, Literal

from engine.reading.page import Word
from engine.reading.page_images import Pictures
from engine.reading.text_layer import TextLayer

Verdict = Literal["good", "blank", "no_text", "unusable_codes", "junk_layer", "stamp_on_scan"]
"""Why the text layer is taken (the first two) or the page is recognised from its picture."""

_NUMBER: Final = re.compile(r"[^\w\s]{0,3}\d[\d.,:;/'’%+*#()\-–—€$£]*[A-Z]{0,3}[^\w\s]?")
_OPENING: Final = r"[(\[\"'„“”‚‘«‹¿¡#*$€£@+\-–—•·/§]{0,2}"
_CLOSING: Final = r"[)\]\"'“”’»›,.;:!?%*…®™°²³/&+\-–—]{0,3}"
_WORD: Final = re.compile(_OPENING + r"([^\W\d_]+(?:[.'’/&@\-–][^\W\d_]+)*)" + _CLOSING)
_CODE: Final = re.compile(r"[^\w\s]?(?=[\w./\-]*\d)[A-Za-z0-9]+(?:[./_:\-][A-Za-z0-9]+)*[^\w\s]?")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|[\w-]+(?:\.[\w-]+){1,4}")
_MARKS: Final = re.compile(r"[.\-–—_*=•·|:/&+€$£%#,;()§©®™°<>!?\"'«»…xX]+")

_SAMPLE_WORDS: Final = 200
_BARE_SHARE: Final = 0.02
_BARE_DRAWINGS: Final = 20
_MOST_UNUSABLE: Final = 0.10
_MOST_UNMAPPED: Final = 0.5
_LEAST_PLAUSIBLE_UNMAPPED: Final = 0.7
_LEAST_PLAUSIBLE_LAYER: Final = 0.95
_LEAST_PLAUSIBLE: Final = 0.6
_SCAN_SHARE: Final = 0.5
_FEW_CHARS: Final = 120
_BAND_HEIGHT: Final = 0.12

_VOWELS: Final = frozenset("aeiouyäöüáéíóúàèìòùâêîôûãõåæøœëïýčěřšžůąęł")


def verdict_on(layer: TextLayer, look: Callable[[], Pictures]) -> Verdict:
    """Whether the words of ``layer`` can stand for the page.

    ``look`` finds the page's pictures; it is called only when the words alone do not settle it.
    """
    chars = sum(len(word.text) for word in layer.words)
    if chars == 0:
        is_bare = look().share < _BARE_SHARE and look().drawings < _BARE_DRAWINGS
        return "blank" if is_bare else "no_text"
    sample = layer.words[:: max(1, len(layer.words) // _SAMPLE_WORDS)]
    plausible = plausible_share(sample)
    if unusable_share(sample) > _MOST_UNUSABLE or (
        layer.unmapped_share > _MOST_UNMAPPED and plausible < _LEAST_PLAUSIBLE_UNMAPPED
    ):
        return "unusable_codes"
    if layer.invisible_share > 0.5:
        is_thin = chars < _FEW_CHARS and look().share > _SCAN_SHARE
        return "junk_layer" if is_thin or plausible < _LEAST_PLAUSIBLE_LAYER else "good"
    if plausible < _LEAST_PLAUSIBLE and chars >= 20:
        return "unusable_codes"
    if (chars < _FEW_CHARS or _is_band(layer.words)) and look().share > _SCAN_SHARE:
        return "stamp_on_scan"
    return "good"


def is_usable(verdict: Verdict) -> bool:
    """Whether no OCR is needed."""
    return verdict in ("good", "blank")


def _is_band(words: Sequence[Word]) -> bool:
    """Whether all words stand in one thin strip, as a stamped header or footer does."""
    return max(word.y1 for word in words) - min(word.y0 for word in words) < _BAND_HEIGHT


def plausible_share(words: Sequence[Word]) -> float:
    """Part, 0..1, of the characters that stand in words with the shape of words or numbers."""
    total = good = 0
    for word in words:
        total += len(word.text)
        if is_plausible(word.text):
            good += len(word.text)
    return good / total if total else 1.0


def unusable_share(words: Sequence[Word]) -> float:
    """Part, 0..1, of the characters that no font of a reader's machine could mean."""
    text = "".join(word.text for word in words)
    if not text:
        return 0.0
    if text.isascii() and text.isprintable() and "(cid:" not in text:
        return 0.0
    bad = sum(map(_is_unusable, text)) + text.count("(cid:") * len("(cid:)")
    return min(1.0, bad / len(text))


@lru_cache(maxsize=20_000)
def is_plausible(text: str) -> bool:
    """Whether ``text`` looks like a word, a number, a code, an address or a mark."""
    if _NUMBER.fullmatch(text) or _MARKS.fullmatch(text):
        return True
    match = _WORD.fullmatch(text)
    if match:
        return all(map(_is_word, re.split(r"[.'’/&@\-–]", match.group(1))))
    return bool(_CODE.fullmatch(text) or _ADDRESS.fullmatch(text))


def _is_word(letters: str) -> bool:
    if not letters.isascii() and not all("LATIN" in unicodedata.name(c, "") for c in letters):
        return True
    shape_ok = letters.islower() or letters.isupper() or letters.istitle()
    if not shape_ok and not re.fullmatch(
        r"(?:[A-Z]?[a-zß-ÿ]+){1,3}[A-Z]{0,3}|[A-Z]+[a-z]", letters
    ):
        return False
    is_short_form = len(letters) < 4 or letters[-1].isupper()
    return is_short_form or bool(_VOWELS & set(letters.lower()))


def _is_unusable(char: str) -> bool:
    return char == "\ufffd" or unicodedata.category(char) in ("Co", "Cn", "Cc", "Cs")
