# Matchbook: `make run` starts it, `make test` proves it. Both install what is missing.
.DEFAULT_GOAL := help
.PHONY: help run test e2e crash lint check bench samples screenshots clean

PYTHON := .venv/bin/python
# With sudo, the app and the tests run as the person who called it, so that data/ stays theirs.
AS := $(if $(filter-out root,$(SUDO_USER)),sudo -H -E -u $(SUDO_USER) --,)

help: ## show this list
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## install what is missing and start Matchbook
	@tools/setup.sh run
	@port=$$($(AS) $(PYTHON) -m engine settings port) && \
	echo "Matchbook is starting on http://localhost:$$port (Ctrl+C stops it)" && \
	exec $(AS) $(PYTHON) -m streamlit run app.py --server.port=$$port

test: ## install what is missing and run every test, browser tests too
	@tools/setup.sh test
	$(AS) $(PYTHON) -m pytest

e2e: ## only the browser tests
	@tools/setup.sh test
	$(AS) $(PYTHON) -m pytest tests/e2e

crash: ## kill a server 100 times at seeded moments: nothing may be lost
	@tools/setup.sh test
	$(AS) env CRASH_KILLS=100 $(PYTHON) -m pytest tests/crash

lint: ## style, types and SQL
	@tools/setup.sh test
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTHON) -m sqlfluff lint --processes 1 engine/sql

check: lint test ## everything that a change must pass

load: ## many people at once for five minutes
	@tools/setup.sh test
	$(AS) $(PYTHON) -m tests.bench.load

bench: ## measure speed beside peers
	@tools/setup.sh bench
	$(AS) $(PYTHON) -m tests.bench

samples: ## make data/samples/ again
	@tools/setup.sh test
	$(AS) $(PYTHON) -m tools.samples

screenshots: ## make docs/images/ again
	@tools/setup.sh test
	$(AS) $(PYTHON) -m tools.screenshots

clean: ## remove the virtual environment and the tools' caches, never data/
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage test-results
