# make run              a conversation
# make run Q="..."      one question
# make install          the program, its files, manual page and completions, below PREFIX (/usr/local)
# make uninstall        takes them away again
# make test             the tests
# make score            how well the sample questions are answered; SHOW=wrong prints those that are not
# make transcripts      writes the replies of the test conversations anew, to be read before they are kept
# make bench            how fast it is, against the sqlite3 shell
# make bench-import     how fast files are imported, against sqlite3 .import; MONTH=FILE names a real street file
# make lint             the layout of the Swift files
#
# What has to be there besides Swift 6.1 or later is installed first, when it is missing.

.PHONY: run build install uninstall test score bench bench-import transcripts lint setup

export QUESTION = $(value Q)

missing := $(strip \
	$(if $(wildcard /usr/include/sqlite3.h),,libsqlite3-dev) \
	$(if $(wildcard /usr/include/readline/readline.h),,libreadline-dev) \
	$(if $(wildcard /usr/include/minizip/unzip.h),,libminizip-dev) \
	$(if $(wildcard /usr/include/nettle/sha2.h),,nettle-dev))
as_root := $(if $(filter 0,$(shell id -u)),,sudo)
install := $(as_root) env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $(missing)

run: build
	@$(PROGRAM) $(if $(QUESTION),-- "$$QUESTION")

# DESTDIR stands before every path, for whoever makes a package. The tests set PROGRAM and MANUAL to what is built.
PREFIX ?= /usr/local
PROGRAM ?= .build/release/askcsp
MANUAL ?= .build/release/generate-manual

install: build
	swift build -c release --product generate-manual
	@PROGRAM="$(PROGRAM)" MANUAL="$(MANUAL)" PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" Tools/install/install

uninstall:
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" Tools/install/uninstall

# A program with everything in it starts in half the time of one that has to find its libraries first. It needs the
# libraries in the form to be built in; where one of them is missing, it is built to find them. The warnings about
# parts of Foundation that look up users and hosts are left out: the program does neither. Types are named where they
# are used (the last line): found by their mangled names, each would have the runtime go through every conformance of
# the program at each start.
static := --static-swift-stdlib -Xswiftc -static-executable -Xlinker -ltinfo \
	-Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
build: setup
	@mkdir -p .build
	@swift build -c release --product askcsp $(static) 2>.build/static.log >&2 \
		|| { echo "A program with its libraries built in cannot be made here; see .build/static.log." >&2; \
		     swift build -c release --product askcsp; }

test: setup
	swift build --product generate-manual
	swift test

score: setup
	@swift run --quiet score-samples $(if $(SHOW),--show $(SHOW))

bench: build
	swift build -c release --product bench
	@.build/release/bench $(if $(QUICK),--quick) .build/release/askcsp

bench-import: build
	@Tools/bench-import .build/release/askcsp $(MONTH)

transcripts: setup
	ASKCSP_REWRITE=1 swift test --filter TranscriptTests

lint:
	swift format lint --strict --recursive Sources Tests Plugins Tools Package.swift

# The lists of packages may be old, or not be there at all; they are fetched only when it cannot do without.
setup:
ifneq ($(missing),)
	@command -v apt-get >/dev/null || { echo "Install $(missing), or what your system calls them." >&2; exit 1; }
	@echo "Installing $(missing)"
	@$(install) || { $(as_root) apt-get update && $(install); }
endif
