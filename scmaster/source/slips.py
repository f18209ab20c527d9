"""What is said of a slip, whether YAML's grammar or the second look has found it."""

from scmaster.diagnostics import Diagnostic, Severity, Span


def unclosed_quote(span: Span, quote: str) -> Diagnostic:
    """Point at the quote that opens: the end of the file says nothing to anybody."""
    message = f"tanda kutip {quote} dibuka di sini tetapi tidak ditutup di baris yang sama"
    return Diagnostic(
        "SCM022", Severity.ERROR, span, message, f"tambahkan {quote} di akhir teksnya"
    )


def equals(span: Span, key: str) -> Diagnostic:
    """Say that a colon stands between a name and its value."""
    message = f"'{key}' diikuti tanda sama dengan (=), seharusnya titik dua"
    hint = f"tulis '{key}: nilai'; bila ini memang teks, apit dengan tanda kutip"
    return Diagnostic("SCM023", Severity.ERROR, span, message, hint)


def no_space(span: Span, key: str) -> Diagnostic:
    """Say that a space follows the colon."""
    message = f"sesudah '{key}:' harus ada spasi"
    hint = f"tulis '{key}: nilai'; bila ini memang teks, apit dengan tanda kutip"
    return Diagnostic("SCM021", Severity.ERROR, span, message, hint)


def no_dash_space(span: Span) -> Diagnostic:
    """Say that a space follows the dash of an item."""
    message = "sesudah '-' di awal butir daftar harus ada spasi"
    hint = "tulis '- isi'; bila ini memang teks, apit dengan tanda kutip"
    return Diagnostic("SCM032", Severity.ERROR, span, message, hint)


def invisible(span: Span, character: str) -> Diagnostic:
    """Say that what looks like a space, or like nothing, is a character of its own."""
    message = f"ada karakter U+{ord(character):04X} yang tampak seperti spasi atau tak terlihat"
    hint = "hapus lalu ketik ulang spasi di sini; biasanya terbawa saat menempel dari Word atau web"
    return Diagnostic("SCM034", Severity.ERROR, span, message, hint)
