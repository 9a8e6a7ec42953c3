"""The letters that pages are typeset in: their fonts, how wide text is, where its lines break."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, TypeAlias

from PIL import ImageFont

_MEASURED_AT: Final = 100
_FONTS: Final = (
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
)

Font: TypeAlias = ImageFont.FreeTypeFont


def wrapped(text: str, width: float, size: float) -> list[str]:
    """``text`` in lines no wider than ``width`` points; a longer word is cut."""
    lines: list[str] = []
    line: list[str] = []
    space = length(" ", size, False)
    used = 0.0
    for word in _cut(text.split(), width, size):
        wide = length(word, size, False)
        if line and used + space + wide > width:
            lines.append(" ".join(line))
            line, used = [word], wide
        else:
            used += space + wide if line else wide
            line.append(word)
    return [*lines, " ".join(line)]


def _cut(words: Sequence[str], width: float, size: float) -> list[str]:
    parts: list[str] = []
    for word in words:
        rest = word
        while len(rest) > 1 and length(rest, size, False) > width:
            fitting = max(1, int(len(rest) * width / length(rest, size, False)))
            parts.append(rest[:fitting])
            rest = rest[fitting:]
        parts.append(rest)
    return parts


def length(text: str, size: float, bold: bool) -> float:
    """How wide ``text`` is, in points."""
    return _measured(text, bold) * size / _MEASURED_AT


@lru_cache(maxsize=20_000)
def _measured(text: str, bold: bool) -> float:
    return float(font_of(bold, _MEASURED_AT).getlength(text))


@cache
def font_of(bold: bool, size: float) -> Font:
    """A font of the system that knows Europe's letters, else the one that Pillow carries."""
    for names in _FONTS:
        try:
            return ImageFont.truetype(names[bold], size)
        except OSError:
            continue
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise RuntimeError("Pillow was built without FreeType")
    return font
