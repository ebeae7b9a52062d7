# make demo   a first look: problems from specs/ on the screen
# make test   install into .venv and run the tests
# make slow   the long runs, of which `make test` runs a sampled part
# make docs   the pages of docs/ as HTML, in out/docs
# make lint   what .ci/run checks besides: ruff, mypy, import-linter
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: demo test slow lint docs clean

# One stamp a set of extras: installing again only when pyproject.toml has changed.
$(VENV)/.base: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	# compiled once here, so that the first command does not pay for it, wherever bytecode is not written
	$(BIN)/python -m compileall -q compiler runtime src/mspec
	touch $@

$(VENV)/.test: $(VENV)/.base
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@

$(VENV)/.lint: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[lint]'
	touch $@

$(VENV)/.docs: $(VENV)/.base
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	touch $@

demo: $(VENV)/.base
	$(BIN)/mspec check specs
	$(BIN)/mspec generate specs -n 1000 --seed 1 -o out/demo.jsonl
	$(BIN)/mspec verify out/demo.jsonl --specs specs
	$(BIN)/mspec show out/demo.jsonl -n 2

test: $(VENV)/.test
	$(BIN)/python -m pytest -n auto -m "not slow"

slow: $(VENV)/.test
	$(BIN)/python -m pytest -n auto -m slow

lint: $(VENV)/.lint
	$(BIN)/ruff check --output-format concise compiler runtime src tests benchmarks docs
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.docs
	$(BIN)/sphinx-build -W --keep-going -q -b html docs out/docs

clean:
	rm -rf $(VENV) out build dist src/*.egg-info
