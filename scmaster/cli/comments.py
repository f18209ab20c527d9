"""`scmaster comments`: what reviewers have left in a document, at its places in the YAML."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from scmaster.cli import handed_back, look, place
from scmaster.cli.adding import asks

if TYPE_CHECKING:
    from pathlib import Path

    from scmaster.cli.handed_back import Returned
    from scmaster.model.evaluation import Submission
    from scmaster.render.trace import Trace
    from scmaster.returned.recommending import Filed
    from scmaster.returned.remarks import Remarks

Import = Annotated[
    bool,
    typer.Option("--import", help="Simpan komentar yang belum selesai sebagai rekomendasi."),
]
Yes = Annotated[bool, typer.Option("--yes", help="Dengan --import: simpan tanpa bertanya.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Dengan --import: tunjukkan saja, jangan simpan.")
]
Submitted = Annotated[
    str | None,
    typer.Option(
        "--submission",
        metavar="ID",
        help="Dengan --import: pengajuan yang mendapat rekomendasinya; bawaannya menurut dokumen.",
    ),
]


class Wish(NamedTuple):
    """How to file, and where to tell of it: beside a report for a program, out of its way."""

    yes: bool
    dry_run: bool
    err: bool

    def say(self, words: str) -> None:
        """Tell of it."""
        typer.echo(words, err=self.err)

    def agreed(self) -> bool:
        """Ask, where that is not settled."""
        if self.yes:
            return True
        said = typer.prompt("Simpan? [y/T]", default="t", show_default=False, err=self.err)
        return str(said).strip().lower() in {"y", "ya"}


def comments(  # noqa: PLR0913, PLR0917  (an option each)
    city: place.CityArgument,
    file: handed_back.File,
    keep: Import = False,
    yes: Yes = False,
    dry_run: DryRun = False,
    submission: Submitted = None,
    form: look.FormatOption = look.Format.TEXT,
) -> None:
    """Tunjukkan komentar dan perubahan terlacak, di tempat pernyataannya tertulis.

    Nama penulis komentar tidak dibaca. Dengan --import, komentar yang belum selesai disimpan
    sebagai rekomendasi pengajuan dokumen itu; dijalankan dua kali tidak menambah apa pun.
    """
    from scmaster.returned import refusing
    from scmaster.returned.filled import controls_of
    from scmaster.returned.places import Places
    from scmaster.returned.remarks import Remarks
    from scmaster.returned.tying import Tying

    if keep and not (yes or dry_run or asks()):
        place.stop("tidak ada terminal untuk bertanya; tambahkan --yes atau --dry-run.")
    back = handed_back.opened(city, file, form)
    trace, lost = back.paper.trace, []
    if trace is None and back.form is None:
        trace = _again(back)
        lost = [refusing.forgotten(back.name, again=trace is not None)]
    places = Places(back.case)
    tying = Tying(back.paper.story, trace, places.known)
    if back.form is not None:
        controls = controls_of(back.form, places.known)
        places = Places(back.case, controls.places)
        tying = Tying(back.paper.story, None, places.known, controls.ids)
    remarks = Remarks(back.name, back.paper, tying, places)
    handed_back.say([*lost, *remarks.findings()], back.name, form)
    if keep:
        wish = Wish(yes, dry_run, err=form is not look.Format.TEXT)
        _keep(back, remarks, _submission(back, submission), wish)


def _again(back: "Returned") -> "Trace | None":
    """Return the claims of a document whose own list is lost, by making it again."""
    from scmaster import remaking

    try:
        return remaking.as_then(back.found, back.home).paper.trace
    except remaking.NotRemadeError:
        pass
    try:
        return remaking.as_now(back.case, back.found, back.home).paper.trace
    except remaking.NotRemadeError:
        return None


def _submission(back: "Returned", wanted: str | None) -> "Submission":
    """Return whose recommendations the comments become; stop where nobody knows."""
    from scmaster.model.evaluation import Submission

    name = wanted or back.found.origin.submission
    own = back.case.dossier.get(Submission, name)
    if own is None:
        told = f"pengajuan '{name}' tidak ada" if name else "dokumen ini tidak menyebut pengajuan"
        place.stop(f"{told} di kota '{back.where.slug}'; sebutkan dengan --submission ID.")
    return own


def _keep(back: "Returned", remarks: "Remarks", submission: "Submission", wish: Wish) -> None:
    """File open comments as recommendations, once they have been shown and wanted."""
    from scmaster import documents
    from scmaster.returned.recommending import recommended

    _readable(back)
    slug = back.found.origin.document
    title = back.form.title if back.form else back.name
    title = documents.title(slug) if slug in documents.slugs() else title
    filed = recommended(
        back.case, submission, title, remarks, [c for c in back.paper.comments if not c.done]
    )
    _shown(filed, submission, wish)
    if not filed.new:
        return
    files = _files(back, filed)
    if wish.dry_run:
        wish.say("Percobaan: tidak ada yang ditulis.")
        return
    if not wish.agreed():
        raise typer.Exit(1)
    from scmaster import pipeline
    from scmaster.source.opening import name_of

    for path, content in files.items():
        pipeline.write(path, content, settled=True)
    wish.say(f"Tersimpan di {', '.join(name_of(path) for path in files)}.")
    _declared(submission, filed, wish)


def _readable(back: "Returned") -> None:
    """Stop where records could not be read: their numbers and ids are not known."""
    from scmaster.diagnostics import Severity

    generated = "SCM8"
    errors = [d for d in back.case.told if d.severity is Severity.ERROR and d.code < generated]
    if errors:
        look.say(errors, look.Format.TEXT)
        raise typer.Exit(1)


def _shown(filed: "Filed", submission: "Submission", wish: Wish) -> None:
    """Say what is to be filed, and what is not."""
    import textwrap

    from scmaster.returned.quoting import quoted

    wish.say("")
    for comment, kind in filed.withheld:
        words = (
            f"Tidak disimpan, karena memuat {kind}: {quoted(comment.text, 60)}"
            " Tulis sendiri rekomendasinya tanpa data itu."
        )
        wish.say("\n".join(textwrap.wrap(words, look.width(), subsequent_indent="  ")))
    if filed.known:
        wish.say(f"Sudah tersimpan: {len(filed.known)} komentar.")
    if not filed.new:
        wish.say("Tidak ada komentar baru untuk disimpan.")
        return
    wish.say(f"Rekomendasi baru untuk {submission.id}:")
    for new in filed.new:
        asked = "".join(f" [{name}]" for name in new.value.get("questions", ()))
        words = f"{new.value['number']}. {new.value['text']}{asked}"
        shown = textwrap.wrap(words, look.width() - 4, subsequent_indent="   ")
        wish.say(textwrap.indent("\n".join(shown), "  "))


def _files(back: "Returned", filed: "Filed") -> "dict[Path, bytes]":
    """Return the city's files with the recommendations in them; stop where there is no place."""
    from scmaster.exchange import changing
    from scmaster.exchange.editing import NoPlaceError
    from scmaster.model.evaluation import Recommendation
    from scmaster.returned.recommending import HOME
    from scmaster.source.opening import reason

    has_home = bool(back.case.dossier.of(Recommendation))
    home = None if has_home else back.where.folder / HOME
    try:
        return changing.changed(back.case, back.where.folder, filed.new, home=home)
    except NoPlaceError as fault:
        place.stop(f"rekomendasi tidak dapat disisipkan ke {fault}; susunan berkasnya tidak lazim.")
    except OSError as error:
        place.stop(f"berkas '{error.filename}': {reason(error)}.")


def _declared(submission: "Submission", filed: "Filed", wish: Wish) -> None:
    """Point to a number of recommendations that is no longer true."""
    declared = submission.declared_recommendations
    last = max(int(str(new.value["number"])) for new in filed.new)
    if declared is not None and last > declared:
        wish.say(
            f"Pengajuan {submission.id} menyatakan {declared} rekomendasi"
            " (declared_recommendations); sesuaikan, karena sekarang lebih."
        )
