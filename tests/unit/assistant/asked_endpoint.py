"""What an endpoint is asked in tests, and with which key."""

from engine.assistant import Question
from engine.assistant.prompt import SCHEMA, TASK

KEY = "sk-very-secret-0123456789"
QUESTION = Question(TASK, '{"pages": []}', SCHEMA, 500)
