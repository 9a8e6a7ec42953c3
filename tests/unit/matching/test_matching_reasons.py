"""The sentences beside a match agree with the direction of their weight."""

from matching_rows import invoice, line, run

NONE_NEAR = "no other explanation of these records comes near"


def rival_reasons(bills, lines):
    result = run(bills, lines, suggest_from=0.01)
    found = [r for m in (*result.matched, *result.partial) for r in m.reasons if r.name == "rivals"]
    assert found
    return found


def test_a_match_without_rivals_says_so_as_support():
    bills = [invoice("1", "119.00")]
    for reason in rival_reasons(bills, [line("t", "-119.00", "ACME TOOLS INV-1")]):
        assert (reason.score >= 0) == (reason.evidence == NONE_NEAR)


def test_competition_that_counts_against_a_match_never_reads_as_support():
    bills = [invoice("1", "900.00"), invoice("2", "910.00"), invoice("3", "920.00")]
    lines = [line("t", "-300.00", "ACME TOOLS INV-1 part"), line("u", "-300.00", "ACME TOOLS")]
    against = [reason for reason in rival_reasons(bills, lines) if reason.score < 0]
    assert against
    assert NONE_NEAR not in [reason.evidence for reason in against]
