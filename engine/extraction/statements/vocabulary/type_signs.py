"""Parts of compound words and codes in columns that say the kind of a transaction."""

from typing import Final

from engine.records.bank import TransactionType

SHORTEST_COMPOUND: Final = 7
"""Letters of a word from which parts of it say something."""

_STEMS: Final[dict[TransactionType, str]] = {
    "fee": "entgelt gebuhr gebuehr avgift gebyr palvelumaks poplat prowizj komisyon комисси",
    "interest": "habenzins sollzins odsetk rentetilskriv talletuskorko kamatjov процент",
    "cash": """
        bargeld geldautomat barauszahl bareinzahl kontantut kontanth minibankut bankomatut keszpenz
        automaattinost geldopn gotowk hotovost numerar gotovin grynuj sularaha наличн готівк
    """,
    "cheque": "scheckein remisecheq chequedep csekkbefiz",
    "direct_debit": """
        lastschrift bankeinzug abbuchung domicilier autogiro avtalegiro betalingsservice suoraveloit
        einzugserm inkass incasso prelevem beszedes sepadebit otsekorraldus
    """,
    "card": """
        kartenzahl kartenumsatz kartenverf kartenkauf debitkart kartyas kortkop kortkob varekjop
        dankort korttiost korttimaks kaardimaks betaalpas bancontact girocard
    """,
    "transfer": """
        uberweis ueberweis gutschrift dauerauftrag overforing overforsel overboek overschrijv
        tilisiirt przelew atutal transferenc trasferiment virement lohnzahl gehalt loonbetal
        loenoverf перевод переказ зарплат
    """,
}
STEMS: Final[dict[str, TransactionType]] = {
    stem: kind for kind, stems in _STEMS.items() for stem in stems.split()
}
"""Plain parts of words and what they mean."""

_CODES: Final[dict[TransactionType, str]] = {
    "transfer": """
        bac bgc bp fpi fpo ibp pay psb so tfr trf tr tt ft mtu cr dpc bcr fp neft imps rtgs upi vir
        ov oversch acc giro sepa rem swift gt ds vz
    """,
    "direct_debit": "dd ddr inc ic prlv ei",
    "card": "deb vis visa pos card ba bea cb maestro",
    "cash": "atm cpt csh cdm cash wd ga gea gm",
    "cheque": "chq cheque chk cq scheck ck",
    "fee": "chg fee com comm",
    "interest": "int intr",
}
CODES: Final[dict[str, TransactionType]] = {
    code: kind for kind, codes in reversed(_CODES.items()) for code in codes.split()
}
"""Codes that a column of kinds prints alone, in plain words."""

LEADING_CODES: Final = frozenset(
    ["DD", "SO", "VIS", "FPO", "FPI", "BGC", "BAC", "TFR", "POS", "IBP", "DEB", "DPC", "CHQ", "S/O"]
)
"""Codes that stand before a name, in capitals as printed."""
