"""The root of the family."""

from typing import Any, ClassVar


class MatchbookError(Exception):
    """Something we can explain. Subclass once per cause."""

    code: ClassVar[str] = "internal"
    http_status: ClassVar[int] = 500
    hint: str = ""

    def __reduce__(self) -> tuple[Any, ...]:
        """Travels between processes as it is: its sentence is not made a second time."""
        return _same_again, (type(self), self.args), self.__dict__


def _same_again(kind: type[MatchbookError], args: tuple[Any, ...]) -> MatchbookError:
    error = kind.__new__(kind)
    error.args = args
    return error
