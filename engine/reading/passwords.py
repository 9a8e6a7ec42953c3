"""The bytes that a typed password may stand for in an encrypted PDF.

Standards disagree: UTF-8 in normal form since PDF 2.0, the PDF's own encoding before, and what a
program's author took for either. So one password is tried in every spelling that it can have.
"""

import unicodedata
from typing import Final

_FROM_0X80: Final = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"
_PDF_ENCODING: Final = str.maketrans(
    {sign: chr(code) for code, sign in enumerate(_FROM_0X80, 0x80)} | {"€": "\xa0"}
)


def spellings(password: str | None) -> list[bytes]:
    """Byte strings to try, the likeliest first, at last none at all: some files ask for nothing.

    A character in another normal form, blanks around a pasted word, and text that is no Unicode
    are taken into account; a password that holds a zero byte opens nothing, as PDF ends it there.
    """
    found: list[bytes] = []
    for text in _forms(password or ""):
        found.append(text.encode("utf-8", "surrogateescape"))
        in_pdf = text.translate(_PDF_ENCODING)
        for encoding, spelled in (("latin-1", in_pdf), ("cp1252", text)):
            try:
                found.append(spelled.encode(encoding))
            except UnicodeEncodeError:
                continue
    return [secret for secret in dict.fromkeys((*found, b"")) if b"\0" not in secret]


def _forms(password: str) -> list[str]:
    try:
        password.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return []
    forms = (password, *(unicodedata.normalize(form, password) for form in ("NFC", "NFKC", "NFD")))
    return [*dict.fromkeys((*forms, *(form.strip() for form in forms)))]
