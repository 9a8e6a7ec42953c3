"""Questions asked of a store, and what a test compares of the answer."""


def rows(store, mart, *columns, **params):
    """These columns of each row that ``mart`` answers."""
    return [tuple(row[name] for name in columns) for row in store.analytics.query(mart, **params)]
