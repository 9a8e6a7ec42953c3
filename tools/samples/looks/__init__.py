"""One module per stationery: how each vendor's bills are laid out."""
