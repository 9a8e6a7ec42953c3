"""The rows of tables: lines gathered into transactions, column by column, still as printed."""
