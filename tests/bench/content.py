"""The content of the measured report: 22 quick wins, 100 indicators, 300 pieces of evidence.

Made from counters, so that every candidate gets the same words; `times` multiplies all of it.
"""

from typing import Any

_WORDS = (
    "layanan", "warga", "kelurahan", "pengaduan", "jaringan", "perizinan", "kesehatan",
    "sekolah", "pasar", "sampah", "drainase", "transportasi", "data", "aplikasi", "petugas",
)  # fmt: skip


def content(times: int) -> dict[str, Any]:
    """Return plain data; every value is text, and some of it needs escaping."""
    return {
        "title": "Laporan Evaluasi Mandiri Kota Cerdas",
        "city": "Kota Contoh",
        "quick_wins": [_quick_win(n) for n in range(1, 22 * times + 1)],
        "indicators": [_indicator(n) for n in range(1, 100 * times + 1)],
        "evidence": [_evidence(n) for n in range(1, 300 * times + 1)],
    }


def _sentence(seed: int, length: int) -> str:
    words = [_WORDS[(seed * 7 + place * place) % len(_WORDS)] for place in range(length)]
    return " ".join(words).capitalize() + "."


def _quick_win(n: int) -> dict[str, Any]:
    return {
        "heading": f"Quick win {n}: {_WORDS[n % len(_WORDS)]} & {_WORDS[n * 3 % len(_WORDS)]}",
        "problem": _sentence(n, 45),
        "benefit": _sentence(n + 1, 60),
        "facts": [[label, _sentence(n + place, 9)] for place, label in enumerate(_LABELS)],
        "risks": [
            [_sentence(n + r, 8), _sentence(n * r, 7), str(r), str(4 - r), _sentence(n - r, 9)]
            for r in (1, 2, 3)
        ],
    }


_LABELS = ("Tahun", "Perangkat daerah", "Layanan yang ditingkatkan", "Mitra", "Keberlangsungan")


def _indicator(n: int) -> list[str]:
    name = f"Indikator {n} {_sentence(n, 6)}"
    return [name, f"Dinas {_WORDS[n % 15]}", "2024: 75,5", f"{n * 3 % 100},{n % 10}", f"[{n % 40}]"]


def _evidence(n: int) -> list[str]:
    title = f"{_sentence(n, 8)} <{n}>"
    number = f"{n}/KEP/{2020 + n % 5}"
    return [f"EV-{n:04}", title, "Keputusan", number, f"Dinas {_WORDS[n % 15]}", f"{n % 90 + 1}"]
