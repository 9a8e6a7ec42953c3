"""Who asks is not known, or may not have what they ask for."""

from collections.abc import Sequence

from engine.errors.family import MatchbookError


class SignInNeededError(MatchbookError):
    """Nobody signed in, or a token or link that is not, or no longer, good."""

    code = "sign_in_needed"
    http_status = 401
    hint = "Sign in, or send a valid API token."

    def __init__(self, message: str = "You are not signed in.") -> None:
        super().__init__(message)


class NotAllowedError(MatchbookError):
    """The person is known and has no role that allows it."""

    code = "not_allowed"
    http_status = 403
    hint = "Ask an administrator for a role that may."

    def __init__(self, what: str, roles: Sequence[str]) -> None:
        known = f"as {' and '.join(roles)}" if roles else "without a role"
        super().__init__(f"You may not {what} {known}.")


class TooManyRequestsError(MatchbookError):
    """One person or address asks too often; ``retry_after`` is in seconds."""

    code = "too_many_requests"
    http_status = 429
    hint = "Wait a moment, then go on more slowly."

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"Too many requests; the next is taken in {retry_after} s.")
        self.retry_after = retry_after


class OpenDoorError(MatchbookError):
    """The server would listen to other machines while nobody has to sign in."""

    code = "open_door"
    hint = (
        "Set MATCHBOOK_ACCESS to oidc or proxy and say who may come in with MATCHBOOK_ROLES, "
        "or let the server listen on 127.0.0.1."
    )

    def __init__(self, address: str) -> None:
        super().__init__(
            f"The server would listen on {address}, where other machines reach it, and anybody "
            "could do everything."
        )
