"""Currencies from what a page prints: ISO codes, symbols and words.

A bare ``$`` is read as USD and a bare ``¥`` as JPY; a backtick is the rupee's sign, as fonts had it
before it got a place of its own; ``kr`` alone says nothing, since four countries use it.
"""

import re
from typing import Final

_CODE_LIST: Final = """
    AED ARS AUD AZN BAM BDT BGN BHD BOB BRL BWP CAD CHF CLP CNY COP CRC CZK DKK DOP EGP ETB EUR
    GBP GEL GHS GTQ HKD HNL HRK HUF IDR ILS INR ISK JMD JOD JPY KES KHR KRW KWD KZT LBP LKR MAD
    MDL MKD MUR MXN MYR MZN NAD NGN NOK NPR NZD OMR PEN PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
    SEK SGD THB TND TRY TTD TWD TZS UAH UGX USD UYU VND XAF XOF ZAR ZMW
    AMD AOA BYN DZD FJD IQD IRR KGS LAK LYD MMK MNT MOP MVR MWK PAB PGK SDG SYP TJS UZS VES YER
"""
CODES: Final = frozenset(_CODE_LIST.split())
"""ISO 4217 codes that are recognised as words of a page."""

_SYMBOLS: Final = {
    "US$": "USD", "USD$": "USD", "U$": "USD", "R$": "BRL", "A$": "AUD", "AU$": "AUD",
    "AUD$": "AUD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "CDN$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "MX$": "MXN", "$": "USD", "€": "EUR",
    "£": "GBP", "¥": "JPY", "CN¥": "CNY", "JP¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB",
    "₺": "TRY", "₪": "ILS", "฿": "THB", "₫": "VND", "₦": "NGN", "₱": "PHP", "₴": "UAH",
    "KSh": "KES", "Ksh": "KES", "KSH": "KES", "KShs": "KES", "Kshs": "KES", "KSHS": "KES",
    "TSh": "TZS", "USh": "UGX", "RD$": "DOP", "S/": "PEN", "S/.": "PEN", "Dhs": "AED",
    "DHS": "AED", "Dhs.": "AED", "GH₵": "GHS", "GH¢": "GHS", "₵": "GHS", "₡": "CRC",
    "₲": "PYG", "₸": "KZT", "₾": "GEL", "J$": "JMD", "TT$": "TTD", "MXN$": "MXN", "Mex$": "MXN",
    "`": "INR", "AR$": "ARS", "COP$": "COP", "CLP$": "CLP",
    "Kč": "CZK", "zł": "PLN", "Ft": "HUF", "lei": "RON", "RM": "MYR", "Rs": "INR", "Rs.": "INR",
    "SFr": "CHF", "SFr.": "CHF", "Fr.": "CHF", "Rp": "IDR", "kr": None, "kr.": None, "Kr": None,
    "B/.": "PAB", "Kr.": None, "KČ": "CZK", "ZŁ": "PLN",
}  # fmt: skip

_WORDS: Final = {
    "euro": "EUR", "euros": "EUR", "eur": "EUR", "evro": "EUR", "dollar": "USD", "dollars": "USD",
    "us dollar": "USD", "us dollars": "USD", "pound sterling": "GBP", "pounds sterling": "GBP",
    "sterling": "GBP", "ringgit": "MYR", "rupees": "INR", "rupee": "INR", "reais": "BRL",
    "franken": "CHF", "schweizer franken": "CHF", "swiss francs": "CHF", "zloty": "PLN",
    "zlotych": "PLN", "korun ceskych": "CZK", "ceskych korun": "CZK", "euroa": "EUR",
    "dirhams": "AED", "naira": "NGN", "svenska kronor": "SEK",
    "danske kroner": "DKK", "norske kroner": "NOK", "yen": "JPY", "canadian dollars": "CAD",
    "australian dollars": "AUD", "rupiah": "IDR", "baht": "THB", "dirham marocain": "MAD",
    "dirhams marocains": "MAD", "forint": "HUF", "hryvnia": "UAH", "гривня": "UAH",
    "гривень": "UAH", "грн": "UAH", "руб": "RUB", "рублей": "RUB", "рубль": "RUB", "рубли": "RUB",
    "российский рубль": "RUB", "лева": "BGN", "лв": "BGN", "тенге": "KZT", "türk lirası": "TRY",
    "turk lirasi": "TRY", "peso argentino": "ARS", "pesos argentinos": "ARS", "ευρώ": "EUR",
    "pesos chilenos": "CLP", "pesos mexicanos": "MXN", "soles": "PEN",
    "dinar tunisien": "TND", "philippine peso": "PHP", "singapore dollar": "SGD", "rand": "ZAR",
    "hong kong dollar": "HKD", "hong kong dollars": "HKD", "saudi riyal": "SAR",
    "جنيه مصري": "EGP", "ريال سعودي": "SAR", "درهم إماراتي": "AED", "درهم مغربي": "MAD",
    "دينار كويتي": "KWD", "دينار أردني": "JOD", "دينار تونسي": "TND", "دينار جزائري": "DZD",
    "دينار عراقي": "IQD", "دينار ليبي": "LYD", "ريال قطري": "QAR",
    "ريال عماني": "OMR", "دينار بحريني": "BHD",
    "egyptian pound": "EGP", "kenya shillings": "KES", "cedi": "GHS", "taka": "BDT",
    "kenyan shilling": "KES", "kenyan shillings": "KES", "kenya shilling": "KES",
    "tanzanian shilling": "TZS", "tanzanian shillings": "TZS", "uganda shillings": "UGX",
    "ugandan shilling": "UGX", "botswana pula": "BWP", "pula": "BWP", "ethiopian birr": "ETB",
    "birr": "ETB", "zambian kwacha": "ZMW", "metical": "MZN", "meticais": "MZN",
    "franc cfa": "XOF", "francs cfa": "XOF", "fcfa": "XOF", "dinar algérien": "DZD",
    "dinars algériens": "DZD", "algerian dinar": "DZD", "tunisian dinar": "TND",
    "omani rial": "OMR", "rial omani": "OMR", "qatari riyal": "QAR", "qatari riyals": "QAR",
    "kuwaiti dinar": "KWD", "bahraini dinar": "BHD", "jordanian dinar": "JOD",
    "iraqi dinar": "IQD", "saudi riyals": "SAR", "uae dirham": "AED", "uae dirhams": "AED",
    "moroccan dirham": "MAD", "new zealand dollar": "NZD", "new zealand dollars": "NZD",
    "taiwan dollar": "TWD", "taiwan dollars": "TWD", "mexican peso": "MXN",
    "mexican pesos": "MXN", "pesos colombianos": "COP", "colombian peso": "COP",
    "chilean peso": "CLP", "argentine peso": "ARS", "brazilian real": "BRL",
    "guaraníes": "PYG", "guaranies": "PYG", "quetzales": "GTQ", "lempiras": "HNL",
    "colones": "CRC", "bolivianos": "BOB", "bolívares": "VES", "bolivares": "VES",
    "pesos dominicanos": "DOP", "pesos uruguayos": "UYU", "nuevos soles": "PEN",
    "dólares estadounidenses": "USD", "dólares americanos": "USD", "dólares": "USD",
    "dollars américains": "USD", "dollars canadiens": "CAD", "dollar canadien": "CAD",
    "canadian dollar": "CAD", "australian dollar": "AUD", "singapore dollars": "SGD",
    "us-dollar": "USD", "british pound": "GBP", "british pounds": "GBP", "pfund sterling": "GBP",
    "livres sterling": "GBP", "francs suisses": "CHF", "franchi svizzeri": "CHF",
    "swiss franc": "CHF", "norwegian kroner": "NOK",
    "norwegian krone": "NOK", "swedish krona": "SEK", "swedish kronor": "SEK",
    "danish kroner": "DKK", "danish krone": "DKK", "islenskar krónur": "ISK",
    "íslenskar krónur": "ISK", "icelandic krona": "ISK", "islandske kroner": "ISK",
    "turkish lira": "TRY", "koruna česká": "CZK", "česká koruna": "CZK", "korun českých": "CZK",
    "złotych": "PLN", "złoty": "PLN", "złote": "PLN", "polish zloty": "PLN",
    "hungarian forint": "HUF", "romanian leu": "RON", "денари": "MKD", "динара": "RSD",
    "tenge": "KZT", "nepalese rupee": "NPR", "nepalese rupees": "NPR",
    "sri lankan rupee": "LKR", "sri lankan rupees": "LKR", "pakistani rupee": "PKR",
    "pakistani rupees": "PKR", "pakistan rupees": "PKR", "mauritian rupee": "MUR",
    "vietnamese dong": "VND", "việt nam đồng": "VND", "korean won": "KRW", "renminbi": "CNY",
    "chinese yuan": "CNY", "shekel": "ILS", "shekels": "ILS", "thai baht": "THB",
    "south african rand": "ZAR", "namibian dollar": "NAD", "nigerian naira": "NGN",
    "ghana cedi": "GHS", "ghanaian cedi": "GHS", "lebanese pound": "LBP",
    "azerbaijani manat": "AZN", "georgian lari": "GEL", "armenian dram": "AMD",
    "rwandan franc": "RWF", "jamaican dollar": "JMD", "trinidad and tobago dollar": "TTD",
}  # fmt: skip

_IDEOGRAPHIC: Final = {
    "人民币": "CNY", "人民幣": "CNY", "新臺幣": "TWD", "新台幣": "TWD",
    "臺幣": "TWD", "台幣": "TWD", "港币": "HKD", "港幣": "HKD", "日本円": "JPY", "円": "JPY",
    "美元": "USD", "원화": "KRW", "港元": "HKD", "日圓": "JPY", "日元": "JPY", "美金": "USD",
    "欧元": "EUR", "歐元": "EUR", "英镑": "GBP", "英鎊": "GBP", "澳元": "AUD", "加元": "CAD",
    "บาท": "THB",
}  # fmt: skip
"""Words of scripts that put no spaces between words."""

_ANY_CODE: Final = "|".join(sorted(CODES))
_ANY_SYMBOL: Final = "|".join(sorted(map(re.escape, _SYMBOLS), key=len, reverse=True))
_RAND: Final = r"R(?=\s?\d{1,3}(?:[ ,]?\d{3})*[.,]\d\d(?!\d))"
CURRENCY_PATTERN: Final = rf"(?:{_ANY_CODE}|{_ANY_SYMBOL}|{_RAND})"
"""A regular expression for one code or symbol as printed beside an amount.

A lone R, which is many things, counts only before an amount with cents.
"""

_CODE = re.compile(rf"(?<![^\W\d_])({_ANY_CODE})(?![^\W\d_])")
_LETTER_SYMBOL = re.compile(
    r"(?<![^\W\d_])(?:"
    + "|".join(
        sorted((re.escape(s) for s in _SYMBOLS if s[-1].isalpha() or s[-1] == "."), key=len)[::-1]
    )
    + r")(?![^\W\d_])"
)
_SIGN = re.compile(
    "|".join(
        rf"(?<![^\W\d_]){re.escape(s)}(?![^\W\d_])" if s == "S/" else re.escape(s)
        for s in sorted(_SYMBOLS, key=len)[::-1]
        if not s[-1].isalpha() and s[-1] != "."
    )
)
_CANADIAN = re.compile(r"\$ ?CA(?! ?[^\W_])")
"""How French writes the Canadian dollar."""
_WORD = re.compile(r"\b(?:" + "|".join(sorted(_WORDS, key=len)[::-1]) + r")\b")

_EURO_COUNTRIES: Final = "AT BE CY DE EE ES FI FR GR EL HR IE IT LT LU LV MT NL PT SI SK MC SM"
_COUNTRIES: Final = {
    **dict.fromkeys(_EURO_COUNTRIES.split(), "EUR"),
    "BG": "EUR", "CZ": "CZK", "DK": "DKK", "GB": "GBP", "HU": "HUF", "PL": "PLN", "RO": "RON",
    "SE": "SEK", "CH": "CHF", "LI": "CHF", "NO": "NOK", "IN": "INR", "AU": "AUD", "NZ": "NZD",
    "BR": "BRL", "US": "USD", "CA": "CAD", "MX": "MXN", "MY": "MYR", "SG": "SGD", "ZA": "ZAR",
    "AE": "AED", "SA": "SAR", "TR": "TRY", "IS": "ISK", "IL": "ILS", "UA": "UAH", "RS": "RSD",
    "MK": "MKD", "BA": "BAM", "GE": "GEL", "KZ": "KZT", "MU": "MUR", "PK": "PKR", "QA": "QAR",
    "TN": "TND", "AZ": "AZN", "BY": "BYN", "CR": "CRC", "DO": "DOP", "EG": "EGP", "GT": "GTQ",
    "IQ": "IQD", "JO": "JOD", "KW": "KWD", "BH": "BHD", "OM": "OMR", "LY": "LYD", "MD": "MDL",
    "MN": "MNT", "SV": "USD", "XK": "EUR", "ME": "EUR", "AD": "EUR", "VA": "EUR", "HK": "HKD",
    "TW": "TWD", "JP": "JPY", "CN": "CNY", "KR": "KRW", "TH": "THB", "VN": "VND", "ID": "IDR",
    "PH": "PHP", "AR": "ARS", "CL": "CLP", "CO": "COP", "PE": "PEN", "UY": "UYU", "NG": "NGN",
    "KE": "KES", "GH": "GHS", "MA": "MAD", "LK": "LKR", "BD": "BDT", "RU": "RUB", "AM": "AMD",
}  # fmt: skip


def currency_of(text: str) -> str | None:
    """The ISO code of the first currency that ``text`` names, or None.

    A code counts before a symbol, and a symbol before a word.
    """
    if not text:
        return None
    code = _CODE.search(text)
    if code:
        return code.group(1)
    if text.strip() == "R":
        return "ZAR"
    if "$" in text and _CANADIAN.search(text):
        return "CAD"
    sign = _SIGN.search(text)
    if sign:
        return _SYMBOLS[sign.group()]
    letters = _LETTER_SYMBOL.search(text)
    if letters and _SYMBOLS[letters.group()]:
        return _SYMBOLS[letters.group()]
    word = _WORD.search(text.casefold())
    if word:
        return _WORDS[word.group()]
    return (
        None if text.isascii() else next((_IDEOGRAPHIC[w] for w in _IDEOGRAPHIC if w in text), None)
    )


def currency_of_country(country: str) -> str | None:
    """The currency of a country given by its two-letter code, or None."""
    return _COUNTRIES.get(country.upper())
