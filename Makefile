# Two commands on a fresh machine with Python 3.11 or newer: `make build` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: build test lint docs reference pictures clean

build: $(VENV)/.ready
	$(BIN)/scmaster build balikpapan

test: $(VENV)/.ready lint
	$(BIN)/pytest -n 2 --dist loadfile

lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.ready
	$(BIN)/zensical build --clean --strict
	@echo "dist/docs/index.html"

reference: $(VENV)/.ready
	$(BIN)/python .ci/reference.py

pictures: $(VENV)/.ready
	$(BIN)/python .ci/pictures.py

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed')"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]"
	touch $@

clean:
	rm -rf $(VENV) build dist
