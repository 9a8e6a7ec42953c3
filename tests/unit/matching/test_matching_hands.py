"""However many hands share the work, the answer is the same."""

import msgspec
import pytest
from matching_rows import invoice, line

from engine.matching import MatchOptions, match
from engine.matching.hands import Hands


def rows():
    names = ["Acme Tools", "Zeta Foods", "Orbit Print", "Nordic Freight"]
    bills = [
        invoice(f"10{n:02}", f"{90 + 17 * n}.{n:02}", vendor_name=names[n % 4]) for n in range(24)
    ]
    lines = [
        line(f"t{n}", f"-{90 + 17 * n}.{n:02}", f"{names[n % 4].upper()} INV-10{n:02}", days=20 + n)
        for n in range(0, 16, 2)
    ]
    lines.append(line("batch", f"-{90 + 17 * 18 + 90 + 17 * 22}.40", "ORBIT PRINT", days=33))
    lines += [line(f"part{n}", "-199.50", "NORDIC FREIGHT", days=40 + 14 * n) for n in range(3)]
    return bills, lines


def sent(works, kind):
    """Does the works as another process would: the answers cross as bytes."""
    answers = [msgspec.msgpack.encode(work()) for work in works]
    return [msgspec.msgpack.decode(answer, type=kind) for answer in answers]


@pytest.mark.parametrize("count", [2, 3, 50])
def test_any_number_of_hands_finds_the_same(count):
    bills, lines = rows()
    alone = match(bills, lines, MatchOptions())
    assert len(alone.matched) + len(alone.partial) >= 9
    assert match(bills, lines, MatchOptions(), Hands(count, sent)) == alone


def test_shares_are_neighbours_and_cover_everything():
    shares = Hands(3).shares_of(10)
    assert [n for share in shares for n in share] == list(range(10))
    assert max(map(len, shares)) - min(map(len, shares)) <= 1
    assert set(Hands(4).shares_of(0)) == {range(0)}
    assert Hands(1).shares_of(7) == [range(7)]
