"""The command line's own words, in Indonesian.

Typer writes its frame in English and offers no catalogue, so its help is reworded line by
line, and its complaints are told anew from what they are, never from their prose; what is
not known here stays as typer says it.
"""

import gc
import re
import sys
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

HELP = [
    (r"^Usage: ", "Pemakaian: "),
    (r"\[OPTIONS\]", "[OPSI]"),
    (r"COMMAND \[ARGS\]\.\.\.", "PERINTAH [ARGUMEN]..."),
    (r"^Arguments:$", "Argumen:"),
    (r"^Options:$", "Opsi:"),
    (r"^Commands:$", "Perintah:"),
    (r"\[required\]", "[wajib]"),
    (r"\[default:", "[bawaan:"),
    (r"Show this message and exit\.", "Tampilkan bantuan ini."),
    (r"Install completion for the current shell\.", "Pasang pelengkapan perintah di shell ini."),
    (
        r"Show completion for the current shell, to copy it or customize the installation\.",
        "Tampilkan naskah pelengkapan perintah.",
    ),
]


COMPLAINT = typer.BadParameter.__mro__[2]
"""What every complaint of typer's is: its base class has no public name."""


def reworded(text: str) -> str:
    """Put the frame of a help page into Indonesian, wherever its lines are broken."""
    for pattern, word in HELP:
        anywhere = re.sub(r"(?<=\w) (?=\w)", r"\\s+", pattern)
        text = re.sub(anywhere, word, text, flags=re.MULTILINE)
    return re.sub(r" <(?:str|list\[(?:str|Path)\])>", lambda match: " " * len(match[0]), text)


class Command(TyperCommand):
    """A command whose help speaks Indonesian."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401  (typer's own context)
        """Return the help page."""
        return reworded(super().get_help(ctx))

    def get_usage(self, ctx: Any) -> str:  # noqa: ANN401
        """Return the usage line."""
        return reworded(super().get_usage(ctx))


class Group(TyperGroup):
    """The commands together: their help and their complaints speak Indonesian."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401
        """Return the help page."""
        return reworded(super().get_help(ctx))

    def main(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401  (typer's own)
        """Run, and end with exit code 2 over a wrong command line."""
        options["standalone_mode"] = False
        gc.disable()  # a command lives for a second and frees nothing: a tenth of its time
        try:
            code = super().main(*args, **options)
        except typer.Abort:
            typer.echo("Dibatalkan.", err=True)
            sys.exit(1)
        except Exception as error:
            if not isinstance(error, COMPLAINT):
                raise
            typer.echo(_told(error), err=True)
            sys.exit(2)
        sys.exit(code if isinstance(code, int) else 0)


def _told(error: Any) -> str:  # noqa: ANN401  (one of typer's exceptions)
    """Put a complaint on one line; that nothing was asked for is no complaint, but help."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error.format_message())
    ctx = getattr(error, "ctx", None)
    see = f" Lihat '{ctx.command_path} --help'." if ctx else ""
    return f"Galat: {complaint(error)}{see}"


def complaint(error: Any) -> str:  # noqa: ANN401  (one of typer's exceptions)
    """Say in Indonesian what typer complains of."""
    param = getattr(error, "param", None)
    name = param.get_error_hint() if param is not None else ""
    choices = getattr(getattr(param, "type_descriptor", None), "choices", None)
    match type(error).__name__:
        case "MissingParameter":
            said = f"{name} belum disebut."
        case "NoSuchOption":
            near = ", ".join(sorted(error.possibilities or []))
            said = f"tidak ada opsi {error.option_name}." + (f" Maksudnya {near}?" if near else "")
        case "BadOptionUsage":
            said = f"opsi {error.option_name} memerlukan isi, atau tidak memakainya."
        case "BadParameter" if choices:
            said = f"isi {name} tidak sah; pilihannya: {', '.join(map(str, choices))}."
        case "BadParameter":
            value = re.search(r"'.*'", error.message)
            said = f"isi {name} tidak dapat dipakai" + (f": {value[0]}." if value else ".")
        case _:
            said = _usage(error.format_message())
    return said


def _usage(message: str) -> str:
    """Reword the complaints that are nothing but their words."""
    if match := re.fullmatch(r"No such command '(.*)'\.(?: Did you mean (.*)\?)?", message):
        return f"tidak ada perintah '{match[1]}'." + (f" Maksudnya {match[2]}?" if match[2] else "")
    if message == "Missing command.":
        return "perintah belum disebut."
    if match := re.fullmatch(r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", message):
        return f"ada argumen berlebih: {match[1]}."
    return message
