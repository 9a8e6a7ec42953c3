"""Tax and company numbers of each country whose check digits hold."""

from collections.abc import Callable
from dataclasses import dataclass

from stdnum import luhn
from stdnum.at import uid
from stdnum.au import abn
from stdnum.br import cnpj
from stdnum.ch import uid as swiss_uid
from stdnum.cz import dic
from stdnum.es import cif
from stdnum.fi import ytunnus
from stdnum.iso7064 import mod_11_10
from stdnum.mx import rfc
from stdnum.pt import nif

from tools.training.chance import Chance


@dataclass(frozen=True, slots=True)
class TaxId:
    """A number as printed, and other forms that say the same."""

    text: str
    others: tuple[str, ...] = ()


def make_tax_id(kind: str, chance: Chance) -> TaxId:
    """A valid tax id of the country ``kind`` (two letters, lower case) in one of its forms."""
    return _MAKERS[kind](chance)


def _prefixed(chance: Chance, country: str, number: str, *, groups: str = "") -> TaxId:
    """With or without the country's letters, with or without spaces."""
    shown = number
    if groups and chance.odds(0.4):
        sizes, parts, rest = [int(size) for size in groups], [], number
        for size in sizes:
            parts.append(rest[:size])
            rest = rest[size:]
        shown = chance.pick((" ", ".", " ")).join(parts)
    full = f"{country}{number}"
    if chance.odds(0.75):
        return TaxId(chance.pick((country, f"{country} ", country)) + shown, (number,))
    return TaxId(shown, (full,))


def _at(chance: Chance) -> TaxId:
    base = chance.digits(7)
    number = f"U{base}{uid.calc_check_digit('U' + base)}"
    return TaxId(f"AT{number}", (number,))


def _au(chance: Chance) -> TaxId:
    base = chance.digits(9)
    number = abn.calc_check_digits(base) + base
    return TaxId(abn.format(number) if chance.odds(0.7) else number)


def _be(chance: Chance) -> TaxId:
    base = f"0{chance.digits(7)}"
    number = f"{base}{97 - int(base) % 97:02d}"
    dotted = f"{number[:4]}.{number[4:7]}.{number[7:]}"
    shown = chance.pick((number, dotted, dotted))
    lead = chance.pick(("BE", "BE ", "BE", ""))
    return TaxId(lead + shown, (number, f"BE{number}"))


def _br(chance: Chance) -> TaxId:
    base = f"{chance.digits(8)}0001"
    return TaxId(cnpj.format(base + cnpj.calc_check_digits(base)))


def _ca(chance: Chance) -> TaxId:
    base = f"8{chance.digits(7)}"
    number = base + luhn.calc_check_digit(base)
    shown = chance.pick((number, f"{number[:5]} {number[5:]}"))
    return TaxId(chance.pick((f"{shown} RT0001", f"{shown}RT0001")), (number,))


def _ch(chance: Chance) -> TaxId:
    while True:
        base = chance.digits(8)
        if (check := _swiss_check(base)) is not None:
            break
    number = swiss_uid.format(f"CHE{base}{check}")
    suffix = chance.pick((" MWST", "", " MWST", " TVA"))
    return TaxId(number + suffix, (number, f"{number}MWST"))


def _swiss_check(base: str) -> str | None:
    check = swiss_uid.calc_check_digit(base)
    return check if len(check) == 1 else None


def _cz(chance: Chance) -> TaxId:
    base = f"2{chance.digits(6)}"
    number = base + dic.calc_check_digit_legal(base)
    return TaxId(f"CZ{number}", (number,))


def _de(chance: Chance) -> TaxId:
    base = chance.digits(8)
    return _prefixed(chance, "DE", base + mod_11_10.calc_check_digit(base), groups="333")


def _dk(chance: Chance) -> TaxId:
    while True:
        number = chance.digits(8)
        weighted = zip((2, 7, 6, 5, 4, 3, 2, 1), number, strict=True)
        if sum(weight * int(digit) for weight, digit in weighted) % 11 == 0:
            return _prefixed(chance, "DK", number, groups="2222")


def _es(chance: Chance) -> TaxId:
    base = chance.pick("AB") + chance.digits(7)
    number = base + cif.calc_check_digits(base)[0]
    shown = chance.pick((number, f"{number[0]}-{number[1:]}", f"ES{number}"))
    return TaxId(shown, (number, f"ES{number}"))


def _fi(chance: Chance) -> TaxId:
    while True:
        base = chance.digits(7)
        check = _finnish_check(base)
        if check is not None:
            break
    number = f"{base}{check}"
    if chance.odds(0.5):
        return TaxId(ytunnus.format(number), (f"FI{number}",))
    return TaxId(f"FI{number}", (number,))


def _finnish_check(base: str) -> int | None:
    weights = (7, 9, 10, 5, 8, 4, 2)
    rest = sum(w * int(d) for w, d in zip(weights, base, strict=True)) % 11
    return None if rest == 1 else (11 - rest) % 11


def _fr(chance: Chance) -> TaxId:
    base = chance.digits(8)
    number = base + luhn.calc_check_digit(base)
    key = f"{(12 + 3 * (int(number) % 97)) % 97:02d}"
    spaced = f"FR {key} {number[:3]} {number[3:6]} {number[6:]}"
    return TaxId(chance.pick((f"FR{key}{number}", spaced, f"FR {key} {number}")), (number,))


def _gb(chance: Chance) -> TaxId:
    digits = chance.digits(7)
    weighted = sum(int(d) * w for d, w in zip(digits, range(8, 1, -1), strict=True))
    return _prefixed(chance, "GB", f"{digits}{97 - weighted % 97:02d}", groups="342")


def _in(chance: Chance) -> TaxId:
    state = chance.pick(("27", "29", "07", "33", "24", "36", "09", "19"))
    base = f"{state}{chance.letters(3)}C{chance.letters(1)}{chance.digits(4)}{chance.letters(1)}1Z"
    alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return TaxId(base + luhn.calc_check_digit(base, alphabet))


def _it(chance: Chance) -> TaxId:
    base = f"0{chance.digits(6)}{chance.pick(('015', '058', '063', '001'))}"
    return _prefixed(chance, "IT", base + luhn.calc_check_digit(base))


def _mx(chance: Chance) -> TaxId:
    base = f"{chance.letters(3)}{chance.whole(80, 99)}{chance.whole(1, 12):02d}"
    base += f"{chance.whole(1, 28):02d}{chance.letters(1)}{chance.whole(1, 9)}"
    return TaxId(base + rfc.calc_check_digit(base))


def _nl(chance: Chance) -> TaxId:
    while True:
        number = chance.digits(9)
        head = sum((9 - i) * int(d) for i, d in enumerate(number[:8]))
        if (head - int(number[8])) % 11 == 0:
            break
    full = f"NL{number}B0{chance.whole(1, 3)}"
    spaced = f"NL {number[:4]}.{number[4:6]}.{number[6:]}.{full[-3:]}"
    return TaxId(chance.pick((full, full, spaced)), (full,))


def _no(chance: Chance) -> TaxId:
    while True:
        base = f"9{chance.digits(7)}"
        weights = (3, 2, 7, 6, 5, 4, 3, 2)
        check = -sum(w * int(d) for w, d in zip(weights, base, strict=True)) % 11
        if check < 10:
            break
    number = f"{base}{check}"
    spaced = f"{number[:3]} {number[3:6]} {number[6:]}"
    shown = chance.pick((f"NO {spaced} MVA", f"{spaced} MVA", f"NO{number}MVA", spaced))
    return TaxId(shown, (number, f"{number}MVA", f"NO{number}MVA", f"NO{number}"))


def _pl(chance: Chance) -> TaxId:
    while True:
        base = chance.digits(9)
        weights = (6, 5, 7, 2, 3, 4, 5, 6, 7)
        check = sum(w * int(d) for w, d in zip(weights, base, strict=True)) % 11
        if check < 10:
            break
    number = f"{base}{check}"
    dashed = f"{number[:3]}-{number[3:6]}-{number[6:8]}-{number[8:]}"
    return TaxId(chance.pick((number, dashed, dashed, f"PL{number}")), (number, f"PL{number}"))


def _pt(chance: Chance) -> TaxId:
    base = f"5{chance.digits(7)}"
    return _prefixed(chance, "PT", base + nif.calc_check_digit(base), groups="333")


def _se(chance: Chance) -> TaxId:
    base = f"5{chance.digits(1)}{chance.whole(2, 9)}{chance.digits(6)}"
    number = base + luhn.calc_check_digit(base)
    if chance.odds(0.65):
        return TaxId(f"SE{number}01", (number,))
    return TaxId(f"{number[:6]}-{number[6:]}", (f"SE{number}01",))


def _us(chance: Chance) -> TaxId:
    prefix = chance.pick(("12", "27", "36", "45", "59", "75", "82", "94"))
    return TaxId(f"{prefix}-{chance.digits(7)}")


_MAKERS: dict[str, Callable[[Chance], TaxId]] = {
    "at": _at, "au": _au, "be": _be, "br": _br, "ca": _ca, "ch": _ch, "cz": _cz, "de": _de,
    "dk": _dk, "es": _es, "fi": _fi, "fr": _fr, "gb": _gb, "in": _in, "it": _it, "mx": _mx,
    "nl": _nl, "no": _no, "pl": _pl, "pt": _pt, "se": _se, "us": _us,
}  # fmt: skip
