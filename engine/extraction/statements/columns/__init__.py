"""The columns of tables: from the words above them, from aligned cells, and from what adds up."""
