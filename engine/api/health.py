"""Whether the installation is well."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from engine.api.answers import JsonAnswer
from engine.api.bodies import HealthBody
from engine.services import Services, services

router = APIRouter(prefix="/production", tags=["production"])


@router.get("/health", responses={200: {"model": HealthBody}})
def health(engine: Annotated[Services, Depends(services)]) -> Response:
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
