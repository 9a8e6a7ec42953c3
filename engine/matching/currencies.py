"""How large sums of a currency are: what a bank's fee or a rounding may be in its units."""

from functools import cache

_UNITS_OF_A_EURO = {
    "AED": 4, "ARS": 1000, "BRL": 6, "CLP": 1000, "CNY": 8, "COP": 4500, "CZK": 25, "DKK": 7,
    "EGP": 50, "HKD": 9, "HUF": 390, "IDR": 17000, "ILS": 4, "INR": 90, "ISK": 150, "JPY": 160,
    "KRW": 1500, "KZT": 550, "MXN": 20, "MYR": 5, "NGN": 1700, "NOK": 11, "PHP": 62, "PKR": 310,
    "PLN": 4, "RON": 5, "RSD": 117, "RUB": 95, "SAR": 4, "SEK": 11, "THB": 38, "TRY": 40,
    "TWD": 35, "UAH": 45, "VND": 28000, "ZAR": 20,
}  # fmt: skip
_LARGE_NUMBERS = 100  # from here on a currency is used in whole units
_NO_CENTS = 5  # from here on cents are rounded away


def scale_of(currency: str) -> int:
    """About how many units of the currency a euro is worth; 1 for those not listed."""
    return _UNITS_OF_A_EURO.get(currency, 1)


@cache
def round_steps(currency: str) -> tuple[int, int]:
    """The minor units that people round sums of the currency to, the finest first."""
    scale = scale_of(currency)
    if scale >= _LARGE_NUMBERS:
        return (1_000, 10_000)
    return (100, 1_000) if scale >= _NO_CENTS else (10, 100)


def is_even_charge(units: int, currency: str, step: int) -> bool:
    """Whether minor units are an even sum, as banks charge: a multiple of ``step``.

    Where no cents are used every sum is whole; there fees are multiples of 50, or of 55 with tax.
    """
    if scale_of(currency) >= _LARGE_NUMBERS:
        return units % 5_000 == 0 or units % 5_500 == 0
    return units % step == 0


@cache
def small_step(currency: str) -> int:
    """The minor units that percentages of the currency are rounded to."""
    return round_steps(currency)[0] // 10
