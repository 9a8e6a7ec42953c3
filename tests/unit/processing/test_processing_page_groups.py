"""Moving the boundaries between invoices: which pages each invoice has afterwards."""

import pytest

from engine.errors import InvalidInputError
from engine.processing.page_groups import PageWord, Part, groups_of, regroup
from engine.records import Invoice, PageRegion

THREE = (
    Invoice(invoice_id="a", pages=(1, 2)),
    Invoice(invoice_id="b", pages=(3,)),
    Invoice(invoice_id="c", pages=(5, 6, 7)),
)
SHARED = (
    Invoice(invoice_id="top", pages=(1,), regions=(PageRegion(page=1, bbox=(0.0, 0.0, 1.0, 0.5)),)),
    Invoice(
        invoice_id="low", pages=(1, 2), regions=(PageRegion(page=1, bbox=(0.0, 0.5, 1.0, 1.0)),)
    ),
)


def pages_after(word, invoices=THREE):
    groups = regroup(groups_of(invoices), word, pages_total=8, new_id="new")
    return {group.invoice_id: tuple(part.page for part in group.parts) for group in groups}


@pytest.mark.parametrize(
    ("word", "pages"),
    [
        (PageWord("begin", 2), {"a": (1,), "new": (2,), "b": (3,), "c": (5, 6, 7)}),
        (PageWord("begin", 6), {"a": (1, 2), "b": (3,), "c": (5,), "new": (6, 7)}),
        (PageWord("begin", 4), {"a": (1, 2), "b": (3,), "new": (4,), "c": (5, 6, 7)}),
        (PageWord("begin", 8), {"a": (1, 2), "b": (3,), "c": (5, 6, 7), "new": (8,)}),
        (PageWord("join", 3), {"a": (1, 2, 3), "c": (5, 6, 7)}),
        (PageWord("join", 6), {"a": (1, 2), "b": (3, 5, 6, 7)}),
        (PageWord("join", 4), {"a": (1, 2), "b": (3, 4), "c": (5, 6, 7)}),
        (PageWord("leave", 6), {"a": (1, 2), "b": (3,), "c": (5, 7)}),
        (PageWord("leave", 3), {"a": (1, 2), "c": (5, 6, 7)}),
    ],
    ids=lambda value: f"{value.word} {value.page}" if isinstance(value, PageWord) else "",
)
def test_a_word_about_a_page_moves_pages(word, pages):
    assert pages_after(word) == pages


@pytest.mark.parametrize(
    "word",
    [PageWord("begin", 1), PageWord("begin", 3), PageWord("join", 1), PageWord("leave", 4),
     PageWord("begin", 0), PageWord("begin", 9), PageWord("leave", 8)],
)  # fmt: skip
def test_a_word_that_changes_nothing_is_refused(word):
    with pytest.raises(InvalidInputError):
        pages_after(word)


def test_only_invoices_whose_pages_change_are_touched():
    groups = regroup(groups_of(THREE), PageWord("begin", 6), 8, "new")
    assert {group.invoice_id for group in groups if group.is_touched} == {"c", "new"}
    assert [group.sources for group in groups if group.is_touched] == [("c",), ("c",)]


def test_invoices_that_share_a_page_become_one():
    word = PageWord("join", 1, invoice_id="low")
    (group,) = regroup(groups_of(SHARED), word, 2, "new")
    assert group.parts == (Part(1), Part(2))
    assert group.sources == ("top", "low")


def test_a_page_can_be_parted_at_a_height():
    groups = regroup(groups_of(SHARED), PageWord("begin", 1, y=0.75), 2, "new")
    assert [group.parts for group in groups] == [
        (Part(1, (0.0, 0.0, 1.0, 0.5)),),
        (Part(1, (0.0, 0.5, 1.0, 0.75)),),
        (Part(1, (0.0, 0.75, 1.0, 1.0)), Part(2)),
    ]


@pytest.mark.parametrize("y", [float("nan"), float("inf"), -0.1, 1.0, 5.0])
@pytest.mark.parametrize("word", ["begin", "join", "leave"])
def test_a_place_that_no_page_has_is_refused(word, y):
    with pytest.raises(InvalidInputError, match="no such place"):
        pages_after(PageWord(word, 3, y=y))


@pytest.mark.parametrize("word", ["begin", "join", "leave"])
def test_an_invoice_that_is_not_on_the_page_is_refused(word):
    with pytest.raises(InvalidInputError, match="nothing on page 3"):
        pages_after(PageWord(word, 3, invoice_id="a"))


GAP = (
    Invoice(invoice_id="top", pages=(1,), regions=(PageRegion(page=1, bbox=(0.0, 0.0, 1.0, 0.3)),)),
    Invoice(invoice_id="low", pages=(1,), regions=(PageRegion(page=1, bbox=(0.0, 0.6, 1.0, 1.0)),)),
)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("begin", {"top": (0.0, 0.3), "new": (0.3, 0.6), "low": (0.6, 1.0)}),
        ("join", {"top": (0.0, 0.6), "low": (0.6, 1.0)}),
    ],
)
def test_only_what_is_free_of_a_shared_page_is_given_away(word, parts):
    groups = regroup(groups_of(GAP), PageWord(word, 1, y=0.4), pages_total=1, new_id="new")
    assert {g.invoice_id: (g.parts[0].box[1], g.parts[0].box[3]) for g in groups} == parts
    assert [g.invoice_id for g in groups] == list(parts)
