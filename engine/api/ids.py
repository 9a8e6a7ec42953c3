"""How the ids in addresses look."""

from typing import Annotated, TypeAlias

from fastapi import Path

Id: TypeAlias = Annotated[str, Path(pattern=r"^[0-9A-Za-z][0-9A-Za-z_.:-]{0,199}$")]
"""Of an upload, a run, a match, a closing or a rule."""
