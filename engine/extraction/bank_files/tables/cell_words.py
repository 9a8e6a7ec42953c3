"""Words in cells that say which way money went, and whether it moved at all."""

from typing import Final

from engine.extraction.phrases import plain


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PAID: Final = _words(
    """χ χρεωση
    debit debits dr d db dbit s soll af debet debito debitos cargo debe withdrawal
    withdrawals out outgoing outflow expense expenses ausgabe ausgaben ausgang lastschrift
    belastung uttag ut ud sortie retrait egreso gasto uscita uscite dare wydatek obciazenie
    obciazeniowa расход дебет borc gider vydaj odchozi zarachowanie
    支出 支 借 出金 출금 출 付款 支付
    spent spend send sent wn terheles charge purchase"""
)
RECEIVED: Final = _words(
    """π πιστωση credit credits cr c
    crdt h haben bij credito creditos abono haber deposit deposits in
    incoming inflow income einnahme einnahmen eingang gutschrift insattning inn ind entree
    versement ingreso entrata entrate avere przychod uznanie uznaniowa приход кредит alacak
    gelir 收入 收 贷 貸 入金 입금 입 收款 prijem prichozi received receive ma jovairas refund k"""
)
"""Plain words that say of one movement which way it went."""

NOT_MOVED: Final = _words(
    """reverted declined failed cancelled canceled rejected denied expired abgelehnt storniert
    abgebrochen geannuleerd geweigerd refuse refusee annule annulee rechazado rechazada
    cancelado cancelada anulado anulada odrzucona anulowana anulowano nekad avbruten
    交易关闭 支付失败 交易失败 失败 已撤销 已关闭 取消 失敗 취소 거절 실패 iptal отменен отклонен"""
)
"""States of movements that never touched the account."""

PENDING: Final = _words(
    """pending vorgemerkt vormerkposten reserved reserviert processing authorised authorized
    progress pendiente pendente reserverad reserveret cours gereserveerd
    venter vantande odottaa ceka oczekuje oczekujaca bekliyor beklemede 待付款 处理中 대기"""
)
"""States of movements that are not booked yet."""


def direction_of(text: str) -> int:
    """1 when a cell says that money came, -1 when it went, 0 when it says neither."""
    told = text.strip().casefold()
    if told in {"+", "-"}:
        return 1 if told == "+" else -1
    words = plain(told).split()
    if not words or len(words) > 3:
        return 0
    if words[0] in PAID:
        return -1
    return 1 if words[0] in RECEIVED else 0
