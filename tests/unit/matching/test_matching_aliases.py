from engine.matching.aliases import Hit, learned_accounts, learned_parties
from engine.matching.names import Named


def learn(residues, known=None, hits=None):
    hits = hits or {}
    return learned_parties(
        [tuple(r.split()) for r in residues],
        known or [None] * len(residues),
        lambda index: hits.get(index, ()),
    )


def test_a_name_that_meets_two_amounts_of_one_party_is_its_name():
    hits = {0: [Hit(7, ("amount", 100), 1)], 1: [Hit(7, ("amount", 200), 1)]}
    assert learn(["SHAH PAPER", "SHAH PAPER", "SHAH PAPER"], hits=hits) == {0: 7, 1: 7, 2: 7}


def test_meeting_the_same_amount_again_proves_nothing_more():
    hits = {n: [Hit(7, ("amount", 100), 1)] for n in range(4)}
    assert learn(["SALARY FOSTER"] * 4, hits=hits) == {}


def test_two_parties_with_similar_claims_leave_the_name_open():
    hits = {n: [Hit(7, ("amount", n), 1), Hit(8, ("amount", n), 1)] for n in range(3)}
    assert learn(["SHAH PAPER"] * 3, hits=hits) == {}


def test_a_few_meetings_among_many_lines_are_accidents():
    hits = {0: [Hit(7, ("amount", 100), 1)], 1: [Hit(7, ("amount", 200), 1)]}
    assert learn(["OWN SAVINGS"] * 20, hits=hits) == {}


def test_a_quoted_number_of_its_own_is_enough():
    assert learn(["FOSTER DIGITAL"], hits={0: [Hit(3, ("quoted", 1), 2)]}) == {0: 3}


def test_a_name_in_one_word_is_that_of_the_lines_which_write_it_in_several():
    assert learn(["THOMAS INTL", "THOMASINTL"], known=[4, None]) == {1: 4}


def test_a_line_without_a_name_learns_nothing():
    assert learn([""], hits={0: [Hit(3, ("quoted", 1), 2)]}) == {}


def test_an_account_beside_one_name_alone_is_that_partys():
    sure, other, none = Named(3, 1.0), Named(4, 1.0), None
    lines = [(["DE1"], sure), (["DE1"], sure), (["DE1"], none), (["DE2"], sure)]
    assert learned_accounts(lines) == {"DE1": 3}
    assert learned_accounts([*lines, (["DE1"], other)]) == {}
