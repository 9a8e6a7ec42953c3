"""What people say to each other about a document, beside it: what waits, and what was said."""

import streamlit as st

from engine.access import Permission
from engine.errors import MatchbookError
from engine.presentation import counted, moment, plain
from engine.records.remarks import Remark, open_remark, remarks
from engine.services import services
from pages._parts.failures import say, show_failure
from pages._parts.review_state import OPEN_FOR_EDITS, Row
from pages._parts.session import may
from pages._parts.uploads import zone
from pages._parts.work.asking import LONGEST
from pages._parts.work.assigning import person


def waits_for_answer(row: Row) -> Remark | None:
    """With what a document was sent back, until somebody answered."""
    if row.document is None or row.status not in OPEN_FOR_EDITS:
        return None
    return open_remark(row.document.audit_trail)


def remarks_card(row: Row) -> None:
    """What waits for an answer, with room for it, and what was said before."""
    said = remarks(row.document.audit_trail) if row.document else ()
    if not said:
        return
    asked = waits_for_answer(row)
    if asked is not None:
        with st.container(border=True, key="work_asked"):
            st.markdown(
                f":orange-badge[:material/reply: Sent back] **{plain(_subject(asked.by))}** to "
                f"**{plain(person(asked.to))}**, {moment(asked.at, zone())}"
            )
            _quote(asked.comment)
            if may(Permission.DECIDE):
                _answer_form(row)
    earlier = said[:-1] if asked is not None else said
    if earlier:
        with st.expander(counted(len(earlier), "comment"), icon=":material/forum:"):
            for remark in reversed(earlier):
                how = "sent it back to" if remark.kind == "send back" else "answered"
                st.caption(
                    f"**{plain(_subject(remark.by))}** {how} {plain(person(remark.to))}, "
                    f"{moment(remark.at, zone())}"
                )
                _quote(remark.comment)


def _subject(name: str) -> str:
    shown = person(name)
    return shown[:1].upper() + shown[1:] if shown == "you" else shown


def _quote(comment: str) -> None:
    lines = (plain(line) for line in comment.splitlines())
    st.markdown("  \n".join(line for line in lines if line))


def _answer_form(row: Row) -> None:
    with st.form("work_answer", border=False, clear_on_submit=False):
        comment = st.text_area(
            "Answer",
            key="work_answer_text",
            height=68,
            max_chars=LONGEST,
            placeholder="It stays in the history, and goes to who asked",
        )
        is_sent = st.form_submit_button("Answer", icon=":material/reply:", type="primary")
    if is_sent:
        try:
            services().answer(row.upload_id, comment, row_version=row.row_version)
        except MatchbookError as error:
            show_failure(error)
            return
        st.session_state.pop("work_answer_text", None)
        say("Answered", ":material/reply:")
        st.rerun()
