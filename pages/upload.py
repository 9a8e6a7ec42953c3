"""Upload: bring files in, see each one being read, and go on to review it."""

import streamlit as st

from engine.presentation import counted, plain
from engine.services import services
from pages._parts.failures import failures_shown, say, show_kept_failure
from pages._parts.intake import show_refusals, take_in
from pages._parts.upload_rows import RUNNING, upload_row
from pages._parts.uploads import recent_uploads
from pages._parts.words import KINDS

SHOWN = 20
CHOICES = {"auto": "Find out", **KINDS}


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

drop, choice = st.columns([3, 1.15])
with drop:
    files = st.file_uploader(
        "Invoices and bank statements: PDF, scans, e-invoices (XML), bank files (CAMT, MT940, OFX, "
        "CSV, Excel …)",
        accept_multiple_files=True,
        max_upload_size=max(1, settings.max_upload_bytes // 1_000_000),
        key=f"upload_files_{st.session_state.upload_round}",
    )
with choice:
    kind = st.segmented_control(
        "They are",
        list(CHOICES),
        format_func=lambda kind: CHOICES[kind],
        default="auto",
        required=True,
        key="upload_kind",
        help="Matchbook looks at the first pages to find out. You can correct it at any time.",
    )
    st.caption(f"The same file is never read twice. {whereabouts()}")

if files:
    take_in(files, kind)
    st.session_state.upload_round += 1
    st.rerun()

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


uploads = recent_uploads(SHOWN)
if not uploads:
    welcome()
    st.stop()

is_busy = any(line.status in RUNNING for line in uploads)


@st.fragment(run_every="1s" if is_busy else None)
def recent() -> None:
    """The newest uploads; ticks while something is being read."""
    lines = recent_uploads(SHOWN)
    show_kept_failure()
    running = sorted(
        (line for line in lines if line.status in RUNNING),
        key=lambda line: (line.status != "processing", line.upload_timestamp),
    )
    if is_busy and not running:
        st.rerun()
    if running:
        st.caption(f"Reading {counted(len(running), 'file')}. You may leave this page meanwhile.")
    queue = [line.upload_id for line in lines if line.status in ("completed", "partial")]
    rest = [line for line in lines if line.status not in RUNNING]
    for line in (*running, *rest)[: max(SHOWN, len(running))]:
        upload_row(line, queue)


head, link = st.columns([3, 1.15], vertical_alignment="bottom")
head.subheader("Latest files", anchor=False)
with link.container(horizontal=True, horizontal_alignment="right"):
    st.page_link("documents.py", label="All documents", icon=":material/folder_open:")
recent()
