"""The sheet by which somebody answers for a run: both sides, what is open, who decided what."""

from engine.reports.sign_off.sheet import SignOff, make_sign_off

__all__ = ["SignOff", "make_sign_off"]
