#!/usr/bin/env bash
# Hand the SARIF report to code scanning. GitHub's own upload action makes a fingerprint of the
# line and complains of any other; ours stays when the line moves, so it goes by the REST API.
set -euo pipefail

report="$RUNNER_TEMP/scmaster/scmaster.sarif"
[ -f "$report" ] || exit 0
packed="$RUNNER_TEMP/scmaster/sarif.gz.b64"
gzip -9 < "$report" | base64 | tr -d '\n' > "$packed"
if ! gh api --silent --method POST "repos/$GITHUB_REPOSITORY/code-scanning/sarifs" \
  -f "commit_sha=$GITHUB_SHA" -f "ref=$GITHUB_REF" -F "sarif=@$packed" -f tool_name=scmaster; then
  echo "::notice title=scmaster::Laporan tidak diterima code scanning: repositori ini" \
    "belum mengaktifkannya, atau job ini tidak mempunyai izin security-events: write."
fi
