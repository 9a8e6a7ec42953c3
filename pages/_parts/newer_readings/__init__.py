"""Reading files anew with today's engine: what Health and Review show of it."""
