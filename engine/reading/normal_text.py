"""One spelling for characters that fonts and programs write in several ways."""

import unicodedata


def normal(text: str) -> str:
    """``text`` with composed accents, ligatures spelt out and full-width letters made plain.

    Not full NFKC: that would make 2 out of a raised ², and change numbers.
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", "".join(map(_plain, text)))


def _plain(char: str) -> str:
    code = ord(char)
    is_ligature = 0xFB00 <= code <= 0xFB4F or 0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC
    if is_ligature or 0xFF01 <= code <= 0xFF5E:
        return unicodedata.normalize("NFKC", char)
    return char
