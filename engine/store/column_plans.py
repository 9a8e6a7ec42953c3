"""How people say that the columns of bank tables are read; the plans stand in the files' rows."""

import datetime as dt
from typing import NamedTuple

import msgspec

from engine.records import ColumnPlan
from engine.store.database import Database

_plan = msgspec.json.Decoder(ColumnPlan)


class SaidPlan(NamedTuple):
    """A plan that a person gave or confirmed for an upload, and when."""

    upload_id: str
    plan: ColumnPlan
    said_at: dt.datetime


class ColumnPlans:
    """The plans of all rows. Thread-safe."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def said(self) -> list[SaidPlan]:
        """Plans that a person gave or confirmed, the newest first."""
        with self._database.read() as statements:
            rows = statements.rows("rows/bank_uploads/column_plans")
        return [
            SaidPlan(row["upload_id"], _plan.decode(row["plan"]), row["said_at"]) for row in rows
        ]
