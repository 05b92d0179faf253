# What one does here. Everything installed goes into .venv; PORT=8502 make run serves on another port.

PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin

.PHONY: help run serve demo test test-slow test-long check lint format bench peers fonts icons bundle port chromium

help:
	@echo "make run        serve the dashboard on 127.0.0.1:$(PORT)"
	@echo "make serve      the same for the whole network, with a QR code for the people in the room"
	@echo "make demo       the same with invented data"
	@echo "make test       run the tests"
	@echo "make test-slow  the others that a commit must pass: in Chromium, over files and processes"
	@echo "make test-long  the same with many more examples and every combination: an hour or more"
	@echo "make check      format, lint, types and tests: what must hold before a commit"
	@echo "make lint       the same without the tests"
	@echo "make format     put the code into shape"
	@echo "make bench      measure speed and load, with Superset and Datasette where make peers has been run"
	@echo "make peers      install Superset and Datasette, each on its own, only to be measured beside"
	@echo "make fonts      cut the small text fonts anew after new words"
	@echo "make bundle     merge Streamlit's scripts anew after another version of it or new words"
	@echo "make icons      cut the icon font anew after a change of static/icons.txt"

run: .venv/installed port
	$(BIN)/python -m dashboard init
	$(BIN)/streamlit run app.py --server.port $(PORT)

# For the people in the room: DASHBOARD_PUBLIC_URL is what the QR code shows. Told its own address, Streamlit does not
# ask the internet for it.
serve: .venv/installed port
	$(BIN)/python -m dashboard init
	HOST=$$(hostname -I | cut -d' ' -f1); \
	DASHBOARD_PUBLIC_URL="$${DASHBOARD_PUBLIC_URL:-http://$$HOST:$(PORT)}" \
	$(BIN)/streamlit run app.py --server.port $(PORT) --server.address 0.0.0.0 --browser.serverAddress "$$HOST"

demo: .venv/installed port data/demo.duckdb
	DASHBOARD_DATABASE=data/demo.duckdb $(BIN)/streamlit run app.py --server.port $(PORT)

# Two workers, each with a browser and servers of its own; what shares them stays together, the longest first.
TWO_WORKERS := -n 2 --dist loadgroup --no-loadscope-reorder

test: .venv/installed-dev chromium
	$(BIN)/python -m pytest $(TWO_WORKERS)

test-slow: .venv/installed-dev chromium
	$(BIN)/python -m pytest $(TWO_WORKERS) --slow

test-long: .venv/installed-dev chromium
	$(BIN)/python -m pytest $(TWO_WORKERS) --long

check: lint test

lint: .venv/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: .venv/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/installed-dev
	$(BIN)/python -m benchmarks

peers:
	PYTHON=$(PYTHON) bash benchmarks/peers.sh

icons: .venv/installed-dev
	$(BIN)/python scripts/icons.py

bundle: .venv/installed-dev
	$(BIN)/python -m scripts.streamlit_scripts

fonts: .venv/installed-dev
	$(BIN)/python scripts/fonts.py

# Made beside its place and moved there when it is whole.
data/demo.duckdb: | .venv/installed
	rm -f $@.part*
	$(BIN)/python -m dashboard demo --database $@.part
	mv $@.part $@

.venv/installed: requirements.txt
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || \
	{ echo "Python 3.11 or newer is needed; PYTHON=python3.12 make run names another one."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --requirement requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt requirements-lifelines.txt .venv/installed
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --requirement requirements-dev.txt
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --requirement requirements-lifelines.txt
	@touch $@

port:
	@$(PYTHON) -c "import socket as s; p = s.socket(); p.setsockopt(s.SOL_SOCKET, s.SO_REUSEADDR, 1); \
	p.bind(('127.0.0.1', $(PORT)))" 2>/dev/null || \
	{ echo "Port $(PORT) is already in use: stop what uses it, or choose another with PORT=8502 make run."; exit 1; }

# The browser of the browser tests, from the distribution: its headless shell where there is one.
APT_INSTALL := apt-get install -q -y --no-install-recommends
chromium:
	@command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -q && { $(APT_INSTALL) chromium-headless-shell || $(APT_INSTALL) chromium; }; \
	elif sudo -n true 2>/dev/null && command -v apt-get >/dev/null; then \
		sudo apt-get update -q && { sudo $(APT_INSTALL) chromium-headless-shell || sudo $(APT_INSTALL) chromium; }; \
	else \
		echo "The browser tests need Chromium: install the package chromium (Debian: apt install chromium)."; exit 1; \
	fi
