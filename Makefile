# Two commands do everything on a fresh machine with a Swift toolchain: `make` builds the tool and the site, `make test` runs
# every test. Debian packages that are missing are installed first (.ci/packages); when none is, that step takes no time.

SWIFT ?= swift
BUILD_PACKAGES = libcmark-gfm-dev libcmark-gfm-extensions-dev
TEST_PACKAGES = $(BUILD_PACKAGES) cmark-gfm

.PHONY: all build test lint clean

all: build
	.build/release/augury build

build:
	@flags=$$(.ci/packages $(BUILD_PACKAGES)) && set -x && $(SWIFT) build -c release --static-swift-stdlib --product augury $$flags

test: lint
	@flags=$$(.ci/packages $(TEST_PACKAGES)) && set -x && $(SWIFT) test $$flags

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

clean:
	rm -rf .build site/public
