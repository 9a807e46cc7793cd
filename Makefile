# Wiredesk. `make help` lists what can be made.

PREFIX ?= /usr
SYSCONFDIR ?= /etc
DESTDIR ?=
SWIFT ?= swift

# Where `install-files` takes the programs from, and how it installs them (-s: without symbols).
BIN ?= .build/release
STRIP ?= -s --strip-program=Scripts/strip-program

SHARE = $(DESTDIR)$(PREFIX)/share
LIB = $(DESTDIR)$(PREFIX)/lib
TO_PREFIX = s|/usr/bin/wiredesk|$(PREFIX)/bin/wiredesk|g; s|/usr/lib/wiredesk|$(PREFIX)/lib/wiredesk|g

# Where `quality` and `bench` find real pages with annotated truth, and with which build they are read.
BENCH ?= ../shared/bench/extraction
# Where `analysis` finds annotated texts with their scorers.
ANALYSIS ?= ../shared/bench/analysis
# Where `analysis` finds questions with the pages that answer them; the pages are those of BENCH.
SEARCH ?= ../shared/bench/search
# Where `formats` finds sample files of all formats and their manifest.
FORMATS ?= ../shared/bench/formats
# How `formats` judges: against the floors by format; CHECK= demands every entry of the manifest.
CHECK ?= --floors
CONFIGURATION ?= release
STATIC = $(if $(filter release,$(CONFIGURATION)),--static-swift-stdlib)
FUZZ_SECONDS ?= 600

# Where manual pages are written before they are installed.
MANUALS ?= .build/manuals

.DEFAULT_GOAL := help
.PHONY: help packages build release run check test browser-test screenshots web-fuzz systemd-test newcomer-test quality formats analysis model bench bench-quick bench-web instructions bench-backlog fuzz format lint simulate torture power-cuts faults restarts hostile slow-writers hung-inbox systemd-torture sanitize deb compare-packages manuals install install-files clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

packages: ## Install the Debian packages that a build needs (as root; otherwise say which)
	@Scripts/require-packages Scripts/build-packages

build: packages ## Build for trying and testing
	$(SWIFT) build

release: packages ## Build for use: optimised, with the Swift runtime linked in
# One product after the other: all of them at once would link GRDB as a shared library too, which the static runtime is not made for.
	$(SWIFT) build -c release --static-swift-stdlib --product wiredesk-reader
	$(SWIFT) build -c release --static-swift-stdlib --product wiredesk
	$(SWIFT) build -c release --static-swift-stdlib --product wiredesk-web

# A debug build: it is there in half the time of a release build, and fast enough for the seeds.
run: build ## Build, drop the sample articles into ./var/inbox, start the desk on ./var and the web interface, whose link is printed
	@Scripts/require-packages Scripts/run-packages
	@mkdir -p var/inbox
	@cp -R seeds/. var/inbox/
# The interface ends with the desk: it is in the same foreground group, and gets Ctrl-C too.
	@.build/debug/wiredesk web --state ./var --listen 127.0.0.1:0 & web=$$!; \
	    .build/debug/wiredesk run --state ./var; status=$$?; kill $$web 2>/dev/null; exit $$status

check: packages ## Run the tests of the rooms, for each change: all but those that start the whole program
	@Scripts/require-packages Scripts/test-packages
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --skip ProgramTests

test: packages ## Run all tests
	@Scripts/require-packages Scripts/test-packages
	$(SWIFT) test

# The programs and the Python packages of the tests of the web interface.
.PHONY: browser-environment
browser-environment: packages
	@Scripts/require-packages Scripts/test-packages Scripts/browser-packages
	@Scripts/python-environment .build/browser Tests/browser/requirements.txt
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product wiredesk-reader
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product wiredesk
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product wiredesk-web

# BROWSER takes options of pytest, such as BROWSER='-k keys'.
browser-test: browser-environment ## Use the web interface by a real browser, with scripts and without, and look for what keeps people out
	WIREDESK=.build/$(CONFIGURATION)/wiredesk .build/browser/bin/python -m pytest -q -p no:cacheprovider Tests/browser $(BROWSER)

web-fuzz: packages ## Send the web interface requests that no browser sends, FUZZ_SECONDS=600 (SEED=N sends the same again)
	@Scripts/require-packages Scripts/test-packages
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product wiredesk-reader
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product wiredesk
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product wiredesk-web
	WIREDESK=.build/$(CONFIGURATION)/wiredesk Tests/browser/fuzz .build/fuzz/web --seconds $(or $(FUZZ_SECONDS),600) $(if $(SEED),--seed $(SEED))

screenshots: browser-environment ## Take a picture of each page at three widths in both themes (.build/screenshots)
	WIREDESK=.build/$(CONFIGURATION)/wiredesk .build/browser/bin/python Tests/browser/screenshots .build/screenshots

# The debug build takes three times as long. SIMULATE takes options, such as SIMULATE='--seed 7 --histories 1 --trace'.
simulate: packages ## Run 100,000 made-up histories of an inbox over the real desk, each by its seed (minutes)
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product Simulation
	.build/$(CONFIGURATION)/Simulation --histories 100000 --processes $(shell nproc) $(SIMULATE)

# Fifteen minutes at most. TORTURE takes options, such as TORTURE='--seed 1 --kills 50'.
torture: release ## Kill the desk 500 times over 20,000 files, and erase, prune, rebuild, backup and reread, and uploads, and prove that nothing is lost or doubled (minutes)
	@Scripts/require-packages Scripts/test-packages
	Tests/torture/kills $(TORTURE)
	Tests/torture/maintenance-kills
	Tests/torture/replacements
	Tests/torture/upload-kills
	Tests/torture/coarse-times

power-cuts: release ## Cut the power 50 times, and after each write of a short run (as root, minutes)
	@Scripts/require-packages Scripts/test-packages Scripts/torture-packages
	Tests/torture/power-cuts $(TORTURE)

faults: release ## Make disks, database and inboxes fail under a running desk (as root, minutes)
	@Scripts/require-packages Scripts/test-packages Scripts/torture-packages
	Tests/torture/faults $(TORTURE)

restarts: release ## Stop and kill the desk in the middle of a backlog of 200,000 files (minutes, 2 GB in TMPDIR)
	@Scripts/require-packages Scripts/test-packages
	Tests/torture/restarts $(TORTURE)

hostile: release ## Drop files that were made to hurt, to grow or to take for ever, stop the desk now and then, and ask for the status all the while
	@Scripts/require-packages Scripts/test-packages
	Tests/torture/hostile $(TORTURE)
	Tests/torture/long-steps

slow-writers: release ## Let another user write files slowly into the inbox, with CAP_LEASE and without (as root, a minute)
	@Scripts/require-packages Scripts/test-packages
	Tests/torture/slow-writers $(TORTURE)

hung-inbox: release ## Stop the file system of one inbox under a running desk (as root, a minute)
	@Scripts/require-packages Scripts/test-packages Scripts/torture-packages
	Tests/torture/hung-inbox $(TORTURE)

systemd-torture: deb ## Kill the service under a real systemd again and again (as root, minutes)
	@Scripts/require-packages Scripts/test-packages
	Tests/system/run --torture $(TORTURE)

sanitize: packages ## Run the tests and a short torture under the thread and address sanitizers (half an hour)
	@Scripts/require-packages Scripts/test-packages
	@Scripts/sanitize

systemd-test: deb ## Test the package under a real systemd (as root)
	@Scripts/require-packages Scripts/test-packages
	Tests/system/run
	Tests/system/run --web

# Builds everything in a bare Debian: half an hour on two cores.
newcomer-test: ## Build, run and check in a bare Debian with a Swift toolchain, as README says (as root, half an hour)
	Tests/system/newcomer $(NEWCOMER)

deb: release ## Build the Debian package, the same bytes from the same commit
	@Scripts/require-packages Scripts/deb-packages
	Scripts/make-deb $(BIN)

compare-packages: ## Build the package twice from the last commit and prove that the bytes are equal (minutes)
	@Scripts/require-packages Scripts/build-packages Scripts/deb-packages
	Scripts/compare-packages

manuals: ## Write the manual pages into .build/manuals (BIN=.build/debug for those of a debug build)
	@rm -rf $(MANUALS)
	Scripts/generate-manuals $(BIN)/wiredesk $(MANUALS)

# CONFIGURATION=debug measures with the debug build: the figures are the same, the pages take longer to read.
quality: packages ## Measure what is read of real pages against the pinned floors (BENCH=DIR)
	@[ -d "$(BENCH)/pages" ] || { echo "make quality: there are no pages in $(BENCH)/pages; name their folder: make quality BENCH=DIR" >&2; exit 1; }
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product wiredesk-reader
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product wiredesk
	@Scripts/quality .build/$(CONFIGURATION)/wiredesk $(BENCH) $(QUALITY)

analysis: packages ## Measure copies, stories, credits, quotations, names and searches against the pinned floors (ANALYSIS=DIR)
	@[ -d "$(ANALYSIS)/duplicates" ] || { echo "make analysis: there are no annotated texts in $(ANALYSIS); name their folder: make analysis ANALYSIS=DIR" >&2; exit 1; }
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product AnalysisBenchmark
	$(if $(filter release,$(CONFIGURATION)),$(SWIFT) build -c release $(STATIC) --product EntityTrainer)
	@Scripts/analysis .build/$(CONFIGURATION)/AnalysisBenchmark $(ANALYSIS) $(if $(filter release,$(CONFIGURATION)),--trainer .build/release/EntityTrainer) $(ANALYSIS_OPTIONS)
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product wiredesk-reader
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product wiredesk
	@[ ! -f "$(SEARCH)/score_search.py" ] || Scripts/search-quality .build/$(CONFIGURATION)/wiredesk $(SEARCH) $(BENCH)/pages

# The same texts give the same bytes. For English five folds for the calibration and one run over everything; for the other languages one fold.
model: packages ## Train the models that find names, from annotated texts (half an hour; ANALYSIS=DIR)
	@[ -f "$(ANALYSIS)/entities/dev.jsonl.gz" ] || { echo "make model: there is no $(ANALYSIS)/entities/dev.jsonl.gz; name the folder: make model ANALYSIS=DIR" >&2; exit 1; }
	$(SWIFT) build -c release $(STATIC) --product EntityTrainer
	gzip -dc "$(ANALYSIS)/entities/dev.jsonl.gz" >.build/entities.jsonl
	.build/release/EntityTrainer train english .build/entities.jsonl Training/gazetteers Sources/CEntityModel/english.model
	gzip -dc "$(ANALYSIS)/entities/train-other.jsonl.gz" >>.build/entities.jsonl
	.build/release/EntityTrainer train other .build/entities.jsonl Training/gazetteers Sources/CEntityModel/other.model
	for name in english other; do \
	    sed -i "s/^\/\/ $$name.model sha256 .*/\/\/ $$name.model sha256 $$(sha256sum Sources/CEntityModel/$$name.model | cut -d' ' -f1)/" \
	        Sources/CEntityModel/entity_model_bytes.S || exit 1; \
	done

formats: packages ## Read sample files of all formats and compare with their manifest (FORMATS=DIR)
	@[ -f "$(FORMATS)/manifest.jsonl" ] || { echo "make formats: there is no manifest in $(FORMATS); name its folder: make formats FORMATS=DIR" >&2; exit 1; }
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product wiredesk-reader
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product wiredesk
	@Scripts/formats .build/$(CONFIGURATION)/wiredesk $(FORMATS) $(CHECK)

bench: release ## Measure reading and the whole desk beside their peers; writes docs/performance.md (BENCH=DIR, BENCH_DESK=--quick)
	@[ -d "$(BENCH)/pages" ] || { echo "make bench: there are no pages in $(BENCH)/pages; name their folder: make bench BENCH=DIR" >&2; exit 1; }
	@Scripts/require-packages Scripts/bench-packages
	$(SWIFT) build -c release --static-swift-stdlib --product ReaderBenchmark
	$(SWIFT) build -c release --static-swift-stdlib --product ArchiveBenchmark
	@Scripts/bench .build/release/ReaderBenchmark .build/release/wiredesk $(BENCH) $(BENCH_OPTIONS)
	@Scripts/bench-desk .build/release/wiredesk .build/release/ArchiveBenchmark $(BENCH) --write docs/performance.md $(BENCH_DESK)

# Twenty minutes, most of them for the articles. ARTICLES=N takes fewer; the archive stays in BENCH_STATE for the next time.
BENCH_STATE ?= .build/web-archive
bench-web: packages ## Measure the pages of the web interface on a million made-up articles, and 200 readers beside the intake
	@Scripts/require-packages Scripts/bench-packages
	for product in wiredesk wiredesk-reader wiredesk-web ArchiveBenchmark; do \
	    $(SWIFT) build -c release --static-swift-stdlib --product $$product || exit 1; \
	done
	.build/release/ArchiveBenchmark fill $(BENCH_STATE) $(or $(ARTICLES),1000000)
	Benchmarks/web-pages .build/release/wiredesk $(BENCH_STATE)

# In under a minute once everything is built, and reports only: for each change. CONFIGURATION=debug measures a debug build, whose figures
# are to be compared with its own alone.
bench-quick: packages ## Measure a little of everything in a minute, and count instructions where valgrind is there
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product wiredesk-reader
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product wiredesk
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product ArchiveBenchmark
	$(SWIFT) build -c $(CONFIGURATION) $(STATIC) --product ReaderBenchmark
	@Benchmarks/instructions .build/$(CONFIGURATION)/ReaderBenchmark --configuration $(CONFIGURATION) --report
	@Scripts/bench-desk .build/$(CONFIGURATION)/wiredesk .build/$(CONFIGURATION)/ArchiveBenchmark $(BENCH) --quick --articles 2000 \
	    --no-peers --only pages texts latency

instructions: release ## Count the instructions of reading a page against the pinned ones (BENCH=DIR; INSTRUCTIONS=--pin)
	$(SWIFT) build -c release --static-swift-stdlib --product ReaderBenchmark
	@Benchmarks/instructions .build/release/ReaderBenchmark $(BENCH)/pages $(INSTRUCTIONS)

bench-backlog: release ## Measure how 20,000 and 200,000 waiting files are taken in (some minutes, 2 GB in TMPDIR)
	Benchmarks/backlog .build/release/wiredesk

fuzz: packages ## Feed the readers hostile bytes, FUZZ_SECONDS=600 for each target
	@FUZZ_SECONDS=$(FUZZ_SECONDS) Scripts/fuzz

format: ## Bring the sources into form
	$(SWIFT) format -i -r Package.swift Sources Tests Benchmarks Fuzz Training

lint: ## Check the form of the sources
	$(SWIFT) format lint --strict -r Package.swift Sources Tests Benchmarks Fuzz Training

install: release install-files ## Build for use and install (DESTDIR=, PREFIX=/usr)
	@[ -n "$(DESTDIR)" ] || printf '%s\n' 'Installed. As root:' \
	    '  systemd-sysusers && systemd-tmpfiles --create && journalctl --update-catalog' \
	    '  systemctl daemon-reload && systemctl enable --now wiredesk'

# Without building, so that it can install whatever was built: BIN=.build/debug STRIP=
install-files: manuals
	install -D -m 0755 $(STRIP) $(BIN)/wiredesk $(DESTDIR)$(PREFIX)/bin/wiredesk
	install -D -m 0755 $(STRIP) $(BIN)/wiredesk-reader $(LIB)/wiredesk/wiredesk-reader
	install -D -m 0755 $(STRIP) $(BIN)/wiredesk-web $(LIB)/wiredesk/wiredesk-web
	install -D -m 0755 systemd/instance-folders $(LIB)/wiredesk/instance-folders
	install -d $(LIB)/systemd/system
	sed '$(TO_PREFIX)' systemd/wiredesk.service >$(LIB)/systemd/system/wiredesk.service
	Scripts/instance-unit <systemd/wiredesk.service | sed '$(TO_PREFIX)' >$(LIB)/systemd/system/wiredesk@.service
	sed '$(TO_PREFIX)' systemd/wiredesk-hook@.service >$(LIB)/systemd/system/wiredesk-hook@.service
	sed '$(TO_PREFIX)' systemd/wiredesk-folders@.service >$(LIB)/systemd/system/wiredesk-folders@.service
	sed '$(TO_PREFIX)' systemd/wiredesk-web.service >$(LIB)/systemd/system/wiredesk-web.service
	cp systemd/wiredesk-web.socket $(LIB)/systemd/system/wiredesk-web.socket
	chmod 0644 $(LIB)/systemd/system/wiredesk*.service $(LIB)/systemd/system/wiredesk-web.socket
	install -D -m 0644 systemd/wiredesk.sysusers $(LIB)/sysusers.d/wiredesk.conf
	install -D -m 0644 systemd/wiredesk.tmpfiles $(LIB)/tmpfiles.d/wiredesk.conf
# systemd looks for catalogs in /usr/lib only.
	install -D -m 0644 systemd/wiredesk.catalog $(DESTDIR)/usr/lib/systemd/catalog/wiredesk.catalog
# A configuration that is there is the administrator's.
	[ -e $(DESTDIR)$(SYSCONFDIR)/wiredesk/wiredesk.yaml ] || \
	    install -D -m 0644 etc/wiredesk.yaml $(DESTDIR)$(SYSCONFDIR)/wiredesk/wiredesk.yaml
	install -d $(DESTDIR)$(SYSCONFDIR)/wiredesk/hooks
	for page in $(MANUALS)/*; do \
	    folder=$(SHARE)/man/man$${page##*.} && install -d $$folder && \
	    gzip -9n <$$page >$$folder/$${page##*/}.gz && chmod 0644 $$folder/$${page##*/}.gz || exit 1; \
	done
	install -d $(SHARE)/bash-completion/completions $(SHARE)/zsh/vendor-completions $(SHARE)/fish/vendor_completions.d
	$(BIN)/wiredesk --generate-completion-script bash | sed "1{/^#!/d}" >$(SHARE)/bash-completion/completions/wiredesk
	$(BIN)/wiredesk --generate-completion-script zsh >$(SHARE)/zsh/vendor-completions/_wiredesk
	$(BIN)/wiredesk --generate-completion-script fish >$(SHARE)/fish/vendor_completions.d/wiredesk.fish
	install -d $(SHARE)/doc/wiredesk/docs $(SHARE)/doc/wiredesk/examples
	install -m 0644 README.md CHANGELOG.md debian/copyright $(SHARE)/doc/wiredesk/
	install -m 0644 docs/*.md $(SHARE)/doc/wiredesk/docs/
	install -m 0755 etc/hooks/webhook $(SHARE)/doc/wiredesk/examples/webhook
	cp -R seeds $(SHARE)/doc/wiredesk/examples/ && find $(SHARE)/doc/wiredesk/examples/seeds -type f -exec chmod 0644 {} +
	gzip -9n <debian/changelog >$(SHARE)/doc/wiredesk/changelog.gz && chmod 0644 $(SHARE)/doc/wiredesk/changelog.gz

clean: ## Remove what was built (not ./var)
	rm -rf .build .build-*
