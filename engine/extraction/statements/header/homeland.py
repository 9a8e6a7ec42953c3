"""Which currencies are used where a statement comes from: by banks, addresses, words and letters.

A bare dollar sign or "kr" is of many countries, and many statements print no sign at all. What
stands outside the rows tells the country; inside them the other parties' countries are named.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from engine.extraction.currencies import currency_of_country
from engine.extraction.homelands import WORDS, place_signs
from engine.extraction.identifiers import find_ibans
from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.lines.cells import TypedLine

_BANKING: Final[dict[str, str]] = {
    "AUD": "afsl, acn, afs licence, anz, sydney, melbourne, brisbane, perth",
    "NZD": "auckland, wellington, christchurch",
    "CAD": """
        chequing, cdic, sadc, transit number, toronto, montreal, vancouver, ontario, quebec,
        calgary
    """,
    "USD": """
        quito, guayaquil, ecuador, el salvador, fdic, member fdic, ncua, equal housing lender,
        electronic funds transfer act
    """,
    "MXN": """
        monterrey, guadalajara, puebla, tijuana, condusef, banxico, cdmx, ciudad de mexico,
        ipab, banca multiple, curp, cnbv
    """,
    "ARS": "la plata, cbu, cvu, cuil, bcra, buenos aires, capital federal",
    "CLP": "valparaiso, antofagasta, rut, santiago de chile, cmf, sbif",
    "COP": """
        barranquilla, cartagena, bogota, medellin, superintendencia financiera de colombia,
        fogafin
    """,
    "PEN": "lima, cci, soles, sbs, ruc",
    "UYU": "montevideo, bcu",
    "SGD": "sdic, paynow, uen",
    "HKD": "hk, hksar, kowloon, new territories, hong kong branch",
    "TWD": "台灣, 臺灣, 新台幣, 新臺幣, 台北, 臺北",
    "BRL": """
        belo horizonte, curitiba, porto alegre, recife, fortaleza, brasilia,
        agencia conta, ag cc, agencia e conta, ouvidoria, sac, cpf, sao paulo, rio de
        janeiro, tarifas bancarias
    """,
    "ZAR": """
        stellenbosch, bloemfontein, gqeberha, kaapstad, posbus, rekeningstaat, tjekrekening,
        soweto, fsp, ncrcp, edms bpk, johannesburg, cape town, pretoria, durban, sandton,
        debicheck
    """,
    "KES": "mombasa, kisumu, nakuru, mpesa, m pesa, safaricom, till number, paybill",
    "NGN": "ikeja, ibadan, port harcourt, nuban, bvn, abuja, ndic, naira",
    "GHS": "accra, ghana, ghana cedi",
    "AED": "uae central bank, aed",
    "SAR": "riyadh, saudi arabia, kingdom of saudi arabia, jeddah",
    "EGP": "cairo, egypt, مصر, القاهرة, جنيه مصري",
    "MAD": "maroc, morocco, casablanca, rabat, marrakech, dirham, dirham marocain",
    "TND": "tunisie, tunisia, tunis",
    "ILS": "haifa, jerusalem, ש ח, חשבון, israel, tel aviv",
    "MYR": "pidm, duitnow, kuala lumpur, malaysia, baki, urusniaga",
    "IDR": "surabaya, bandung, indonesia, jakarta, rekening, mutasi, ojk, lps, tanggal, keterangan",
    "PHP": "quezon city, cebu, davao, philippines, pdic, bsp, manila, makati",
    "VND": """
        da nang, hai phong, can tho, viet nam, vietnam, ha noi, ho chi minh, so tai khoan,
        ngan hang
    """,
    "THB": "thailand, bangkok",
    "INR": """
        kolkata, hyderabad, pune, kochi, ahmedabad, chandigarh, jaipur, lucknow, neft, imps,
        rtgs, upi, ifsc, micr, cif no, nominee, crn, rbi, mumbai, delhi, bengaluru, chennai,
        ckyc
    """,
    "PKR": "rawalpindi, faisalabad, multan, pakistan, karachi, lahore, islamabad, cnic",
    "BDT": "bangladesh, dhaka",
    "LKR": "sri lanka, colombo",
    "GBP": """
        edinburgh, glasgow, manchester, leeds, liverpool, cardiff, belfast, roll number,
        nottingham, fscs, london, sortcode, building society, sort code, bacs, fca,
        prudential regulation authority
    """,
    "EUR": """
        sevilla, bilbao, zaragoza, pamplona, malaga, torino, napoli, bologna, firenze,
        genova, palermo, hamburg, koln, stuttgart, dusseldorf, leipzig, nurnberg, hannover,
        bremen, dresden, marseille, toulouse, lille, bordeaux, nantes, strasbourg,
        rotterdam, utrecht, den haag, eindhoven, antwerpen, gent, liege, graz, linz,
        salzburg, innsbruck, coimbra, braga, tampere, turku, espoo, thessaloniki, galway,
        limerick, kosice, zilina, maribor, kaunas, klaipeda, tartu, rijeka, larnaca,
        limassol, nicosia, ccc, ireland, dublin, deutschland, bundesrepublik, frankfurt,
        berlin, munchen, wien, paris, lyon, madrid, barcelona, lisboa, porto, roma, milano,
        amsterdam, bruxelles, brussel, helsinki, athina, αθηνα, ελλαδα, einlagensicherung,
        fgdr, fonds de garantie des depots, acpr, fondo de garantia de depositos, banco de
        espana, banco de portugal, banca d italia, abi cab, rekeningafschrift,
        rekeninguittreksel, slovensko, bratislava, ljubljana, slovenija, vilnius, lietuva,
        riga, latvija, tallinn, eesti, zagreb, hrvatska, luxembourg, malta, cyprus
    """,
    "CHF": """
        luzern, winterthur, st gallen, lugano, fribourg, kantonalbank, banque cantonale,
        esisuisse, zurich, bern, geneve, lausanne, basel
    """,
    "PLN": """
        gdansk, wroclaw, poznan, lodz, katowice, nrb, rachunek, rachunku, warszawa, krakow,
        bfg, wyciag
    """,
    "CZK": "ostrava, plzen, olomouc, praha, brno, cnb, vypis z uctu, cislo uctu",
    "HUF": "debrecen, szeged, gyor, budapest, magyarorszag, szamlakivonat, obnb",
    "RON": "timisoara, iasi, constanta, brasov, bucuresti, cluj, romania, cui, extras de cont",
    "BGN": "пловдив, варна, бургас, sofia, софия, българия, сметка, извлечение",
    "RSD": "beograd, srbija",
    "TRY": "izmir, bursa, antalya, turkiye, istanbul, ankara, vkn, tckn, hesap, bakiye, tmsf",
    "RUB": "россия, москва, бик, инн, кпп, к с, рф, санкт петербург, рублей, выписка",
    "UAH": "харків, одеса, львів, дніпро, україна, київ, мфо, єдрпоу, гривня, виписка, украина",
    "KZT": "астана, шымкент, казахстан, алматы, тенге",
    "SEK": "malmo, uppsala, linkoping, stockholm, clearingnummer, goteborg, kontoutdrag",
    "NOK": "trondheim, stavanger, oslo, bergen, kontoutskrift, norges bank",
    "DKK": """
        aarhus, odense, aalborg, kobenhavn k, kobenhavn, registreringsnr, reg nr,
        kontoudskrift
    """,
    "VES": "venezuela, caracas, maracaibo, bolivares, rif",
    "CRC": "costa rica, san jose costa rica, colones, sinpe",
    "DOP": "republica dominicana, santo domingo",
    "GTQ": "guatemala, quetzales",
    "PYG": "paraguay, asuncion, guaranies",
    "BOB": "bolivia, la paz, bolivianos",
    "NPR": "nepal, kathmandu",
    "MMK": "myanmar, yangon",
    "MNT": "улаанбаатар, монгол, дансны, төгрөг",
    "GEL": "georgia, tbilisi",
    "AZN": "azerbaijan, azerbaycan",
    "BYN": "беларусь, минск, унп, belarus",
    "BWP": "botswana, gaborone, pula",
    "ZMW": "zambia, lusaka, kwacha",
    "NAD": "namibia, windhoek",
    "RWF": "rwanda, kigali",
    "UZS": "uzbekistan, toshkent, ташкент",
    "MKD": "скопје, македонија, денари, трансакциска",
    "BAM": "sarajevo, bosna",
    "JOD": "jordan, amman",
    "KWD": "kuwait",
    "QAR": "qatar, doha",
    "BHD": "bahrain, manama",
    "OMR": "oman, muscat",
    "LBP": "beirut, lebanon",
    "IRR": "ایران, تهران, ریال",
    "ETB": "birr, ethiopia, addis ababa",
    "TZS": "tanzania, dar es salaam",
    "UGX": "uganda, kampala",
    "XOF": "dakar, senegal, abidjan, cote d ivoire, bceao, bamako, cotonou, lome, ouagadougou",
    "XAF": "cameroun, douala, yaounde, gabon, libreville, beac",
    "DZD": "algerie, alger, algeria",
    "JPY": "日本, 東京, 口座, 円, 支店, 普通預金",
    "CNY": "深圳, 广州, 中国, 北京, 上海, 人民币",
    "KRW": "은행, 서울, 원화, 대한민국",
}
"""What banks and their supervisors print, beside the words of ``homelands``."""

_BOOK: Final[PhraseBook[str]] = PhraseBook.of_lists(
    {code: f"{WORDS.get(code, '')},{_BANKING.get(code, '')}" for code in {*WORDS, *_BANKING}}
)
_LETTERS: Final = (
    ("THB", re.compile("[\u0e00-\u0e7f]{2}")),
    ("KRW", re.compile("[\uac00-\ud7a3]{2}")),
    ("JPY", re.compile("[\u3040-\u30ff]{2}")),
    ("ILS", re.compile("[\u0590-\u05ff]{2}")),
    ("EUR", re.compile("[\u0370-\u03ff]{3}")),
    ("GEL", re.compile("[\u10a0-\u10ff]{2}")),
    ("AMD", re.compile("[\u0530-\u058f]{2}")),
    ("ETB", re.compile("[\u1200-\u137f]{2}")),
    ("LKR", re.compile("[\u0d80-\u0dff]{2}")),
    ("MMK", re.compile("[\u1000-\u109f]{2}")),
    ("LAK", re.compile("[\u0e80-\u0eff]{2}")),
    ("UAH", re.compile("[ґєї]")),
    ("BYN", re.compile("ў")),
    ("KZT", re.compile("[қңғұһ]")),
    ("MKD", re.compile("[ѓќѕ]")),
    ("RSD", re.compile("[ђћ]")),
    ("VND", re.compile("[ơờớởỡợưừứửữựạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộụủỳỵỷỹ]")),
    ("TRY", re.compile("[ıİğĞ]")),
)
_FORMATS: Final = (
    ("NZD", re.compile(r"(?<![\d-])\d{2}-\d{4}-\d{7}-\d{2,3}(?![\d-])")),
    ("GBP", re.compile(r"(?<![\d-])\d\d-\d\d-\d\d,? \d{8}(?!\d)")),
    ("ILS", re.compile(r"\bNIS\b")),
    ("BRL", re.compile(r"\b[Aa]g(?:[êe]ncia)?\.? \d{3,4}(?:-\d)?\b.*\b[Cc]/?[Cc]\b")),
    ("BRL", re.compile(r"\b\d{3}\.\d{3}\.\d{3}-\d\d\b|\b\d\d\.\d{3}\.\d{3}/\d{4}-\d\d\b")),
    ("ZAR", re.compile(r"(?i)\bNCRCP\s?\d|\b(?:balance|debits?|credits?|amount|fees?)\s?\(R\)")),
    ("INR", re.compile(r"\b[A-Z]{4}0[A-Z\d]{6}\b|(?<![\d,])\d{1,2},\d{2},\d{3}\.\d{2}(?!\d)")),
)
"""How account numbers, codes of branches and amounts are written in one country alone."""
_BIC = re.compile(r"\b[A-Z]{4}([A-Z]{2})[A-Z\d]{2}(?:[A-Z\d]{3})?\b")
_SURE: Final = 3
_PLACE: Final = 2


def currencies_at_home(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> Counter[str]:
    """How much speaks for each currency, by lines outside the rows; what repeats counts once."""
    seen: dict[tuple[str, str], int] = {}
    for line in lines:
        if line.number not in row_lines:
            seen.update({(code, sign): weight for code, sign, weight in _signs(line.text)})
    votes = Counter[str]()
    for (code, _), weight in seen.items():
        votes[code] += weight
    return votes


@lru_cache(maxsize=8192)
def _signs(text: str) -> tuple[tuple[str, str, int], ...]:
    """The currencies that a line speaks for: each with its sign and its weight."""
    found = [(code, kind, _PLACE) for code, kind in place_signs(text)]
    tokens = plain(text).split()
    found += [(hit.label, " ".join(tokens[hit.start : hit.end]), 1) for hit in _BOOK.find(tokens)]
    found += [(code, "format", _SURE) for code, form in _FORMATS if form.search(text)]
    found += [(code, "letters", _SURE) for code, letters in _LETTERS if letters.search(text)]
    countries = [iban.country for iban in find_ibans(text) if iban.is_checked]
    if {"bic", "swift"}.intersection(tokens):
        countries += _BIC.findall(text)
    for country in countries:
        code = currency_of_country(country)
        if code:
            found.append((code, country, _SURE))
    return tuple(found)
