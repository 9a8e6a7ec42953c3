"""The currency that language and ways of paying suggest, where nothing else tells it.

A language that is spoken where one currency is used says something, and so does a row that was
paid by a system of one country; though not much: it is hardly more than half sure.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from engine.extraction.phrases import PhraseBook
from engine.extraction.statements.lines.cells import TypedLine

_BOOK: Final[PhraseBook[str]] = PhraseBook.of_lists(
    {
        "EUR": """
            estratto conto, conto corrente, intestatario, rendiconto, dare, avere, addebito,
            accredito, kontoauszug, kontostand, alter kontostand, neuer kontostand, buchungstag,
            wertstellung, lastschrift, gutschrift, kontonummer, bankleitzahl, umsatze,
            releve de compte, releve de comptes, releve de votre carte, ancien solde,
            nouveau solde, guichet, cle rib, libelle, commercant, compte debite,
            rekeningafschrift, rekeningnummer, omschrijving, klantnummer, klantnr, bij, af,
            tiliote, tilinumero, kirjauspaiva, maara, selitys, konto valjavote, kuupaev, selgitus,
            konta parskats, datums, atlikums, likutis, israsas, izpisek, stanje, breme, dobro,
            vypis z uctu, zostatok, balcao, conta a ordem, conta d o, saldo contabilistico,
            data valor, fecha valor, f valor, tfno, entidad, movementos, bankszamlakivonat
        """,
        "PLN": "wyciag, obciazenia, uznania, rachunek, saldo koncowe, opis operacji, historia",
        "CZK": "zustatek, castka, protiucet, odepsano, pripsano, vypis z uctu",
        "HUF": "szamlakivonat, egyenleg, terheles, jovairas, konyvelesi nap",
        "SEK": """
            kontoutdrag, belopp, insattning, uttag, bokforingsdag, ingaende saldo, utgaende saldo,
            personkonto, kontohandelser
        """,
        "NOK": """
            kontoutskrift, ut av konto, inn pa konto, forklaring, bokfort, rentedato, brukskonto,
            inngaende saldo, utgaende saldo, inn pa, innbetaling, utbetaling
        """,
        "DKK": """
            kontoudskrift, bevaegelser, belob, bogfort, rentedato, dankort, lonkonto, budgetkonto,
            primosaldo, ultimosaldo, indbetaling, udbetaling, indsat, haevet
        """,
        "ISK": """
            reikningur, reikningsyfirlit, upphaed, dagsetning, tekkareikningur, skyring, stada,
            timabil, lokastada
        """,
        "RON": "extras de cont, explicatii, sold initial, sold final",
        "BRL": "historico, lancamentos, lancamento, fatura, cartao, vencimento",
        "RUB": "выписка, справка, остаток, лицевой, лицевой счет, описание операции, сумма",
    }
)
_SYSTEMS: Final[PhraseBook[str]] = PhraseBook.of_lists(
    {
        "INR": "neft, imps, upi, rtgs",
        "BRL": "pix, boleto",
        "MXN": "spei",
        "USD": "zelle, ach credit, ach debit, venmo",
        "CAD": "interac, e transfer",
        "AUD": "osko, payid, bpay, eftpos",
        "MYR": "duitnow, fpx",
        "SGD": "paynow",
        "GBP": "bgc, fpo, bacs, fpi",
        "KES": "mpesa, m pesa, paybill",
        "PHP": "instapay, pesonet, gcash",
        "THB": "promptpay",
        "ARS": "debin, coelsa",
        "COP": "pse, nequi",
        "PEN": "yape, plin",
        "PLN": "blik, elixir",
        "SEK": "swish, bankgiro, plusgiro",
        "NOK": "vipps",
        "DKK": "mobilepay, dankort",
        "PKR": "raast",
        "NGN": "nibss",
        "ZAR": "debicheck, payshap",
    }
)
"""Ways of paying of one country each, as rows name them."""
_SIGNS: Final = (
    ("CHF", re.compile(r"\d'\d{3}\.\d\d(?!\d)")),
    ("CNY", re.compile("余额|账户|账单|币种|账号|户名|银行")),
    ("TWD", re.compile("帳號|存入|提出|幣別|戶名")),
    ("HKD", re.compile("戶口|結單|港元")),
    ("JPY", re.compile("残高|口座|預金|お預|[぀-ヿ]{3}")),
    ("PLN", re.compile("[łŁ]")),
    ("CZK", re.compile("[řŘůŮ]")),
    ("HUF", re.compile("[őŐűŰ]")),
    ("RON", re.compile("[șȘțȚţŢ]")),
    ("ISK", re.compile("[ðÐþÞ]")),
)
_SIGN: Final = 3
_LEAST: Final = 2
"""Different words of one currency from which they count."""


def suggested_currency(
    lines: Sequence[TypedLine], among: frozenset[str] | None = None
) -> str | None:
    """The currency that most words of a statement's language and rows belong to, if one stands out.

    ``among`` are those that come into question; None for all.
    """
    seen: set[tuple[str, str]] = set()
    signs: set[str] = set()
    for line in lines:
        tokens = line.plain.split()
        words = ((hit.label, tokens[hit.start : hit.end]) for hit in _BOOK.find(tokens))
        seen.update((code, " ".join(said)) for code, said in words)
        signs.update(hit.label for hit in _SYSTEMS.find(tokens))
        signs.update(code for code, sign in _SIGNS if sign.search(line.text))
    votes = Counter(code for code, _ in seen)
    votes.update(dict.fromkeys(signs, _SIGN))
    ranks = [each for each in votes.most_common() if among is None or each[0] in among]
    if not ranks or ranks[0][1] < _LEAST or (len(ranks) > 1 and ranks[0][1] == ranks[1][1]):
        return None
    return ranks[0][0]
