"""Names the structured reference that a string is, by its check digits.

References are compact: digits and capitals. The rules are few lines each, and a run of the matcher
loads nothing for them.
"""

_SWISS_CARRY = (0, 9, 4, 6, 8, 2, 7, 1, 3, 5)


def scheme_of(reference: str) -> str | None:
    """The name of the structured reference that a compact string is, by its check digits."""
    if _is_creditor_reference(reference):
        return "creditor reference"
    if not (reference.isascii() and reference.isdigit()):
        return None
    if len(reference) == 12 and _is_belgian(reference):
        return "Belgian structured reference"
    if len(reference) == 27 and _is_swiss(reference):
        return "Swiss QR reference"
    if 4 <= len(reference) <= 25:
        if len(reference) <= 20 and _is_finnish(reference):
            return "Finnish reference"
        if _is_luhn(reference) or _is_weighted(reference):
            return "reference with a check digit"
    return None


def _is_creditor_reference(reference: str) -> bool:
    """ISO 11649: "RF", two check digits, up to 21 characters; modulo 97 as in an IBAN."""
    if not (reference.startswith("RF") and 5 <= len(reference) <= 25):
        return False
    turned = reference[4:] + reference[:4]
    is_plain = turned.isascii() and turned.isalnum()
    return is_plain and int("".join(str(int(c, 36)) for c in turned)) % 97 == 1


def _is_belgian(reference: str) -> bool:
    """OGM-VCS: the last two digits are the first ten modulo 97, and 97 where that is none."""
    return int(reference) > 0 and (int(reference[:10]) % 97 or 97) == int(reference[10:])


def _is_swiss(reference: str) -> bool:
    """QR and ESR references: modulo 10, recursive."""
    carry = 0
    for digit in reference[:-1]:
        carry = _SWISS_CARRY[(int(digit) + carry) % 10]
    return bool(int(reference)) and (10 - carry) % 10 == int(reference[-1])


def _is_finnish(reference: str) -> bool:
    """Viitenumero: weights 7, 3, 1 from the right."""
    body = reversed(reference[:-1])
    total = sum(int(digit) * (7, 3, 1)[place % 3] for place, digit in enumerate(body))
    return -total % 10 == int(reference[-1])


def _is_luhn(reference: str) -> bool:
    """Norwegian KID and others of its kind, modulo 10."""
    values = [int(digit) for digit in reversed(reference)]
    doubled = sum(sum(divmod(2 * value, 10)) for value in values[1::2])
    return (sum(values[::2]) + doubled) % 10 == 0


def _is_weighted(reference: str) -> bool:
    """Norwegian KID, modulo 11 with weights from 2 to 7."""
    body = reversed(reference[:-1])
    total = sum(int(digit) * (2 + place % 6) for place, digit in enumerate(body))
    return -total % 11 == int(reference[-1])
