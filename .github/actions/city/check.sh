#!/usr/bin/env bash
# Findings beside their lines, and kept for code scanning; fails where the cities have errors.
set -euo pipefail

read -ra cities <<< "$CITIES"
mkdir -p "$RUNNER_TEMP/scmaster"
scmaster check --format sarif --output "$RUNNER_TEMP/scmaster/scmaster.sarif" \
  -- "${cities[@]}" > /dev/null || true # what is wrong is told below
strict=()
[ "$STRICT" != true ] || strict=(--strict)
scmaster check --format github ${strict[@]+"${strict[@]}"} -- "${cities[@]}"
