"""Fits what extraction learns: the weights behind a value's probability of being right."""
