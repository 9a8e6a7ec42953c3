"""What the company itself has billed to its customers: four invoices in one file."""

import datetime as dt

from tools.samples.bills import Bill, item
from tools.samples.parties import DUNMARROW, HAZELMERE, OWN, SALLYBROOK, VELOHAUS

DUNMARROW_BILL = Bill(
    OWN,
    "FC-3051",
    dt.date(2026, 8, 31),
    dt.date(2026, 9, 30),
    (
        item("Touring bicycle Heron, steel, size M", "4", "890.00"),
        item("Touring bicycle Heron, steel, size L", "3", "890.00"),
        item("Pannier rack, black", "7", "46.00"),
    ),
    customer=DUNMARROW,
    purchase_order="DO-1177",
    payment_reference="FC-3051",
)
SALLYBROOK_BILL = Bill(
    OWN,
    "FC-3052",
    dt.date(2026, 9, 4),
    dt.date(2026, 9, 25),
    (
        item("Hire fleet service, per bicycle", "26", "39.00", "13.5"),
        item("Brake pads and cables, fitted", "26", "17.80", "13.5"),
        item("Collection and return", "1", "120.00"),
    ),
    customer=SALLYBROOK,
    payment_reference="FC-3052",
)
VELOHAUS_BILL = Bill(
    OWN,
    "FC-3053",
    dt.date(2026, 9, 18),
    dt.date(2026, 10, 18),
    (
        item("Frame set Curlew, raw, size 56", "6", "540.00", "0"),
        item("Frame set Curlew, raw, size 58", "1", "540.00", "0"),
        item("Packing and carriage", "1", "180.00", "0"),
    ),
    customer=VELOHAUS,
    payment_reference="FC-3053",
)
HAZELMERE_BILL = Bill(
    OWN,
    "FC-3054",
    dt.date(2026, 10, 20),
    dt.date(2026, 11, 19),
    (
        item("Junior bicycle Wren, 24 inch", "8", "312.00"),
        item("Helmet, adjustable", "8", "24.50"),
        item("Cycle training day on site", "1", "450.00"),
    ),
    customer=HAZELMERE,
    payment_reference="FC-3054",
)
ISSUED = (DUNMARROW_BILL, SALLYBROOK_BILL, VELOHAUS_BILL, HAZELMERE_BILL)
