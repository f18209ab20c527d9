#!/usr/bin/env bash
# Install the scmaster that this action came with, in an environment of its own.
set -euo pipefail

place="$RUNNER_TEMP/scmaster"
source="$(cd "$GITHUB_ACTION_PATH/../../.." && pwd)"
python -m venv "$place/venv"
bin="$place/venv/bin"
[ -d "$bin" ] || bin="$place/venv/Scripts" # Windows
"$bin/python" -m pip install --quiet --disable-pip-version-check \
  --constraint "$source/constraints.txt" "$source"
echo "$bin" >> "$GITHUB_PATH"
