"""The protocol's reply: the answer's text and its tokens, out of the JSON around them."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from engine.assistant.endpoint import Answer
from engine.errors import AssistantNonsenseError

_Tokens = Annotated[int, Meta(ge=0, le=10_000_000)]


class _Message(Struct):
    content: str | None = None


class _Choice(Struct):
    message: _Message
    finish_reason: str | None = None


class _Usage(Struct):
    prompt_tokens: _Tokens | None = None
    completion_tokens: _Tokens | None = None


class _Reply(Struct):
    choices: Annotated[list[_Choice], Meta(min_length=1)]
    usage: _Usage | None = None


_decoder = msgspec.json.Decoder(_Reply)
_CUT_OFF: Literal["length"] = "length"


def answer_of(content: bytes) -> Answer:
    """The answer in a reply.

    Raises:
        AssistantNonsenseError: it is none, or was cut off.
    """
    try:
        reply = _decoder.decode(content)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise AssistantNonsenseError("does not keep to the protocol") from error
    usage = reply.usage or _Usage()
    tokens = usage.prompt_tokens, usage.completion_tokens
    choice = reply.choices[0]
    if choice.finish_reason == _CUT_OFF:
        raise AssistantNonsenseError("was cut off at the most tokens allowed", *tokens)
    if not choice.message.content:
        raise AssistantNonsenseError("is empty", *tokens)
    return Answer(choice.message.content, *tokens)
