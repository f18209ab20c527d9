"""What a new workspace begins with: settings, what git leaves out, an editor's, CI, a page."""

import json

from scmaster import __version__, resources, settings
from scmaster.model.formats import CURRENT

GITIGNORE = """\
# Berkas eviden disimpan di luar git; sidiknya dicatat di evidence.lock.
cities/*/files/
build/
"""

VSCODE = (
    json.dumps(
        {
            "yaml.schemas": {
                "schema/city.schema.json": "cities/**/*.yaml",
                "schema/pillars.schema.json": "pillars/**/*.yaml",
                "schema/form.schema.json": "**/templates/*/form.yaml",
                "schema/settings.schema.json": "scmaster.yaml",
            },
            "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
        },
        indent=2,
    )
    + "\n"
)
"""Settings of VS Code with the extension of Red Hat for YAML."""

SETTINGS = f"""\
# yaml-language-server: $schema=schema/settings.schema.json
# Setelan untuk semua kota di ruang kerja ini. Yang tidak ditulis berlaku seperti bawaannya.
settings:
  format: {CURRENT}
  # evidence_folder: /berbagi/eviden/{{city}}   # bawaannya cities/<kota>/files
  # default_submission: evaluasi-2026         # ditinjau bila --submission tidak disebut
  # numbers: id                               # di formulir 1.234 berarti seribu lebih
  # severities:                               # berat temuan yang lain dari bawaannya
  #   - code: SCM305
  #     severity: error
  #   - code: SCM333
  #     severity: note
  #     reason: Daftar sumber dipakai bersama beberapa kota.
  # local_rules: tidak                        # ya: jalankan aturan di checks/ (isinya program)
"""

README = """\
# Eviden kota cerdas

Repositori ini memuat data kota cerdas dan evidennya, satu folder tiap kota di `cities/`. Berkasnya
diperiksa dan dokumennya disusun dengan `scmaster`.

## Mulai

    pip install scmaster
    scmaster new nama-kota --name "Kota Contoh" --province "Nama Provinsi" --code 99.99

Ganti `nama-kota`, nama resmi, provinsi, dan kode wilayah Kemendagri. Isi berkas yang terbentuk;
yang belum diketahui dikosongkan, dan sebabnya ditulis di `note`.

## Setiap hari

    scmaster status nama-kota     # apa yang kurang, dan dari siapa
    scmaster check nama-kota      # apa yang keliru, di baris berapa
    scmaster build nama-kota      # dokumen untuk asesor, di build/nama-kota/

`scmaster --help` menyebut perintah lainnya, dan `scmaster explain KODE` menjelaskan sebuah temuan.

## Isi folder

- `cities/` data tiap kota, dalam YAML.
- `scmaster.yaml` setelan untuk semua kota.
- `schema/` untuk editor; diperbarui dengan `scmaster schema`.
- `pillars/`, `templates/`, dan `checks/` (bila ada) instrumen, templat, dan aturan milik sendiri.
- `build/` hasil; tidak dicatat di git.

Berkas eviden tidak dicatat di git. Letaknya di `cities/<kota>/files/`, atau di folder yang disebut
di `scmaster.yaml`.
"""

GITHUB = """\
# Setiap usulan perubahan diperiksa: temuannya tampak di samping barisnya, dokumennya di artefak.
# Yang dipasang dapat diganti dengan variabel repositori SCMASTER, misalnya alamat wheel.
name: scmaster
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  scmaster:
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
          fetch-depth: 0
      - uses: actions/setup-python@a309ff8b426b58ec0e2a45f0f869d46889d02405 # v6.2.0
        with:
          python-version: "3.13"
      - name: Pasang scmaster
        env:
          SCMASTER: ${{{{ vars.SCMASTER || 'scmaster=={version}' }}}}
        run: python -m pip install --quiet --disable-pip-version-check "$SCMASTER"
      - name: Periksa
        run: scmaster check
      - name: Susun dokumen
        if: ${{{{ !cancelled() }}}}
        run: |
          for folder in cities/*/; do
            city="$(basename "$folder")"
            scmaster build --draft --out "build/$city" -- "$city" || true
          done
      - if: ${{{{ !cancelled() }}}}
        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0
        with:
          name: dokumen
          path: build
          if-no-files-found: ignore
"""

CI = ("github", "gitlab", "none")
"""Where a workspace's pull requests are checked."""


def beside() -> dict[str, str]:
    """Return what a city's files need beside them, by name."""
    return {settings.NAME: SETTINGS, ".vscode/settings.json": VSCODE, ".gitignore": GITIGNORE}


def files(ci: str) -> dict[str, str]:
    """Return all files of a workspace but the schemas, by name; `ci` is one of `CI`."""
    made = {"README.md": README} | beside()
    if ci == "github":
        made[".github/workflows/scmaster.yml"] = GITHUB.format(version=__version__)
    if ci == "gitlab":
        ours = resources.shipped(".gitlab") / "scmaster.gitlab-ci.yml"
        made[".gitlab-ci.yml"] = ours.read_text("utf-8")
    return made
