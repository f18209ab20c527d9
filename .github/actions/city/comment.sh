#!/usr/bin/env bash
# One comment a city, of what the pull request does to its submission. Its first line is a
# hidden mark: a later run finds the comment by it and writes over it.
set -euo pipefail

refused() {
  echo "::notice title=scmaster::Komentar tidak dapat ditulis: job ini tidak mempunyai izin" \
    "pull-requests: write, misalnya karena pull request datang dari fork."
  exit 0
}

if ! scmaster diff --help > /dev/null 2>&1; then
  echo "Versi scmaster ini belum mempunyai perintah diff; komentar dilewati."
  exit 0
fi
if ! base="$(git rev-parse -q --verify HEAD^1)"; then
  echo "::notice title=scmaster::Riwayat git tidak lengkap (pakai fetch-depth: 0 pada checkout);" \
    "komentar dilewati."
  exit 0
fi
mkdir -p "$RUNNER_TEMP/scmaster"
body="$RUNNER_TEMP/scmaster/komentar.md"
comments="repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments"
read -ra cities <<< "$CITIES"
for city in "${cities[@]}"; do
  if ! scmaster diff --format markdown -- "$city" "$base" > "$body"; then
    echo "Kota $city tidak dapat dibandingkan; komentar dilewati."
    continue
  fi
  MARK="$(head -n 1 "$body")"
  case "$MARK" in
    "<!-- scmaster-diff"*) ;;
    *) echo "Hasil diff tidak bertanda; komentar dilewati."; continue ;;
  esac
  export MARK
  earlier="$(gh api --paginate "$comments" --jq \
    '.[] | select(.user.type == "Bot" and (.body | startswith(env.MARK))) | .id')" || refused
  earlier="${earlier%%$'\n'*}"
  if [ -n "$earlier" ]; then
    gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$earlier" \
      -F "body=@$body" || refused
  else
    gh api --silent --method POST "$comments" -F "body=@$body" || refused
  fi
done
