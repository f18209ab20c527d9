#!/usr/bin/env bash
# Which cities: those asked for; in a pull request those it changes; else all of them.
# A change of pillars/ or templates/ concerns every city.
set -euo pipefail

all() { find cities -mindepth 1 -maxdepth 1 -type d ! -name '.*' -exec basename {} \; | sort; }

chosen="$CITIES"
if [ -z "$chosen" ] && [ "$EVENT" = pull_request ] && git rev-parse -q --verify HEAD^1 >/dev/null; then
  changed="$(git -c core.quotePath=false diff --name-only HEAD^1 HEAD -- cities pillars templates)"
  if grep -qE '^(pillars|templates)/' <<< "$changed"; then
    chosen="$(all)"
  else
    names="$(sed -nE 's|^cities/([^/]+)/.*|\1|p' <<< "$changed" | sort -u)"
    chosen="$(comm -12 <(all) <(printf '%s\n' "$names"))" # a city that is gone is not checked
  fi
  [ -n "$chosen" ] || echo "Tidak ada kota yang berubah."
elif [ -z "$chosen" ]; then
  chosen="$(all)"
fi
echo "cities=$(tr -s ' \n' ' ' <<< "$chosen" | sed 's/^ //; s/ $//')" >> "$GITHUB_OUTPUT"
