"""What banks print of the country they are in: supervisors, systems of payment, towns.

The words stand by the currency that is used there, in plain words.
"""

from typing import Final

BANKING: Final[dict[str, str]] = {
    "AUD": """
        canberra, adelaide, hobart, queensland, new south wales, tasmania, apra, australian, afsl,
        acn, afs licence, anz, sydney, melbourne, brisbane, perth
    """,
    "NZD": "dunedin, tauranga, invercargill, auckland, wellington, christchurch",
    "CAD": """
        nova scotia, alberta, manitoba, saskatchewan, british columbia, new brunswick,
        newfoundland, winnipeg, edmonton, ottawa, mississauga, saskatoon, interac, caisse
        populaire, caisse desjardins, gatineau, sherbrooke, canadian, chequing, cdic, sadc,
        transit number, toronto, montreal, vancouver, ontario, quebec, calgary
    """,
    "USD": """
        quito, guayaquil, ecuador, el salvador, fdic, member fdic, ncua, equal housing lender,
        electronic funds transfer act
    """,
    "MXN": """
        leon gto, queretaro, banco de mexico, mexicano, mexicana, monterrey,
        guadalajara, puebla, tijuana, condusef, banxico, cdmx, ciudad de mexico, ipab, banca
        multiple, curp, cnbv
    """,
    "ARS": "argentino, la plata, cbu, cvu, cuil, bcra, buenos aires, capital federal",
    "CLP": """
        vina del mar, temuco, chileno, chilena, valparaiso, antofagasta, rut, santiago de chile,
        cmf, sbif
    """,
    "COP": """
        bucaramanga, colombiano, colombiana, barranquilla, cartagena, bogota, medellin,
        superintendencia financiera de colombia, fogafin
    """,
    "PEN": "arequipa, cusco, peruano, peruana, lima, cci, soles, sbs, ruc",
    "UYU": "uruguayo, montevideo, bcu",
    "SGD": "sdic, paynow, uen",
    "HKD": "hk, hksar, kowloon, new territories, hong kong branch",
    "TWD": "台灣, 臺灣, 新台幣, 新臺幣, 台北, 臺北",
    "BRL": """
        manaus, goiania, campinas, florianopolis, banco central do brasil, belo horizonte,
        curitiba, porto alegre, recife, fortaleza, brasilia, agencia conta, ag cc, agencia e
        conta, ouvidoria, sac, cpf, sao paulo, rio de janeiro, tarifas bancarias
    """,
    "ZAR": """
        south african, stellenbosch, bloemfontein, gqeberha, kaapstad, posbus, rekeningstaat,
        tjekrekening, soweto, fsp, ncrcp, edms bpk, johannesburg, cape town, pretoria, durban,
        sandton, debicheck
    """,
    "KES": """
        eldoret, thika, kenyan, mombasa, kisumu, nakuru, mpesa, m pesa, safaricom, till number,
        paybill
    """,
    "NGN": """
        kano, kaduna, enugu, benin city, abeokuta, nigerian naira, rc no, ikeja, ibadan, port
        harcourt, nuban, bvn, abuja, ndic, naira
    """,
    "GHS": "kumasi, tamale, takoradi, accra, ghana, ghana cedi",
    "AED": "uae central bank, aed",
    "SAR": "dammam, mecca, makkah, madinah, riyadh, saudi arabia, kingdom of saudi arabia, jeddah",
    "EGP": "giza, zamalek, egyptian, cairo, egypt, مصر, القاهرة, جنيه مصري",
    "MAD": "tanger, agadir, maroc, morocco, casablanca, rabat, marrakech, dirham, dirham marocain",
    "TND": "tunisie, tunisia, tunis",
    "ILS": "beer sheva, netanya, haifa, jerusalem, ש ח, חשבון, israel, tel aviv",
    "MYR": """
        penang, johor bahru, ipoh, kuching, pidm, duitnow, kuala lumpur, malaysia, baki, urusniaga
    """,
    "IDR": """
        medan, semarang, yogyakarta, denpasar, surabaya, bandung, indonesia, jakarta, rekening,
        mutasi, ojk, lps, tanggal, keterangan
    """,
    "PHP": """
        pasig, taguig, iloilo, baguio, quezon city, cebu, davao, philippines, pdic, bsp, manila,
        makati
    """,
    "VND": """
        da nang, hai phong, can tho, viet nam, vietnam, ha noi, ho chi minh, so tai khoan, ngan
        hang
    """,
    "THB": "chiang mai, phuket, thailand, bangkok",
    "INR": """
        kolkata, hyderabad, pune, kochi, ahmedabad, chandigarh, jaipur, lucknow, neft, imps, rtgs,
        upi, ifsc, micr, cif no, nominee, crn, rbi, mumbai, delhi, bengaluru, chennai, ckyc
    """,
    "PKR": """
        peshawar, quetta, sialkot, rawalpindi, faisalabad, multan, pakistan, karachi, lahore,
        islamabad, cnic
    """,
    "BDT": "chittagong, chattogram, sylhet, khulna, bangladesh, dhaka",
    "LKR": "kandy, galle, jaffna, sri lanka, colombo",
    "GBP": """
        edinburgh, glasgow, manchester, leeds, liverpool, cardiff, belfast, roll number,
        nottingham, fscs, london, sortcode, building society, sort code, bacs, fca, prudential
        regulation authority
    """,
    "EUR": """
        sevilla, bilbao, zaragoza, pamplona, malaga, torino, napoli, bologna, firenze, genova,
        palermo, hamburg, koln, stuttgart, dusseldorf, leipzig, nurnberg, hannover, bremen,
        dresden, marseille, toulouse, lille, bordeaux, nantes, strasbourg, rotterdam, utrecht, den
        haag, eindhoven, antwerpen, gent, liege, graz, linz, salzburg, innsbruck, coimbra, braga,
        tampere, turku, espoo, thessaloniki, galway, limerick, kosice, zilina, maribor, kaunas,
        klaipeda, tartu, rijeka, larnaca, limassol, nicosia, ccc, ireland, dublin, deutschland,
        bundesrepublik, frankfurt, berlin, munchen, wien, paris, lyon, madrid, barcelona, lisboa,
        porto, roma, milano, amsterdam, bruxelles, brussel, helsinki, athina, αθηνα, ελλαδα,
        einlagensicherung, fgdr, fonds de garantie des depots, acpr, fondo de garantia de
        depositos, banco de espana, banco de portugal, banca d italia, abi cab, rekeningafschrift,
        rekeninguittreksel, slovensko, bratislava, ljubljana, slovenija, vilnius, lietuva, riga,
        latvija, tallinn, eesti, zagreb, hrvatska, luxembourg, malta, cyprus
    """,
    "CHF": """
        luzern, winterthur, st gallen, lugano, fribourg, kantonalbank, banque cantonale,
        esisuisse, zurich, bern, geneve, lausanne, basel
    """,
    "PLN": """
        gdansk, wroclaw, poznan, lodz, katowice, nrb, rachunek, rachunku, warszawa, krakow, bfg,
        wyciag
    """,
    "CZK": "ostrava, plzen, olomouc, praha, brno, cnb, vypis z uctu, cislo uctu",
    "HUF": "debrecen, szeged, gyor, budapest, magyarorszag, szamlakivonat, obnb",
    "RON": "timisoara, iasi, constanta, brasov, bucuresti, cluj, romania, cui, extras de cont",
    "BGN": "пловдив, варна, бургас, sofia, софия, българия, сметка, извлечение",
    "RSD": "beograd, srbija",
    "TRY": """
        adana, konya, kayseri, subesi, izmir, bursa, antalya, turkiye, istanbul, ankara, vkn,
        tckn, hesap, bakiye, tmsf
    """,
    "RUB": "россия, москва, бик, инн, кпп, к с, рф, санкт петербург, рублей, выписка",
    "UAH": "харків, одеса, львів, дніпро, україна, київ, мфо, єдрпоу, гривня, виписка, украина",
    "KZT": "астана, шымкент, казахстан, алматы, тенге",
    "SEK": "malmo, uppsala, linkoping, stockholm, clearingnummer, goteborg, kontoutdrag",
    "NOK": "trondheim, stavanger, oslo, bergen, kontoutskrift, norges bank",
    "DKK": """
        aarhus, odense, aalborg, kobenhavn k, kobenhavn, registreringsnr, reg nr, kontoudskrift
    """,
    "VES": "venezuela, caracas, maracaibo, bolivares, rif",
    "CRC": "costa rica, san jose costa rica, colones, sinpe",
    "DOP": "dominicano, dominicana, republica dominicana, santo domingo",
    "GTQ": "guatemalteco, guatemala, quetzales",
    "PYG": "paraguay, asuncion, guaranies",
    "BOB": "bolivia, la paz, bolivianos",
    "ALL": "shqiperi, tirane, nxjerrje llogarie, llogarise, monedha lek",
    "PAB": "panama, balboas",
    "HNL": "honduras, tegucigalpa, lempiras",
    "NIO": "nicaragua, managua, cordobas",
    "NPR": "lalitpur, pokhara, biratnagar, nepal, kathmandu",
    "MMK": "myanmar, yangon",
    "MNT": "улаанбаатар, монгол, дансны, төгрөг",
    "GEL": "georgia, tbilisi",
    "AZN": "azerbaijan, azerbaycan",
    "BYN": "беларусь, минск, унп, belarus",
    "BWP": "botswana, gaborone, pula",
    "ZMW": "ndola, kitwe, zambia, lusaka, kwacha",
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
    "ETB": "አዲስ አበባ, birr, ethiopia, addis ababa",
    "TZS": "dodoma, mwanza, arusha, tanzania, dar es salaam",
    "UGX": "entebbe, jinja, mbarara, uganda, kampala",
    "XOF": "dakar, senegal, abidjan, cote d ivoire, bceao, bamako, cotonou, lome, ouagadougou",
    "XAF": "cameroun, douala, yaounde, gabon, libreville, beac",
    "DZD": "algerie, alger, algeria",
    "JPY": "日本, 東京, 口座, 円, 支店, 普通預金",
    "CNY": "深圳, 广州, 中国, 北京, 上海, 人民币",
    "KRW": "은행, 서울, 원화, 대한민국",
}
"""Phrases separated by commas, beside the words of ``homelands``."""
