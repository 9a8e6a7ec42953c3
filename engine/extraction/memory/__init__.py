"""What people corrected on a vendor's invoices, and what follows for its next one. Pure."""

from engine.extraction.memory.apply import with_habits
from engine.extraction.memory.habits import VendorHabit, habits_of_vendor
from engine.extraction.memory.learn import Forgotten, Witness, learn
from engine.extraction.memory.lesson import LEARNABLE, correction_of, place_of

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
