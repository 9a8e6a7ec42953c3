import pytest
from made_rows import add_invoices, new_upload

from engine.store.words import folded, terms_of


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Müller  GmbH\n\tStraße", "muller gmbh strasse"),
        ("ＡＢＣ １２３", "abc 123"),
        ("Ångström ÉTÉ", "angstrom ete"),
        ("", ""),
    ],
)
def test_words_are_compared_without_case_accents_and_breaks(text, kept):
    assert folded(text) == kept


@pytest.mark.parametrize(
    ("search", "terms"),
    [
        ('Acme "net 30 days" 12', ["acme", "net 30 days", "12"]),
        ("„Öffnung jetzt“", ["offnung jetzt"]),
        ('open "quote', ["open", "quote"]),
        ('"" acme ACME', ["acme"]),
        (None, []),
    ],
)
def test_a_search_is_words_and_phrases(search, terms):
    assert terms_of(search) == terms


def test_a_search_has_at_most_twelve_terms():
    assert len(terms_of(" ".join(str(n) for n in range(50)))) == 12


def test_files_that_were_read_lack_words_until_they_are_put(store):
    add_invoices(store, "u1")
    store.invoices.insert(new_upload("u2"))
    assert list(store.words.missing()) == ["u1"]
    store.words.put("u1", {1: "Acme", 2: ""})
    assert list(store.words.missing()) == []


def test_words_make_nothing_be_worked_out_anew(store):
    add_invoices(store, "u1")
    version = store.version()
    store.words.put("u1", {1: "Acme"})
    assert store.version() == version
