"""The numbers that accounts and cards go by: labels, values, and which is the account's."""
