"""Net sum, taxes, total and what is due: readings that compete, and figures that prove them."""
