"""Asks a language model at an address of the installation's choice what an invoice says.

The only part of the engine that talks to another machine; without its settings it does not exist.
"""

from engine.assistant.assistant import Answers, Assistant, Reading
from engine.assistant.chat import ChatEndpoint
from engine.assistant.endpoint import Answer, Endpoint, Question
from engine.assistant.options import AssistantOptions, assistant_options
from engine.assistant.prompt import parts_of
from engine.assistant.usage import Usage

__all__ = [
    "Answer",
    "Answers",
    "Assistant",
    "AssistantOptions",
    "ChatEndpoint",
    "Endpoint",
    "Question",
    "Reading",
    "Usage",
    "assistant_options",
    "parts_of",
]
