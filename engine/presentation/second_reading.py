"""What a language model's second reading brought and cost, in one line."""

from engine.presentation.text import counted
from engine.records import ModelUse


def second_reading(use: ModelUse) -> str:
    """Who read, how far the two readings agree, and the tokens and price of it."""
    parts = [f"{counted(use.fields_agreed, 'field')} the same"]
    if use.fields_differing:
        parts.append(f"{use.fields_differing} different")
    if use.fields_added:
        parts.append(f"{use.fields_added} read by it only")
    spent = f"{counted(use.tokens_in + use.tokens_out, 'token')}"
    if use.cost is not None:
        spent += f", cost {use.cost.normalize():f}"
    if not use.calls:
        spent = "answered from memory" if use.remembered else "it gave no answer"
    return f"Read a second time by {use.model} at {use.host}: {', '.join(parts)} · {spent}."
