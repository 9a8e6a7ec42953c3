import pytest

from engine.matching.names import NameIndex
from engine.matching.parties import Party, group_parties

NAMES = [
    "Taylor Facilities Management Oyj",
    "Qantostack Cleaning Services GmbH",
    "Van-Dijk Logistics B.V.",
    "Shah Energy Ltd",
    "Shah Engineering Ltd",
    "Müller & Meyer SAS",
    "FactSet",
]


def index(memos=()):
    return NameIndex([Party((name,)) for name in NAMES], [tuple(m.split()) for m in memos])


@pytest.mark.parametrize(
    ("memo", "name"),
    [
        ("SEPA DEBIT TAYLOR FACILITIES MGMT", 0),
        ("BACS TAYLOR FACILITIES MAN", 0),
        ("STRIPE TAYLORFACILITIESMA", 0),
        ("DD QANTOSTACK CLEANIGN SVCS", 1),
        ("PAY VAN DIJK LOGISTICS BV", 2),
        ("PAY VANDIJKLOGISTICS", 2),
        ("SHAH ENERGY", 3),
        ("SHAH ENGINEERING LTD", 4),
        ("MULLER MEYER", 5),
    ],
)
def test_a_name_is_found_however_the_bank_wrote_it(memo, name):
    best = index().resolve(tuple(memo.split()))[0]
    assert best.party == name
    assert best.score >= 0.7


def test_a_word_that_many_memos_hold_is_no_short_form_of_a_name():
    memos = [f"{w} FACT" for w in ("ALPHA", "BETA", "GAMMA", "DELTA", "OMEGA", "SIGMA")]
    names = index(memos)
    assert names.resolve(("DELTA", "FACT")) == ()
    assert names.is_boilerplate("FACT")
    assert not names.is_boilerplate("DELTA")


def test_a_memo_that_names_nobody_finds_nobody():
    assert index().resolve(("CHEQUE",)) == ()
    assert index().resolve(()) == ()


def test_names_misread_by_one_letter_are_one_party():
    from matching_rows import invoice

    rows = [
        invoice("1", "10", vendor_name="Schmidt Electrical Limited"),
        invoice("2", "10", vendor_name="5chmidt Electrical Limited"),
        invoice("3", "10", vendor_name="Olsen AB", counterparty_iban="SE1 2345"),
        invoice("4", "10", vendor_name="Olsen Trading", counterparty_iban="SE12345"),
        invoice("5", "10", vendor_name=None),
        invoice("6", "10", vendor_name=None),
    ]
    parties, of = group_parties(rows)
    assert of["1"] == of["2"]
    assert of["3"] == of["4"]
    assert of["5"] != of["6"]
    assert len(parties) == 4


def test_one_word_of_a_memo_stands_for_one_word_of_a_name():
    parties = [Party(("Gallagher & Gallagher Ltd",)), Party(("McAllister Gallagher Printing Ltd",))]
    index = NameIndex(parties, [])
    assert index.resolve(("MCALLISTER", "GALLAGHER", "P"))[0].party == 1


def test_of_equal_names_the_legal_form_decides():
    parties = [
        Party(("Schwaben Catering GmbH",)),
        Party(("Schwaben Catering UG (haftungsbeschränkt)",)),
    ]
    found = NameIndex(parties, []).resolve(("SCHWABEN", "CATERING", "UG"))
    assert found[0].party == 1
    assert found[0].score > found[1].score


def test_umlauts_may_be_spelled_out():
    index = NameIndex([Party(("Süd Sanitär Heizung e.K.",))], [])
    assert index.resolve(("SUED", "SANITAER", "HEIZUNG"))[0].score == 1.0
