"""Words that ask for the number of an account or a card, in many languages, as plain words.

A label is put together from them: a noun, a word for number, and what may stand between.
"""

from typing import Final

from engine.extraction.phrases import plain


def _words(text: str) -> frozenset[str]:
    return frozenset(plain(word) for word in text.split())


ACCOUNTS: Final = _words(
    """
    account accounts acct accts acc accnt acnt konto kontoen kontot kontos cuenta compte conta conto
    rachunek rachunku rachunkow konta rekening rekeningen tili tilin hesap hesabi hesabin ucet uctu
    szamla bankszamla cont contul contului счет счета счёт счёта счету счете рахунок рахунку рахунка
    λογαριασμος λογαριασμου λογ λογσμος akaun akaunti saskaita saskaitos saskaitu konts racun racuna
    arvelduskonto arve rekeningnya llogaria llogarise hesab hesabin hisob сметка сметката рачун
    реквизиты дансны данс есепшот шоты эсеп حساب الحساب حسابك חשבון החשבון checking savings chequing
    giro reikningur reikningi bankareikningur ანგარიში ანგარიშის հաշիվ հաշվի հաշվեհամար खाता हिसाब
    হিসাব اکاؤنٹ kontu kontua kunci ziroracun girokontot rek rach szla szamlaja hes ccp partija
    partije partiji партија партије wallet portemonnee cartera billetera monedero carteira
    dompet кошелек кошелька кошелёк гаманець portfel cuzdan 钱包 חשבונך kontoen kontonr chk dda
    girokonta verrechnungskonto kontokorrent zirorachunek bankkonto betaalrekening sparkonto
    """
)
ENDINGS: Final = ("konto", "rekening", "szamla", "reikningur", "racun")
"""How compounds end that are accounts."""

CARDS: Final = _words(
    """
    card karte kreditkarte tarjeta carte carta cartao cartaz karta karty kart kartin kortti kort
    kortet kartu kad kartya cardul карта карты карту картка картки kaart creditcard mastercard visa
    بطاقة البطاقة כרטיס კარტი քարտ
    """
)
NUMBERS: Final = _words(
    """
    number no nr num numero numeros n nummer nro numer numeri numara numarasi numaras broj br cislo
    c szam szama stevilka st numurs numuri numeris numeras αριθμος αρ номер номера номері nomor nom
    nombor so id № numaraniz nomresi nomreniz raqami nommer numri nambari дугаар нөмірі номери број
    бр número numer numru מספר מס رقم شماره نمبر संख्या নম্বর নং ნომერი համար համարը
    """
)
FILLERS: Final = _words(
    """
    de da do del di du of the your dein deine ihr votre su tu sua il la le l el corriente corrente
    courant cheques cheque depot deposit vista bancario bancaria bancaire bank current primary the
    for cuenta plan of type ahorro ahorros poupanca comum principal plus classic basic
    """
)
"""Words that may stand between the noun and the word for number."""

GLUED: Final = _words(
    """
    kontonummer kontonr kontonumero tilinumero rekeningnummer rekeningnr szamlaszam bankszamlaszam
    szamlaszama accountnumber accountno kartennummer kartennr kortnummer kaartnummer cardnumber
    kontonumber iban rib nib ccc ktonr nuban kontonum saskaitosnr tilinro reikningsnumer
    reikningsnr rekeningnommer kontonumer kontonummeret jelzoszama jelzoszam kontonumret
    """
)
"""Nouns and words for number in one."""

CARD_GLUED: Final = _words("kartennummer kartennr kortnummer kaartnummer cardnumber")
BETWEEN_BANKS: Final = _words("clabe cbu cvu cci nrb")
"""What banks call a number by which they pay each other; it has the account's own within."""

ENDING: Final = _words(
    """
    ending ends in is with terminada termina terminado terminando en endet endend auf se terminant
    terminé par eindigend op final końcówka konczacy sie na kończy
    """
)
"""Words between a label and the last figures of its number."""
LINKED: Final = _words(
    """
    referenzkonto referenz auszahlungskonto gegenkonto abbuchungskonto tegenrekening linked
    nominated asociada asociado associe appoggio powiazane powiazany vinculada vinculado counter
    settlement belastungskonto abrechnungskonto einzugskonto
    """
)
"""Words of an account that is only connected with the statement's."""

STATEMENTS: Final = _words(
    "estratto extrait extracto extrato releve auszug wyciag vypis izvod izvadak statement"
)
"""Words before the noun that make it the statement's number."""

OTHERS: Final = _words(
    """
    routing sort branch customer client cif phone tel telephone fax tax vat nif reference ref page
    registration serial document statement transaction bic swift agency agencia agence filiale
    beneficiary recipient payee counterparty sender overdraft type name opened status holder holders
    description title activity summary details balance total average closed
    """
)
"""Words right beside the noun that make it something else than the account's number."""

RIVALS: Final = OTHERS | _words(
    """
    cliente clientes clients klient klienta klientu klantnummer klant kunde kunden kundennummer
    kundennr kundnummer kundenummer kundereferenz kundenreferenz asiakasnumero asiakas ugyfel
    ugyfelszam ugyfelazonosito musteri клиент клиента клієнта πελατη πελατης zakaznika klientske
    stranka khach hang nasabah pelanggan العميل לקוח مشتری მომხმარებელი user login identifiant
    identificador usuario relationship crn ucic cust member membership refer reference referenz
    referentie referencia referencias referinta riferimento viite auszug auszugs kontoauszug
    kontoutdrag kontoutskrift kontoudskrift extracto extrait releve estratto extrato izvod
    izvadak izpisek vypis vypisu wyciag wyciagu tiliote kivonat kivonatszam afschrift uittreksel
    volgnummer blatt seite side sida sivu strana strona pagina pag folha hoja fecha date datum
    data dato telefon telefone telephone phone tlf tel fax hotline call mobile handy celular
    cell телефон тел τηλ toll free tva vat iva nit rut ruc rif rfc curp cpf cnpj cuit cuil dni
    oib pib jmbg ico dic nip regon krs pesel cnp cui inn инн кпп бик унп огрн егн egn єдрпоу мфо
    окпо рнокпп afm αφμ afimi tin pan gst gstin abn acn afsl ein ssn siret siren rcs ust steuer
    steuernr ustidnr mwst uid che btw kvk cvr personnr personnummer fodselsnr
    organisationsnummer org kennitala isikukood registrikood kodas kods cedula cpr trn pin kra
    bvn ntn cnic nric mykad tckn vkn voen bin iin бин иин contribuinte fiscal fiscale maticni
    maticen davcna identity passport document documento carnet ci sucursal oficina guichet
    indicatif succursale balcao oddzial pobocka sube филиал отделение centre center zweigstelle
    geschaftsstelle clearing clearingnr regnr reg blz bankleitzahl bsb ifsc ifs micr transit
    institution aba rtn routing codigo code kod код abi cab cin bankcode contract contrato
    vertrag vertragsnummer contratto contrat договора договор policy police insurance licence
    license registered company incorporated co box plz zip suite street invoice rechnung factura
    facture fattura fatura receipt authorisation approval voucher folio envelope serial sequence
    access token terminal till store batch trace enquiry mandate mandatsreferenz glaubiger sepa
    creditor limit due version form loyalty reward rewards club points bonus since business register
    hst qst pst
    """
)
"""Words that say a number is of something else: people, taxes, branches, papers, calls."""
