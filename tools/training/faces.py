"""The fonts of the documents: those every PDF reader has, and free ones that are embedded."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from tools.training.chance import Chance

_FONTS = Path("/usr/share/fonts/truetype")
EASTERN = {"cs", "pl"}
"""Languages whose letters the fonts of every reader do not have."""


@dataclass(frozen=True, slots=True)
class Face:
    """Three fonts. ``signs`` is what they can print: latin, wide (eastern letters) or all."""

    regular: str
    bold: str
    italic: str
    signs: str = "latin"
    is_fixed: bool = False


def _liberation(kind: str) -> tuple[str, str, str]:
    return tuple(  # type: ignore[return-value]
        f"liberation/Liberation{kind}-{weight}" for weight in ("Regular", "Bold", "Italic")
    )


HELVETICA = Face("Helvetica", "Helvetica-Bold", "Helvetica-Oblique")
TIMES = Face("Times-Roman", "Times-Bold", "Times-Italic")
COURIER = Face("Courier", "Courier-Bold", "Courier-Oblique", is_fixed=True)
SANS = Face("dejavu/DejaVuSans", "dejavu/DejaVuSans-Bold", "dejavu/DejaVuSans", "all")
SERIF = Face("dejavu/DejaVuSerif", "dejavu/DejaVuSerif-Bold", "dejavu/DejaVuSerif", "all")
MONO = Face(
    "dejavu/DejaVuSansMono", "dejavu/DejaVuSansMono-Bold", "dejavu/DejaVuSansMono", "all", True
)
LIBERATION = Face(*_liberation("Sans"), "wide")
LIBERATION_SERIF = Face(*_liberation("Serif"), "wide")
LIBERATION_NARROW = Face(*_liberation("SansNarrow"), "wide")

_WESTERN = {
    HELVETICA: 12, TIMES: 5, COURIER: 1.2, LIBERATION: 2, LIBERATION_SERIF: 1,
    LIBERATION_NARROW: 0.8, SANS: 1, SERIF: 0.7,
}  # fmt: skip
_EVERYWHERE = {
    LIBERATION: 6, LIBERATION_SERIF: 3, LIBERATION_NARROW: 1.5, SANS: 3, SERIF: 1.5, MONO: 0.8,
}  # fmt: skip


def choose_face(chance: Chance, language: str) -> Face:
    """Fonts that have the letters of the language, ready to use."""
    face = chance.weigh(_EVERYWHERE if language in EASTERN else _WESTERN)
    return _ready(face)


def fixed_face(language: str) -> Face:
    """The typewriter's fonts, for tills and plain print-outs."""
    return _ready(MONO if language in EASTERN else COURIER)


@cache
def _ready(face: Face) -> Face:
    """The face with its files registered; DejaVu where the system lacks the wanted one."""
    if face.signs == "latin":
        return face
    names = (face.regular, face.bold, face.italic)
    if face.signs == "wide" and not all((_FONTS / f"{name}.ttf").exists() for name in names):
        return _ready(SANS)
    for name in dict.fromkeys(names):
        registerFont(TTFont(name, str(_FONTS / f"{name}.ttf")))
    return face
