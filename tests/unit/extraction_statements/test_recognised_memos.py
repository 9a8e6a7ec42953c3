"""Memos that a bank cuts after so many characters are joined on scans too, where some were lost."""

from engine.extraction.statements.rows.memo import cut_width, joined

PRINTED = [[f"{letter * 34}", "REST"] for letter in "ABCDEFGH"]


def misread(lines, lost=0, added=0):
    return [lines[0][: len(lines[0]) - lost] + "X" * added, *lines[1:]]


def test_lines_a_little_longer_or_shorter_are_still_cut():
    memos = [misread(PRINTED[0], lost=1), misread(PRINTED[1], added=1), *PRINTED[2:]]
    memos[2] = misread(memos[2], added=1)
    width = cut_width(memos, is_recognised=True)
    assert all(" " not in joined(memo, width) for memo in memos)


def test_lines_of_any_length_are_wrapped_between_words():
    memos = [["W" * length, "rest"] for length in (20, 24, 27, 29, 31, 33, 34, 35)]
    assert cut_width(memos, is_recognised=True) is None
    assert joined(memos[0], None) == f"{'W' * 20} rest"


def test_few_lines_tell_no_width():
    assert cut_width(PRINTED[:3], is_recognised=True) is None
