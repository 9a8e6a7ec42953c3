"""A server that is killed again and again over one batch of work, and what must hold each time.

``server`` starts it quickly and kills it, ``documents`` are the files, ``steps`` the work of the
batch, ``state`` what the data folder says, ``trial`` plays a batch with its kills.
"""
