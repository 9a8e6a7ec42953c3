"""Where invoices begin and end in a file, and on a page."""
