"""Many files without a database: each one has its result, whatever happens to it."""

from engine.processing.batch import BatchFile, Failure, read_batch
from engine.processing.extraction_task import extract
from engine.processing.options import run_options
from engine.processing.pool import InlineExecutor
from engine.records import InvoiceDocument
from engine.settings import Settings


def test_a_file_that_vanishes_while_it_is_read_fails_alone(invoice_pdf, tmp_path):
    paths = [tmp_path / f"{name}.pdf" for name in ("one", "two")]
    for path in paths:
        path.write_bytes(invoice_pdf(number=path.stem))

    class Removing(InlineExecutor):
        def submit(self, fn, /, *args):
            if fn is extract:
                paths[0].unlink(missing_ok=True)
            return super().submit(fn, *args)

    files = [BatchFile(path, "invoice") for path in paths]
    results = {
        result.file.path: result.outcome
        for result in read_batch(files, run_options(Settings()), 1, Removing())
    }
    assert set(results) == set(paths)
    assert isinstance(results[paths[0]], Failure)
    assert isinstance(results[paths[1]], InvoiceDocument)
