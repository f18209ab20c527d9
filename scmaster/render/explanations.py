"""What jinja2 and Python say in English, said in Indonesian where we know how."""

import re

_KNOWN = (
    (r"No filter named '(\w+)'", r"saringan '\1' tidak dikenal"),
    (r"No test named '(\w+)'", r"uji '\1' tidak dikenal"),
    (r"Encountered unknown tag '(\w+)'", r"perintah '{% \1 %}' tidak dikenal di tempat ini"),
    (r"Unexpected end of template", "ada perintah {% ... %} yang belum ditutup"),
    (r"(?:unexpected end|got 'end of) ", "tulisan di antara {{ dan }} belum selesai"),
    (r"expected token '(.+?)', got '(.+?)'", r"diharapkan '\1', ditemukan '\2'"),
    (r"unexpected '(.+?)'", r"tanda '\1' tidak pada tempatnya"),
    (r"missing (?:\d+|a) required .*?: (.+)", r"isian yang kurang: \1"),
    (r"unexpected keyword argument '(\w+)'", r"isian '\1' tidak dikenal"),
    (r"(?:takes .*|too many )positional arguments?", "isiannya terlalu banyak"),
    (r"multiple values for argument", "isiannya terlalu banyak"),
    (r"'(\w+)' object is not iterable", r"nilai berjenis '\1' bukan daftar"),
    (r"ZeroDivisionError|DivisionByZero|division by zero", "pembagian dengan nol"),
    (r"maximum recursion depth", "templat memanggil dirinya sendiri tanpa henti"),
    (r"access to attribute '(\w+)'.* is unsafe", r"'\1' tidak boleh dibaca dari templat"),
)


def indonesian(message: str) -> str:
    """Translate by pattern; what is not known is quoted as it is."""
    for pattern, words in _KNOWN:
        match = re.search(pattern, message)
        if match:
            return match.expand(words)
    return f'kata mesin templat: "{message}"'
