"""One page of a list: its rows, how many there are in all, and links to the other pages."""

from collections.abc import Sequence
from typing import Annotated, Any, Final

from fastapi import Query, Request
from pydantic import BaseModel

from engine.api.answers import JsonAnswer

MOST_PER_PAGE: Final = 500
_MOST_PAGES: Final = 1_000_000

PageNumber = Annotated[int, Query(ge=1, le=_MOST_PAGES)]
PerPage = Annotated[int, Query(ge=1, le=MOST_PER_PAGE)]


class Pagination(BaseModel):
    """Where in the list this page is; ``pages`` is at least 1."""

    page: int
    per_page: int
    total: int
    pages: int


class PageLinks(BaseModel):
    """Addresses of other pages; null where there is none."""

    self: str
    first: str
    prev: str | None
    next: str | None
    last: str


def page_answer(
    request: Request, items: Sequence[Any], *, page: int, per_page: int, total: int
) -> JsonAnswer:
    """The answer with one page; the links also stand in the Link header (RFC 8288)."""
    pages = max(1, -(-total // per_page))

    def link(number: int) -> str:
        url = request.url.include_query_params(page=number, per_page=per_page)
        return f"{url.path}?{url.query}"

    links = {
        "self": link(page),
        "first": link(1),
        "prev": link(min(page - 1, pages)) if page > 1 else None,
        "next": link(page + 1) if page < pages else None,
        "last": link(pages),
    }
    header = ", ".join(f'<{url}>; rel="{name}"' for name, url in links.items() if url)
    return JsonAnswer(
        {
            "success": True,
            "items": items,
            "pagination": {"page": page, "per_page": per_page, "total": total, "pages": pages},
            "links": links,
        },
        headers={"Link": header},
    )
