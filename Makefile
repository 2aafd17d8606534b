# make demo: installs and shows the whole story.  make test: installs everything and runs the tests.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test check workbooks pictures bench clean

demo: $(VENV)/installed
	$(BIN)/xl-apa demo demo

test: $(VENV)/installed-test
	sh tests/office.sh
	$(BIN)/python -m pytest -n 2

check: $(VENV)/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

workbooks: $(VENV)/installed
	$(BIN)/python workbooks/build.py

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/installed: setup.cfg pyproject.toml | $(BIN)/python
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/installed-test: setup.cfg pyproject.toml | $(BIN)/python
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@ $(VENV)/installed

pictures: $(VENV)/installed
	sh tests/office.sh
	$(BIN)/python docs/pictures.py

# About half an hour and 2 GB of disk for all 23,667 offices.
bench: $(VENV)/installed
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --editable '.[bench]'
	$(BIN)/python benchmarks/consolidation.py --write docs/benchmarks.md

clean:
	rm -rf $(VENV) build dist demo *.egg-info
