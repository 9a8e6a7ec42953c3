"""Where the server may listen, and whose identity headers count."""

import ipaddress
from collections.abc import Sequence

from engine.errors import OpenDoorError


def refuse_open_door(access: str, address: str | None) -> None:
    """Refuse to listen where other machines come in while nobody has to sign in.

    Args:
        access: the way in that is set: none, oidc or proxy.
        address: what the server listens on; None or an empty text means everywhere.

    Raises:
        OpenDoorError: it would.
    """
    if access == "none" and not (address and is_this_machine(address)):
        raise OpenDoorError(address or "every address")


def is_this_machine(host: str) -> bool:
    """Whether an address is one that only programs of this machine reach."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_among(host: str | None, networks: Sequence[str]) -> bool:
    """Whether an address lies in one of these networks."""
    try:
        address = ipaddress.ip_address(host or "")
    except ValueError:
        return False
    return any(address in ipaddress.ip_network(network, strict=False) for network in networks)
