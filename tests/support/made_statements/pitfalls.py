"""What is hard about reading statements, each as a layout that has it."""

from collections.abc import Mapping

from made_statements.looks import ONE_COLUMN, PLAIN_COLUMNS, Look
from made_statements.paper import Ink

TWO_DATES = ("date", "value", "text", "debit", "credit", "balance")
FLAGGED = ("date", "text", "amount", "flag", "balance")

LOOKS: Mapping[str, Look] = {
    "date once a day": Look(once="blank"),
    "date once a day above its rows": Look(
        once="heading", balance="none", columns=("date", "text", "amount")
    ),
    "no year": Look(dates="short/"),
    "no year, month named": Look(dates="named_short", columns=ONE_COLUMN),
    "no year, month first": Look("us", dates="month/", columns=ONE_COLUMN),
    "no year, month named first": Look("us", dates="month_first"),
    "two figures for the year": Look("de", dates="two"),
    "days without marks": Look("fr", dates="bare", columns=TWO_DATES),
    "days without marks, with the year": Look("pl", dates="bare with year", columns=ONE_COLUMN),
    "days of booking above the rows, value days in them": Look(
        "es",
        once="labelled",
        dates="short/",
        columns=("text", "value", "debit", "credit"),
        balance="none",
    ),
    "time beside the date": Look(dates="stamped", columns=ONE_COLUMN),
    "newest first": Look(newest=True, columns=ONE_COLUMN),
    "newest first, date and balance once a day": Look(newest=True, once="blank", balance="daily"),
    "two dates": Look("de", columns=TWO_DATES),
    "two dates without year": Look("de", dates="short.", columns=TWO_DATES),
    "paid before received": Look(columns=PLAIN_COLUMNS),
    "received before paid": Look(columns=("date", "text", "credit", "debit", "balance")),
    "amounts before the text": Look(columns=("date", "debit", "credit", "balance", "text")),
    "balance before the amount": Look(columns=("date", "text", "balance", "amount")),
    "date after the text": Look(columns=("text", "date", "amount", "balance")),
    "trailing minus": Look("de", columns=ONE_COLUMN, sign="trailing"),
    "minus apart": Look(columns=ONE_COLUMN, sign="split"),
    "parentheses": Look(columns=ONE_COLUMN, sign="parentheses"),
    "plus and minus": Look("de", columns=ONE_COLUMN, sign="plus"),
    "only credits marked": Look(columns=ONE_COLUMN, sign="credit_only"),
    "CR and DR": Look(columns=ONE_COLUMN, sign="cr_dr"),
    "H and S": Look("de", columns=ONE_COLUMN, sign="cr_dr", marks=("H", "S")),
    "Bij and Af": Look("nl", columns=FLAGGED, sign="none", flag_words=("Bij", "Af")),
    "C and D in a column": Look(columns=FLAGGED, sign="none"),
    "no head": Look(heads="none"),
    "no head, one column": Look(heads="none", columns=ONE_COLUMN),
    "no head, two dates": Look(heads="none", columns=TWO_DATES),
    "head on the first page": Look(heads="first", carried=True),
    "rows over page breaks": Look(broken=True),
    "rows over page breaks, carried": Look(broken=True, carried=True, heads="first"),
    "carried forward": Look("de", carried=True),
    "address under the table": Look(address=True),
    "kerned figures": Look(ink=Ink(kerned=True)),
    "every letter placed": Look(ink=Ink(glyphs=True)),
    "cells 3 points apart": Look(gap=3.0, columns=TWO_DATES),
    "cells 3 points apart, spaced thousands": Look("fr", gap=3.0, numbers="space"),
    "letters at the margin": Look(vertical=True),
    "overprinted": Look(ink=Ink(doubled=True)),
    "form objects": Look(ink=Ink(forms=True)),
    "any order": Look(ink=Ink("shuffled")),
    "column by column": Look(ink=Ink("columns"), columns=TWO_DATES),
    "filler stars": Look(filler="***"),
    "filler zeros": Look(filler="0", numbers="plain", columns=ONE_COLUMN),
    "lakhs": Look("in", currency="₹"),
    "currency at every amount": Look(currency="£", columns=ONE_COLUMN),
    "apostrophes": Look("de", numbers="swiss"),
    "no cents": Look("ja", whole=True),
    "no cents, named months": Look("id", whole=True, dates="named"),
    "ruled": Look(ruled=True),
    "box of sums": Look(opening="box"),
    "preceding text": Look(preceding=True, apart=9.0),
    "tight rows": Look(apart=0.0, columns=ONE_COLUMN),
    "text beside the table": Look(ads=True, columns=ONE_COLUMN),
    "balances of days": Look(daily=True),
    "foreign amounts under rows": Look(foreign=True),
    "numbered rows": Look(numbered=True, columns=ONE_COLUMN),
    "reference column": Look(columns=("date", "ref", "text", "debit", "credit", "balance")),
    "balance once a day": Look(balance="daily"),
    "fees in a column of their own": Look(
        columns=("date", "text", "credit", "debit", "fee", "balance"), gap=6.0
    ),
    "carried in unknown words": Look(
        "de",
        carried=True,
        columns=("date", "text", "amount"),
        sign="plus",
        carried_words=("Vorgemerkt", "Von vorn"),
        balance="none",
        once="blank",
    ),
    "words in empty cells": Look(empty_word="blank."),
    "lines of text nearer to the next row": Look(sunk=1.5, apart=1.5),
    "branches before the text": Look(
        columns=("date", "value", "debit", "credit", "balance", "branch", "text"),
        gap=4.0,
        heads="first",
    ),
    "sums and no balances": Look(
        opening="sums", balance="none", columns=("date", "text", "debit", "credit")
    ),
    "buddhist years": Look(dates="thai"),
}
"""Statements of one account whose difficulty is the layout of their table."""
