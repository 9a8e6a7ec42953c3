"""What on a page tells the country it comes from, by the currency that is used there."""

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
}  # fmt: skip
"""Currencies by the ending of an internet address."""

PREFIXES: Final[dict[str, str]] = {
    "61": "AUD", "64": "NZD", "52": "MXN", "54": "ARS", "56": "CLP", "57": "COP", "65": "SGD",
    "852": "HKD", "886": "TWD", "55": "BRL", "27": "ZAR", "254": "KES", "60": "MYR", "91": "INR",
    "47": "NOK", "45": "DKK", "46": "SEK", "354": "ISK", "44": "GBP", "41": "CHF", "48": "PLN",
    "420": "CZK", "971": "AED", "49": "EUR", "43": "EUR", "33": "EUR", "31": "EUR", "32": "EUR",
    "39": "EUR", "34": "EUR", "351": "EUR", "358": "EUR", "353": "EUR", "598": "UYU", "51": "PEN",
    "81": "JPY", "86": "CNY",
}  # fmt: skip
"""Currencies by the country's number before a telephone number."""
