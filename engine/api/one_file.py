"""The one file of an upload request, or a sentence what is wrong with the request."""

from typing import Final

from fastapi import Request

from engine.errors import InvalidInputError

FILE_PART: Final = "file"
NO_FILE: Final = "The request has no file."
HOW_TO_SEND: Final = "Send one file, with its name, as the part “file” of a multipart form."


async def refuse_several_files(request: Request) -> None:
    """Refuse a request with more files than the one that would be read.

    Raises:
        InvalidInputError: it has several.
    """
    count = len((await request.form()).getlist(FILE_PART))
    if count > 1:
        raise InvalidInputError(f"The request has {count} files.", HOW_TO_SEND)
