"""What a running installation tells those who watch it: counts, times, and lines of its log."""
