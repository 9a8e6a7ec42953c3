"""What a list shows (filters, order, page) as one small mapping: in the address, kept, and named.

The address says it, so that a link, a bookmark and the browser's Back restore it; the session
keeps it, so that a visit to another screen loses nothing. Widgets read and write the session under
``<screen>_<word>``; a widget's callback needs nothing but to exist.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import streamlit as st

State: TypeAlias = Mapping[str, str | Sequence[str]]
"""By word of the address; several values where the word may stand several times."""


@dataclass(frozen=True, slots=True)
class ListState:
    """The state of one screen's list.

    Args:
        screen: name of the screen; first part of its keys.
        single: words with one value; "" stands for none.
        several: words that may have several values.
    """

    screen: str
    single: tuple[str, ...]
    several: tuple[str, ...] = ()

    def key(self, word: str) -> str:
        """Under which the session keeps a word's value."""
        return f"{self.screen}_{word}"

    def enter(self) -> None:
        """Call it first: take over what the address says, or what was left behind."""
        told = self._told()
        written = st.session_state.get(self._written)
        if told != written and (told or written is None):
            self._put(told or st.session_state.get(self._kept, {}))
        elif self.key(self.single[0]) not in st.session_state:
            self._put(st.session_state.get(self._kept, {}))

    def leave(self) -> None:
        """Call it when all widgets were drawn: the address and the session keep what is chosen."""
        state = self.now()
        st.session_state[self._kept] = state
        if state != self._told():
            others = {
                word: st.query_params.get_all(word)
                for word in st.query_params
                if word not in (*self.single, *self.several)
            }
            st.query_params.from_dict({**others, **state})
        st.session_state[self._written] = state

    def now(self) -> dict[str, Any]:
        """What is chosen, without what says nothing."""
        values = {word: st.session_state.get(self.key(word)) for word in self.single}
        lists = {word: list(st.session_state.get(self.key(word)) or []) for word in self.several}
        chosen = {word: str(value) for word, value in values.items() if value not in (None, "")}
        return {**chosen, **{word: values for word, values in lists.items() if values}}

    def show(self, state: State) -> None:
        """Have the list show ``state`` alone; for callbacks."""
        self._put(state)

    @property
    def _kept(self) -> str:
        return f"{self.screen}__kept"

    @property
    def _written(self) -> str:
        return f"{self.screen}__written"

    def _told(self) -> dict[str, Any]:
        single = {word: st.query_params[word] for word in self.single if word in st.query_params}
        several = {
            word: st.query_params.get_all(word) for word in self.several if word in st.query_params
        }
        return {**single, **several}

    def _put(self, state: State) -> None:
        for word in self.single:
            value = state.get(word)
            st.session_state[self.key(word)] = value if isinstance(value, str) else None
        for word in self.several:
            values = state.get(word, ())
            st.session_state[self.key(word)] = [values] if isinstance(values, str) else list(values)
