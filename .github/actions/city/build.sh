#!/usr/bin/env bash
# The documents of each city; over errors as a draft, which is stamped on every page.
set -euo pipefail

read -ra cities <<< "$CITIES"
for city in "${cities[@]}"; do
  out="$RUNNER_TEMP/scmaster/dokumen/$city"
  scmaster build --out "$out" --report brief -- "$city" \
    || scmaster build --out "$out" --report brief --draft -- "$city" \
    || echo "::notice title=scmaster::Dokumen kota $city tidak dapat disusun; lihat temuannya."
done
