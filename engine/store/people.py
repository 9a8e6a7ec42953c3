"""Who has done something here."""

from engine.store.database import Database


class People:
    """The names that rows bear. Thread-safe."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def names(self) -> tuple[str, ...]:
        """People who uploaded, said or were given something, by name; no API tokens."""
        with self._database.read() as statements:
            return tuple(row["name"] for row in statements.rows("rows/people/list"))
