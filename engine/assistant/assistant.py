"""Has a language model read one invoice, and remembers what it answered."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import msgspec

from engine.assistant.endpoint import Answer, Endpoint, Question
from engine.assistant.options import AssistantOptions
from engine.assistant.prompt import PROMPT_VERSION, SCHEMA, TASK
from engine.assistant.usage import Usage
from engine.errors import AssistantError, AssistantNonsenseError
from engine.extraction.second_opinion.opinion import Opinion, opinions_joined

_decoder = msgspec.json.Decoder(Opinion, strict=True)
_SCHEMA_TEXT: Final = json.dumps(SCHEMA, sort_keys=True)


class Answers(Protocol):
    """Answers from before, by a name that says all that they depend on."""

    def get(self, name: str) -> bytes | None:
        """What was put under ``name``, or None."""

    def put(self, name: str, content: bytes) -> None:
        """Keep an answer."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model says of an invoice and what asking it cost.

    ``opinion`` is None when ``problem`` says why. ``is_whole`` is False when the invoice was too
    long to be shown in full.
    """

    opinion: Opinion | None
    usage: Usage
    problem: AssistantError | None = None
    is_whole: bool = True


class Assistant:
    """One model behind one endpoint."""

    def __init__(self, endpoint: Endpoint, options: AssistantOptions) -> None:
        self.endpoint = endpoint
        self.options = options

    def read(self, parts: Sequence[str], answers: Answers, *, is_whole: bool = True) -> Reading:
        """Ask about an invoice; a part that was asked before is not asked again.

        Args:
            parts: its rows as messages, as ``parts_of`` makes them.
            answers: what was answered before.
            is_whole: whether ``parts`` are all of it.
        """
        opinions: list[Opinion] = []
        usage = Usage()
        for data in parts:
            try:
                opinion, used = self._read_part(data, answers)
            except AssistantNonsenseError as error:
                return Reading(None, usage + _paid(error), error, is_whole)
            except AssistantError as error:
                return Reading(None, usage, error, is_whole)
            opinions.append(opinion)
            usage += used
        return Reading(opinions_joined(opinions), usage, is_whole=is_whole)

    def _read_part(self, data: str, answers: Answers) -> tuple[Opinion, Usage]:
        name = self._name(data)
        known = _remembered(answers.get(name))
        if known is not None:
            return known, Usage(remembered=1)
        question = Question(TASK, data, SCHEMA, self.options.max_output_tokens)
        answer = self.endpoint.ask(question)
        opinion = _opinion(answer)
        answers.put(name, msgspec.json.encode(opinion))
        return opinion, Usage(1, 0, answer.tokens_in or 0, answer.tokens_out or 0)

    def _name(self, data: str) -> str:
        """A digest of everything that an answer depends on."""
        endpoint = self.endpoint
        depends_on = (endpoint.host, endpoint.model, PROMPT_VERSION, TASK, _SCHEMA_TEXT, data)
        return hashlib.sha256("\0".join(depends_on).encode()).hexdigest()


def _opinion(answer: Answer) -> Opinion:
    """What the answer says.

    Raises:
        AssistantNonsenseError: it is not of the schema.
    """
    text = answer.text.strip().removeprefix("```json").removeprefix("```").removesuffix("```")
    try:
        return _decoder.decode(text.encode())
    except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError) as error:
        raise AssistantNonsenseError(
            "is not what was asked for", answer.tokens_in, answer.tokens_out
        ) from error


def _remembered(content: bytes | None) -> Opinion | None:
    try:
        return None if content is None else _decoder.decode(content)
    except msgspec.MsgspecError:
        return None


def _paid(error: AssistantNonsenseError) -> Usage:
    return Usage(1, 0, error.tokens_in or 0, error.tokens_out or 0)
