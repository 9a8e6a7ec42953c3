"""What a statement says of itself: bank, holder, account, currency, period and balances."""
