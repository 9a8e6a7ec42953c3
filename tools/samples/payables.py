"""The single bills that the company received, one per file."""

import datetime as dt
from decimal import Decimal

from tools.samples import parties
from tools.samples.bills import Bill, Discount, item

QUILLBROOK = Bill(
    parties.QUILLBROOK,
    "QB-58213",
    dt.date(2026, 8, 18),
    dt.date(2026, 9, 17),
    (
        item("Copier paper A4 80 g, box of 5 reams", "12", "24.90", code="PA-4080"),
        item("Thermal till rolls 80 x 80 mm, pack of 20", "6", "31.50", code="TR-8080"),
        item("Toner cartridge black, high yield", "4", "86.75", code="TN-2410K"),
        item("Box files, assorted colours", "25", "3.45", code="BF-0025"),
        item("Desk lamp with clamp", "3", "42.00", code="DL-0310"),
        item("Whiteboard 120 x 90 cm, magnetic", "1", "118.60", code="WB-1290"),
        item("Accounting ledger, hardback (zero rated)", "5", "14.20", "0", code="LG-0005"),
    ),
    purchase_order="PO-2026-0417",
    customer_number="C-20884",
    payment_reference="QB-58213",
)

OSTERFELD = Bill(
    parties.OSTERFELD,
    "RE-2026-04417",
    dt.date(2026, 9, 2),
    dt.date(2026, 10, 2),
    (
        item("Tretlagerwelle 68 mm, gehärtet", "120", "11.85", "19", "40-118", "Stk"),
        item("Kugellager 6001 2RS, Edelstahl", "400", "2.36", "19", "40-221", "Stk"),
        item("Naben-Drehteil nach Zeichnung FC-77", "60", "27.90", "19", "52-077", "Stk"),
        item("Oberflächenbehandlung eloxiert, schwarz", "60", "4.15", "19", "90-010", "Stk"),
        item("Verpackung und Fracht ab Werk", "1", "148.00", "19", "99-001", "psch"),
    ),
    purchase_order="B-26-0388",
    customer_number="41077",
    discount=Discount(Decimal(2), 10),
)

RONCEVAUX = Bill(
    parties.RONCEVAUX,
    "F2026-0931",
    dt.date(2026, 9, 9),
    dt.date(2026, 10, 9),
    (
        item("Location de stand 12 m², salon du cycle, trois jours", "1", "2850.00", "20"),
        item("Montage et démontage, deux techniciens", "14", "46.50", "20", unit="h"),
        item("Mobilier : comptoir, six tabourets, présentoir", "1", "395.00", "20"),
        item("Raccordement électrique 3 kW", "1", "172.40", "20"),
        item("Impression de bâche 300 x 200 cm", "2", "118.75", "20"),
    ),
    customer_number="CL-3308",
    payment_reference="F2026-0931",
)

TALLGRASS = Bill(
    parties.TALLGRASS,
    "10482",
    dt.date(2026, 8, 25),
    dt.date(2026, 10, 9),
    (
        item("Carbon fork blank, 700C, tapered", "24", "138.50", "0", code="CF-700T"),
        item("Headset bearing kit, sealed", "150", "9.42", "0", code="HB-SK2"),
        item("Seat post clamp 31.8 mm, anodized", "200", "4.19", "0", code="SC-318A"),
        item("Ocean freight and export documentation", "1", "639.80", "0", code="FRT"),
    ),
    currency="USD",
    purchase_order="4500-118",
    customer_number="FERNH01",
)

WEXCOMBE = Bill(
    parties.WEXCOMBE,
    "WX-2026-3307",
    dt.date(2026, 10, 1),
    dt.date(2026, 10, 15),
    (
        item("Managed server, plan M, October 2026", "2", "289.00", "0"),
        item("Off-site backup 2 TB, October 2026", "1", "164.50", "0"),
        item("Web shop support hours, September 2026", "5.5", "81.00", "0", unit="h"),
    ),
    currency="GBP",
    customer_number="AC-7741",
)

PELLWORTH = Bill(
    parties.PELLWORTH,
    "P-7718",
    dt.date(2026, 8, 26),
    dt.date(2026, 9, 25),
    (
        item("Autumn catalogue, 32 pages, 5,000 copies", "1", "3480.00", "13.5"),
        item("Swing tags, recycled board, drilled", "8000", "0.085", "23"),
        item("Shop window posters A1", "40", "7.60", "23"),
        item("Delivery to two addresses", "2", "28.00", "23"),
    ),
    purchase_order="PO-2026-0402",
    payment_reference="P-7718",
)

PELLWORTH_CREDIT = Bill(
    parties.PELLWORTH,
    "CN-0342",
    dt.date(2026, 9, 8),
    None,
    (
        item("Swing tags misprinted, returned 1 September", "2500", "0.085", "23"),
        item("Shop window posters A1, damaged in transit", "12", "7.60", "23"),
    ),
    is_credit_note=True,
    about="P-7718",
)

COPPERLANE = Bill(
    parties.COPPERLANE,
    "CT260911",
    dt.date(2026, 9, 11),
    dt.date(2026, 10, 11),
    (
        item("Torque wrench 2-24 Nm, calibrated", "4", "164.00", code="4410"),
        item("Wheel truing stand, professional", "2", "318.50", code="4472"),
        item("Cone spanner set 13-24 mm", "6", "38.20", code="4105"),
        item("Cutting oil 5 l", "8", "21.75", code="7003"),
        item("Bottom bracket facing tool, hire per week", "3", "65.00", code="H-12"),
    ),
    purchase_order="PO-2026-0431",
    customer_number="50219",
    payment_reference="CT260911",
    discount=Discount(Decimal(2), 10),
)

KILBRACK = Bill(
    parties.KILBRACK,
    "KM/1184",
    dt.date(2026, 8, 4),
    dt.date(2026, 10, 15),
    (
        item("Frame alignment table FT-2, reconditioned", "1", "9850.00"),
        item("Hydraulic press 30 t with guard", "1", "3640.00"),
        item("Delivery, installation and commissioning", "1", "890.00"),
        item("Operator training, half day", "1", "320.00"),
    ),
    customer_number="F-061",
    payment_reference="KM/1184",
)

GREYFERN = Bill(
    parties.GREYFERN,
    "4410 0927 3315",
    dt.date(2026, 9, 14),
    dt.date(2026, 9, 28),
    (
        item("Day units", "2184", "0.2816", "9", unit="kWh"),
        item("Night units", "731", "0.1492", "9", unit="kWh"),
        item("Standing charge", "62", "1.1480", "9", unit="days"),
        item("Public service obligation levy", "2", "3.23", "9", unit="months"),
    ),
    customer_number="71 004 228 19",
)

BALLYCORRIN = Bill(
    parties.BALLYCORRIN,
    "BJ-0187",
    dt.date(2026, 10, 6),
    dt.date(2026, 10, 20),
    (
        item("Oak shop counter, made to measure", "1", "1860.00", "13.5"),
        item("Bicycle wall racks, ash, set of six", "3", "214.00", "13.5"),
        item("Fitting on site, two joiners", "11", "58.00", "13.5", unit="hrs"),
        item("Varnish, fixings and sundries", "1", "96.40", "23"),
    ),
    payment_reference="BJ-0187",
)

LICHTWERK = Bill(
    parties.LICHTWERK,
    "LW-2026-1093",
    dt.date(2026, 10, 27),
    dt.date(2026, 11, 26),
    (
        item("Nabendynamo 6 V, 36 Loch", "48", "38.90", "0", "ND-636", "Stk"),
        item("LED-Scheinwerfer 70 Lux", "96", "24.35", "0", "SW-70", "Stk"),
        item("Lampenhalter für Gabelkrone", "96", "2.15", "0", "LH-1", "Stk"),
    ),
    purchase_order="PO-2026-0466",
    payment_reference="LW-2026-1093",
)

CORRAN = Bill(
    parties.CORRAN,
    "CP-88104",
    dt.date(2026, 10, 30),
    dt.date(2026, 11, 29),
    (
        item("Workshop planner, November 2026", "1", "189.00", unit="month"),
        item("Additional seats", "6", "14.50", unit="month"),
        item("Data import by our staff", "2.5", "95.00", unit="h"),
    ),
    purchase_order="PO-2026-0470",
    payment_reference="CP-88104",
)
