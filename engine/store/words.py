"""The words of every page, for searching: kept beside the rows, since no row holds them.

A page's text and what is looked for in it are folded alike, so that case, accents, wide letters
and line breaks make no difference.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from engine.store.database import Database

MOST_CHARACTERS: Final = 20_000
"""What is kept of one page: ten times a dense one."""

MOST_TERMS: Final = 12

_TERM: Final = re.compile(r'"([^"]*)"?|(\S+)')


def folded(text: str) -> str:
    """``text`` as it is compared: in lower case, without accents, one space between words."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(bare.split())


def terms_of(search: str | None) -> list[str]:
    """What is looked for, folded: words, and phrases in quotation marks. At most twelve."""
    text = re.sub("[“”„«»]", '"', search or "")
    found = (folded(phrase or word) for phrase, word in _TERM.findall(text))
    return list(dict.fromkeys(term for term in found if term))[:MOST_TERMS]


class Words:
    """The searchable words of uploads. Thread-safe."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, upload_id: str, pages: Mapping[int, str]) -> None:
        """Keep the text of an upload's pages (1-based); it replaces what was kept of them."""
        self.put_all({upload_id: pages})

    def put_all(self, uploads: Mapping[str, Mapping[int, str]]) -> None:
        """Keep the text of the pages of several uploads, in one transaction of two statements."""
        rows = [
            (upload_id, number, folded(text)[:MOST_CHARACTERS])
            for upload_id, pages in uploads.items()
            for number, text in pages.items()
        ]
        with self._database.write(is_news=False) as statements:
            statements.rows("rows/words/forget", {"upload_ids": list(uploads)})
            statements.rows(
                "rows/words/put",
                {
                    "upload_ids": [row[0] for row in rows],
                    "page_numbers": [row[1] for row in rows],
                    "words": [row[2] for row in rows],
                },
            )

    def missing(self) -> Sequence[str]:
        """Ids of uploads that were read and of which no word is kept, the newest first."""
        with self._database.read() as statements:
            return [row["upload_id"] for row in statements.rows("rows/words/missing")]
