"""Words around the name of an account's holder, in many languages, as plain words."""

from typing import Final

from engine.extraction.phrases import PhraseBook, plain


def _words(text: str) -> frozenset[str]:
    return frozenset(token for word in text.split() for token in plain(word).split())


LABELS: Final[PhraseBook[str]] = PhraseBook.of_lists(
    {
        "holder": """
            account holder, account holders, account holder name, account name, account owner,
            account owners, account of, name of account, name of account holder, prepared for,
            statement for, statement of, in name of, in the name of, customer name, customer,
            name, client name, full name, cardholder, cardholder name, card holder, cardmember,
            cardmember name, member name, account title, title of account, client, holder,
            owner, names, name s, name and address, holder name, holders, primary owner,
            registered name, business name, company name, issued to, account in the name of,
            prepared for customer, kontoinhaber, kontoinhaberin, inhaber, karteninhaber, kunde,
            name des kontoinhabers, kontobezeichnung, lautend auf, kontowortlaut, titulaire,
            titulaire du compte, titulaires, titulaire s, nom, nom du titulaire, nom et prenom,
            client nom, intitule, intitule du compte, raison sociale, nom du client, titular,
            titulares, titular de la cuenta, titular es, cliente, nombre, nombre del titular,
            nombre del cliente, nombre y apellidos, sr a, senor a, senor es, razon social, a
            nombre de, nome, nome do cliente, nome do titular, titular da conta, titular conta,
            titolare, titolare del conto, intestatario, intestato a, intestata a, intestazione,
            intestatari, intestatario conto, rekeninghouder, tenaamstelling, ten name van, t n
            v, naam, op naam van, wlasciciel, wlasciciel rachunku, posiadacz, posiadacz
            rachunku, klient, nazwa klienta, imie i nazwisko, kontohavare, kontoinnehavare,
            kontohaver, kontoeier, kontoindehaver, navn, namn, kunde navn, kortholder,
            tilinomistaja, tilin omistaja, asiakas, nimi, omistaja, hesap sahibi, musteri adi,
            musteri adi soyadi, adi soyadi, ad soyad, unvan, musteri unvani, musteri, sayin,
            majitel, majitel uctu, nazev uctu, jmeno, klienta, majitela uctu, nazov uctu, meno,
            szamlatulajdonos, tulajdonos, szamlatulajdonos neve, ugyfel neve, nev, titular
            cont, nume, nume client, denumire client, titularul contului, владелец, клиент,
            владелец счета, наименование клиента, фио, ф и о, фио клиента, получатель выписки,
            клієнт, власник рахунку, піб, наименование, име, титуляр, клиента, титуляр на
            сметката, власник, назив клијента, vlasnik, vlasnik racuna, naziv, naziv klijenta,
            ime i prezime, klijent, imetnik, imetnik racuna, komitent, δικαιουχος,
            ονοματεπωνυμο, πελατης, δικαιουχοι, ονομα πελατη, κυριος δικαιουχος, nama, nama
            pemilik, nama nasabah, nama pelanggan, nama rekening, nama akaun, pemilik rekening,
            atas nama, ten khach hang, chu tai khoan, chu tk, ten tai khoan, ho ten, ho va ten,
            ten chu tai khoan, konto omanik, kontoomanik, klientas, saskaitos savininkas, saskaitos
            turetojas, savininkas, klients, konta ipasnieks, ipasnieks, vards uzvards, eigandi,
            reikningseigandi, nafn, nafn eiganda, emri, emri i klientit, pronari, musteri adi,
            musterinin adi, hesab sahibi, mijoz, rekeninghouer, rekeningnaam, jina, jina la
            mteja, hesabu ya, 户名, 戶名, 户 名, 戶 名, 姓名, 姓 名, 客户姓名, 客户名称,
            账户名称, 帳戶名稱, 客戶姓名, 名称, 账户名, 持卡人, 口座名義, 口座名義人, お名前,
            名義, ご名義, 氏名, おなまえ, 会員名, 예금주, 예금주명, 성명, 고객명, 이름, 성 명,
            회원명, ชื่อบัญชี, ชื่อ, ชื่อลูกค้า, ชื่อเจ้าของบัญชี, ชื่อผู้ถือบัญชี, שם בעל
            החשבון, בעל החשבון, שם הלקוח, שם, לכבוד, שם החשבון, בעלי החשבון, اسم العميل, اسم
            صاحب الحساب, صاحب الحساب, الاسم, اسم الحساب, السيد, نام, نام صاحب حساب, صاحب حساب,
            نام مشتری, खाताधारक, खाता धारक का नाम, नाम, ग्राहक का नाम, নাম, হিসাবের নাম,
            গ্রাহকের নাম
        """
    }
)
"""Labels beside, over or before the name."""

GREETINGS: Final = _words("dear hello hi sayin stimato gentile estimado prezado cher chere hallo")
"""Words of address that are none of the name."""
TITLES: Final = _words(
    """
    mr mrs ms miss dr prof sir madam mstr shri smt m mme mlle mm monsieur madame herr frau
    herrn eheleute dhr mevr mw hr hrn sr sra srta d dna don dona sig sigra sigg ing mag dott
    pan pani mnr mev signore signora signor messrs damen herren lordship dl dna bay bayan g dhr
    heer familie fam capt rev
    """
)
AFTER: Final = ("様", "殿", "御中", "님", "先生", "女士", "小姐", "收")
"""Signs of respect behind a name, which are none of it."""
COMPANIES: Final = _words(
    """
    ltd limited plc llc inc corp corporation co company gmbh ag kg ohg ug ek ev bv nv sa sas
    sarl sarlu eurl sci sl slu srl spa snc sas sapi cv lda ltda eireli me epp ab oy oyj as asa
    aps doo dd jsc pjsc ооо оао пао зао ип тов фоп еоод оод ад sro kft zrt nyrt sp pty pte bhd
    sdn pvt llp lp trust foundation association verein stiftung pt tbk
    """
)
OWN_WORDS: Final = _words(
    """
    statement statements account accounts page date balance number summary period transactions
    transaction details activity overview customer service services contact information www
    phone tel telephone fax email fdic member call please payment payments po box com branch
    office currency total opening closing deposit deposits withdrawal withdrawals savings
    checking current business personal everyday classic premium plus card cards credit debit
    visa mastercard rewards interest rate limit overdraft arranged available sort code bic
    swift iban address city street kontoauszug konto kontonummer auszug seite datum saldo
    umsatze buchungen bank filiale zeitraum privatkonto girokonto tagesgeld sparkonto
    bankleitzahl kundenservice rechnung kreditkarte releve compte comptes page agence solde
    particulier professionnel euros extrait livret carte extracto cuenta cuentas resumen estado
    movimientos oficina sucursal pagina saldo tarjeta cartola extrato conta contas agencia
    folha fatura periodo data fecha estratto conto filiale movimenti carta afschrift rekening
    betaalrekening rekeningafschrift bladnummer volgnummer datum kantoor wyciag rachunek
    rachunku oddzial strona vypis ucet uctu pobocka strana kivonat szamla szamlaszam extras
    cont sucursala kontoutdrag kontoutskrift kontoudskrift konto kontonr sida side tiliote tili
    sivu sube hesap ekstre ozeti tarih выписка счет счету счета счёт отделение дата период
    валюта виписка рахунок извлечение сметка извод рачун izvod racun izvadak izpisek
    λογαριασμος λογαριασμου καταστημα κινηση κινησεις ημερομηνια penyata akaun rekening koran
    cabang cawangan tanggal mata uang so tai khoan chi nhanh ngan hang sao ke not provided
    nomination registered joint financial institution national central opens hours online
    mobile banking app helpline support questions enquiries lost stolen report error complaints
    notice important message messages managing welcome thank issue issued printed generated
    reference customer id client sortcode flat unit sheet your berater betreuer conseiller
    gestor advisor manager excluding deutschland espana france italia portugal london paris
    madrid zurich wien
    """
)
"""Words of statements and banks that no holder's name has."""
