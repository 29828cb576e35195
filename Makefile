# One vocabulary of commands, for people and for CI. CONTRIBUTING.md explains them.
.DEFAULT_GOAL := help
.PHONY: help demo demo-data test test-full check bench vertalingen toestanden beelden vergrendel schoon

POORT ?= 8000
PYTEST = .venv/bin/python -m pytest

help: ## This list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-12s %s\n", $$1, $$2}'

demo: ## Build everything, load the demo region and serve it on http://127.0.0.1:8000 (POORT=…)
	@scripts/omgeving run
	@exec .venv/bin/koers demo --poort $(POORT)

demo-data: ## The same, without serving
	@scripts/omgeving run
	@.venv/bin/koers demo --alleen-gegevens

test: ## Every check that passes on any machine: SQLite, own fixtures, no browser
	@scripts/omgeving dev
	@scripts/toetsen basis

test-full: ## Adds ../shared, Chromium, PostgreSQL and the long generated cases
	@scripts/omgeving dev
	@scripts/toetsen volledig

check: ## Style, types, layers, dependencies, migrations (part of make test)
	@scripts/omgeving dev
	@scripts/toetsen stijl

bench: ## Ratios, by hand: see benchmarks/README.md
	@scripts/omgeving dev
	@.venv/bin/uv pip install --quiet --python .venv/bin/python --require-hashes -r requirements/bench.txt
	@.venv/bin/python -m benchmarks

vertalingen: ## Collect the texts of the program into the English catalogue
	@scripts/omgeving dev
	@.venv/bin/python scripts/vertalingen.py

toestanden: ## Draw the tables of states into docs/reference/toestanden.md
	@scripts/omgeving dev
	@.venv/bin/python scripts/toestanden.py

beelden: ## Walk the walks in Chromium and take the pictures of docs/handleiding anew
	@scripts/omgeving dev
	@KOERS_TESTING=1 $(PYTEST) -q tests/browser/wandelingen --beelden

vergrendel: ## Lock the requirements anew, with hashes and without addresses
	@scripts/omgeving dev
	@scripts/vergrendel

schoon: ## Throw away what can be made again
	rm -rf .venv var .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
