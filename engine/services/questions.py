"""Questions of a person's own: SQL over the views, and those that were kept."""

from engine.services.rooms import Rooms
from engine.store import Answer, ExampleQuery, SavedQuery, ViewInfo, example_queries
from engine.store.written_out import written_out


class Questions(Rooms):
    """What can be asked in SQL; nothing can be changed by it."""

    def views(self) -> tuple[ViewInfo, ...]:
        """The views that can be asked, with their columns."""
        return self.store.sandbox.views()

    def ask(self, query_text: str) -> Answer:
        """The rows of one SELECT over the views, within the settings' limits."""
        self.store.access_log.add("asked", query_text, by=self._name(None))
        return self.store.sandbox.ask(
            query_text,
            most_rows=self.settings.query_max_rows,
            seconds=self.settings.query_timeout_seconds,
        )

    def statement_behind(self, mart: str, /, **params: object) -> str:
        """The SQL of one of the screens' own questions, as ``ask`` takes it."""
        return written_out(mart, params)

    def example_queries(self) -> tuple[ExampleQuery, ...]:
        """Questions to begin with."""
        return example_queries()

    def saved_queries(self) -> tuple[SavedQuery, ...]:
        """Questions that were kept, by name."""
        return self.store.saved_queries.list()

    def keep_query(self, name: str, query_text: str, *, by: str | None = None) -> SavedQuery:
        """Keep a question for everybody; one of the same name is replaced."""
        return self.store.saved_queries.keep(name, query_text, by=self._name(by))

    def forget_query(self, query_id: str) -> None:
        """Keep a question no longer."""
        self.store.saved_queries.forget(query_id)
