"""The payment slip at the end of a page, to be cut off: payee, account, amount, reference."""

from tools.training.draft import Draft


def draw_slip(draft: Draft) -> None:
    """Draw a slip below everything else, on a page of its own if there is no room left."""
    style, chance, voice, bill = draft.style, draft.chance, draft.voice, draft.bill
    if bill.is_credit or not bill.sums.due or not bill.vendor.bank.iban:
        return
    draft.turn_page()
    top = style.height * chance.real(0.55, 0.62)
    draft.paper.rule(20, top, style.width - 20, top, 0.5, "#888888")
    middle = style.left + style.inner * chance.real(0.3, 0.6)
    name = "total_amount" if bill.sums.due == bill.sums.total else "amount_due"
    left = [
        ("IBAN", draft.iban()),
        (voice.say("payee"), draft.vendor_name()),
        (voice.say("payment_ref"), bill.number),
        (voice.say_unlike("due_amount", "total"), draft.money(name, bill.sums.due)),
    ]
    right = [(voice.say("bill_to"), bill.customer.name)]
    right += [("", line) for line in bill.customer.address]
    if bill.due is not None and chance.odds(0.6):
        right.append((voice.say("due"), draft.day("due_date", bill.due)))
    for x, rows in ((style.left, left), (middle, right)):
        y = top + 24
        for label, text in rows:
            if label:
                draft.text(x, y, label, style.small, bold=True)
                y += style.leading
            draft.text(x, y, text)
            y += style.leading * 1.2
