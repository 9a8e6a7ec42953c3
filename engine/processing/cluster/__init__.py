"""Pages read on other machines: a Dask cluster behind the same Executor interface."""
