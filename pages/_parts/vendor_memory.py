"""What earlier corrections taught about the vendor of the invoice in hand, and forgetting it."""

import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import counted, plain
from engine.presentation.invoice_fields import INVOICE_LABELS
from engine.records import Invoice
from engine.services import services
from pages._parts.failures import keep_failure, say


def vendor_memory(invoice: Invoice) -> None:
    """A button that opens the list; nothing when nothing was learned."""
    known = services().known_about_vendor(invoice)
    if not known:
        return
    key = f"memory_{invoice.invoice_id}"
    with st.popover(
        f"What was learned about this vendor · {len(known)}", icon=":material/school:", key=key
    ):
        st.markdown(f"**{plain(known[0].vendor)}**")
        for habit in known:
            text, action = st.columns([5, 2], vertical_alignment="center")
            label = INVOICE_LABELS.get(habit.field, "Dates")
            text.markdown(f"**{label}** · {plain(habit.sentence)}")
            text.caption(_evidence(habit.corrections, habit.confirmations, habit.against))
            action.button(
                "Forget",
                key=f"{key}_{habit.field}",
                on_click=_forget,
                args=(invoice, habit.field),
                help=f"Read {label.lower()} as if nobody had corrected it.",
            )
        st.button(
            "Forget all of it",
            key=f"{key}_all",
            icon=":material/delete:",
            on_click=_forget,
            args=(invoice, None),
        )
        st.caption("It counts from the next file on; what was read already stays as it is.")


def _evidence(corrections: int, confirmations: int, against: int) -> str:
    parts = [f"Learned from {counted(corrections, 'correction')}"]
    if confirmations:
        often = "once" if confirmations == 1 else f"{confirmations} times"
        parts.append(f"confirmed {often}")
    if against:
        parts.append(f"{against} against it")
    return ", ".join(parts) + "."


def _forget(invoice: Invoice, field: str | None) -> None:
    try:
        services().forget_about_vendor(invoice, field)
    except MatchbookError as error:
        keep_failure(error)
    else:
        say("Forgotten", ":material/school:")
