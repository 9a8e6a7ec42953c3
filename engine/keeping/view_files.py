"""The unnested views as Parquet files, one each: for spreadsheets, notebooks and warehouses."""

from pathlib import Path

from engine.store import Store, folder_explained


def export_views(store: Store, folder: Path) -> dict[str, int]:
    """Write every view into ``folder`` as ``<view>.parquet``; rows by view.

    Raises:
        DiskFullError, FolderUnusableError: they cannot be written.
    """
    with folder_explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        return store.analytics.write_views(folder)
