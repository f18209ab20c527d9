"""What is said of YAML that is good YAML, and not what a city may write."""

from scmaster.diagnostics import Diagnostic, Related, Severity, Span


def empty(file: str) -> Diagnostic:
    """Say that a file says nothing."""
    message, hint = "berkas ini kosong", "isi atau hapus berkas ini"
    return Diagnostic("SCM003", Severity.NOTE, Span(file, 1, 1), message, hint)


def duplicate(key: str, first: Span, again: Span) -> Diagnostic:
    """Point at the second, and at the first, which is the one that is kept."""
    related = (Related(first, f"'{key}' pertama kali ditulis di sini"),)
    message = f"'{key}' sudah ditulis di baris {first.line}"
    hint = "hapus salah satu, atau gabungkan isinya; bila ini data baru, awali dengan '- '"
    return Diagnostic("SCM002", Severity.ERROR, again, message, hint, related)


def repeats_too_much(span: Span, most: int) -> Diagnostic:
    """Point at the alias that is one too many."""
    message = f"alias (*) di berkas ini mengulang lebih dari {most} isian"
    return _error("SCM004", span, message, "tulis datanya langsung, tanpa & dan *")


def too_deep(span: Span, deepest: int) -> Diagnostic:
    """Point at the first level that is too deep."""
    message = f"isi berkas bertingkat lebih dari {deepest}"
    return _error("SCM005", span, message, "periksa kurung dan lekukan di sekitar tempat ini")


def too_many(span: Span, most: int) -> Diagnostic:
    """Point at the node that is one too many."""
    message = f"berkas berisi lebih dari {most} isian"
    return _error("SCM008", span, message, "pecah menjadi beberapa berkas")


def second_document(span: Span) -> Diagnostic:
    """Point at the line that begins another document."""
    message = "berkas berisi lebih dari satu dokumen YAML"
    hint = "hapus baris '---' ini, atau pindahkan isi di bawahnya ke berkas lain"
    return _error("SCM010", span, message, hint)


def tagged(span: Span) -> Diagnostic:
    """Point at a tag; what it is set on is read as text all the same."""
    message = "tanda seru di depan nilai adalah 'tag' YAML, yang tidak dipakai di sini"
    hint = "hapus tag itu; bila tanda seru bagian dari teks, apit teksnya dengan tanda kutip"
    return _error("SCM011", span, message, hint)


def not_a_key(span: Span) -> Diagnostic:
    """Point at a list, a mapping or nothing where a name belongs."""
    message = "yang ditulis sebelum titik dua harus satu nama"
    hint = "tulis 'nama: nilai'; teks yang memuat {{ }} atau diawali kurung diapit tanda kutip"
    return _error("SCM012", span, message, hint)


def merge(span: Span) -> Diagnostic:
    """Point at `<<`."""
    message = "'<<' (menggabung isian lain) tidak dipakai di sini"
    hint = "tulis isiannya satu per satu, agar setiap baris dapat ditunjuk bila keliru"
    return _error("SCM013", span, message, hint)


def names_nothing(name: str, span: Span) -> Diagnostic:
    """Point at an alias of nothing, which is often a text that begins with a star."""
    message = f"'*{name}' tidak menunjuk isi yang sudah lengkap ditulis di atasnya"
    hint = "bila bintang itu bagian dari teks, apit teksnya dengan tanda kutip"
    return _error("SCM014", span, message, hint)


def _error(code: str, span: Span, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, span, message, hint)
