"""Whether the installation is well: for people, for balancers, and for Prometheus."""

from fastapi import APIRouter
from starlette.responses import Response

from engine.api.answers import JsonAnswer
from engine.api.bodies import HealthBody, ReadyBody
from engine.api.opened import Engine
from engine.watching.meters import CONTENT_TYPE

router = APIRouter(tags=["watching"])


@router.get("/production/health", responses={200: {"model": HealthBody}})
def health(engine: Engine) -> Response:
    """The database and its rows, the folders, the programs and the workers."""
    found = engine.health()
    return JsonAnswer(
        {
            "status": found.status,
            "production_json_api": "available",
            "version": found.version,
            "database": {
                "path": str(found.database_path),
                "invoice_uploads": found.invoice_uploads,
                "bank_uploads": found.bank_uploads,
                "reconciliations": found.reconciliations,
            },
            "upload_folder": found.upload_folder,
            "storage_mode": "single_row_json",
            "tools": found.tools,
            "workers": found.workers,
            "queue_length": found.queue_length,
            "language_model": found.language_model,
            "failed_checks": [check.name for check in found.checks if not check.passed],
        }
    )


@router.get("/ready", responses={200: {"model": ReadyBody}, 503: {"model": ReadyBody}})
def ready(engine: Engine) -> Response:
    """Whether requests can be served now; nobody has to sign in to ask."""
    found = engine.readiness()
    return JsonAnswer(
        {"ready": found.is_ready, "problems": found.problems},
        status_code=200 if found.is_ready else 503,
    )


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {CONTENT_TYPE: {"schema": {"type": "string"}}}}},
)
def metrics(engine: Engine) -> Response:
    """Counts, times and values as they are now, in Prometheus' text format."""
    return Response(engine.measurements(), headers={"content-type": CONTENT_TYPE})
