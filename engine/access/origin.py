"""Whether a browser asks for a change on behalf of another site.

Without it any page that a person opens could post to the Matchbook that runs on their machine.
"""

from collections.abc import Collection, Mapping
from typing import Final
from urllib.parse import urlsplit

_SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})


def may_pass(
    method: str, headers: Mapping[str, str], trusted: Collection[str] = frozenset()
) -> bool:
    """Whether a request of this HTTP method and these headers (lower-case names) may go on.

    Programs send neither Sec-Fetch-Site nor Origin; browsers send one of them with every change.
    """
    if method in _SAFE_METHODS:
        return True
    if headers.get("origin") in trusted:
        return True
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")
