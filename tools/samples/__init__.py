"""Makes the sample documents of data/samples: the books of one invented company.

Everything is fixed: the same code and the pinned packages give the same bytes. No name in here is
meant to be anybody's; account numbers carry valid check digits so that readers may verify them.
"""
