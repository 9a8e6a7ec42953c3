"""East Asian writing as capital ASCII: kana and hangul by sound, ideographs by reading or by code.

Banks of Japan print names in half-width kana with small kana written large, legal forms cut to
one kana beside a bracket, and cut what does not fit. Invoices print the same names in ideographs.
Both are brought to one spelling here: not a good romanisation, but the same one for both.
"""

import re
import unicodedata

from engine.matching.readings import KANJI_READINGS

_ROWS = {
    "": "アイウエオ", "K": "カキクケコ", "G": "ガギグゲゴ", "S": "サシスセソ", "Z": "ザジズゼゾ",
    "T": "タチツテト", "D": "ダヂヅデド", "N": "ナニヌネノ", "H": "ハヒフヘホ", "B": "バビブベボ",
    "P": "パピプペポ", "M": "マミムメモ", "R": "ラリルレロ",
}  # fmt: skip
_KANA = {
    kana: consonant + vowel
    for consonant, row in _ROWS.items()
    for kana, vowel in zip(row, "AIUEO", strict=True)
}
_KANA |= {"ヤ": "YA", "ユ": "YU", "ヨ": "YO", "ワ": "WA", "ヲ": "O", "ン": "N", "ヴ": "BU"}
_KANA |= dict(zip("ァィゥェォ", "AIUEO", strict=True))
_KANA |= {"ャ": "YA", "ュ": "YU", "ョ": "YO", "ヮ": "WA", "ッ": "TU", "ー": "", "・": " "}
_LEGAL_FORMS = (
    (re.compile(r"株式会社|㈱|カブシキガイシャ|^カ\)|(?<=\s)カ\)|\(カ(?:\)|(?=\s)|$)"), " KK "),
    (re.compile(r"有限会社|㈲|ユウゲンガイシャ|^ユ\)|(?<=\s)ユ\)|\(ユ(?:\)|(?=\s)|$)"), " YK "),
    (re.compile(r"合同会社|ゴウドウガイシャ|^ド\)|(?<=\s)ド\)|\(ド(?:\)|(?=\s)|$)"), " GK "),
)
_LONG_MARK = re.compile(r"(?<=[ァ-ヺ])[-‐−ｰ]")
_IDEOGRAPHS = re.compile("[\u3400-\u9fff]+")
_LONGEST_READING = max(map(len, KANJI_READINGS))
_JAMO = """
G KK N D TT R M B PP S SS _ J JJ CH K T P H
A AE YA YAE EO E YEO YE O WA WAE OE YO U WO WE WI YU EU UI I
_ K K K N N N T L K M L L L P L M P P T T NG T T K T P T
"""
_HANGUL_FIRST, _HANGUL_VOWELS, _HANGUL_LAST = (
    row.replace("_", "").split(" ") for row in _JAMO.strip().splitlines()
)
_HANGUL_START, _HANGUL_END = 0xAC00, 0xD7A3


def romanised(text: str) -> str:
    """``text`` with its East Asian parts in capital ASCII letters; all else as it was."""
    text = unicodedata.normalize("NFKC", text)
    text = _LONG_MARK.sub("", "".join(map(_katakana, text)))
    for form, letters in _LEGAL_FORMS:
        text = form.sub(letters, text)
    text = _IDEOGRAPHS.sub(lambda found: _read(found.group()), text)
    return "".join(_sound(c) for c in text)


def _katakana(char: str) -> str:
    return chr(ord(char) + 0x60) if "ぁ" <= char <= "ゖ" else char


def _read(ideographs: str) -> str:
    """Kana for ideographs whose reading is known, the longest word first; codes for others."""
    place, parts = 0, []
    while place < len(ideographs):
        for length in range(min(_LONGEST_READING, len(ideographs) - place), 0, -1):
            word = ideographs[place : place + length]
            if word in KANJI_READINGS:
                parts.append(KANJI_READINGS[word])
                break
        else:
            length = 1
            parts.append(_code(ideographs[place]))
        place += length
    return "".join(parts)


def _code(char: str) -> str:
    """A string of letters that stands for one ideograph and for no other."""
    number, letters = ord(char), ""
    for _ in range(4):
        number, rest = divmod(number, 26)
        letters = chr(ord("A") + rest) + letters
    return "Q" + letters


def _sound(char: str) -> str:
    if _HANGUL_START <= ord(char) <= _HANGUL_END:
        place = ord(char) - _HANGUL_START
        first, rest = divmod(place, 21 * 28)
        vowel, last = divmod(rest, 28)
        return _HANGUL_FIRST[first] + _HANGUL_VOWELS[vowel] + _HANGUL_LAST[last]
    return _KANA.get(char, char)
