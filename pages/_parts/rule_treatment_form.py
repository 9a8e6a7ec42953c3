"""What a rule does with its bank lines, as a person chooses it."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

import streamlit as st

from engine.errors import InvalidInputError
from engine.presentation.entry import typed_amount, typed_text
from engine.records import (
    GroupTreatment,
    NeverTreatment,
    PartyTreatment,
    RuleTreatment,
    SetAsideTreatment,
    ToleranceTreatment,
)

CHOICES: Final[Mapping[str, str]] = {
    "set_aside": "Set aside: they pay no invoice",
    "party": "They are this counterparty's",
    "tolerance": "A small difference is a fee, a discount or tax",
    "group": "They pay the invoices of a day, week or month",
    "never": "Never match them",
}
_LABELS: Final = ("Bank fee", "Tax", "Salary", "Transfer", "Interest", "Loan", "Rent")
_DIFFERENCES: Final[Mapping[str, str]] = {
    "fee": "a fee",
    "discount": "a discount",
    "withholding_tax": "tax withheld",
    "exchange": "an exchange difference",
}
_KINDS: Final[Mapping[type, str]] = {
    SetAsideTreatment: "set_aside",
    PartyTreatment: "party",
    ToleranceTreatment: "tolerance",
    GroupTreatment: "group",
    NeverTreatment: "never",
}


def treatment_form(key: str, initial: RuleTreatment | None) -> Callable[[], RuleTreatment]:
    """Draw the choice and its values; what is returned gives the treatment in them.

    That raises InvalidInputError when a value is missing or cannot be read.
    """
    kinds = list(CHOICES)
    own = _KINDS[type(initial)] if initial is not None else "set_aside"
    chosen = st.selectbox(
        "What is done with such bank lines",
        kinds,
        index=kinds.index(own),
        format_func=lambda kind: CHOICES[kind],
        key=f"{key}_kind",
    )
    return _FORMS[chosen](f"{key}_{chosen}", initial if own == chosen else None)


def _set_aside(key: str, began: Any) -> Callable[[], RuleTreatment]:
    labels = list(_LABELS)
    if began and began.label not in labels:
        labels.append(began.label)
    label = st.selectbox(
        "What they are",
        labels,
        index=labels.index(began.label) if began else 0,
        accept_new_options=True,
        key=f"{key}_label",
        help="Choose one, or write your own words.",
    )
    return lambda: SetAsideTreatment(label=_needed(label or "", "What they are"))


def _party(key: str, began: Any) -> Callable[[], RuleTreatment]:
    name = st.text_input(
        "Counterparty, as your invoices name it",
        value=began.name if began else "",
        max_chars=200,
        key=f"{key}_name",
    )
    return lambda: PartyTreatment(name=_needed(name, "Counterparty"))


def _tolerance(key: str, began: Any) -> Callable[[], RuleTreatment]:
    what, fixed, share = st.columns(3)
    names = list(_DIFFERENCES)
    difference: Any = what.selectbox(
        "The difference is",
        names,
        index=names.index(began.difference) if began else 0,
        format_func=lambda name: _DIFFERENCES[name],
        key=f"{key}_difference",
    )
    amount = fixed.text_input(
        "Up to, in the line's currency",
        value=_shown(began.amount if began else None),
        key=f"{key}_amount",
    )
    percent = share.text_input(
        "Or up to, % of the invoice",
        value=_shown(began.percent if began else None),
        key=f"{key}_percent",
        help="Where both are given, the larger one counts. Beyond it the rule matches nothing.",
    )
    return lambda: ToleranceTreatment(
        difference=difference, amount=typed_amount(amount), percent=_percent(percent)
    )


def _group(key: str, began: Any) -> Callable[[], RuleTreatment]:
    period, fee, whose = st.columns([1, 1, 2])
    periods = ["day", "week", "month"]
    by: Any = period.selectbox(
        "Add up by",
        periods,
        index=periods.index(began.by) if began else 0,
        format_func=str.capitalize,
        key=f"{key}_by",
    )
    percent = fee.text_input(
        "Fee up to, %",
        value=_shown(began.fee_percent if began else None),
        placeholder="0",
        key=f"{key}_fee",
    )
    party = whose.text_input(
        "Only invoices of",
        value=(began.party or "") if began else "",
        placeholder="All counterparties",
        key=f"{key}_party",
    )
    return lambda: GroupTreatment(
        by=by, fee_percent=_percent(percent) or Decimal(0), party=typed_text(party)
    )


def _never(key: str, began: Any) -> Callable[[], RuleTreatment]:
    party = st.text_input(
        "Only not with invoices of",
        value=(began.party or "") if began else "",
        placeholder="Any counterparty",
        key=f"{key}_party",
        help="Leave it empty to keep them from all invoices.",
    )
    return lambda: NeverTreatment(party=typed_text(party))


def _needed(text: str, label: str) -> str:
    line = typed_text(text)
    if line is None:
        raise InvalidInputError(f"“{label}” is empty.", "Fill it in.")
    return line


def _percent(text: str) -> Decimal | None:
    return typed_amount(text.strip().rstrip("%"))


def _shown(value: Decimal | None) -> str:
    return f"{value:f}" if value else ""


_FORMS: Final[Mapping[str, Callable[[str, Any], Callable[[], RuleTreatment]]]] = {
    "set_aside": _set_aside,
    "party": _party,
    "tolerance": _tolerance,
    "group": _group,
    "never": _never,
}
