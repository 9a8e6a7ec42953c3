"""Probabilities of values: what speaks for them, what speaks against them, and why."""

from drawn_pages import drawn

from engine.extraction import Context, extract_invoices
from engine.extraction.invoices.assemble import draft_of
from engine.extraction.invoices.confidence import field_signals, judge, line_signals, load_model
from engine.extraction.invoices.confidence.judge import explain
from engine.extraction.invoices.confidence.model import FieldWeights, probability, reasons
from engine.extraction.invoices.extract import joint_sheet, look_at, looks_of, split_pages
from engine.extraction.invoices.ranking import load_ranks
from engine.extraction.invoices.trust import trust_of
from engine.records import Provenance

PAGE = """
ACME TOOLS LTD
12 High Street

INVOICE                              Invoice number   A-77
                                     Invoice date     5 May 2026
Bill to                              Due date         4 June 2026
Beta Stores Ltd
7 Low Road

Description            Qty    Price     Amount
Hammer                   2    30.00      60.00
Saw                      1    40.00      40.00

                              Subtotal   100.00
                              VAT 19 %    19.00
                              Total EUR  119.00
"""


def around(text=PAGE):
    groups = split_pages(look_at(drawn(text)))
    return draft_of(joint_sheet(looks_of(groups[0])), load_ranks()).around


def test_every_chosen_value_has_features_that_say_what_is_printed():
    signals = field_signals(around())
    assert signals["total_amount"]["sums agree"] == 1
    assert signals["total_amount"]["its own label"] == 1
    assert signals["total_amount"]["a usual tax rate"] == 1
    assert signals["vendor_name"]["legal form"] == 1
    assert all(value for own in signals.values() for value in own.values())


def test_a_line_whose_figures_prove_each_other_says_so():
    lines = line_signals(around())
    assert [line["quantity × price is the amount"] for line in lines] == [1, 1]
    broken = line_signals(around(PAGE.replace("60.00", "61.00")))
    assert broken[0]["quantity × price is another"] == 1
    assert "lines make a sum" not in broken[0]


def test_a_value_that_the_figures_contradict_is_less_probable():
    model = load_model()
    sound, broken = (judge(around(text), model) for text in (PAGE, PAGE.replace("19.00", "17.20")))
    assert sound["total_amount"] > broken["total_amount"]
    assert sound["total_amount"] > 0.9


def test_no_value_is_more_certain_than_pages_of_unknown_kinds_allow():
    model = load_model()
    assert max(judge(around(), model).values()) <= model.ceiling


def test_a_value_that_is_hardly_probable_is_not_given():
    sheet = joint_sheet(looks_of(split_pages(look_at(drawn(PAGE)))[0]))
    drafted = draft_of(sheet, load_ranks())
    certain = dict.fromkeys(drafted.draft.picks, 0.9) | {"invoice_number": 0.2}
    drafted.draft.settle(certain, 0.5)
    assert "invoice_number" not in drafted.draft.values
    assert "invoice_number" not in drafted.draft.provenance(certain)
    assert drafted.draft.values["invoice_date"].year == 2026


def test_a_probability_has_its_reasons_the_strongest_first():
    weights = FieldWeights(1.0, {"near": 2.0, "rivals": -4.0, "usual": 1.0}, {"usual": 1.0})
    why = reasons(weights, {"near": 1.0, "rivals": 1.0, "usual": 1.0})
    assert [(reason.feature, reason.weight) for reason in why] == [("rivals", -4.0), ("near", 2.0)]
    assert probability(weights, {"near": 1.0}) > probability(weights, {"rivals": 1.0})
    assert {"total_amount", "vendor_name"} <= set(explain(around(), load_model()))


def test_a_feature_that_the_weights_do_not_know_changes_nothing():
    weights = FieldWeights(1.0, {"near": 2.0}, {})
    assert probability(weights, {"far": 9.0}) == probability(weights, {})


def test_an_invoice_is_as_sure_as_all_its_key_fields_together():
    def place(confidence):
        return Provenance(page=1, bbox=None, text=None, confidence=confidence, source="text")

    names = ("invoice_number", "invoice_date", "currency", "total_amount")
    assert trust_of({name: place(1.0) for name in names}) == 1
    sure = trust_of({name: place(0.98) for name in names})
    assert sure < 0.98
    assert trust_of({name: place(0.98) for name in names} | {"currency": place(0.5)}) < 0.55
    assert trust_of({name: place(0.98) for name in names[1:]}) < 0.3


def test_the_weights_are_used_by_extraction():
    invoice = extract_invoices([drawn(PAGE)], Context(upload_id="u"))[0]
    certain = judge(around(), load_model())
    assert invoice.provenance["total_amount"].confidence == round(certain["total_amount"], 5)
    assert invoice.provenance["line_items[0].amount"].confidence != 0.8
