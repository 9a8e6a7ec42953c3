"""Who bills whom: names, addresses and the country they are in."""
