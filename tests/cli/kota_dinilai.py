"""A small city that is judged by an instrument as it is shipped."""

CITY = """\
# ditulis tangan
city: {id: kota-uji, name: Kota Uji, kind: kota, province: Kaltim, region_code: "64.71"}
opd:
  - {id: diskominfo, name: Dinas Komunikasi dan Informatika, kind: dinas}
  - {id: dpmptsp, name: Dinas Penanaman Modal, kind: dinas}
submissions:
  - {id: evaluasi-2023, year: 2023, stage: tahap_2, state: draft, instrument: %s}
programmes:
  - {id: prog-izin, name: Perizinan daring, owner: dpmptsp}
  - {id: prog-lapor, name: Lapor}
"""
IKN = "komdigi-2023-kppn-ikn"


def written(root, instrument=IKN):
    """Make a workspace with the city in it."""
    folder = root / "cities" / "kota-uji"
    folder.mkdir(parents=True)
    (folder / "kota.yaml").write_text(CITY % instrument, "utf-8")
    return root
