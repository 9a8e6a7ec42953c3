"""Which language model is asked, and what it may cost in time, tokens and money."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol
from urllib.parse import urlsplit

from pydantic import SecretStr


class AssistantSettings(Protocol):
    """The settings that asking depends on; their meaning is told where they are declared."""

    @property
    def llm_base_url(self) -> str: ...  # noqa: D102

    @property
    def llm_model(self) -> str: ...  # noqa: D102

    @property
    def llm_api_key(self) -> SecretStr: ...  # noqa: D102

    @property
    def llm_timeout_seconds(self) -> float: ...  # noqa: D102

    @property
    def llm_attempts(self) -> int: ...  # noqa: D102

    @property
    def llm_max_input_tokens(self) -> int: ...  # noqa: D102

    @property
    def llm_max_output_tokens(self) -> int: ...  # noqa: D102

    @property
    def llm_input_price(self) -> Decimal | None: ...  # noqa: D102

    @property
    def llm_output_price(self) -> Decimal | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class AssistantOptions:
    """Times are seconds, prices are per million tokens in a currency that the settings know.

    Attributes:
        base_url: Address up to and without ``/chat/completions``.
        model: Name under which the endpoint knows the model.
        api_key: Sent as a bearer token; empty for none. Never shown.
        timeout_seconds: Longest time for one answer, from the first byte sent to the last received.
        attempts: Tries for one question while the endpoint is busy or away.
        max_input_tokens: Estimated tokens of the words in one question.
        max_output_tokens: Tokens that one answer may have.
        input_price: Price of a million tokens asked; None when unknown.
        output_price: Price of a million tokens answered; None when unknown.
        first_wait_seconds: Pause after the first failed try; it doubles with each further one.
    """

    base_url: str
    model: str
    api_key: str = field(default="", repr=False)
    timeout_seconds: float = 60.0
    attempts: int = 3
    max_input_tokens: int = 12_000
    max_output_tokens: int = 4_000
    input_price: Decimal | None = None
    output_price: Decimal | None = None
    first_wait_seconds: float = 0.5

    @property
    def host(self) -> str:
        """Where the words go, as a person reads it: host, and port if it is given."""
        return urlsplit(self.base_url).netloc


def assistant_options(settings: AssistantSettings) -> AssistantOptions | None:
    """The options that follow from ``settings``; None unless an address and a model are set."""
    if not settings.llm_base_url or not settings.llm_model:
        return None
    return AssistantOptions(
        base_url=settings.llm_base_url.rstrip("/"),
        model=settings.llm_model,
        api_key=settings.llm_api_key.get_secret_value(),
        timeout_seconds=settings.llm_timeout_seconds,
        attempts=settings.llm_attempts,
        max_input_tokens=settings.llm_max_input_tokens,
        max_output_tokens=settings.llm_max_output_tokens,
        input_price=settings.llm_input_price,
        output_price=settings.llm_output_price,
    )
