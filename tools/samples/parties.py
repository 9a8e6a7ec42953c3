"""The invented companies of the samples: names, addresses, tax ids and bank details."""

from dataclasses import dataclass

from stdnum import iban, luhn
from stdnum.de import vat as german_vat
from stdnum.fr import siren
from stdnum.gb import vat as british_vat
from stdnum.ie import vat as irish_vat
from stdnum.iso7064 import mod_11_10


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who bills or is billed. ``iban`` is compact; ``bank`` the name printed with it."""

    name: str
    address: tuple[str, ...]
    tax_id: str = ""
    iban: str = ""
    bic: str = ""
    bank: str = ""
    phone: str = ""
    email: str = ""
    web: str = ""
    bank_text: str = ""

    @property
    def iban_in_groups(self) -> str:
        """The IBAN as people print it, in groups of four."""
        return iban.format(self.iban)


def make_iban(country: str, account: str) -> str:
    """An IBAN whose check digits hold."""
    return iban.validate(country + iban.calc_check_digits(f"{country}00{account}") + account)


def irish_tax_id(digits: str) -> str:
    """A valid Irish VAT number from seven digits."""
    return "IE" + irish_vat.validate(digits + irish_vat.calc_check_digit(digits))


def german_tax_id(digits: str) -> str:
    """A valid German VAT number from eight digits."""
    return "DE" + german_vat.validate(digits + mod_11_10.calc_check_digit(digits))


def french_tax_id(digits: str) -> str:
    """A valid French VAT number from the first eight digits of a SIREN."""
    number = siren.validate(digits + luhn.calc_check_digit(digits))
    return f"FR{(12 + 3 * (int(number) % 97)) % 97:02d}{number}"


def british_tax_id(digits: str) -> str:
    """A valid British VAT number from seven digits."""
    weighted = sum(int(d) * w for d, w in zip(digits, range(8, 1, -1), strict=True))
    return "GB" + british_vat.validate(f"{digits}{97 - weighted % 97:02d}")


OWN = Party(
    "Fernhollow Cycles Ltd",
    ("Unit 6, Millrace Business Park", "Kettle Lane", "Dublin D12 XW47", "Ireland"),
    tax_id=irish_tax_id("6417283"),
    iban=make_iban("IE", "SHNV99037140218836"),
    bic="SHNVIE2D",
    bank="Shannonvale Bank",
    phone="020 913 4400",
    email="accounts@fernhollow.example",
    web="www.fernhollow.example",
)
OWN_SECOND_IBAN = make_iban("IE", "HRWM99128470066215")

QUILLBROOK = Party(
    "Quillbrook Office Supply Ltd",
    ("17 Saddlers Yard", "Carrowbeg", "Co. Kildare W91 K2T6", "Ireland"),
    tax_id=irish_tax_id("3590416"),
    iban=make_iban("IE", "LSKR99054418830275"),
    bic="LSKRIE2D",
    bank="Loughskerry Bank",
    phone="020 914 7720",
    email="orders@quillbrook.example",
    web="www.quillbrook.example",
)
TARNWICK = Party(
    "Tarnwick Freight & Storage Ltd",
    ("Dock Road Depot 3", "Ardnamore", "Co. Louth A91 R7P2", "Ireland"),
    tax_id=irish_tax_id("8203355"),
    iban=make_iban("IE", "SHNV99037155109942"),
    bic="SHNVIE2D",
    bank="Shannonvale Bank",
    phone="020 915 0083",
    email="billing@tarnwickfreight.example",
)
OSTERFELD = Party(
    "Osterfeld Präzisionsteile GmbH",
    ("Am Hammerwerk 12", "58999 Lindental", "Deutschland"),
    tax_id=german_tax_id("28471935"),
    iban=make_iban("DE", "999202710015820644"),
    bic="TLNDDEFFXXX",
    bank="Talbank Lindental",
    phone="030 23125 440",
    email="rechnung@osterfeld.example",
    web="www.osterfeld.example",
)
RONCEVAUX = Party(
    "Atelier Roncevaux SARL",
    ("8, rue des Tisserands", "69999 Lyon-sur-Brume", "France"),
    tax_id=french_tax_id("81234567"),
    iban=make_iban("FR", "99041010050500013702672"),
    bic="CBRMFRPPXXX",
    bank="Caisse de la Brume",
    phone="01 99 00 41 27",
    email="compta@roncevaux.example",
)
TALLGRASS = Party(
    "Tallgrass Ridge Components, Inc.",
    ("2200 Prairie Mill Road, Suite 140", "Cottonwood Bend, KS 66999", "USA"),
    tax_id="99-0142877",
    bank="First Prairie Trust",
    bank_text="Routing 099000411 · Account 7714 020 938",
    phone="(555) 555-0142",
    email="ar@tallgrassridge.example",
)
WEXCOMBE = Party(
    "Wexcombe Hosting Limited",
    ("4th Floor, Larder House", "31 Pennant Street", "London EC9X 4ZZ"),
    tax_id=british_tax_id("4183927"),
    phone="020 7946 0177",
    email="billing@wexcombe.example",
    web="wexcombe.example",
)
PELLWORTH = Party(
    "Pellworth Paper & Print",
    ("Quay House, 3 Ropewalk", "Inverlea", "Co. Cork T99 HX08", "Ireland"),
    tax_id=irish_tax_id("5128840"),
    iban=make_iban("IE", "LSKR99054460217718"),
    bic="LSKRIE2D",
    bank="Loughskerry Bank",
    phone="020 916 2210",
    email="hello@pellworth.example",
)
COPPERLANE = Party(
    "Copperlane Tooling Ltd",
    ("Forge Street 41", "Ballinree", "Co. Tipperary E99 V4C1", "Ireland"),
    tax_id=irish_tax_id("9071162"),
    iban=make_iban("IE", "HRWM99128433190051"),
    bic="HRWMIE2D",
    bank="Harrowmere Bank",
    phone="020 917 6604",
    email="sales@copperlane.example",
)
KILBRACK = Party(
    "Kilbrack Machinery & Sons",
    ("The Old Foundry", "Kilbrack", "Co. Offaly R99 D8W5", "Ireland"),
    tax_id=irish_tax_id("1746093"),
    iban=make_iban("IE", "SHNV99037188450013"),
    bic="SHNVIE2D",
    bank="Shannonvale Bank",
    phone="020 918 3115",
    email="office@kilbrack.example",
)
GREYFERN = Party(
    "Greyfern Energy Supply",
    ("PO Box 4410", "Dublin D99 E0E0", "Ireland"),
    tax_id=irish_tax_id("7338521"),
    phone="020 919 9000",
    email="care@greyfern.example",
    web="greyfern.example",
)
BALLYCORRIN = Party(
    "Ballycorrin Joinery",
    ("Chapel Hill", "Ballycorrin", "Co. Wicklow A99 N6K3"),
    tax_id=irish_tax_id("4402917"),
    iban=make_iban("IE", "LSKR99054477310426"),
    bic="LSKRIE2D",
    bank="Loughskerry Bank",
    phone="020 911 8152",
)
LICHTWERK = Party(
    "Lichtwerk Auental GmbH",
    ("Glaserweg 3", "99994 Auental", "Deutschland"),
    tax_id=german_tax_id("30518264"),
    iban=make_iban("DE", "999202710044718302"),
    bic="TLNDDEFFXXX",
    bank="Talbank Lindental",
    email="rechnung@lichtwerk-auental.example",
)
CORRAN = Party(
    "Corran Point Software Ltd",
    ("Customs House 9", "Inverlea", "Ireland"),
    tax_id=irish_tax_id("6620947"),
    iban=make_iban("IE", "LSKR99054421870066"),
    bic="LSKRIE2D",
    bank="Loughskerry Bank",
    email="billing@corranpoint.example",
)
DUNMARROW = Party(
    "Dunmarrow Outdoor Ltd",
    ("Market Square 2", "Dunmarrow", "Co. Mayo F99 A3N7", "Ireland"),
    tax_id=irish_tax_id("2860744"),
)
SALLYBROOK = Party(
    "Sallybrook Tours",
    ("Harbour View", "Sallybrook", "Co. Kerry V99 P2X4", "Ireland"),
)
VELOHAUS = Party(
    "Velohaus Lindental e.K.",
    ("Marktplatz 7", "58999 Lindental", "Germany"),
    tax_id=german_tax_id("31709246"),
)
HAZELMERE = Party(
    "Hazelmere School Trust",
    ("Orchard Road", "Hazelmere", "Co. Meath C99 Y5R8", "Ireland"),
)
PARTIES = (
    OWN, QUILLBROOK, TARNWICK, OSTERFELD, RONCEVAUX, TALLGRASS, WEXCOMBE, PELLWORTH, COPPERLANE,
    KILBRACK, GREYFERN, BALLYCORRIN, LICHTWERK, CORRAN, DUNMARROW, SALLYBROOK, VELOHAUS, HAZELMERE,
)  # fmt: skip
