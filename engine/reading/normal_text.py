"""One spelling for characters that fonts and programs write in several ways."""

import re
import unicodedata

_HIDDEN = re.compile(
    "[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)


def normal(text: str) -> str:
    """``text`` with composed accents, ligatures spelt out and full-width letters made plain.

    Signs that show nothing are left out.

    Not full NFKC: that would make 2 out of a raised ², and change numbers.
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", "".join(map(_plain, without_hidden(text))))


def without_hidden(text: str) -> str:
    """``text`` without signs that show nothing: widthless ones, and those that turn what follows.

    With them two numbers that look alike would differ, and a name could be shown backwards. Joiners
    stay, which some scripts are spelt with, and soft hyphens, which fonts draw.
    """
    return text if text.isascii() else _HIDDEN.sub("", text)


def _plain(char: str) -> str:
    code = ord(char)
    is_ligature = 0xFB00 <= code <= 0xFB4F or 0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC
    if is_ligature or 0xFF01 <= code <= 0xFF5E:
        return unicodedata.normalize("NFKC", char)
    return char
