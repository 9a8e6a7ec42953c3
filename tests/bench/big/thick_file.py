"""One PDF of a thousand pages with three invoices on each: read, opened for review, corrected."""

import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

import msgspec
from streamlit.testing.v1 import AppTest

from engine.services import Services
from tests.bench.made_documents import vouchers_pdf
from tests.bench.opened import SHELL, opened
from tests.bench.timing import took

_PATIENCE_SECONDS: Final = 900.0


@dataclass(frozen=True, slots=True)
class _Upload:
    upload_id: str
    seconds: float


def measure(pages: int, repeats: int, folder: Path) -> dict[str, Any]:
    """Seconds until it is read, until Review stands, and of corrections of one value."""
    path = folder / "thick.pdf"
    path.write_bytes(vouchers_pdf(pages))
    with opened(folder / "thick", with_workers=True) as engine:
        upload = _read(engine, path)
        row = engine.store.invoices.get(upload.upload_id)
        assert row.document is not None
        return {
            "pages": pages,
            "invoices": len(row.document.invoices),
            "json_bytes": len(msgspec.json.encode(row.document)),
            "reading_seconds": upload.seconds,
            **_reviewed(engine, upload.upload_id, repeats),
        }


def _read(engine: Services, path: Path) -> _Upload:
    started = time.perf_counter()
    receipt = engine.upload(path.name, path, kind="invoice")
    engine.wait(receipt.upload_id, _PATIENCE_SECONDS)
    return _Upload(receipt.upload_id, time.perf_counter() - started)


def _reviewed(engine: Services, upload_id: str, repeats: int) -> dict[str, float]:
    AppTest.from_file(str(SHELL), default_timeout=300).run()  # so that the modules are loaded
    app = AppTest.from_file(str(SHELL), default_timeout=300).run()
    app.switch_page("review.py")
    app.query_params["upload"] = upload_id
    opening = took(app.run)
    saved, drawn = [], []
    for number in range(repeats):
        row = engine.store.invoices.get(upload_id)
        assert row.document is not None
        first, *others = row.document.invoices
        changed = msgspec.structs.replace(first, purchase_order=f"PO-{number}")
        records, version = (changed, *others), row.row_version
        saved.append(took(partial(engine.save_invoices, upload_id, records, row_version=version)))
        drawn.append(took(app.run))
    if app.exception:
        raise RuntimeError(str(app.exception))
    return {
        "review_seconds": opening.seconds,
        "review_cpu_seconds": opening.cpu_seconds,
        "edit_seconds": min(one.seconds for one in saved),
        "edit_cpu_seconds": min(one.cpu_seconds for one in saved),
        "drawn_after_edit_seconds": min(one.seconds for one in drawn),
        "drawn_after_edit_cpu_seconds": min(one.cpu_seconds for one in drawn),
    }
