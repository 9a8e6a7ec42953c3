"""Words that say a number beside them is an account's or a card's.

Like the names of balances they are put together: a noun (account, konto, счет) with a word for
number near it, a noun with a colon, or a noun alone, the less sure the fewer of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.header.numbers.loan_labels import loan_label
from engine.extraction.statements.vocabulary.account_words import (
    ACCOUNTS,
    BETWEEN_BANKS,
    CARD_GLUED,
    CARDS,
    ENDINGS,
    FILLERS,
    GLUED,
    NUMBERS,
    OTHERS,
    RIVALS,
    STATEMENTS,
)

Kind = Literal["account", "card", "member", "interbank"]
"""What a number is of; by an interbank one banks pay each other, and the account's is within it."""
_Phrase = Literal["account", "card", "short", "interbank", "wallet", "member"]


@dataclass(frozen=True, slots=True)
class NumberLabel:
    """A label at ``tokens[start:end]``; ``sureness`` is from 0 to 1."""

    kind: Kind
    start: int
    end: int
    sureness: float


_PHRASES: PhraseBook[_Phrase] = PhraseBook.of_lists(
    {
        "account": """
            account ending in, account ending, account plan number, cuenta terminada en,
            so tai khoan, so tk, номер счета, расчетный счет, лицевой счет, numero de compte
            bancaire, relationship number, loan number, loan no, codigo de cuenta, codigo cuenta,
            codigo cuenta cliente, codigo cuenta corriente, a c no, a c number, a c nr, c c no,
            c c n, c c nr, kto nr, cta no, cta nro, cta n, rek nr, no rek
        """,
        "card": """
            card ending in, card ending, ending in, ends in, account card no, card account number,
            tarjeta terminada en, terminada en, carte se terminant par, endziffer, endend auf,
            endet auf, account number card number, cardmember number, final
        """,
        "short": """
            cc, c c, a c, cta, cta cte, kto, cte, tai khoan, tk, c u
        """,
        "interbank": """
            codigo de cuenta interbancario, codigo de cuenta interbancaria, cuenta interbancaria,
            codigo cuenta interbancario, codigo interbancario, cuenta clabe, numero clabe
        """,
        "wallet": """
            mobile number, mobile no, phone number, msisdn, wallet number, wallet id,
            registered mobile
        """,
        "member": """
            member number, membership number, member no, member id, customer account number,
            account reference, account ref, account reference number, account identifier
        """,
    }
)
_KINDS: Final[dict[_Phrase, Kind]] = {
    "account": "account", "card": "card", "short": "account", "wallet": "member",
    "interbank": "interbank",
    "member": "member",
}  # fmt: skip
_SURENESS: Final[dict[_Phrase, float]] = {
    "account": 0.9, "card": 0.9, "short": 0.75, "wallet": 0.5, "interbank": 0.8, "member": 0.72,
}  # fmt: skip
_COMPOUND: Final = re.compile(r".{3,}(?:nummer|nr|nro|number|szam|numero|kennung|code|kode|id)\Z")
_NUMBER_ALONE: Final = "番号"
_KINDS_OF_DEPOSIT: Final = frozenset({"普通", "当座", "普通預金", "当座預金", "貯蓄預金"})
_DEPOSIT: Final = 0.72
"""Kinds of deposits, which Japanese banks print before the number; how sure they make it."""
_APART: Final = 0.84
"""How sure a label is with the account's own name between the noun and the word for number."""
_LOAN: Final = 0.86
_SETTLING: Final = 0.8
"""How sure the number is by which banks pay each other: less than the account's own."""
_NAME: Final = 4
"""Words of an account's own name, at most."""
_UNSPACED: Final[tuple[tuple[Kind, tuple[str, ...]], ...]] = (
    (
        "account",
        tuple(
            plain(word).replace(" ", "")
            for word in (
                "账号", "帐号", "賬號", "帳號", "账户号码", "戶口號碼", "户口号码", "帳戶號碼",
                "口座番号", "계좌번호", "เลขที่บัญชี", "เลขบัญชี", "บัญชีเลขที่", "账户", "卡号账号",
                "賬戶號碼", "戶口號", "账卡号", "通帳記号番号", "記号番号", "លេខគណនី", "ເລກບັນຊີ",
                "계좌", "户口号", "戶口号", "账户号", "帳户號碼",

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


def number_labels(
    tokens: Sequence[str], colons: frozenset[int], slashes: frozenset[int] = frozenset()
) -> list[NumberLabel]:
    """The labels among ``tokens``, which are plain words.

    Args:
        tokens: plain words of one cell.
        colons: those that a colon follows.
        slashes: those that a slash parts from the word before.
    """
    found = [
        _stretched(tokens, NumberLabel(_KINDS[hit.label], hit.start, hit.end, _SURENESS[hit.label]))
        for hit in _PHRASES.find(tokens)
    ]
    taken = {index for label in found for index in range(label.start, label.end)}
    for index in range(len(tokens)):
        if index not in taken:
            label = _at(tokens, index, colons, slashes)
            if label is not None:
                found.append(label)
                taken.update(range(label.start, label.end))
    return sorted([*found, *_without_spaces(tokens)], key=lambda label: label.start)


def _stretched(tokens: Sequence[str], label: NumberLabel) -> NumberLabel:
    """A short name of an account with the word for number after the account's own name."""
    end = _number_word_after(tokens, label.end)
    if label.kind != "account" or end is None or tokens[label.end - 1] in NUMBERS:
        return label
    return NumberLabel(label.kind, label.start, end, _APART)


def _at(
    tokens: Sequence[str], index: int, colons: frozenset[int], slashes: frozenset[int]
) -> NumberLabel | None:
    """The label whose noun stands at ``index``."""
    token = tokens[index]
    if token in GLUED:
        return NumberLabel("card" if token in CARD_GLUED else "account", index, index + 1, 0.9)
    if token in BETWEEN_BANKS:
        return NumberLabel("interbank", index, index + 1, _SETTLING)
    loan = loan_label(tokens, index)
    if loan is not None:
        return NumberLabel("account", *loan, _LOAN)
    kind = _kind(token)
    if kind is None or (index and tokens[index - 1] in OTHERS and index not in slashes):
        return None
    is_statement = not STATEMENTS.isdisjoint(tokens[max(0, index - 2) : index])
    end = index + 1
    while end < len(tokens) and (tokens[end] in FILLERS or _kind(tokens[end])) and end < index + 4:
        end += 1
    following = tokens[end : end + 1]
    if following and following[0] in NUMBERS:
        while end < len(tokens) and tokens[end] in NUMBERS:
            end += 1
        if tokens[end : end + 1] and tokens[end] in BETWEEN_BANKS:
            return None
        return NumberLabel(kind, index, end, 0.55 if is_statement else 0.9)
    if following and following[0] in OTHERS and end not in slashes:
        return None
    if following and following[0] in BETWEEN_BANKS:
        return None
    before = next(
        (i for i in range(index - 1, max(-1, index - 4), -1) if tokens[i] in NUMBERS), None
    )
    if before is not None and all(t in FILLERS for t in tokens[before + 1 : index]):
        return NumberLabel(kind, before, end, 0.9)
    apart = _number_word_after(tokens, end)
    if apart is not None and not is_statement and end - 1 not in colons:
        return NumberLabel(kind, index, apart, _APART)
    return NumberLabel(kind, index, end, 0.8 if end - 1 in colons else 0.6)


def _number_word_after(tokens: Sequence[str], start: int) -> int | None:
    """The end of the word for number that follows an account's own name, if there is one."""
    for index in range(start, min(start + _NAME + 1, len(tokens))):
        token = tokens[index]
        if token in NUMBERS and index > start:
            return index + 1
        if not token.isalpha() or token in RIVALS or _kind(token) is not None:
            return None
    return None


def _kind(token: str) -> Kind | None:
    if token in ACCOUNTS or token.endswith(ENDINGS):
        return "account"
    return "card" if token in CARDS else None


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
    if not found:
        places = [place for place, token in enumerate(tokens) if token in _KINDS_OF_DEPOSIT]
        found += [NumberLabel("account", place, place + 1, _DEPOSIT) for place in places[-1:]]
    if not found:
        places = [place for place, token in enumerate(tokens) if token == _NUMBER_ALONE]
        found += [NumberLabel("account", place, place + 1, 0.7) for place in places]
    return found


def is_number_word(token: str) -> bool:
    """Whether a plain word is one for number: ``n``, ``nr``."""
    return token in NUMBERS


def is_number_of_something(token: str) -> bool:
    """Whether a plain word is one for a number that is no account's: ``vorgangsnummer``."""
    is_account = token.endswith(tuple(GLUED)) or _kind(token) is not None
    return not is_account and _COMPOUND.match(token) is not None


def starts_with_number_word(tokens: Sequence[str]) -> bool:
    """Whether ``tokens`` begin with a word for number and nothing else: ``n°``, ``Nr.``."""
    return bool(tokens) and tokens[0] in NUMBERS
