# Wiredesk. `make help` lists what can be made.

PREFIX ?= /usr
SYSCONFDIR ?= /etc
DESTDIR ?=
SWIFT ?= swift

# Where `install-files` takes the programs from, and how it installs them (-s: without symbols).
BIN ?= .build/release
STRIP ?= -s

SHARE = $(DESTDIR)$(PREFIX)/share
LIB = $(DESTDIR)$(PREFIX)/lib

# Where `quality` and `bench` find real pages with annotated truth, and with which build they are read.
BENCH ?= ../shared/bench/extraction
# Where `analysis` finds annotated texts with their scorers.
ANALYSIS ?= ../shared/bench/analysis
CONFIGURATION ?= release
STATIC = $(if $(filter release,$(CONFIGURATION)),--static-swift-stdlib)
FUZZ_SECONDS ?= 600

.DEFAULT_GOAL := help
.PHONY: help packages build release run test systemd-test quality analysis bench bench-backlog fuzz format lint install install-files clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

packages: ## Install the Debian packages that a build needs (as root; otherwise say which)
	@Scripts/require-packages Scripts/build-packages

build: packages ## Build for trying and testing
	$(SWIFT) build

release: packages ## Build for use: optimised, with the Swift runtime linked in
# One product after the other: all of them at once would link GRDB as a shared library too, which the static runtime is not made for.
	$(SWIFT) build -c release --static-swift-stdlib --product wiredesk-reader
	$(SWIFT) build -c release --static-swift-stdlib --product wiredesk

# A debug build: it is there in half the time of a release build, and fast enough for the seeds.
run: build ## Build, drop the sample articles into ./var/inbox and start the desk on ./var
	@mkdir -p var/inbox
	@cp -R seeds/. var/inbox/
	@exec .build/debug/wiredesk run --state ./var

test: packages ## Run all tests
	@Scripts/require-packages Scripts/test-packages
	$(SWIFT) test

systemd-test: release ## Test the release build under a real systemd (as root)
	@Scripts/require-packages Scripts/test-packages
	Tests/system/run

# CONFIGURATION=debug measures with the debug build: the figures are the same, the pages take longer to read.
quality: packages ## Measure what is read of real pages against the pinned floors (BENCH=DIR)
	@[ -d "$(BENCH)/pages" ] || { echo "make quality: there are no pages in $(BENCH)/pages; name their folder: make quality BENCH=DIR" >&2; exit 1; }
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product wiredesk-reader
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product wiredesk
	@Scripts/quality .build/$(CONFIGURATION)/wiredesk $(BENCH) $(QUALITY)

analysis: packages ## Measure copies, stories and credits against the pinned floors (ANALYSIS=DIR)
	@[ -d "$(ANALYSIS)/duplicates" ] || { echo "make analysis: there are no annotated texts in $(ANALYSIS); name their folder: make analysis ANALYSIS=DIR" >&2; exit 1; }
	$(SWIFT) build -c release --static-swift-stdlib --product AnalysisBenchmark
	@Scripts/analysis .build/release/AnalysisBenchmark $(ANALYSIS) $(ANALYSIS_OPTIONS)

bench: release ## Measure the speed of reading beside other extractors from PyPI (BENCH=DIR)
	@[ -d "$(BENCH)/pages" ] || { echo "make bench: there are no pages in $(BENCH)/pages; name their folder: make bench BENCH=DIR" >&2; exit 1; }
	$(SWIFT) build -c release --static-swift-stdlib --product ReaderBenchmark
	@Scripts/bench .build/release/ReaderBenchmark .build/release/wiredesk $(BENCH) $(BENCH_OPTIONS)

bench-backlog: release ## Measure how 20,000 and 200,000 waiting files are taken in (some minutes, 2 GB in TMPDIR)
	Benchmarks/backlog .build/release/wiredesk

fuzz: packages ## Feed the readers hostile bytes, FUZZ_SECONDS=600 for each target
	@FUZZ_SECONDS=$(FUZZ_SECONDS) Scripts/fuzz

format: ## Bring the sources into form
	$(SWIFT) format -i -r Package.swift Sources Tests Benchmarks Fuzz

lint: ## Check the form of the sources
	$(SWIFT) format lint --strict -r Package.swift Sources Tests Benchmarks Fuzz

install: release install-files ## Build for use and install (DESTDIR=, PREFIX=/usr)
	@[ -n "$(DESTDIR)" ] || printf '%s\n' 'Installed. As root:' \
	    '  systemd-sysusers && systemd-tmpfiles --create && journalctl --update-catalog' \
	    '  systemctl daemon-reload && systemctl enable --now wiredesk'

# Without building, so that it can install whatever was built: BIN=.build/debug STRIP=
install-files:
	install -D -m 0755 $(STRIP) $(BIN)/wiredesk $(DESTDIR)$(PREFIX)/bin/wiredesk
	install -D -m 0755 $(STRIP) $(BIN)/wiredesk-reader $(LIB)/wiredesk/wiredesk-reader
	install -d $(LIB)/systemd/system
	sed 's|/usr/bin/wiredesk|$(PREFIX)/bin/wiredesk|' systemd/wiredesk.service >$(LIB)/systemd/system/wiredesk.service
	chmod 0644 $(LIB)/systemd/system/wiredesk.service
	install -D -m 0644 systemd/wiredesk.sysusers $(LIB)/sysusers.d/wiredesk.conf
	install -D -m 0644 systemd/wiredesk.tmpfiles $(LIB)/tmpfiles.d/wiredesk.conf
# systemd looks for catalogs in /usr/lib only.
	install -D -m 0644 systemd/wiredesk.catalog $(DESTDIR)/usr/lib/systemd/catalog/wiredesk.catalog
# A configuration that is there is the administrator's.
	[ -e $(DESTDIR)$(SYSCONFDIR)/wiredesk/wiredesk.yaml ] || \
	    install -D -m 0644 etc/wiredesk.yaml $(DESTDIR)$(SYSCONFDIR)/wiredesk/wiredesk.yaml
	install -d $(SHARE)/doc/wiredesk
	install -m 0644 README.md CHANGELOG.md LICENSE docs/*.md $(SHARE)/doc/wiredesk/

clean: ## Remove what was built (not ./var)
	rm -rf .build .build-*
