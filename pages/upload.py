"""Upload: bring files in, see each one being read, and go on to review it."""

import streamlit as st

from engine.access import Permission
from engine.presentation import counted, plain
from engine.services import services
from pages._parts.failures import failures_shown, say, show_kept_failure
from pages._parts.file_intake import bring_files
from pages._parts.intake import show_refusals
from pages._parts.session import may
from pages._parts.upload_rows import RUNNING, upload_row

SHOWN = 20


def whereabouts() -> str:
    """Whether anything of a file leaves the machine."""
    asked = services().assistant
    if asked is None:
        return "Nothing leaves this machine."
    return (
        f":orange[:material/cloud_upload: The words of invoices are sent to {plain(asked.host)}]"
        " for a second reading. Files and images stay here."
    )


st.title("Upload")
st.session_state.setdefault("upload_round", 0)
settings = services().settings

if may(Permission.UPLOAD):
    bring_files(settings.max_upload_bytes, whereabouts())
else:
    st.info("You may look at what is here; others bring files in.", icon=":material/visibility:")

show_refusals()


def load_samples() -> None:
    """Take the sample documents in."""
    with failures_shown():
        receipts = services().load_samples()
        say(f"{counted(len(receipts), 'sample document')} taken in", ":material/science:")


def welcome() -> None:
    """What to do when nothing was uploaded yet."""
    with st.container(border=True, horizontal_alignment="center", key="upload_welcome"):
        st.space("small")
        st.subheader("Nothing here yet", text_alignment="center", anchor=False)
        st.markdown(
            "Drop your own files above, or look around with sample documents first: invoices of "
            "many looks and the bank statements that pay them.",
            text_alignment="center",
        )
        if st.button(
            "Load sample documents", type="primary", icon=":material/science:", key="load_samples"
        ):
            with st.spinner("Taking the sample documents in …"):
                load_samples()
            st.rerun()
        st.space("small")


latest = services().latest_uploads(SHOWN)
if not latest.all_uploads:
    welcome()
    st.stop()

is_busy = latest.running > 0


@st.fragment(run_every="1s" if is_busy else None)
def recent() -> None:
    """What is being read and the newest uploads; ticks while something is being read."""
    now = services().latest_uploads(SHOWN)
    show_kept_failure()
    if is_busy and not now.running:
        st.rerun()
    if now.running:
        more = now.running - sum(line.status in RUNNING for line in now.rows)
        hidden = f", {more:,} of them not shown here" if more else ""
        st.caption(
            f"Reading {counted(now.running, 'file')}{hidden}. You may leave this page meanwhile."
        )
    queue = [line.upload_id for line in now.rows if line.status in ("completed", "partial")]
    for line in now.rows:
        upload_row(line, queue)


head, link = st.columns([3, 1.15], vertical_alignment="bottom")
head.subheader("Latest files", anchor=False)
with link.container(horizontal=True, horizontal_alignment="right"):
    st.page_link(
        "documents.py",
        label=f"All {counted(latest.all_uploads, 'document')}",
        icon=":material/folder_open:",
    )
recent()
