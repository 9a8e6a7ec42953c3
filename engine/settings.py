"""Everything that can be set, read once from MATCHBOOK_* variables or a .env file.

Nothing else in Matchbook reads the environment, but for ``matching_settings``, which looks whether
any of its own is set.
"""

import ipaddress
import re
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from engine.errors import InvalidSettingError
from engine.machine import worker_memory_bytes
from engine.matching_settings import DEFAULTS, workers_in_force

PROJECT_DIR = Path(__file__).resolve().parent.parent

_SECRETS = frozenset({"llm_api_key", "files_access_key", "files_secret_key"})


class Settings(BaseSettings):
    """One installation's settings. Sizes are bytes, times seconds, unless the name says more."""

    model_config = SettingsConfigDict(
        env_prefix="MATCHBOOK_",
        env_file=".env",
        env_ignore_empty=True,
        frozen=True,
        extra="ignore",
    )

    data_dir: Path = Field(
        PROJECT_DIR / "data", description="Folder of the database, uploads/ and cache/."
    )
    port: int = Field(8501, ge=1, le=65535, description="Port that the app listens on.")
    workers: int = Field(
        DEFAULTS.workers,
        ge=0,
        le=256,
        description="Worker processes that read pages; 0 means one per core, and no more than one "
        "for each gigabyte of memory.",
    )
    worker_memory_bytes: int = Field(
        0,
        ge=0,
        description="Memory that one worker may take; a page that wants more is set aside. 0 means "
        "a worker's share of three quarters of the memory.",
    )
    page_timeout_seconds: float = Field(
        300.0,
        gt=0,
        le=3600,
        description="Longest time for reading one page; one that takes longer is set aside.",
    )
    ocr_engine: Literal["auto", "tesseract", "rapidocr"] = Field(
        "auto",
        description="Who reads scans: tesseract, rapidocr, or auto: tesseract, and RapidOCR "
        "for pages that tesseract reads badly.",
    )
    ocr_languages: str = Field(
        "eng",
        pattern=r"^[a-zA-Z_]+(\+[a-zA-Z_]+)*$",
        description="Languages for tesseract, joined by +; those not installed are left out.",
    )
    ocr_dpi: int = Field(
        300, ge=100, le=600, description="Resolution of page images for OCR, in dots per inch."
    )
    ocr_timeout_seconds: float = Field(
        120.0, gt=0, le=3600, description="Longest time for the OCR of one page."
    )
    max_upload_bytes: int = Field(250_000_000, gt=0, description="Largest file that is taken.")
    max_waiting_uploads: int = Field(
        10_000, gt=0, description="Uploads that may wait to be read before files are refused."
    )
    max_json_bytes: int = Field(
        100_000_000, gt=0, description="Largest JSON of one row that is stored."
    )
    max_pages: int = Field(5_000, gt=0, description="Most pages that one file may have.")
    max_page_pixels: int = Field(
        100_000_000, gt=0, description="Most pixels that the image of one page may have."
    )
    max_xml_bytes: int = Field(
        20_000_000, gt=0, description="Largest e-invoice in XML that is read, unpacked."
    )
    max_cache_bytes: int = Field(
        5_000_000_000,
        gt=0,
        description="Bytes of pages that were read that cache/ keeps, and again of page images; "
        "those unused longest go first.",
    )
    files_url: str = Field(
        "",
        pattern=r"^(s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9._-]+)*/?)?$",
        description="Bucket that files are kept in instead of uploads/, as `s3://bucket/prefix`.",
    )
    files_endpoint: str = Field(
        "",
        pattern=r"^(https?://[^\s/@?#]+(/[^\s@?#]*)?)?$",
        description="Address of another S3 server than Amazon's.",
    )
    files_region: str = Field("", max_length=50, description="Region of the bucket.")
    files_access_key: SecretStr = Field(
        SecretStr(""),
        description="Key of the bucket; without one the usual places of AWS credentials count.",
    )
    files_secret_key: SecretStr = Field(
        SecretStr(""), description="Secret of that key; it is never shown or logged."
    )
    own_company_names: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Your companies' names, separated by semicolons; what they bill is receivable.",
    )
    own_tax_ids: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Your companies' tax ids, separated by semicolons."
    )
    match_threshold: float = Field(
        DEFAULTS.match_threshold,
        ge=0,
        le=1,
        description="Confidence from which a match counts as matched.",
    )
    match_date_window_days: int = Field(
        DEFAULTS.match_date_window_days,
        ge=1,
        le=3650,
        description="Days after its due date in which an invoice may be paid.",
    )
    match_share_from: int = Field(
        DEFAULTS.match_share_from,
        ge=0,
        description="Bank lines from which the command line matches with all worker processes; "
        "0 means never.",
    )
    query_timeout_seconds: float = Field(
        10.0, gt=0, le=300, description="Longest time for a query of the Explorer's SQL panel."
    )
    query_max_rows: int = Field(
        10_000, ge=1, le=100_000, description="Most rows that the SQL panel gives."
    )
    llm_base_url: str = Field(
        "",
        pattern=r"^(https?://[^\s/@?#]+(/[^\s@?#]*)?)?$",
        description="Address of a language model (OpenAI-compatible, to /v1) that invoices go to.",
    )
    llm_model: str = Field(
        "", max_length=200, description="Its model; invoices are sent when both are set."
    )
    llm_api_key: SecretStr = Field(
        SecretStr(""), description="Key for that address; it is never shown or logged."
    )
    llm_timeout_seconds: float = Field(
        60.0, gt=0, le=3600, description="Longest time for one answer of the language model."
    )
    llm_attempts: int = Field(
        3, ge=1, le=10, description="Tries for one question while the language model is away."
    )
    llm_concurrency: int = Field(
        2, ge=1, le=32, description="Questions that the language model is asked at once."
    )
    llm_max_input_tokens: int = Field(
        12_000, ge=500, description="Tokens of one question; longer invoices are asked in parts."
    )
    llm_max_output_tokens: int = Field(
        4_000, ge=200, description="Most tokens of one answer of the language model."
    )
    llm_input_price: Decimal | None = Field(
        None, ge=0, description="Price of a million tokens asked, to show what a file has cost."
    )
    llm_output_price: Decimal | None = Field(
        None, ge=0, description="Price of a million tokens answered."
    )
    access: Literal["none", "oidc", "proxy"] = Field(
        "none",
        description="How people come in: none (one local person, on this machine only), oidc (they "
        "sign in with st.login) or proxy (a proxy in front names them in headers).",
    )
    roles: str = Field(
        "",
        description="Who has which roles, as `ana@firm.example=reviewer+analyst; "
        "@firm.example=viewer; group:finance=admin`.",
    )
    groups_claim: str = Field(
        "groups", description="Claim of the sign-in that lists a person's groups."
    )
    proxy_user_header: str = Field(
        "X-Forwarded-Email", description="Header in which the proxy names the person."
    )
    proxy_groups_header: str = Field(
        "X-Forwarded-Groups", description="Header in which it names their groups, by commas."
    )
    proxy_addresses: Annotated[tuple[str, ...], NoDecode] = Field(
        ("127.0.0.1", "::1"),
        description="Addresses or networks of the proxy, separated by semicolons; these headers "
        "from anywhere else do not count.",
    )
    body_timeout_seconds: float = Field(
        30.0,
        gt=0,
        le=3600,
        description="Longest wait for the next piece of an upload; slower ones are given up.",
    )
    link_seconds: int = Field(
        3600, ge=60, le=86_400, description="How long a link to a page's image or a file is good."
    )
    requests_per_minute: int = Field(
        3000, ge=0, description="Most API requests of one person or address; 0 means no limit."
    )
    shared_seconds: float = Field(
        2.0,
        ge=0,
        le=60,
        description="Age that lists and figures may have while four or more sessions look at "
        "screens and share them; what somebody changed they see at once. 0 shows always the "
        "newest.",
    )
    cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Origins of other sites whose pages may call the API, by semicolons."
    )
    dask_scheduler: str | None = Field(
        None,
        pattern=r"^(tcp|tls|ws|wss)://\S+$",
        description="Scheduler of a Dask cluster whose workers read pages, as tcp://host:8786.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="Least weight of a line in the server's log."
    )
    log_format: Literal["text", "json"] = Field(
        "text", description="Lines of the log: text for people, or one JSON object each."
    )
    retention_days: int = Field(
        30,
        ge=0,
        le=36_500,
        description="Days that deleted documents are kept before they can be purged.",
    )
    user_name: str = Field(
        DEFAULTS.user_name, description="Name written into the history of every change."
    )

    def __init__(self, **values: Any) -> None:
        """Read the variables; ``values`` by field name win over them.

        Raises:
            InvalidSettingError: the first value that a setting cannot have.
        """
        try:
            super().__init__(**values)
        except ValidationError as error:
            first = error.errors()[0]
            variable = f"MATCHBOOK_{first['loc'][0]}".upper()
            if first["loc"][0] in _SECRETS:
                raise InvalidSettingError(variable, "…", first["msg"]) from None
            raise InvalidSettingError(variable, str(first["input"]), first["msg"]) from error

    @field_validator(
        "own_company_names", "own_tax_ids", "proxy_addresses", "cors_origins", mode="before"
    )
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(";") if part.strip())
        return value

    @field_validator("proxy_addresses")
    @classmethod
    def _are_networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for network in value:
            ipaddress.ip_network(network, strict=False)
        return value

    @field_validator("llm_api_key", "files_access_key", "files_secret_key")
    @classmethod
    def _is_sendable(cls, value: SecretStr) -> SecretStr:
        if not re.fullmatch(r"[!-~]*", value.get_secret_value()):
            raise ValueError("a key has letters, digits and signs without spaces")
        return value

    def in_force(self) -> dict[str, str]:
        """By variable, every setting as text; lists by semicolons, keys as stars."""
        return {
            f"MATCHBOOK_{name.upper()}": as_text(getattr(self, name))
            for name in type(self).model_fields
        }

    @property
    def database_path(self) -> Path:
        """The DuckDB file."""
        return self.data_dir / "matchbook.duckdb"

    @property
    def upload_dir(self) -> Path:
        """Where uploaded files are kept."""
        return self.data_dir / "uploads"

    @property
    def cache_dir(self) -> Path:
        """Where pages that were read are kept; it can be deleted at any time."""
        return self.data_dir / "cache"

    @property
    def samples_dir(self) -> Path:
        """The sample documents that come with Matchbook."""
        return PROJECT_DIR / "data" / "samples"

    @property
    def worker_memory_limit(self) -> int:
        """Bytes of memory that one worker may take."""
        return self.worker_memory_bytes or worker_memory_bytes(self.worker_count)

    @property
    def worker_count(self) -> int:
        """Worker processes in force."""
        return workers_in_force(self.workers)


def as_text(value: object) -> str:
    """A setting's value as it would be typed; nothing where there is none."""
    if value is None:
        return ""
    return ";".join(value) if isinstance(value, tuple) else str(value)
