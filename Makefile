# What a person does with this project. Needs Python 3.11+, make and a package index.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
RUN    := run

.PHONY: run test setup setup-dev fmt check golden bench calibrate fuzz docs build clean

run: setup  ## screen examples/ against the embedded sample and write a report
	@mkdir -p $(RUN)
	ENDUSE_HOME=$(RUN)/home $(BIN)/enduse screen examples --jsonl $(RUN)/assessments.jsonl --report $(RUN)/report.html
	@echo "Open $(CURDIR)/$(RUN)/report.html in a browser."

test: setup-dev  ## run all tests; none needs the network
	$(BIN)/pytest -q -n auto

setup: $(VENV)/.runtime  ## a virtual environment with enduse in it

setup-dev: $(VENV)/.dev

$(VENV)/.python:
	$(PYTHON) -c 'import sys; sys.exit("enduse needs Python 3.11 or newer; this is %d.%d. Try: make PYTHON=python3.11" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: $(VENV)/.python requirements.lock pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

fmt: setup-dev  ## format the code
	$(BIN)/ruff format src tests bench docs tools
	$(BIN)/ruff check --fix src tests bench docs tools

check: setup-dev  ## lint, format, types, documentation
	$(BIN)/ruff check src tests bench docs tools
	$(BIN)/ruff format --check src tests bench docs tools
	$(BIN)/mypy
	$(BIN)/mypy --strict tests bench docs tools
	$(BIN)/python docs/generate.py --check

golden: setup-dev  ## rewrite expected outputs; read the diff
	$(BIN)/pytest -q tests/golden --golden-update

bench: setup-dev  ## measure; writes JSON to bench/results/
	$(BIN)/python bench/screening.py
	$(BIN)/python bench/lists.py
	$(BIN)/python bench/names_speed.py

calibrate: setup-dev  ## fit what points of a name are worth; needs ../shared/data/lists
	$(BIN)/python bench/quality/names/calibrate.py --write

fuzz: setup-dev  ## a few minutes of hostile input for every reader
	HYPOTHESIS_PROFILE=fuzz $(BIN)/pytest -q tests/properties -n auto

docs: setup-dev  ## rewrite the generated reference pages
	$(BIN)/python docs/generate.py

build: setup-dev  ## the wheel, and its install into an empty environment
	rm -rf dist $(VENV)-wheel
	$(BIN)/python -m build --wheel --outdir dist
	$(PYTHON) -m venv $(VENV)-wheel
	$(VENV)-wheel/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(VENV)-wheel/bin/pip install --quiet --disable-pip-version-check --no-deps dist/*.whl
	ENDUSE_HOME=$(RUN)/wheel-home $(VENV)-wheel/bin/enduse screen examples --json

clean:
	rm -rf $(VENV) $(VENV)-wheel $(RUN) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
