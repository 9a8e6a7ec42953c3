"""Words that say a number beside them is an account's or a card's.

Like the names of balances they are put together: a noun (account, konto, счет) with a word for
number near it, a noun with a colon, or a noun alone, the less sure the fewer of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from engine.extraction.phrases import PhraseBook, plain

Kind = Literal["account", "card", "member"]
_Phrase = Literal["account", "card", "short", "wallet", "member", "customer"]


@dataclass(frozen=True, slots=True)
class NumberLabel:
    """A label at ``tokens[start:end]``; ``sureness`` is from 0 to 1."""

    kind: Kind
    start: int
    end: int
    sureness: float


def _words(text: str) -> frozenset[str]:
    return frozenset(plain(word) for word in text.split())


_ACCOUNTS: Final = _words(
    """
    account accounts acct acc konto kontoen kontot cuenta compte conta conto rachunek rachunku konta
    rekening rekeningen tili tilin hesap hesabi ucet uctu szamla bankszamla cont contul contului
    счет счета счёт счёта счету рахунок рахунку λογαριασμος λογαριασμου λογ λογσμος akaun saskaita
    saskaitos konts konta konto racun racuna arvelduskonto arve rekeningnya llogaria hesab сметка
    рачун реквизиты حساب الحساب חשבון checking savings chequing giro
    """
)
_ENDINGS: Final = ("konto", "rekening", "szamla")
_CARDS: Final = _words(
    """
    card karte kreditkarte tarjeta carte carta cartao cartaz karta karty kart kartin kortti kort
    kortet kartu kad kartya cardul карта карты карту картка картки kaart creditcard mastercard visa
    """
)
_NUMBERS: Final = _words(
    """
    number no nr num numero numeros n nummer nro numer numeri numara numarasi numaras broj cislo
    szam szama stevilka numurs numeris αριθμος αρ номер nomor nombor so id №
    מספר מס رقم
    """
)
_FILLERS: Final = _words(
    """
    de da do del di du of the your dein deine ihr votre su tu sua il la le l el corriente corrente
    courant cheques cheque depot deposit vista bancario bancaria bancaire bank current primary the
    for cuenta plan of type ahorro ahorros poupanca comum principal plus classic basic
    """
)
_GLUED: Final = _words(
    """
    kontonummer kontonr kontonumero tilinumero rekeningnummer rekeningnr szamlaszam bankszamlaszam
    szamlaszama accountnumber accountno kartennummer kartennr kortnummer kaartnummer cardnumber
    kontonumber iban clabe rib nib cbu ccc ktonr nuban kontonum saskaitosnr tilinro
    """
)
_CARD_GLUED: Final = _words("kartennummer kartennr kortnummer kaartnummer cardnumber")
_OTHERS: Final = _words(
    """
    routing sort branch customer client cif phone tel telephone fax tax vat reference ref page
    registration serial document statement transaction bic swift agency agencia agence filiale
    beneficiary recipient payee counterparty sender overdraft type name opened status holder holders
    description title activity summary details balance total average closed
    """
)
_STATEMENTS: Final = _words(
    "estratto extrait extracto extrato releve auszug wyciag vypis izvod izvadak"
)
_PHRASES: PhraseBook[_Phrase] = PhraseBook.of_lists(
    {
        "account": """
            account ending in, account ending, account plan number, cuenta terminada en,
            so tai khoan, so tk, номер счета, расчетный счет, лицевой счет, numero de compte
            bancaire, relationship number
        """,
        "card": """
            card ending in, card ending, ending in, ends in, account card no, card account number,
            tarjeta terminada en, terminada en, carte se terminant par, endziffer, endend auf,
            endet auf, account number card number, cardmember number, final
        """,
        "short": """
            a c no, a c number, a c nr, c c no, cc, c c, a c, cta, cta cte, cta no, kto, kto nr, cte
        """,
        "wallet": """
            mobile number, mobile no, phone number, msisdn, wallet number, wallet id,
            registered mobile
        """,
        "member": """
            member number, membership number, member no, member id, customer account number
        """,
        "customer": """
            customer number, customer no, customer id, client number, client no, client id,
            kundennummer, numero de cliente, numero client, numero cliente
        """,
    }
)
_KINDS: Final[dict[_Phrase, Kind]] = {
    "account": "account", "card": "card", "short": "account", "wallet": "member",
    "member": "member",
    "customer": "member",
}  # fmt: skip
_SURENESS: Final[dict[_Phrase, float]] = {
    "account": 0.9, "card": 0.9, "short": 0.75, "wallet": 0.5, "member": 0.72, "customer": 0.58,
}  # fmt: skip
_UNSPACED: Final[tuple[tuple[Kind, tuple[str, ...]], ...]] = (
    (
        "account",
        tuple(
            plain(word).replace(" ", "")
            for word in (
                "账号", "帐号", "賬號", "帳號", "账户号码", "戶口號碼", "户口号码", "帳戶號碼",
                "口座番号", "계좌번호", "เลขที่บัญชี", "เลขบัญชี", "บัญชีเลขที่", "账户",
            )
        ),
    ),
    (
        "card",
        tuple(
            plain(word).replace(" ", "")
            for word in ("卡号", "卡號", "カード番号", "카드번호", "หมายเลขบัตร", "會員號碼")
        ),
    ),
)  # fmt: skip


def number_labels(tokens: Sequence[str], colons: frozenset[int]) -> list[NumberLabel]:
    """The labels among ``tokens`` (plain words); ``colons`` are the tokens that a colon follows."""
    found = [
        NumberLabel(_KINDS[hit.label], hit.start, hit.end, _SURENESS[hit.label])
        for hit in _PHRASES.find(tokens)
    ]
    taken = {index for label in found for index in range(label.start, label.end)}
    for index in range(len(tokens)):
        if index not in taken:
            label = _at(tokens, index, colons)
            if label is not None:
                found.append(label)
                taken.update(range(label.start, label.end))
    return sorted([*found, *_without_spaces(tokens)], key=lambda label: label.start)


def _at(tokens: Sequence[str], index: int, colons: frozenset[int]) -> NumberLabel | None:
    """The label whose noun stands at ``index``."""
    token = tokens[index]
    if token in _GLUED:
        return NumberLabel("card" if token in _CARD_GLUED else "account", index, index + 1, 0.9)
    kind = _kind(token)
    if kind is None or (index and tokens[index - 1] in _OTHERS):
        return None
    is_statement = not _STATEMENTS.isdisjoint(tokens[max(0, index - 2) : index])
    end = index + 1
    while end < len(tokens) and (tokens[end] in _FILLERS or _kind(tokens[end])) and end < index + 4:
        end += 1
    following = tokens[end : end + 1]
    if following and following[0] in _NUMBERS:
        while end < len(tokens) and tokens[end] in _NUMBERS:
            end += 1
        return NumberLabel(kind, index, end, 0.55 if is_statement else 0.9)
    if following and following[0] in _OTHERS:
        return None
    before = next(
        (i for i in range(index - 1, max(-1, index - 4), -1) if tokens[i] in _NUMBERS), None
    )
    if before is not None and all(t in _FILLERS for t in tokens[before + 1 : index]):
        return NumberLabel(kind, before, end, 0.9)
    return NumberLabel(kind, index, end, 0.8 if end - 1 in colons else 0.6)


def _kind(token: str) -> Kind | None:
    if token in _ACCOUNTS or token.endswith(_ENDINGS):
        return "account"
    return "card" if token in _CARDS else None


def _without_spaces(tokens: Sequence[str]) -> list[NumberLabel]:
    """Labels inside words of scripts that put no spaces between words."""
    if all(token.isascii() for token in tokens):
        return []
    text = "".join(tokens)
    owners = [index for index, token in enumerate(tokens) for _ in token]
    found = []
    for kind, words in _UNSPACED:
        for word in words:
            place = text.find(word)
            if place >= 0:
                last = owners[place + len(word) - 1]
                found.append(NumberLabel(kind, owners[place], last + 1, 0.9))
                break
    return found


def is_number_word(token: str) -> bool:
    """Whether a plain word is one for number: ``n``, ``nr``."""
    return token in _NUMBERS


def starts_with_number_word(tokens: Sequence[str]) -> bool:
    """Whether ``tokens`` begin with a word for number and nothing else: ``n°``, ``Nr.``."""
    return bool(tokens) and tokens[0] in _NUMBERS
