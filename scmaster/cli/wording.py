"""The command line's own words, in Indonesian.

Typer wraps its words in gettext, so this is the place its authors meant for it.
"""

import gettext

WORDS = {
    "Usage:": "Pemakaian:",
    "Usage: ": "Pemakaian: ",
    "Options": "Opsi",
    "Commands": "Perintah",
    "Arguments": "Argumen",
    "[OPTIONS]": "[OPSI]",
    "COMMAND [ARGS]...": "PERINTAH [ARGUMEN]...",
    "required": "wajib",
    "default: {default}": "bawaan: {default}",
    "(dynamic)": "(menyesuaikan)",
    "Show this message and exit.": "Tampilkan bantuan ini, lalu selesai.",
    "Error: {message}": "Galat: {message}",
    "Aborted!": "Dibatalkan.",
    "Try '{command} {option}' for help.": "Lihat '{command} {option}'.",
    "Missing parameter": "Parameter belum disebut",
    "Missing argument": "Argumen belum disebut",
    "Missing option": "Opsi belum disebut",
    "Missing command.": "Perintah belum disebut.",
    "Missing parameter: {name}": "Parameter belum disebut: {name}",
    "No such command {name!r}.": "Tidak ada perintah {name!r}.",
    "No such option: {name}": "Tidak ada opsi {name}",
    "No such option '{name}'.": "Tidak ada opsi '{name}'.",
    "Did you mean {possibility}?": "Maksudnya {possibility}?",
    "Option {name!r} requires an argument.": "Opsi {name!r} memerlukan isi.",
    "Option {name!r} does not take a value.": "Opsi {name!r} tidak memakai isi.",
    "Invalid value: {message}": "Isi tidak sah: {message}",
    "Invalid value for {param_hint}: {message}": "Isi tidak sah untuk {param_hint}: {message}",
    "{value!r} is not {choice}.": "{value!r} bukan {choice}.",
    "{name} {filename!r} does not exist.": "{name} {filename!r} tidak ada.",
    "{name} {filename!r} is a file.": "{name} {filename!r} adalah berkas.",
    "{name} {filename!r} is a directory.": "{name} {filename!r} adalah folder.",
    "File": "Berkas",
    "Directory": "Folder",
    "Path": "Alamat",
    "Install completion for the current shell.": "Pasang pelengkapan perintah untuk shell ini.",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "Tampilkan pelengkapan perintah untuk disalin."
    ),
}

COUNTED = {
    "{value!r} is not one of {choices}.": "{value!r} bukan salah satu dari {choices}.",
    "{value!r} is not {choice}.": "{value!r} bukan {choice}.",
    "Got unexpected extra argument ({args})": "Ada argumen berlebih ({args})",
    "Got unexpected extra arguments ({args})": "Ada argumen berlebih ({args})",
    "Did you mean {possibility}?": "Maksudnya {possibility}?",
    "(Possible options: {possibilities})": "(Mungkin: {possibilities})",
}


def speak_indonesian() -> None:
    """Let gettext answer in Indonesian; what has no translation stays as it is."""
    gettext.gettext = _one
    gettext.ngettext = _one_or_many


def _one(message: str) -> str:
    return WORDS.get(message, message)


def _one_or_many(msgid1: str, msgid2: str, n: int) -> str:
    return COUNTED.get(msgid2) or COUNTED.get(msgid1) or (msgid1 if n == 1 else msgid2)
