"""The register of bank lines: its filters, its table, and the drawer of one line."""
