"""Bank accounts: IBANs whose check digits hold, invented BICs, domestic forms."""

from dataclasses import dataclass

from stdnum import iban

from tools.training.chance import Chance

_BBAN = {
    "AT": "################", "BE": "############", "CH": "#################",
    "CZ": "####000000##########", "DE": "##################", "DK": "##############",
    "ES": "####################", "FI": "##############", "FR": "#######################",
    "GB": "@@@@##############", "IT": "@######################", "NL": "@@@@##########",
    "NO": "###########", "PL": "########################", "PT": "#####################",
    "SE": "####################",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class BankDetails:
    """An account. ``iban`` is compact and empty where the country knows none."""

    bank: str
    iban: str
    bic: str
    number: str
    routing: str

    @property
    def iban_in_groups(self) -> str:
        """The IBAN in groups of four."""
        return str(iban.format(self.iban))


def make_account(country: str, bank: str, chance: Chance) -> BankDetails:
    """An account in a country (two capitals) at a bank of that name."""
    bic = f"{chance.letters(4)}{country}{chance.letters(1)}{chance.whole(2, 9)}"
    if chance.odds(0.5):
        bic += chance.pick(("XXX", chance.letters(3)))
    number = chance.digits(chance.whole(7, 11))
    return BankDetails(bank, _make_iban(country, chance), bic, number, chance.digits(6))


def _make_iban(country: str, chance: Chance) -> str:
    pattern = _BBAN.get(country)
    if pattern is None:
        return ""
    for _ in range(4000):
        account = _with_own_checks(country, chance.fill(pattern))
        number = country + iban.calc_check_digits(f"{country}00{account}") + account
        if iban.is_valid(number):
            return number
    raise AssertionError(f"no valid account of {country} found")


def _with_own_checks(country: str, account: str) -> str:
    """Set the check digits that the country keeps inside the account number."""
    if country == "BE":
        return f"{account[:10]}{int(account[:10]) % 97 or 97:02d}"
    if country == "ES":
        bank, holder = account[:8], account[10:]
        return f"{bank}{_spanish('00' + bank)}{_spanish(holder)}{holder}"
    if country == "NO":
        weights = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
        check = -sum(w * int(d) for w, d in zip(weights, account[:10], strict=True)) % 11
        return f"{account[:10]}{check % 10}"
    return account


def _spanish(digits: str) -> int:
    weights = (1, 2, 4, 8, 5, 10, 9, 7, 3, 6)
    check = 11 - sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11
    return {10: 1, 11: 0}.get(check, check)
