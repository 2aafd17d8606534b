# make demo: installs and shows the whole story.  make test: installs everything and runs the tests.
# TESTS="tests/xlsx -k read": only these, or whatever else pytest is to be told.
# Versions come from constraints.txt, so that a release elsewhere changes nothing here; make update moves them.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
INSTALL = PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --constraint constraints.txt --editable

.PHONY: demo test windows-test check workbooks messages pictures screens bench bench-hostile fuzz js-corpus sbom update clean

demo: $(VENV)/installed
	$(BIN)/xl-apa demo

test: $(VENV)/installed-test
	sh tests/office.sh
	$(BIN)/python -m pytest -n 2 --dist worksteal $(TESTS)

# On Windows' own Python, under Wine: docs/installing.md says what that shows and what it cannot.
windows-test: $(VENV)/installed-test
	sh tests/windows/wine.sh
	$(BIN)/python -m tests.windows.prepare $(VENV)/windows
	XL_APA_WINDOWS=$(abspath $(VENV)/windows) $(BIN)/python -m pytest tests/windows -n 2 --dist loadfile
	$(BIN)/python -m tests.windows.suite $(VENV)/windows

check: $(VENV)/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

workbooks: $(VENV)/installed
	$(BIN)/python workbooks/build.py

messages: $(VENV)/installed
	$(BIN)/python docs/messages.py

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --upgrade pip

$(VENV)/installed: setup.cfg pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) .
	@touch $@

$(VENV)/installed-test: setup.cfg pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) '.[test]'
	@touch $@ $(VENV)/installed

pictures: $(VENV)/installed
	sh tests/office.sh
	$(BIN)/python docs/pictures.py

# The screens that are looked at before a release, about ten minutes, into build/screens.
screens: $(VENV)/installed
	sh tests/office.sh
	$(BIN)/python docs/all_screens.py

# About half an hour and 2 GB of disk for all 23,667 offices.
bench: $(VENV)/installed
	$(INSTALL) '.[bench,import]'
	$(BIN)/python benchmarks/consolidation.py --write docs/benchmarks.md
	$(BIN)/python benchmarks/importing.py --write docs/benchmarks.md

# What ten hostile files among 500 cost: the ratio to the same run without them, of the processor and by the clock.
bench-hostile: $(VENV)/installed-test
	$(BIN)/python -m benchmarks.hostile

# Mutants of real office workbooks, about a quarter of an hour; what goes wrong is kept in build/fuzz.
fuzz: $(VENV)/installed-test
	$(BIN)/python -m tests.fuzzing 20000

# The report as libraries of JavaScript save it, for the corpus of hostile files; needs Node.js, which no test does.
js-corpus: $(VENV)/installed-test
	$(BIN)/python -m tests.xlsx.hostile.javascript_writers
	$(BIN)/python -m pytest -q -k javascript tests/xlsx/hostile

# What an installation consists of, with licences and the digests of the packages, as CycloneDX, in build/sbom.json.
sbom: $(VENV)/installed
	$(INSTALL) '.[dev]'
	rm -rf $(VENV)-sbom && mkdir -p build
	$(PYTHON) -m venv $(VENV)-sbom
	$(VENV)-sbom/bin/python -m pip install --quiet --constraint constraints.txt --report build/installed.json '.[import,parquet,bundle,cluster]'
	$(VENV)-sbom/bin/python -m pip uninstall --quiet --yes pip setuptools
	$(BIN)/cyclonedx-py environment --output-format JSON --output-file build/components.json $(VENV)-sbom/bin/python
	$(BIN)/python docs/sbom.py build/components.json build/installed.json build/sbom.json
	rm -rf $(VENV)-sbom

# The newest versions that setup.cfg allows, into constraints.txt: run the tests, then commit it.
update:
	rm -rf $(VENV)-update
	$(PYTHON) -m venv $(VENV)-update
	$(VENV)-update/bin/python -m pip install --quiet --upgrade pip
	PYTHONWARNINGS=ignore $(VENV)-update/bin/python -m pip install --quiet --editable '.[test,bench,dev]'
	{ sed -n '/^#/p' constraints.txt; $(VENV)-update/bin/python -m pip freeze --all --exclude-editable --exclude setuptools; } > constraints.new
	mv constraints.new constraints.txt
	rm -rf $(VENV)-update

clean:
	rm -rf $(VENV) build dist demo *.egg-info
