"""A city's submission as one package: what is in it, and the bag it is put into.

data/dokumen/       the assessors' copies of the documents
data/eviden/        the originals, in the folder of the first question they answer
data/index.html     where everything is, for people: the same as daftar-isi.docx
data/manifest.json  the same for programs
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

from scmaster import documents, forms, pipeline, render
from scmaster.assess import disclosure
from scmaster.assess.case import Case
from scmaster.diagnostics import Diagnostic
from scmaster.evidence import bag
from scmaster.evidence.store import Store
from scmaster.model.evidence import Evidence
from scmaster.model.record import Entry
from scmaster.model.sections import SECTION_OF
from scmaster.packing import listing, manifest, writing
from scmaster.packing.selection import Selection

PAPERS = "dokumen"
DRAFT = "DRAF"


@dataclass(frozen=True)
class Held:
    """An original in its store."""

    store: Store
    name: str

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Open it for reading."""
        with self.store.opened(self.name) as file:
            yield file


@dataclass(frozen=True)
class Home:
    """Where a city's files are."""

    folder: Path
    workspace: Path | None
    store: Store


@dataclass(frozen=True)
class Package:
    """All that goes into the bag."""

    root: str
    """The name of the bag's folder, and of its zip."""
    payload: Mapping[str, bag.Source]
    """By name below data/."""
    stamps: Mapping[str, bag.Stamp]
    """What each of them has to be."""
    info: Mapping[str, str]
    """What bag-info.txt says."""
    papers: tuple[listing.Paper, ...]
    left_out: tuple[tuple[str, str], ...]
    """Documents that were not made, and why (Indonesian)."""
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    """What is wrong with templates."""


def root_of(case: Case, *, draft: bool) -> str:
    """Name the package of a case's submission: balikpapan-evaluasi-2024-tahap-1."""
    city = case.dossier.city.id if case.dossier.city else "kota"
    submission = case.submission.id if case.submission else "pengajuan"
    return "-".join([city, submission, *[DRAFT] * draft])


def prepare(case: Case, selection: Selection, home: Home, order: pipeline.Order) -> Package:
    """Make documents and lists, and gather what goes into the package; nothing is written.

    Of the documents none goes in that is addressed to the city's own offices.
    """
    order = replace(order, packed=True)
    made = pipeline.build(as_packed(case, selection), home.folder, home.workspace, order)
    content = {f"{PAPERS}/{each.name}": each.content for each in made.artifacts}
    papers = tuple(
        listing.Paper(_title(each.name, case, home), f"{PAPERS}/{each.name}", len(each.content))
        for each in made.artifacts
    )
    told = listing.compose(case, made.imprint, selection, papers)
    titles = {paper.name: paper.title for paper in papers}
    found = list(made.diagnostics)
    for name, form in (("index", "html"), (listing.SLUG, "docx")):
        artifact, problems = render.render(
            listing.SLUG,
            told,
            home.workspace,
            city=home.folder,
            name=name,
            form=form,
            paginate=order.paginate,
        )
        found += [problem for problem in problems if problem not in found]
        if artifact:
            content[artifact.name] = artifact.content
            titles[artifact.name] = listing.TITLE
    sources: dict[str, bag.Source] = {name: bag.Bytes(data) for name, data in content.items()}
    stamps = {name: bag.stamp(data) for name, data in content.items()}
    for inside in selection.inside.values():
        sources[inside.name] = Held(home.store, inside.original.file)
        stamps[inside.name] = bag.Stamp(inside.original.sha256, inside.original.size)
    shown = disclosure.for_assessors(case)
    data = manifest.write(shown, made.imprint, selection, titles, stamps)
    return Package(
        root=root_of(case, draft=order.draft),
        payload={**sources, manifest.NAME: bag.Bytes(data)},
        stamps={**stamps, manifest.NAME: bag.stamp(data)},
        info=_info(case, made.imprint, told.cover.date),
        papers=papers,
        left_out=made.left_out,
        diagnostics=tuple(found),
    )


def as_packed(case: Case, selection: Selection) -> Case:
    """Return the case with originals under the names that a reader of the package finds."""
    every: dict[str, Entry] = dict(case.dossier.of(Evidence))
    for identity, inside in selection.inside.items():
        every[identity] = every[identity].model_copy(update={"file": inside.name})
    records = {**case.dossier.records, SECTION_OF[Evidence]: every}
    return replace(case, dossier=replace(case.dossier, records=records))


def papers_of(home: Home) -> list[str]:
    """Return the documents that go into a package, forms too, by their slugs."""
    handed_in = [
        slug
        for slug in documents.slugs()
        if not hasattr(documents.module(slug), "recipients") and not documents.own(slug)
    ]
    return [*handed_in, *forms.slugs(home.folder, home.workspace)]


def write(package: Package, out: Path) -> bool:
    """Write a package as a zip, where that is what `out` ends in, else as a folder.

    Return False where the same stood there already. Raises writing.TakenError, OSError,
    and bag.OtherContentError over an original that changed meanwhile.
    """
    if out.suffix.lower() == ".zip":

        def fill(file: IO[bytes]) -> None:
            bag.write(file, package.root, package.payload, package.info, package.stamps)

        return writing.as_file(out, fill)

    def fill_folder(folder: Path) -> None:
        bag.write_folder(folder, package.payload, package.info, package.stamps)

    return writing.as_folder(out, fill_folder)


def _title(name: str, case: Case, home: Home) -> str:
    slug = name.partition(".")[0]
    if slug in documents.slugs():
        return documents.title(slug)
    found = forms.find(case.dossier.frameworks, home.folder, home.workspace).get(slug)
    return found.form.title if found and found.form else slug


def _info(case: Case, imprint: documents.Imprint, date: str) -> dict[str, str]:
    """Return what bag-info.txt says; the day is that of the data, for it has no other."""
    city, submission = case.dossier.city, case.submission
    title = (submission.title or submission.id) if submission else ""
    kind = f"{DRAFT}: paket eviden" if imprint.draft else "Paket eviden"
    said = {
        "Source-Organization": f"Pemerintah {city.name}" if city else "",
        "External-Identifier": root_of(case, draft=imprint.draft),
        "External-Description": f"{kind} untuk {title}",
        "Bagging-Date": date,
        "Bag-Software-Agent": f"scmaster {imprint.version}",
    }
    return {label: value for label, value in said.items() if value}
