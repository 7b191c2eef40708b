# The commands of the platform. Each works on a fresh machine with python3-venv and make, installs what it lacks
# and says what it does. The work itself is in scripts/.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

# Stamps: what stands need not be done again.
RUNTIME := $(VENV)/.runtime
DEVELOP := $(VENV)/.develop
NODE := node_modules/.package-lock.json
CATALOGUE := locale/zh_Hans/LC_MESSAGES/django

.DEFAULT_GOAL := help
.PHONY: help run test test-deep check pictures guide bench seed requirements lock messages fonts install clean

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

run: $(RUNTIME) $(NODE) $(CATALOGUE).mo fonts ## Start the platform with its demo (PORT, DATA_DIR, DEMO_PASSWORD)
	@exec $(BIN)/python -m scripts.run

test: install browser ## Run the suite: embedded always, PostgreSQL + Redis where they answer (ARGS for pytest)
	@$(BIN)/python -m scripts.test $(ARGS)

test-deep: install browser ## Run the long randomised and large-data tests
	@$(BIN)/python -m scripts.test -m deep --dist load -rA $(ARGS)

check: install ## Lint, format, types, templates, layers, migrations, translations, deployment settings
	@sh scripts/system_packages.sh gettext
	@sh scripts/check.sh $(BIN)

pictures: install browser ## Make contact sheets of the pages in build/pictures (ARGS: words in their names)
	@$(BIN)/python -m tests.pictures $(ARGS)

guide: install browser ## Make the pictures of docs/guide again
	@$(BIN)/python -m tests.guide

bench: install ## Measure documents, the publisher and, on PostgreSQL, pages
	@$(BIN)/python manage.py bench $(ARGS)

seed: install ## Fill an empty database with the demo campaign
	@DEMO_MODE=1 $(BIN)/python manage.py migrate --verbosity=0
	@DEMO_MODE=1 $(BIN)/python manage.py seed_demo --if-empty

requirements: install ## List the requirements and the tests that prove them, tab-separated
	@$(BIN)/python -m tests.requirements

lock: $(DEVELOP) ## Compile the lock files from requirements*.in and package.json (UPGRADE=1 for newer versions)
	@sh scripts/lock.sh $(BIN)

messages: $(DEVELOP) ## Bring the catalogue of translations up to date with code and templates
	@sh scripts/system_packages.sh gettext
	@$(BIN)/python -m scripts.messages update

fonts: $(RUNTIME) ## Fetch the fonts of the documents, and WeasyPrint's libraries
	@$(BIN)/python manage.py install_fonts

install: $(RUNTIME) $(DEVELOP) $(NODE) $(CATALOGUE).mo fonts ## Install everything for development

clean: ## Remove what was made or installed, but not the data in var
	rm -rf $(VENV) node_modules build .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
	find locale -name '*.mo' -delete

$(RUNTIME): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=..." if sys.version_info < (3, 11) else 0)'
	@echo "Installing Python packages into $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(DEVELOP): requirements-dev.txt $(RUNTIME)
	@echo "Installing Python packages for development into $(VENV) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(NODE): package-lock.json | $(RUNTIME)
	@$(BIN)/python -m scripts.node_packages
	@touch $@

$(CATALOGUE).mo: $(CATALOGUE).po | $(RUNTIME)
	@$(BIN)/pybabel --quiet compile --domain=django --directory=locale

.PHONY: browser
browser: # libatomic1 is what Playwright's own node needs
	@sh scripts/system_packages.sh chromium fonts-noto-cjk libatomic1
