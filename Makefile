# make run              a conversation
# make run Q="..."      one question
# make test             the tests
# make score            how well the sample questions are answered; SHOW=wrong prints those that are not
# make transcripts      writes the replies of the test conversations anew, to be read before they are kept
# make lint             the layout of the Swift files
#
# What has to be there besides Swift 6.1 or later is installed first, when it is missing.

.PHONY: run test score transcripts lint setup

export QUESTION = $(value Q)

missing := $(strip \
	$(if $(wildcard /usr/include/sqlite3.h),,libsqlite3-dev) \
	$(if $(wildcard /usr/include/readline/readline.h),,libreadline-dev) \
	$(if $(wildcard /usr/include/minizip/unzip.h),,libminizip-dev) \
	$(if $(wildcard /usr/include/nettle/sha2.h),,nettle-dev))
as_root := $(if $(filter 0,$(shell id -u)),,sudo)
install := $(as_root) env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $(missing)

run: setup
	swift build -c release --product askcsp
	@.build/release/askcsp $(if $(QUESTION),-- "$$QUESTION")

test: setup
	swift test

score: setup
	@swift run --quiet score-samples $(if $(SHOW),--show $(SHOW))

transcripts: setup
	ASKCSP_REWRITE=1 swift test --filter TranscriptTests

lint:
	swift format lint --strict --recursive Sources Tests Plugins Package.swift

# The lists of packages may be old, or not be there at all; they are fetched only when it cannot do without.
setup:
ifneq ($(missing),)
	@command -v apt-get >/dev/null || { echo "Install $(missing), or what your system calls them." >&2; exit 1; }
	@echo "Installing $(missing)"
	@$(install) || { $(as_root) apt-get update && $(install); }
endif
