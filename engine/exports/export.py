"""The formats that a table can be had in, and the file that comes of it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, cast

from engine.exports.table import ExportTable

FileFormat = Literal["csv", "xlsx", "parquet"]
_FILE_NAME: Final = re.compile(r"[^\w .-]+")


class Format(NamedTuple):
    """How a format is called, and its MIME type."""

    label: str
    mime_type: str


FORMATS: Final[Mapping[FileFormat, Format]] = MappingProxyType(
    {
        "csv": Format("CSV", "text/csv"),
        "xlsx": Format(
            "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        ),
        "parquet": Format("Parquet", "application/vnd.apache.parquet"),
    }
)

_WRITERS: Final[Mapping[FileFormat, tuple[str, str]]] = MappingProxyType(
    {
        "csv": ("engine.exports.csv_file", "csv_bytes"),
        "xlsx": ("engine.exports.excel_file", "excel_bytes"),
        "parquet": ("engine.exports.parquet_file", "parquet_bytes"),
    }
)


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file to download."""

    file_name: str
    mime_type: str
    content: bytes


def export(table: ExportTable, file_format: FileFormat) -> ExportFile:
    """``table`` as a file of ``file_format``; its library is loaded when it is first asked for."""
    module, name = _WRITERS[file_format]
    write = cast(Callable[[ExportTable], bytes], getattr(import_module(module), name))
    return ExportFile(
        file_name(table.name, file_format), FORMATS[file_format].mime_type, write(table)
    )


def file_name(name: str, file_format: FileFormat) -> str:
    """``Documents 2026.csv``: a name that every system takes."""
    return f"{_FILE_NAME.sub(' ', name).strip()[:80] or 'Rows'}.{file_format}"
