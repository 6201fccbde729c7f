# What people and CI run. Only Python 3.11 or newer and make are needed; everything else is set up in .venv.

PYTHON ?=
VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8000
JOBS ?= $(shell nproc 2>/dev/null || echo 1)
DEMO_DATABASE := sqlite:///data/demo.db
HASHED := --generate-hashes --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url
SOURCES := quotes schemas api bench tests

.DEFAULT_GOAL := help
.PHONY: help demo test lint types check hashes engine weights bench-weights bench-polnear bench-world bench-entities bench-posts bench-pages bench-pasted bench-language bench-extract bench-store bench-decisions bench-cards bench-speaker bench-verify bench-identity bench-rest bench-search torture torture-api torture-reading torture-callers docs docs-refresh docs-pictures clean

help:  ## Show what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1|\2/' | \
	while IFS='|' read -r target what; do printf '%-20s %s\n' "$$target" "$$what"; done

demo: $(VENV)/.installed  ## Read the samples, print their quotes, and serve the pages and the API
	@QUOTES_DATABASE=$(DEMO_DATABASE) $(BIN)/quotes ingest --show samples
	@QUOTES_DATABASE=$(DEMO_DATABASE) $(BIN)/quotes serve --host $(HOST) --port $(PORT) || \
	{ echo "If the port is taken: make demo PORT=8001" >&2; exit 1; }

test: $(VENV)/.installed-tests  ## Set up and run all tests
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile

lint: $(VENV)/.installed-tests  ## Check the style
	$(BIN)/ruff check .

types: $(VENV)/.installed-tests  ## Check the types of quotes/ and schemas/, laid out as they are installed
	@rm -rf build/types && mkdir -p build/types && cp -Rp quotes build/types/quotes && cp -Rp schemas build/types/quotes/schemas
	cd build/types && $(CURDIR)/$(BIN)/mypy --config-file $(CURDIR)/pyproject.toml -p quotes

check: $(VENV)/.installed-supply lint types  ## Style, types, the licences of all parts, and the list of parts in build/bill-of-materials.json
	@$(BIN)/python -m bench.supply.licences >/dev/null
	@$(BIN)/python -m bench.supply.bill_of_materials build/bill-of-materials.json

hashes: $(VENV)/.installed-supply  ## Write the hashes by which the image installs anew, after a change of constraints.txt
	@$(BIN)/uv pip compile -q pyproject.toml -c constraints.txt $(HASHED) -o requirements.txt
	@echo 'setuptools>=77' | $(BIN)/uv pip compile -q - $(HASHED) -o requirements-build.txt

engine: $(VENV)/.installed-tests  ## Write anew what readings say of the engine, after a change for which they differ
	@$(BIN)/python -m tests.corpus.engine_digest

weights: $(VENV)/.installed-tests  ## Learn the shipped weights anew from QUOTES_TEST_DATA: make weights MODEL=5
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m bench.weights --write "$(MODEL)"
	@$(BIN)/python -m tests.corpus.engine_digest

bench-weights: $(VENV)/.installed-tests  ## Whether the shipped weights are those that QUOTES_TEST_DATA gives (five minutes)
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m bench.weights

bench-polnear: $(VENV)/.installed  ## How often speakers are right, on the articles in QUOTES_TEST_DATA
	@$(BIN)/python -m bench.polnear --jobs $(JOBS)

bench-world: $(VENV)/.installed  ## Who said it everywhere: the world's press by name, names of nine regions, small articles
	@$(BIN)/python -m bench.world --jobs $(JOBS)

bench-entities: $(VENV)/.installed-tests  ## What capitalised words name, each region of the world read by the others' weights
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m bench.entities

bench-posts: $(VENV)/.installed  ## How often social posts are found, on the pages and texts in QUOTES_TEST_DATA
	@$(BIN)/python -m bench.posts --jobs $(JOBS)

bench-pages: $(VENV)/.installed  ## How web pages are read: time and words beside trafilatura's, and memory
	@$(BIN)/python -m bench.pages

bench-pasted: $(VENV)/.installed  ## What is left of a page's quotes when its visible text is copied and pasted
	@$(BIN)/python -m bench.pasted

bench-language: $(VENV)/.installed  ## How often the language of a paragraph is told rightly; needs UDHR_FOLDER or SENTENCES
	@$(BIN)/python -m bench.language

bench-extract: $(VENV)/.installed  ## How fast articles are read, and in how much memory
	@$(BIN)/python -m bench.extract

bench-cards: $(VENV)/.installed-tests  ## How long pictures of cards take, beside the bare renderer
	@$(BIN)/python -m bench.cards

bench-verify: $(VENV)/.installed  ## How often verification gives the right answer
	@$(BIN)/python -m bench.verify

bench-search: $(VENV)/.installed  ## How many questions find what they mean first, on the pages in QUOTES_TEST_DATA
	@$(BIN)/python -m bench.search

bench-identity: $(VENV)/.installed  ## How well speakers are linked over the articles in QUOTES_TEST_DATA
	@$(BIN)/python -m bench.identity

bench-rest: $(VENV)/.installed  ## The service under load, beside a route written by hand; needs wrk
	@$(BIN)/python -m bench.rest

torture: $(VENV)/.installed-tests  ## Kill, damage, fill and overload the service; ten minutes, a line of figures for each promise
	@$(BIN)/python -m bench.torture.run_all $(ONLY)

torture-api: $(VENV)/.installed-torture  ## Random requests against the running service, two seeds; some minutes, fewer with EXAMPLES=20
	@$(BIN)/python -m bench.torture.run $(if $(EXAMPLES),--examples $(EXAMPLES))

torture-reading: $(VENV)/.installed  ## Adversarial documents: growth of 2,000 kinds, and four of the worst at once; an hour
	@$(BIN)/python -m bench.torture.reading_growth --jobs $(JOBS)
	@$(BIN)/python -m bench.torture.reading_load

torture-callers: $(VENV)/.installed  ## Slow, silent, vanishing and heavy callers against the running service; builds its file once
	@$(BIN)/python -m bench.torture.callers
	@$(BIN)/python -m bench.torture.heavy

bench-store: $(VENV)/.installed  ## The store at a million quotes, beside SQL written by hand; builds its file once (minutes)
	@$(BIN)/python -m bench.store $(STORE)

bench-speaker: $(VENV)/.installed  ## How long the page of a speaker with 100,000 quotes takes
	@$(BIN)/python -m bench.speaker

bench-decisions: $(VENV)/.installed  ## Corrections, merges and takedowns at a million quotes, on the same file
	@$(BIN)/python -m bench.decisions $(STORE)

docs: $(VENV)/.installed-docs  ## Build the documentation's site into build/site
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict
	@echo "Built. Open build/site/index.html in a browser."

docs-refresh: $(VENV)/.installed-tests  ## Write the documents' tables and example outputs again, from the code
	@$(BIN)/python -m tests.docs.refresh

docs-pictures: $(VENV)/.installed-tests  ## Take the documents' pictures of pages again; needs Chromium
	@$(BIN)/python -m bench.doc_pictures

clean:  ## Remove what was set up; data/ stays
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.created:
	@found=; \
	for python in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11); do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "Python 3.11 or newer is needed; $(or $(PYTHON),python3) is $$($(or $(PYTHON),python3) --version 2>&1 | head -n 1)." >&2; \
	  echo "Install it (Debian, Ubuntu: apt-get install python3 python3-venv; macOS: brew install python@3.12;" >&2; \
	  echo "else https://www.python.org/downloads/), or say where it is: make $(or $(MAKECMDGOALS),demo) PYTHON=/path/to/python3.12" >&2; \
	  exit 1; \
	fi; \
	if ! $$found -c 'import ensurepip, venv' >/dev/null 2>&1; then \
	  echo "$$found has no module venv. On Debian and Ubuntu: apt-get install python3-venv, then make $(or $(MAKECMDGOALS),demo) again." >&2; \
	  exit 1; \
	fi; \
	echo "Setting up $(VENV) with $$($$found --version) …"; \
	$$found -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.created pyproject.toml setup.py constraints.txt
	@echo "Installing the parts listed in constraints.txt …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-torture: $(VENV)/.installed
	@echo "Installing what sends random requests …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[torture]'
	@touch $@

$(VENV)/.installed-tests: $(VENV)/.installed
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test,lint,train,docs]'
	@touch $@

$(VENV)/.installed-supply: $(VENV)/.installed-tests
	@echo "Installing what lists the parts …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[supply]'
	@touch $@

$(VENV)/.installed-docs: $(VENV)/.installed
	@echo "Installing what builds the documentation …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[docs]'
	@touch $@
