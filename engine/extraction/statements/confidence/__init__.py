"""How probable it is that a row was read right: features of each row, weighed by a model.

The weights are fitted by ``tools/fit_statements.py`` to statements whose rows are known.
"""
