"""The fields that purchase orders, delivery notes, job sheets and receipts share."""
