"""Access: tokens for programs, what each role may do, and who saw what; for administrators."""

import streamlit as st

from engine.access import PERMISSIONS, WHAT, Permission, Role
from pages._parts.access_section import access_section
from pages._parts.session import may
from pages._parts.token_section import token_section
from pages._parts.words import ROLE, badge_of

st.title("Access")
if not may(Permission.ADMINISTER):
    st.info("Administrators look after access.", icon=":material/lock:")
    st.stop()


def roles() -> None:
    """What each role may do."""
    with st.expander("What each role may do", icon=":material/shield_person:"):
        for role in Role:
            allowed = PERMISSIONS[role]
            said = "; ".join(WHAT[one] for one in Permission if one in allowed)
            st.markdown(f"{badge_of(ROLE[role])} {said}")


with st.container(border=True):
    token_section()
roles()
access_section()
