"""Everything that is true of Matchbook without a screen."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.services import (
        initialize_production_json_system as initialize_production_json_system,
    )

__all__ = ["__version__", "initialize_production_json_system"]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Load the services on first use, so that a part can be imported without the whole."""
    if name == "initialize_production_json_system":
        from engine.services import initialize_production_json_system

        return initialize_production_json_system
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
