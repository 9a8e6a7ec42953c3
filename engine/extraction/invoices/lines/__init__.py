"""The lines of an invoice: under heads whose words are known, or where amounts add up."""
