"""Questions in a person's own SQL: answered by a process that holds copies of views, and no more.

``views`` copies them out of the database, ``inside`` is the program of that process, ``frames`` is
how the two talk, and ``sandbox`` starts, feeds, asks and ends it.
"""

from engine.store.sandbox.sandbox import Answer, Sandbox
from engine.store.sandbox.views import ExampleQuery, ViewColumn, ViewInfo, example_queries

__all__ = ["Answer", "ExampleQuery", "Sandbox", "ViewColumn", "ViewInfo", "example_queries"]
