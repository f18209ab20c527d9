"""What the words of the model are called to an Indonesian reader."""

from collections.abc import Collection, Mapping
from functools import cache


def meanings(choices: Collection[str]) -> Mapping[str, str]:
    """Return what words to choose from mean; nothing where there is no word for each."""
    return _tables().get(frozenset(choices), {})


@cache
def _tables() -> dict[frozenset[str], Mapping[str, str]]:
    tables = (table for table in globals().values() if isinstance(table, dict))
    return {frozenset(table): table for table in tables if all(isinstance(k, str) for k in table)}


MEASURE_STATUS = {
    "official": "resmi",
    "reported": "dilaporkan",
    "estimated": "perkiraan",
    "target": "target",
    "planned": "rencana",
}

REGULATION_KIND = {
    "uu": "Undang-Undang",
    "pp": "Peraturan Pemerintah",
    "perpres": "Peraturan Presiden",
    "permen": "Peraturan Menteri",
    "perda": "Peraturan Daerah",
    "pergub": "Peraturan Gubernur",
    "perwali": "Peraturan Wali Kota",
    "perbup": "Peraturan Bupati",
    "sk": "Keputusan",
    "instruksi": "Instruksi",
    "se": "Surat Edaran",
}

REGULATION_STATUS = {
    "drafted": "masih disusun",
    "harmonisation": "dalam harmonisasi",
    "enacted": "ditetapkan",
    "revoked": "dicabut",
}

MASTERPLAN_STATUS = {
    "draft": "draf, belum ditetapkan",
    "reviewed": "sudah ditinjau, belum ditetapkan",
    "enacted": "ditetapkan",
    "superseded": "sudah digantikan",
}

PLANNING_KIND = {
    "rpjpd": "RPJPD",
    "rpjmd": "RPJMD",
    "renstra": "Renstra",
    "rkpd": "RKPD",
    "renja": "Renja",
    "rpjmn": "RPJMN",
    "rtrw": "RTRW",
}

LIFECYCLE = {
    "idea": "gagasan",
    "planned": "direncanakan",
    "building": "dibangun",
    "running": "berjalan",
    "evaluated": "sudah dievaluasi",
    "stopped": "dihentikan",
}

EVIDENCE_KIND = {
    "perda": "Peraturan Daerah",
    "perwali": "Peraturan Wali Kota",
    "pergub": "Peraturan Gubernur",
    "sk": "Keputusan",
    "se": "Surat Edaran",
    "instruksi": "Instruksi",
    "rpjmd": "RPJMD",
    "renstra": "Renstra",
    "renja": "Renja",
    "rkpd": "RKPD",
    "dpa": "DPA",
    "rka": "RKA",
    "masterplan": "Masterplan",
    "rencana_aksi": "Rencana aksi",
    "laporan": "Laporan",
    "lkjip": "LKjIP",
    "notulen": "Notulen",
    "undangan": "Undangan",
    "daftar_hadir": "Daftar hadir",
    "berita_acara": "Berita acara",
    "bast": "BAST",
    "surat": "Surat",
    "surat_tugas": "Surat tugas",
    "foto": "Foto",
    "paparan": "Paparan",
    "sertifikat": "Sertifikat",
    "penghargaan": "Penghargaan",
    "tangkapan_layar": "Tangkapan layar",
    "tautan": "Tautan",
    "manual": "Buku panduan",
    "sop": "SOP",
    "arsitektur": "Arsitektur",
    "inventaris_aplikasi": "Inventaris aplikasi",
    "statistik_layanan": "Statistik layanan",
    "video": "Video",
    "pks": "Perjanjian kerja sama",
    "mou": "Kesepakatan bersama",
    "survei": "Survei",
    "hasil_indeks": "Hasil indeks",
    "data_statistik": "Data statistik",
    "audit": "Laporan audit",
    "form_risiko": "Formulir risiko",
    "komitmen": "Komitmen bersama",
    "testimoni": "Testimoni",
    "berita": "Berita",
}

ROLE = {"primary": "utama", "supporting": "pendukung"}

LEGAL_STATUS = {"draft": "draf", "enacted": "ditetapkan", "revoked": "dicabut"}

CLASSIFICATION = {
    "biasa": "Biasa",
    "terbatas": "Terbatas",
    "rahasia": "Rahasia",
    "sangat_rahasia": "Sangat rahasia",
}

ANSWER_STATE = {"draft": "draf", "verified": "diverifikasi", "final": "final"}

STAGE = {"tahap_1": "Tahap I", "tahap_2": "Tahap II", "tunggal": ""}

RECOMMENDATION_STATUS = {
    "open": "belum ditindaklanjuti",
    "in_progress": "sedang ditindaklanjuti",
    "claimed_met": "dinyatakan selesai",
    "evidenced": "selesai berbukti",
    "accepted_by_assessor": "diterima asesor",
    "rejected": "ditolak asesor",
    "irrelevant": "tidak relevan",
}

RESULT_STATUS = {
    "official": "resmi",
    "reported": "menurut pemberitaan",
    "derived": "hasil hitungan",
}

BODY_KIND = {
    "dewan": "Dewan Smart City",
    "tim_pelaksana": "Tim Pelaksana",
    "forum": "Forum Smart City",
    "pokja": "Kelompok Kerja",
    "gugus_tugas": "Gugus Tugas",
}

SECTOR = {
    "government": "pemerintah",
    "academia": "akademisi",
    "business": "dunia usaha",
    "community": "masyarakat",
    "media": "media",
}

RELATION = {
    "equal": "setara",
    "partial": "memenuhi sebagian",
    "supporting": "mendukung",
}
"""How evidence under one instrument serves another."""

TIER = {
    "document": "naskah resmi",
    "official_site": "situs resmi",
    "press": "pemberitaan",
    "secondary": "sumber kedua",
}

FAMILY = {
    "komdigi": "evaluasi kota cerdas",
    "spbe": "SPBE",
    "pemdi": "Pemdi",
    "other": "instrumen lain",
}

LEVEL3 = {1: "rendah", 2: "sedang", 3: "tinggi"}
"""Likelihood and severity of a risk."""

MITIGATION_KIND = {
    "structural": "struktural",
    "non_structural": "nonstruktural",
    "both": "struktural dan nonstruktural",
}

HORIZON = {
    "quick_win": "quick win",
    "short": "jangka pendek",
    "medium": "jangka menengah",
    "long": "jangka panjang",
}

FUNDING = {
    "apbd": "APBD",
    "apbd_provinsi": "APBD provinsi",
    "apbn": "APBN",
    "csr": "CSR",
    "kpbu": "KPBU",
    "hibah": "hibah",
    "swasta": "swasta",
    "masyarakat": "masyarakat",
    "lainnya": "sumber lain",
}

BOOK_ROLE = {
    "strategic_analysis": "analisis strategis",
    "masterplan": "masterplan",
    "executive_summary": "ringkasan eksekutif",
    "quick_wins": "quick win",
    "roadmap": "peta jalan",
}

READINESS = {
    "struktur": "Struktur",
    "infrastruktur": "Infrastruktur",
    "suprastruktur": "Suprastruktur",
    "nature": "Potensi alam",
    "culture": "Budaya",
}

READINESS_SCORE = {"good": "baik", "moderate": "sedang", "poor": "kurang"}

SWOT = {
    "strength": "Kekuatan",
    "weakness": "Kelemahan",
    "opportunity": "Peluang",
    "threat": "Ancaman",
}
