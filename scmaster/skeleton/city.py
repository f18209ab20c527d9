"""What a new city begins with: files that explain themselves, and nothing invented in them.

Every section is there, empty; an example stands beside it as a comment, for what is not known
is left out.
"""

import json
from dataclasses import dataclass

SCHEMA = "# yaml-language-server: $schema=../../schema/city.schema.json\n"


@dataclass(frozen=True)
class Identity:
    """What must be known of a city to begin."""

    slug: str
    name: str
    kind: str
    """`kota` or `kabupaten`."""
    province: str
    region_code: str


def files(about: Identity) -> dict[str, str]:
    """Return the content of each of a new city's files, by its name."""
    kota = KOTA.format(
        slug=about.slug,
        name=json.dumps(about.name, ensure_ascii=False),
        kind=about.kind,
        province=json.dumps(about.province, ensure_ascii=False),
        code=about.region_code,
    )
    return {name: SCHEMA + text for name, text in (FILES | {"kota.yaml": kota}).items()}


KOTA = """\
# Siapa kota ini. Yang tidak diketahui dikosongkan; sebabnya ditulis di note.
city:
  id: {slug}
  name: {name}
  kind: {kind}
  province: {province}
  region_code: "{code}"
  # facts:                       # angka profil kota, masing-masing dengan sumbernya
  #   - name: Jumlah penduduk
  #     value: 700000            # tanpa titik ribuan; desimal dengan titik: 1250.5
  #     unit: jiwa
  #     as_of: 2024              # 2024, 2024-06, atau 2024-06-30
  #     source: src-bps-2024
"""

FILES = {
    "opd.yaml": """\
# Perangkat daerah. Nama lama tetap dicatat: isi valid_to dan successor.
opd:
  # - id: diskominfo
  #   name: Dinas Komunikasi dan Informatika
  #   short_name: Diskominfo
""",
    "perencanaan.yaml": """\
# RPJPD, RPJMD, Renstra, dan masterplan kota cerdas.
planning:
  # - id: rpjmd-2025
  #   kind: rpjmd
  #   title: RPJMD Tahun 2025-2029
  #   period: 2025/2029
masterplan:
  # - id: masterplan-2022
  #   title: Masterplan Kota Cerdas
  #   edition: pilar-2017
  #   status: enacted            # draft, reviewed, enacted, superseded
""",
    "program.yaml": """\
# Program, quick win, dan indikator. Target bukan capaian: tulis status target.
programmes:
  # - id: prog-contoh
  #   name: Layanan aduan warga
  #   pillar: governance
  #   owner: diskominfo
quick_wins:
  # - id: qw-contoh-2025
  #   programme: prog-contoh
  #   year: 2025
indicators:
  # - id: ind-contoh
  #   name: Aduan yang selesai
  #   unit: persen
""",
    "eviden.yaml": """\
# Eviden dicatat sekali; klaim mengatakan apa yang dibuktikannya.
evidence:
  # - id: ev-perwali-contoh
  #   title: Peraturan Wali Kota tentang Masterplan Kota Cerdas
  #   kind: perwali
  #   number: "1"
  #   date: 2022-03-01
  #   url: https://jdih.contoh.go.id/perwali-1-2022.pdf
claims:
  # - id: klaim-contoh
  #   evidence: ev-perwali-contoh
  #   supports: [BAS.01]         # id pertanyaan, program, quick win, atau indikator
  #   submission: evaluasi-2025
  #   role: primary              # primary (utama) atau supporting (pendukung)
  #   pages: "2-4"
""",
    "jawaban.yaml": """\
# Pengajuan dan jawabannya. Lihat id instrumen dengan: scmaster list
submissions:
  # - id: evaluasi-2025
  #   year: 2025
  #   stage: tunggal             # tahap_1, tahap_2, atau tunggal
  #   instrument: komdigi-2023-regular
  #   state: draft
answers:
  # - id: jaw-bas-01
  #   submission: evaluasi-2025
  #   question: BAS.01
  #   owner: diskominfo
  #   fact: Satu kalimat fakta.
  #   analysis: Satu kalimat analisis.
""",
    "kelembagaan.yaml": """\
# Dewan, tim pelaksana, forum, komitmen bersama. Anggota ditulis dengan jabatan, bukan nama.
bodies:
  # - id: dewan-kota-cerdas
  #   kind: dewan                # dewan, tim_pelaksana, forum, pokja, gugus_tugas
  #   name: Dewan Kota Cerdas
commitments:
  # - id: komitmen-2025
  #   title: Komitmen bersama kota cerdas
  #   date: 2025-03-01
""",
    "evaluasi.yaml": """\
# Yang diberikan asesor: hasil, rekomendasi, dan verifikasi lapangan; juga survei dampak.
results:
recommendations:
  # - id: rek-2024-01
  #   submission: evaluasi-2024
  #   number: 1
  #   text: Tetapkan masterplan dengan peraturan wali kota.
  #   status: open
verifications:
surveys:
""",
    "sumber.yaml": """\
# Tempat suatu angka atau keterangan dibaca.
sources:
  # - id: src-bps-2024
  #   title: Kota dalam Angka 2024
  #   publisher: BPS
  #   date: 2024-02
  #   tier: document             # document, official_site, press, secondary
""",
}
"""A city's other files."""
