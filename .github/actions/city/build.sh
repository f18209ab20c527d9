#!/usr/bin/env bash
# The documents of each city; over errors as a draft, which is stamped on every page.
set -euo pipefail

read -ra cities <<< "$CITIES"
for city in "${cities[@]}"; do
  out="$RUNNER_TEMP/scmaster/dokumen/$city"
  scmaster build --out "$out" -- "$city" > /dev/null 2>&1 \
    || scmaster build --draft --out "$out" -- "$city" \
    || true # a draft over errors fails, and is written all the same
  [ -d "$out" ] || echo "::notice title=scmaster::Dokumen kota $city tidak dapat disusun."
done
