"""Numbers of invoices, orders and the like, in the many shapes that firms give them."""

import datetime as dt
import re

from tools.training.chance import Chance

_INVOICES = (
    "#####", "########", "####", "INV-####", "INV####", "INV-{yyyy}-###",
    "RE-{yyyy}-####",
    "RE{yy}#####", "{yyyy}-####", "{yyyy}/###", "{yy}/####", "{yy}#####", "F{yyyy}####",
    "FA-####", "FA{yy}{mm}###", "###/{yyyy}", "##-####-#", "@@##-######", "{yyyy}{mm}{dd}-##",
    "{mm}/{yyyy}/###", "FV/###/{mm}/{yyyy}", "FV-{yyyy}-####", "A-####/{yy}", "1000####",
    "SI-####", "000####", "{yyyy}.###", "VF{yy}-####", "FT {yyyy}/###", "FS A/####", "@-#####",
    "9#########", "{yyyy}0#####", "R-####", "S####-##", "@@@-{yyyy}-###", "{yy}-###-@",
    "1-{yyyy}-#####", "{yyyy}_###", "{yy}.####", "00#######", "20#-####", "@@@#####",
    "##########", "T-###.###", "{yyyy}{mm}###", "3#####-##", "#", "##", "###", "VS{yyyy}####",
)  # fmt: skip
_ORDERS = (
    "PO-#####", "PO####", "45########", "{yyyy}-###", "B-####", "PO-{yyyy}-####",
    "4500######", "@@-#####", "E######", "#####/{yy}", "PO/{yy}/###", "BST-####", "K######",
)  # fmt: skip
_REFERENCES = (
    "#####", "########", "@-####", "K-#####", "##-####", "{yyyy}-####", "@@####",
    "10####", "D#####", "###-###", "{yy}####", "A#######",
)  # fmt: skip


def invoice_number(chance: Chance, day: dt.date) -> str:
    """A number for a bill of that day."""
    return _made(chance, chance.pick(_INVOICES), day)


def credit_number(chance: Chance, day: dt.date) -> str:
    """A number for a credit note of that day."""
    lead = chance.pick(("CN-", "GS-", "AV", "NC-", "CR", "", "", ""))
    return lead + _made(chance, chance.pick(_INVOICES), day)


def order_number(chance: Chance, day: dt.date) -> str:
    """The number of a customer's order."""
    return _made(chance, chance.pick(_ORDERS), day)


def reference(chance: Chance, day: dt.date) -> str:
    """A number of anything else: customer, contract, delivery note."""
    return _made(chance, chance.pick(_REFERENCES), day)


def next_number(number: str, step: int) -> str:
    """The number so many bills later, with the same shape; its year and month stay."""
    runs = list(re.finditer(r"\d+", number))
    if not runs:
        return f"{number}{step}"
    counters = [run for run in runs if len(run[0]) > 2 and not re.fullmatch(r"20[123]\d", run[0])]
    run = (counters or runs)[-1]
    grown = str(int(run[0]) + step).zfill(len(run[0]))
    return number[: run.start()] + grown + number[run.end() :]


def _made(chance: Chance, pattern: str, day: dt.date) -> str:
    dated = pattern.replace("{yyyy}", f"{day:%Y}").replace("{yy}", f"{day:%y}")
    return chance.fill(dated.replace("{mm}", f"{day:%m}").replace("{dd}", f"{day:%d}"))
