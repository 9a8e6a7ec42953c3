"""What asking needs of a language model: one question in, one text out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Question:
    """What the model is told to do, the data to do it with, and the form of its answer.

    ``schema`` is a JSON schema in which every property is required and no other is allowed.
    """

    task: str
    data: str
    schema: Mapping[str, Any]
    max_output_tokens: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The model's text, unchecked; tokens are None when the endpoint does not count them."""

    text: str
    tokens_in: int | None
    tokens_out: int | None


class Endpoint(Protocol):
    """A language model somewhere. ``ask`` may be called from several threads at once."""

    @property
    def host(self) -> str:
        """Where the data goes."""

    @property
    def model(self) -> str:
        """Which model answers."""

    def ask(self, question: Question) -> Answer:
        """The model's answer.

        Raises:
            AssistantUnavailableError: no answer in time, also after more tries.
            AssistantRefusedError: the endpoint does not take the question.
            AssistantNonsenseError: what came back is no answer.
        """

    def close(self) -> None:
        """Ask nothing more; a pause between two tries ends at once."""
