"""What people corrected on a vendor's invoices, and what follows for its next one. Pure."""

from engine.extraction.memory.apply import with_habits
from engine.extraction.memory.learn import Forgotten, Witness, learn
from engine.extraction.memory.lesson import LEARNABLE, correction_of, place_of
from engine.extraction.memory.vendor_keys import habits_of_vendor
from engine.extraction.vendor_habit import VendorHabit

__all__ = [
    "LEARNABLE",
    "Forgotten",
    "VendorHabit",
    "Witness",
    "correction_of",
    "habits_of_vendor",
    "learn",
    "place_of",
    "with_habits",
]
