"""Why there is no opinion of the language model."""

from engine.errors.family import MatchbookError


class AssistantError(MatchbookError):
    """The language model gave no opinion that can be used."""

    code = "assistant"
    http_status = 502
    hint = "What Matchbook read itself stands; retry the upload to ask once more."


class AssistantUnavailableError(AssistantError):
    """The endpoint is away, busy or too slow; ``retry_after_seconds`` is what it asks for."""

    code = "assistant_unavailable"

    def __init__(self, host: str, what: str, retry_after_seconds: float | None = None) -> None:
        super().__init__(f"The language model at {host} {what}.")
        self.retry_after_seconds = retry_after_seconds


class AssistantRefusedError(AssistantError):
    """The endpoint does not take the question: a wrong key, model or address."""

    code = "assistant_refused"

    def __init__(self, host: str, what: str) -> None:
        super().__init__(f"The language model at {host} {what}.")


class AssistantNonsenseError(AssistantError):
    """What came back is no answer; its tokens were paid for all the same."""

    code = "assistant_nonsense"

    def __init__(
        self, what: str, tokens_in: int | None = None, tokens_out: int | None = None
    ) -> None:
        super().__init__(f"The language model's answer {what}.")
        self.tokens_in = tokens_in
        self.tokens_out = tokens_out
