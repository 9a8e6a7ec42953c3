"""Who does something, and when: what every word of a person is kept with."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signature:
    """Name and time (UTC)."""

    by: str
    at: dt.datetime
