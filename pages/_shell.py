"""The frame around every screen: name, navigation, and the one place that configures the page."""

from pathlib import Path

import streamlit as st

from engine.access import Permission
from engine.errors import MatchbookError
from engine.services import services
from pages._parts.failures import show_failure, show_kept_failure
from pages._parts.session import let_in, may, sign_out

ART = Path(__file__).parent / "_parts"

st.html(ART / "frame.css")
st.logo(str(ART / "logo.svg"), size="large")

pages = [
    st.Page(
        "upload.py",
        title="Upload",
        icon=":material/upload_file:",
        help="Bring invoices and bank statements in, and watch them being read.",
        default=True,
    ),
    st.Page(
        "documents.py",
        title="Documents",
        icon=":material/folder_open:",
        help="Everything that was uploaded: filter it, search it, open it.",
    ),
    st.Page(
        "attachments.py",
        title="Attachments",
        icon=":material/attach_file:",
        help="Purchase orders, delivery notes, job sheets, receipts: the papers beside records.",
    ),
    st.Page(
        "review.py",
        title="Review",
        icon=":material/fact_check:",
        help="What was read, beside the page it was read from. Correct it and confirm it.",
    ),
    st.Page(
        "transactions.py",
        title="Transactions",
        icon=":material/receipt_long:",
        help="Every bank line of every statement: filter it, follow its balance, see its match.",
    ),
    st.Page(
        "reconcile.py",
        title="Reconcile",
        icon=":material/join_inner:",
        help="Which bank line paid which invoice, and why.",
    ),
    st.Page(
        "explorer.py",
        title="Explorer",
        icon=":material/travel_explore:",
        help="Why records are a match or none, thresholds, runs compared, and SQL.",
    ),
    st.Page(
        "dashboard.py",
        title="Dashboard",
        icon=":material/monitoring:",
        help="Match rate, open amounts, spending and cash, by month and currency.",
    ),
    st.Page(
        "health.py",
        title="Health",
        icon=":material/health_and_safety:",
        help="Programs, database, workers and consistency checks of this installation.",
    ),
]
try:
    is_admin = may(Permission.ADMINISTER)
except MatchbookError:
    is_admin = False  # what is wrong is said below
if is_admin:
    pages.append(
        st.Page(
            "access.py",
            title="Access",
            icon=":material/key:",
            help="API tokens, what each role may do, and who saw what.",
        )
    )
page = st.navigation(pages, position="top")
st.set_page_config(
    page_title=f"{page.title} · Matchbook", page_icon=str(ART / "mark.svg"), layout="wide"
)

try:
    services()
except MatchbookError as error:
    st.title("Matchbook cannot start")
    show_failure(error)
    st.stop()

let_in()
sign_out()
with st.container():
    show_kept_failure()
page.run()
