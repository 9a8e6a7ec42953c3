"""Who may do what.

One person works on this machine, so every page and program of the machine may do everything; a
page of another site, opened in that person's browser, may change nothing.
"""
