"""What the small city of these tests writes: clean, with a warning, with an error."""

PILLARS = """\
pillars:
  - id: pilar-uji
    name: Edisi uji
    status: official
    pillars: [{id: governance, name: Smart Governance}]
instruments:
  - id: uji-2024
    name: Instrumen uji
    issuer: Kementerian
    year: 2024
    edition: pilar-uji
    status: official
    scale: {minimum: 1, maximum: 4}
    groups:
      - id: baseline
        name: Dimensi Awal
        weight: 100
        questions:
          - {id: UJI.01, code: "1", text: Apakah ada?, status: official}
          - {id: UJI.02, code: "2", text: Apakah jalan?, status: official}
"""
CITY = """\
city: {id: kota-uji, name: Kota Uji, kind: kota, province: Kaltim, region_code: "64.71"}
submissions:
  - {id: ev-2024, year: 2024, stage: tunggal, state: draft, instrument: uji-2024}
opd:
  - {id: dlh, name: Dinas Lingkungan Hidup}
"""
WARNED = CITY + "programmes: [{id: prog-a, name: Jam Macet}]\n"
WRONG = CITY.replace("Kaltim", "Kaltim, walikota: A")
