"""Lines that a command says: one fact a line, whatever a file is called."""


def one_line(text: str) -> str:
    """``text`` with what would end the line or cannot be seen written as its escape."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
