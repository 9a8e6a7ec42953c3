"""The looks that one document keeps throughout: sizes, colours, margins, label manners."""

from dataclasses import dataclass

from tools.training.chance import Chance
from tools.training.faces import Face

ACCENTS = (
    "#1b1b1b", "#1b1b1b", "#3d5a6c", "#8a1f2b", "#1d5b3a", "#20407a", "#b35c00", "#5b2a86",
    "#00707a", "#444444", "#c2185b",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """Lengths in points, colours as ``#rrggbb``."""

    face: Face
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    size: float
    small: float
    leading: float
    ink: str
    accent: str
    grey: str
    suffix: str
    case: str
    is_label_bold: bool
    is_value_bold: bool
    gap: float

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.right - self.left

    def label(self, text: str) -> str:
        """A field's label in this document's manner."""
        if self.case == "upper":
            text = text.upper()
        elif self.case == "lower":
            text = text[:1] + text[1:].lower() if text.isascii() else text
        if text.endswith((":", "?")) or not self.suffix:
            return text
        return text + self.suffix


def choose_style(chance: Chance, face: Face, country: str) -> Style:
    """Looks that nothing but chance puts together; the paper is the country's."""
    is_letter = country in {"US", "CA", "MX"} and chance.odds(0.85)
    width, height = (612.0, 792.0) if is_letter else (595.3, 841.9)
    if chance.odds(0.02):
        width, height = height, width
    left = chance.real(28, 72)
    size = chance.weigh({7.5: 1, 8: 2, 8.5: 2, 9: 4, 9.5: 2, 10: 3, 11: 1.2})
    if face.is_fixed or face.regular.startswith("dejavu"):
        size = min(size, 8.5)
    colourful = chance.odds(0.6)
    return Style(
        face=face,
        width=width,
        height=height,
        left=left,
        right=width - chance.real(28, 66),
        top=chance.real(30, 60),
        bottom=height - chance.real(30, 56),
        size=size,
        small=max(6.0, size - chance.pick((1, 1.5, 2))),
        leading=size * chance.real(1.18, 1.6),
        ink=chance.pick(("#000000", "#1b1b1b", "#222222", "#333333")),
        accent=chance.pick(ACCENTS) if colourful else "#1b1b1b",
        grey=chance.pick(("#666666", "#555555", "#808080", "#1b1b1b", "#777777")),
        suffix=chance.weigh({":": 7, "": 4, " :": 1.5}),
        case=chance.weigh({"": 8, "upper": 1.5, "lower": 0.7}),
        is_label_bold=chance.odds(0.3),
        is_value_bold=chance.odds(0.15),
        gap=chance.real(12, 30),
    )
