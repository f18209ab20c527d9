"""The commands: arguments in, exit code out, nothing decided here.

0  nothing wrong
1  the city's files have errors
2  the command line is wrong
Anything else, with a traceback, is a fault of scmaster itself.

A command's docstring is its help, so it is Indonesian. What a command needs is imported
when it runs, so that `--help` does not wait for pydantic and jinja2.
"""

import typer

from scmaster import __version__
from scmaster.cli import (
    build,
    check,
    collecting,
    comments,
    compare,
    compare_docx,
    dashboard,
    diff,
    evidence,
    explain,
    init,
    listing,
    lsp,
    meetings,
    migrate,
    new,
    pack,
    participation,
    priority,
    requesting,
    results,
    reviewing,
    rollover,
    schema,
    score,
    status,
    survey,
    template,
    verify,
    where,
    worth,
)
from scmaster.cli.wording import Command, Group

app = typer.Typer(
    cls=Group,
    help="Periksa eviden kota cerdas, lalu susun dokumennya.",
    epilog="Kode keluar: 0 bersih; 1 berkas kota bermasalah; 2 perintah keliru.",
    add_completion=True,
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # they print local variables: a city's data
    rich_markup_mode=None,  # importing rich takes longer than all the rest of --help
    context_settings={"help_option_names": ["--help", "-h"]},
)
app.command("build", cls=Command)(build.build)
app.command("check", cls=Command)(check.check)
app.command("score", cls=Command)(score.score)
app.command("next", cls=Command)(worth.following)
app.command("priority", cls=Command)(priority.priority)
app.command("collect", cls=Command)(collecting.collect)
app.command("compare", cls=Command)(compare.compare)
app.command("dashboard", cls=Command)(dashboard.dashboard)
app.command("diff", cls=Command)(diff.diff)
app.command("status", cls=Command)(status.status)
app.command("participation", cls=Command)(participation.participation)
app.command("review", cls=Command)(reviewing.review)
app.command("rollover", cls=Command)(rollover.rollover)
app.command("request", cls=Command)(requesting.request)
app.command("explain", cls=Command)(explain.explain)
app.command("where", cls=Command)(where.where)
app.command("init", cls=Command)(init.init)
app.command("comments", cls=Command)(comments.comments)
app.command("compare-docx", cls=Command)(compare_docx.compare_docx)
app.command("new", cls=Command)(new.new)
app.command("migrate", cls=Command)(migrate.migrate)
app.command("schema", cls=Command)(schema.schema)
app.command("list", cls=Command)(listing.show)
app.command("lsp", cls=Command)(lsp.lsp)
app.command("pack", cls=Command)(pack.pack)
app.command("verify", cls=Command)(verify.verify)
app.add_typer(meetings.app, name="meeting")
app.add_typer(evidence.app, name="evidence")
app.add_typer(template.app, name="template")
app.add_typer(survey.app, name="survey")
app.add_typer(results.app, name="results")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"scmaster {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: bool = typer.Option(
        False,
        "--version",
        callback=_version,
        is_eager=True,
        help="Tampilkan versi, lalu selesai.",
    ),
) -> None:
    """Periksa eviden kota cerdas, lalu susun dokumennya."""
