"""Any script as capital ASCII letters, so that two spellings of a name compare equal."""

import re
import unicodedata

_SPECIAL = {
    "ß": "SS", "Æ": "AE", "Ø": "O", "Œ": "OE", "Ł": "L", "Đ": "D", "Þ": "TH", "Ð": "D",
    "Ħ": "H", "Ŧ": "T", "Ŋ": "N", "ı": "I", "ſ": "S", "€": " EUR ", "£": " GBP ",
    "’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "№": " NO ",
}  # fmt: skip
_GREEK_LETTERS = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"
_GREEK_SOUNDS = "A V G D E Z I TH I K L M N X O P R S T Y F CH PS O"
_CYRILLIC_LETTERS = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЇЄҐЂЈЉЊЋЏ"
_CYRILLIC_SOUNDS = (
    "A B V G D E ZH Z I Y K L M N O P R S T U F KH TS CH SH SHCH _ Y _ E YU YA "
    "I YI YE G DJ J LJ NJ C DZ"
)
_GREEK = dict(zip(_GREEK_LETTERS, _GREEK_SOUNDS.split(), strict=True))
_CYRILLIC = dict(zip(_CYRILLIC_LETTERS, _CYRILLIC_SOUNDS.split(), strict=True))
_EASTERN = re.compile(
    "[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uff66-\uff9f]"
)
_TABLE = str.maketrans(
    {**_SPECIAL, **_GREEK, **{c: t.replace("_", "") for c, t in _CYRILLIC.items()}}
)


def plain(text: str) -> str:
    """``text`` in capital ASCII; letters without a counterpart are dropped, spaces kept."""
    if text.isascii():
        return text.upper()
    # Marks go first (Й and Ü lose theirs), then the letters that have no base form.
    upper = _western(text).replace("ß", "SS").upper()
    bare = "".join(c for c in unicodedata.normalize("NFKD", upper) if not unicodedata.combining(c))
    return bare.translate(_TABLE).encode("ascii", "ignore").decode()


def _western(text: str) -> str:
    """``text`` with its East Asian parts in capital ASCII letters; all else as it was."""
    if not _EASTERN.search(text):
        return text
    # Loaded only where it is needed: its readings are a long list.
    from engine.matching.east_asian import romanised

    return romanised(text)
