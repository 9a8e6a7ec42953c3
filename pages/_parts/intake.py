"""Files on their way in: taken in one by one, and what was refused is kept until it is settled."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from engine.errors import DuplicateUploadError, MatchbookError
from engine.presentation import counted, plain
from engine.services import services
from pages._parts.failures import keep_failure, say
from pages._parts.passwords import LOCKED_BADGE, LOCKED_CODES, password_field, take_password
from pages._parts.uploads import open_review


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not taken in; its bytes are kept only while a password may open it."""

    file_name: str
    message: str
    hint: str
    code: str
    kind: Any
    earlier_upload_id: str | None = None
    is_deleted: bool = False
    content: bytes | None = None
    key: str = field(default_factory=lambda: uuid.uuid4().hex)


def take_in(files: Sequence[Any], kind: Any) -> None:
    """Upload each file; a bad one never stops the others."""
    bar = st.progress(0.0, text="Taking files in …")
    taken = 0
    for number, file in enumerate(files, start=1):
        bar.progress(number / len(files), text=f"Taking in {plain(file.name)}")
        taken += _take_in_one(file.name, file, kind)
    if taken:
        say(f"{counted(taken, 'file')} taken in", ":material/upload_file:")


def _take_in_one(file_name: str, content: Any, kind: Any, password: str | None = None) -> bool:
    try:
        services().upload(file_name, content, kind=kind, password=password)
    except MatchbookError as error:
        is_locked = error.code in LOCKED_CODES
        raw = content if isinstance(content, bytes) else content.getvalue()
        refusals().append(
            Refusal(
                file_name,
                str(error),
                error.hint,
                error.code,
                kind,
                error.upload_id if isinstance(error, DuplicateUploadError) else None,
                isinstance(error, DuplicateUploadError) and error.is_deleted,
                raw if is_locked else None,
            )
        )
        return False
    return True


def refusals() -> list[Refusal]:
    """What was refused in this session and not settled yet."""
    kept: list[Refusal] = st.session_state.setdefault("upload_refusals", [])
    return kept


def show_refusals() -> None:
    """One card per refused file: why, and what can be done about it."""
    for refusal in list(refusals()):
        with st.container(border=True, key=f"refusal_{refusal.key}"):
            text, actions = st.columns([4, 1.6], vertical_alignment="center")
            is_known = refusal.earlier_upload_id is not None
            text.markdown(f"{_badge(refusal)} {plain(refusal.message)}")
            if refusal.hint and not is_known:
                text.caption(plain(refusal.hint))
            if refusal.content is not None:
                _ask_password(refusal, text)
            with actions.container(horizontal=True, horizontal_alignment="right"):
                if refusal.earlier_upload_id and refusal.is_deleted:
                    st.button(
                        "Restore it",
                        key=f"restore_{refusal.key}",
                        icon=":material/restore_from_trash:",
                        on_click=_restore,
                        args=(refusal,),
                    )
                elif refusal.earlier_upload_id and st.button(
                    "Open it", key=f"open_{refusal.key}", icon=":material/open_in_new:"
                ):
                    open_review(refusal.earlier_upload_id, [refusal.earlier_upload_id])
                st.button(
                    "Dismiss" if refusal.content is None else "Leave it out",
                    key=f"dismiss_{refusal.key}",
                    on_click=_settle,
                    args=(refusal,),
                )


def _badge(refusal: Refusal) -> str:
    if refusal.earlier_upload_id is not None:
        return ":gray-badge[:material/content_copy: Already here]"
    if refusal.content is not None:
        return LOCKED_BADGE
    return ":red-badge[:material/block: Not taken in]"


def restore(upload_id: str) -> None:
    """Bring an upload back from the bin; for callbacks."""
    try:
        services().restore(upload_id)
    except MatchbookError as error:
        keep_failure(error)
    else:
        say("Restored from the bin", ":material/restore_from_trash:")


def _restore(refusal: Refusal) -> None:
    if refusal.earlier_upload_id:
        restore(refusal.earlier_upload_id)
    _settle(refusal)


def _settle(refusal: Refusal) -> None:
    st.session_state["upload_refusals"] = [r for r in refusals() if r.key != refusal.key]


def _ask_password(refusal: Refusal, place: Any) -> None:
    with place.form(f"unlock_{refusal.key}", border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            password_field(refusal.key)
            st.form_submit_button("Unlock", type="primary", on_click=_unlock, args=(refusal,))
        if len(_locked()) > 1:
            st.checkbox("Try it on the other locked files too", key=f"others_{refusal.key}")


def _locked() -> list[Refusal]:
    return [refusal for refusal in refusals() if refusal.content is not None]


def _unlock(refusal: Refusal) -> None:
    """Take the file in with the password typed, and the others that it opens, if that is wished."""
    password = take_password(refusal.key)
    others = [one for one in _locked() if one.key != refusal.key]
    _settle(refusal)
    _take_in_one(refusal.file_name, refusal.content, refusal.kind, password)
    for other in others if st.session_state.get(f"others_{refusal.key}") else []:
        _settle(other)
        is_in = _take_in_one(other.file_name, other.content, other.kind, password)
        if not is_in and refusals()[-1].content is not None:
            refusals()[-1] = other
