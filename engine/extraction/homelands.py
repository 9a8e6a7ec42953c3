"""What on a page tells the country it comes from, by the currency that is used there."""

import re
from typing import Final

WORDS: Final[dict[str, str]] = {
    "AUD": "abn, a b n, acn, bsb, australia, pty ltd, pty limited, bpay",
    "NZD": "new zealand, nzbn, ird number, ird no, aotearoa",
    "CAD": """
        canada, hst, qst, tvq, tps, gst hst, gst tps, gst pst, hst no, interac, ulc, ltee, rt0001
    """,
    "USD": """
        united states, usa, ein, fein, federal tax id, aba, routing number, aba routing,
        sales tax, state tax, llc, l l c
    """,
    "MXN": """
        mexico, rfc, r f c, clabe, cfdi, sa de cv, s a de c v, de c v, de cv, s de rl,
        pesos mexicanos
    """,
    "ARS": "argentina, cuit, c u i t, afip, ingresos brutos, pesos argentinos",
    "CLP": "chile, sii, pesos chilenos, giro comercial",
    "COP": "colombia, dian, pesos colombianos, nit",
    "UYU": "uruguay, pesos uruguayos",
    "SGD": "singapore, uen, paynow",
    "HKD": "hong kong, kowloon",
    "TWD": "taiwan, taipei",
    "BRL": "brasil, brazil, cnpj, cpf, icms, iss, ltda, eireli, pix, nota fiscal",
    "PEN": "peru, igv, sunat",
    "ZAR": "south africa, sars",
    "KES": "kenya, kra pin, kra, mpesa, nairobi",
    "NGN": "nigeria, lagos",
    "AED": "united arab emirates, u a e, uae, dubai, abu dhabi, sharjah",
    "MYR": "malaysia, sdn bhd, sst id, ringgit",
    "INR": "india, gstin, ifsc, cgst, sgst, igst, gstin uin, pan no, gst in",
    "NOK": """
        norge, norway, mva, org nr mva, merverdiavgift, kjoper, belop a betale, sum a betale, enk,
        kid nr, kid nummer, kid, foretaksregisteret, a betale
    """,
    "DKK": """
        danmark, denmark, cvr, cvr nr, belob, momspligtigt belob, forfaldsdato, kober, aps, i alt,
        beloebet, belobet, kvittering nr, heraf moms
    """,
    "SEK": """
        sverige, sweden, bankgiro, plusgiro, fakturadatum, forfallodatum, oss tillhanda,
        momsregistreringsnummer, godkand for f skatt, att betala, f skatt, momsreg nr,
        styrelsens sate
    """,
    "ISK": "island, iceland, kennitala, vsk",
    "EUR": """
        deutschland, osterreich, france, nederland, belgie, belgique, italia, espana, portugal,
        suomi, finland, ireland, eire, n i f, nif, nipc, contribuinte, y tunnus, alv, siret, siren,
        p iva, partita iva, codice fiscale, btw, kvk, ust idnr, ust id, iva incluido
    """,
    "GBP": "united kingdom, england, scotland, wales, sort code, companies house",
    "CHF": "schweiz, suisse, svizzera, switzerland, uid mwst, mwst nr che",
    "PLN": "polska, poland, nip, regon, krs, pln, sp z o o",
    "CZK": "ceska republika, czech republic, dic, s r o, ico",
    "JPY": "japan",
    "CNY": "china",
}
"""Phrases in plain words, separated by commas."""

ENDINGS: Final[dict[str, str]] = {
    "au": "AUD", "nz": "NZD", "ca": "CAD", "mx": "MXN", "ar": "ARS", "cl": "CLP", "sg": "SGD",
    "hk": "HKD", "tw": "TWD", "br": "BRL", "za": "ZAR", "ke": "KES", "my": "MYR", "in": "INR",
    "no": "NOK", "dk": "DKK", "se": "SEK", "is": "ISK", "uk": "GBP", "ch": "CHF", "pl": "PLN",
    "cz": "CZK", "ae": "AED", "us": "USD", "uy": "UYU", "pe": "PEN", "jp": "JPY", "cn": "CNY",
    "th": "THB", "vn": "VND", "id": "IDR", "ph": "PHP", "kr": "KRW", "tr": "TRY", "ru": "RUB",
    "ua": "UAH", "hu": "HUF", "ro": "RON", "il": "ILS", "ng": "NGN", "gh": "GHS", "eg": "EGP",
    "ma": "MAD", "pk": "PKR", "bd": "BDT", "lk": "LKR", "sa": "SAR", "rs": "RSD", "kz": "KZT",
    "de": "EUR", "at": "EUR", "fr": "EUR", "nl": "EUR", "be": "EUR", "it": "EUR", "es": "EUR",
    "pt": "EUR", "fi": "EUR", "ie": "EUR", "gr": "EUR", "lu": "EUR", "sk": "EUR", "si": "EUR",
    "lt": "EUR", "lv": "EUR", "ee": "EUR", "hr": "EUR",
}  # fmt: skip
"""Currencies by the ending of an internet address."""

PREFIXES: Final[dict[str, str]] = {
    "61": "AUD", "64": "NZD", "52": "MXN", "54": "ARS", "56": "CLP", "57": "COP", "65": "SGD",
    "852": "HKD", "886": "TWD", "55": "BRL", "27": "ZAR", "254": "KES", "60": "MYR", "91": "INR",
    "47": "NOK", "45": "DKK", "46": "SEK", "354": "ISK", "44": "GBP", "41": "CHF", "48": "PLN",
    "420": "CZK", "971": "AED", "49": "EUR", "43": "EUR", "33": "EUR", "31": "EUR", "32": "EUR",
    "39": "EUR", "34": "EUR", "351": "EUR", "358": "EUR", "353": "EUR", "598": "UYU", "51": "PEN",
    "81": "JPY", "86": "CNY", "66": "THB", "84": "VND", "62": "IDR", "63": "PHP", "82": "KRW",
    "90": "TRY", "36": "HUF", "40": "RON", "972": "ILS", "234": "NGN", "233": "GHS", "20": "EGP",
    "212": "MAD", "92": "PKR", "880": "BDT", "94": "LKR", "966": "SAR", "352": "EUR", "30": "EUR",
    "421": "EUR", "386": "EUR", "370": "EUR", "371": "EUR", "372": "EUR", "385": "EUR",
}  # fmt: skip
"""Currencies by the country's number before a telephone number."""

_STATES: Final = (
    "AL|AK|AZ|AR|CA|CO|CT|DC|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH"
    "|NJ|NM|NV|NY|OH|OK|OR|PA|PR|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY"
)
_TOWNS: Final = (
    ("USD", re.compile(rf"[^\W\d_],?\s(?:{_STATES}),?\s\d{{5}}(?:-\d{{4}})?(?!\d)")),
    ("CAD", re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b")),
    ("AUD", re.compile(r"\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? \d{4}\b")),
    ("GBP", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")),
)
_PROPRIETARY = re.compile(r"\((?:PTY|Pty|EDMS|Edms)\)\.? ")
"""How the legal form is written in South Africa; in Australia it has no brackets."""
_ENDING = re.compile(r"[\w-]\.([a-z]{2})(?![\w.-])")
_PREFIX = re.compile(r"(?:\+|\(\+)(\d{2,3})\b|\b00(\d{2,3})(?=[ (])")


def place_signs(text: str) -> list[tuple[str, str]]:
    """Currencies that towns, internet endings and telephone numbers of ``text`` speak for.

    Each with what it is told by: ``town``, ``prefix``, ``ending`` or ``form``.
    """
    found: list[tuple[str, str]] = []
    if _PROPRIETARY.search(text):
        found.append(("ZAR", "form"))
    if any(map(str.isdigit, text)):
        found += [(code, "town") for code, town in _TOWNS if town.search(text)]
        for match in _PREFIX.finditer(text):
            prefix = _known(match[1]) if match[1] else match[2]
            found += [(PREFIXES[prefix], "prefix")] if prefix in PREFIXES else []
    if "." in text:
        endings = (match[1] for match in _ENDING.finditer(text))
        found += [(ENDINGS[end], "ending") for end in endings if end in ENDINGS]
    return found


def _known(figures: str) -> str:
    """The country's number that ``figures`` begin with, or nothing."""
    return next((part for part in (figures, figures[:2]) if part in PREFIXES), "")
