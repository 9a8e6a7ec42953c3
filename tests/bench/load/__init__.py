"""Many people at once against one real server: ``python -m tests.bench.load``."""
