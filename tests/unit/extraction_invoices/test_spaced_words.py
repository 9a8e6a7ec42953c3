"""Letterheads whose letters stand apart."""

from drawn_pages import words_of

from engine.extraction.invoices.sheet.spaced import respaced
from engine.reading.page import Word


def spaced(text, letter_gap=0.01, word_gap=0.02):
    x, words = 0.1, []
    for word in text.split():
        for letter in word:
            words.append(Word(letter, x, 0.04, x + 0.01, 0.05, font_size=10.0))
            x += 0.01 + letter_gap
        x += word_gap
    return words


def test_gaps_tell_the_words():
    assert respaced(spaced("FAIRWEATHER LOWE LLP")) == "FAIRWEATHER LOWE LLP"


def test_ordinary_words_stay_as_they_are():
    assert respaced(words_of("Bolt A & B Ltd", 0.1)) == "Bolt A & B Ltd"
    assert respaced(words_of("A B C", 0.1)) == "A B C"
