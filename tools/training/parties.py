"""Invented companies and people, with addresses and numbers that fit their country."""

from dataclasses import dataclass

from tools.training.accounts import BankDetails, make_account
from tools.training.chance import Chance
from tools.training.datafile import entries
from tools.training.taxids import TaxId, make_tax_id
from tools.training.voice import Voice


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who bills or is billed; ``brand`` is the name without its legal form."""

    name: str
    brand: str
    address: tuple[str, ...]
    country_name: str
    tax_id: TaxId
    second_id: str
    phone: str
    mail: str
    web: str
    bank: BankDetails
    second_bank: BankDetails | None
    contact: str
    is_person: bool = False

    @property
    def initials(self) -> str:
        """Up to three capitals of the name, as a logo has them."""
        return "".join(word[0] for word in self.brand.split() if word[0].isalpha())[:3].upper()


def make_company(chance: Chance, voice: Voice) -> Party:
    """A company of the voice's country."""
    brand = _brand(chance, voice)
    legal = chance.pick(voice.words["legal"])
    name = f"{brand} {legal}"
    if chance.odds(0.12):
        name, brand = name.upper(), brand.upper()
    return _party(chance, voice, name, brand)


def make_person(chance: Chance, voice: Voice) -> Party:
    """A private person, or somebody in business under the own name."""
    words = voice.words
    name = f"{chance.pick(words['firsts'])} {chance.pick(words['surnames'])}"
    return _party(chance, voice, name, name, is_person=True)


def _brand(chance: Chance, voice: Voice) -> str:
    words = voice.words
    first, second = chance.some(words["surnames"], 2)
    trade, other_trade = chance.some(words["trades"], 2)
    coined = _coined(chance)
    patterns = {
        f"{first} {trade}": 5,
        f"{first} & {second}": 3,
        f"{coined} {trade}": 5,
        f"{coined}": 2,
        f"{first} & {second} {trade}": 1.5,
        f"{trade} {first}": 2,
        f"{chance.letters(3)} {trade}": 1.5,
        f"{chance.letters(2)}{chance.whole(1, 9)} {other_trade}": 0.4,
        f"{coined}-{_coined(chance)}": 0.7,
    }
    return chance.weigh(patterns)


def _coined(chance: Chance) -> str:
    """A name that means nothing, such as Velmora."""
    parts = entries("names", "coined")
    keys = ["onset", "vowel", "coda"]
    if chance.odds(0.4):
        keys += ["vowel", "onset"]
    return "".join(chance.pick(parts[key]) for key in (*keys, "ending")).capitalize()


def _party(
    chance: Chance, voice: Voice, name: str, brand: str, *, is_person: bool = False
) -> Party:
    words, country = voice.words, voice.country
    plain = "".join(c for c in brand.lower() if c.isascii() and c.isalnum())[:14] or "kontor"
    street = chance.fill(chance.pick(words["streets"]))
    city = chance.fill(chance.pick(words["cities"]))
    address = (street, city) if "," not in street or chance.odds(0.5) else (
        *street.split(", ", 1), city
    )  # fmt: skip
    second_bank = chance.pick(words["banks"])
    contact = f"{chance.pick(words['firsts'])} {chance.pick(words['surnames'])}"
    return Party(
        name=name,
        brand=brand,
        address=tuple(address),
        country_name=chance.pick(words["country_name"]),
        tax_id=make_tax_id(words["tax_kind"][0], chance),
        second_id=chance.fill(chance.pick(words["tax2"])),
        phone=chance.fill(chance.pick(words["phones"])),
        mail=f"{chance.pick(('info', 'office', 'invoice', 'mail', 'hello'))}@{plain}.example",
        web=f"www.{plain}.example",
        bank=make_account(country, chance.pick(words["banks"]), chance),
        second_bank=make_account(country, second_bank, chance) if chance.odds(0.08) else None,
        contact=contact,
        is_person=is_person,
    )
