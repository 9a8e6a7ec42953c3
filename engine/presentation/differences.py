"""What an e-invoice and its page disagree on, as one message for all differences of a file."""

from collections.abc import Sequence

from engine.presentation.text import plain


def differences_told(checks: Sequence[str]) -> str:
    """Markdown of the sentences; several that end in the same advice give it once, at the end."""
    if len(checks) < 2:
        return "".join(map(plain, checks))
    parts = [check.rpartition(": ") for check in checks]
    advice = dict.fromkeys(last for _, _, last in parts)
    told = "\n".join(f"- {plain(first or last)}" for first, _, last in parts)
    return f"{told}\n\n" + " ".join(plain(last[:1].upper() + last[1:]) for last in advice)
