"""Numbers, days, currency, accounts and terms of an invoice."""
