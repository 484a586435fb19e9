# Two commands do everything on a fresh machine with a Swift toolchain: `make` builds the tool and the site, `make test` runs
# every test. Debian packages that are missing are installed first (.ci/packages), and programs in Python that tests compare with
# (.ci/python); when none is, that step takes no time.

SWIFT ?= swift
BUILD_PACKAGES = libcmark-gfm-dev libcmark-gfm-extensions-dev libsqlite3-dev
TEST_PACKAGES = $(BUILD_PACKAGES) cmark-gfm python3-venv chromium default-jre-headless

.PHONY: all build export test browser verify hostile fuzz bench lint install dist clean

all: build
	.build/release/augury build

build:
	@flags=$$(.ci/packages $(BUILD_PACKAGES)) && set -x && $(SWIFT) build -c release --static-swift-stdlib --product augury $$flags

test: lint
	@flags=$$(.ci/packages $(TEST_PACKAGES)) && .ci/python && set -x && $(SWIFT) test $$flags && Tests/Browser/run .build/debug/augury

# The site alone, in a real browser: every bar it is held to, and the paths of its users.
browser: build
	@.ci/packages $(TEST_PACKAGES) >/dev/null && .ci/python && Tests/Browser/run .build/release/augury

# Makes anew what the repository itself offers to AI tools: .agents/skills/ and .claude-plugin/, of content/. A test holds them fresh.
export: build
	.build/release/augury export --target agent-skills,claude-plugin --into .

# The examples of content/ on every engine that can be had, after the engines themselves; ENGINES=core are those that are quick to have.
ENGINES = all

verify:
	@engines=$$(.ci/engines $(ENGINES)) && flags=$$(.ci/packages $(BUILD_PACKAGES)) && export AUGURY_ENGINES=$$engines AUGURY_ENGINE_SET=$(ENGINES) && set -x && \
	  $(SWIFT) test $$flags --filter ExamplesTests && .build/debug/augury verify --all

# The largest hostile files, at the speed that users have.
hostile:
	@flags=$$(.ci/packages $(TEST_PACKAGES)) && set -x && $(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build/hostile \
	  --filter HostileTests $$flags

# Each target of the fuzzer for FUZZ_SECONDS seconds; what it finds lies in .build/fuzz/found.
FUZZ_TARGETS =

fuzz:
	@flags=$$(.ci/packages $(BUILD_PACKAGES)) && set -x && AUGURY_FUZZ=1 $(SWIFT) build -c release --sanitize fuzzer --product Fuzz \
	  --scratch-path .build/fuzz/build $$flags
	Tests/Fuzz/run .build/fuzz/build/release/Fuzz .build/fuzz $(FUZZ_TARGETS)

# Figures against the bare loop over libcmark-gfm; Tests/Bench/run says what can be set. Its library takes Swift's flags but -Xcc.
BENCH = .build/bench
BENCH_CC = $$(command -v cc || command -v clang) -std=c11 -D_GNU_SOURCE -O2 -Wall -Wextra -Werror

bench: build
	mkdir -p $(BENCH)
	$(BENCH_CC) -o $(BENCH)/library Tests/Bench/Library/*.c Tests/Bench/files.c
	$(BENCH_CC) -o $(BENCH)/measure Tests/Bench/measure.c
	flags=$$(.ci/packages $(BUILD_PACKAGES) | sed 's/-Xcc //g') && $(BENCH_CC) -o $(BENCH)/floor Tests/Bench/floor.c \
	  Tests/Bench/files.c $$flags -l:libcmark-gfm-extensions.a -l:libcmark-gfm.a
	Tests/Bench/run

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

# Where `install` puts things; DESTDIR is for those who make packages.
PREFIX ?= /usr/local
install: build
	install -D -m 755 .build/release/augury $(DESTDIR)$(PREFIX)/bin/augury
	install -D -m 644 LICENSE $(DESTDIR)$(PREFIX)/share/doc/augury/LICENSE

# The release archive: the same bytes from the same binary, wherever and whenever it is packed.
dist: build
	.ci/dist .build/release/augury

clean:
	rm -rf .build dist site/public
