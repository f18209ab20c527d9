"""A city that is ready to hand in: every kind of file, each used, locked and looked into."""

from pathlib import Path

import sample_files as make

KINDS = {
    "ev-perwali": ("perwali.pdf", make.signed_pdf("Peraturan Nomor 4 Tahun 2024\n2 Januari 2024")),
    "ev-laporan": ("laporan.PDF", make.pdf("Laporan Nomor 5\n30 November 2024", "Isi laporan")),
    "ev-pindai": ("pindai.pdf", make.pdf("")),
    "ev-notulen": ("rapat/notulen.docx", make.word("Notulen Nomor 6", "30 November 2024")),
    "ev-data": ("data.xlsx", make.workbook(Data={"A1": "Nomor 7", "B1": "30 November 2024"})),
    "ev-foto": ("foto.jpg", make.picture("JPEG")),
    "ev-layar": ("layar.png", make.picture("PNG")),
    "ev-video": ("video.mp4", make.MP4),
    "ev-arsip": ("arsip.zip", make.zipped(a=b"isi")),
}
TEXT = (Path(__file__).parent / "kota_paket.yaml").read_text("utf-8")
SECRET = make.pdf("Risiko rahasia Nomor 10\n30 November 2024")
FILES = dict(KINDS.values()) | {"risiko.pdf": SECRET}


def fill(workspace):
    """Write the city and its files, and return the folder of these."""
    (workspace / "cities/kota-uji/kota.yaml").write_text(TEXT, "utf-8")
    folder = workspace / "cities/kota-uji/files"
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder
