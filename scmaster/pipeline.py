"""The stages, in order. This is the only module that knows the order.

    find     folder  -> files
    read     bytes   -> Node
    load     Node    -> records
    link     records -> Dossier
    assess   Dossier x instrument -> Case
    check    Case    -> diagnostics
    compose  Case    -> a document's data
    render   data    -> an Artifact: name and bytes

Each stage returns what it could make and what it has to say; none of them raises
over what a city has written.
"""

import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from scmaster import __version__, checks, evidence, render, resources
from scmaster import documents as compositions
from scmaster.assess import waivers
from scmaster.assess.case import Case, choose
from scmaster.assess.originals import Originals
from scmaster.diagnostics import Diagnostic, Span
from scmaster.link import Dossier, Frameworks, link, link_frameworks
from scmaster.load import Loaded, load, salvage
from scmaster.model.record import Entry
from scmaster.model.sections import CITY_SECTIONS, FRAMEWORK_SECTIONS
from scmaster.source import files, git, reader

Texts = list[tuple[str, bytes]]
"""Name and content of files."""


def understand_city(
    folder: Path, workspace: Path | None, *, on: date, submission: str | None = None
) -> Case:
    """Go from a city's folder to a checked case; `submission` names the cycle to look at."""
    sources, found = files.of_city(folder)
    city, problems = _contents(sources)
    found += problems
    shared, problems = _shared(workspace)
    found += problems
    where = Span(files.name_of(folder), 1, 1)

    def holdings(dossier: Dossier) -> tuple[Originals, list[Diagnostic]]:
        return evidence.originals(dossier, folder, workspace)

    return understand(
        city, shared, found, where, on=on, submission=submission, holdings=holdings
    )


def frameworks(workspace: Path | None) -> tuple[Frameworks, list[Diagnostic]]:
    """Read the pillars and instruments alone."""
    texts, found = _shared(workspace)
    known, problems = _frameworks(texts)
    return known, found + problems


def understand(  # noqa: PLR0913  (the four things read, and the two that are asked)
    city: Texts,
    shared: Texts,
    found: list[Diagnostic],
    where: Span,
    *,
    on: date,
    submission: str | None = None,
    holdings: Callable[[Dossier], tuple[Originals, list[Diagnostic]]] | None = None,
) -> Case:
    """Go from the content of files to a checked case, and say everything, sorted by place.

    `found` is what finding the files has said already; `where` stands for the city as a
    whole; `holdings` looks at the files behind the evidence.
    """
    known, problems = _frameworks(shared)
    found += problems
    loaded, problems = _load_all(city, CITY_SECTIONS)
    found += problems
    dossier, problems = link(loaded, known, where)
    found += problems
    held, problems = holdings(dossier) if holdings else (Originals(), [])
    found += problems
    chosen = choose(dossier, submission)
    return checked(Case(dossier, chosen, on, told=tuple(found), originals=held))


def checked(case: Case) -> Case:
    """Return the case with all that is to say of it, sorted by place."""
    said = [*case.told, *checks.check(case)]
    kept, silenced = waivers.apply(case.dossier, case.on, said)
    ordered = tuple(sorted(kept, key=lambda d: (d.span, d.code)))
    return replace(case, diagnostics=ordered, waived=silenced)


def _contents(sources: list[files.SourceFile]) -> tuple[Texts, list[Diagnostic]]:
    made, found = Texts(), list[Diagnostic]()
    for source in sources:
        data, problems = files.content(source)
        found += problems
        if data is not None:
            made.append((source.name, data))
    return made, found


def _shared(workspace: Path | None) -> tuple[Texts, list[Diagnostic]]:
    """Take the files of `pillars/`; a workspace's own file hides ours of the same name."""
    chosen: dict[str, files.SourceFile] = {}
    found: list[Diagnostic] = []
    for folder in resources.folders("pillars", workspace):
        root = folder.resolve()
        sources, problems = files.of_city(folder)
        found += [p for p in problems if p.code != files.NOTHING]  # a workspace may add nothing
        for source in sources:
            chosen.setdefault(source.path.resolve().relative_to(root).as_posix(), source)
    texts, problems = _contents([chosen[name] for name in sorted(chosen)])
    return texts, found + problems


def _frameworks(texts: Texts) -> tuple[Frameworks, list[Diagnostic]]:
    loaded, found = _load_all(texts, FRAMEWORK_SECTIONS)
    known, problems = link_frameworks(loaded)
    return known, found + problems


def _load_all(texts: Texts, sections: dict[str, type[Entry]]) -> tuple[Loaded, list[Diagnostic]]:
    loaded, found = Loaded(), list[Diagnostic]()
    for name, data in texts:
        node, problems = reader.read(data, name)
        found += problems
        if node is None:
            loaded.add(salvage(data))
            continue
        made, problems = load(node, sections)
        loaded.add(made)
        found += problems
    return loaded, found


_NOTHING_IN_IT = "tidak ada isi untuk format ini, misalnya tabel berjudul untuk xlsx"


@dataclass(frozen=True)
class Built:
    """What became of the documents."""

    artifacts: tuple[render.Artifact, ...]
    left_out: tuple[tuple[str, str], ...]
    """Slug of a document, or name of a file, that was not made, and why (Indonesian)."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the templates."""


@dataclass(frozen=True)
class Order:
    """What is asked of `build`."""

    documents: Sequence[str] | None = None
    """The slugs wanted; None: all."""
    formats: Sequence[str] | None = None
    """What each is written as; None: as the document itself says."""
    draft: bool = False
    """Whether to write over errors, with the stamp of a draft."""
    internal: bool = False
    """Whether the city's own copy is wanted, instead of the assessors'."""
    paginate: bool = False
    """Whether LibreOffice, where there is one, is asked for the page numbers of lists."""
    narrowed: bool = False
    """Whether only documents for the case's own submission are wanted; else one that is
    not for it is made for the newest submission it is for."""


def build(case: Case, folder: Path, workspace: Path | None, order: Order) -> Built:
    """Compose and render the documents of a case; nothing is written."""
    commit = git.commit_of(folder)
    imprint = compositions.Imprint(__version__, commit, draft=order.draft, internal=order.internal)
    artifacts: list[render.Artifact] = []
    left_out: list[tuple[str, str]] = []
    found: list[Diagnostic] = []
    for slug in order.documents if order.documents is not None else compositions.slugs():
        about = case if order.narrowed else _turned(case, slug)
        reason = compositions.module(slug).lacks(about) or _withheld(case, about, draft=order.draft)
        if reason:
            left_out.append((slug, reason))
            continue
        for name, document in compositions.composed(slug, about, imprint):
            for form in order.formats or compositions.formats(slug):
                artifact, problems = render.render(
                    slug,
                    document,
                    workspace,
                    city=folder,
                    name=name,
                    form=form,
                    paginate=order.paginate,
                )
                found += problems
                artifacts += [artifact] if artifact else []
                if artifact is None and not problems:
                    left_out.append((f"{name}.{form}", _NOTHING_IN_IT))
    return Built(tuple(artifacts), tuple(left_out), tuple(found))


def _turned(case: Case, slug: str) -> Case:
    """Return the case, looked at for the submission that a document is for."""
    submission = compositions.subject(slug, case)
    if submission is None or submission is case.submission:
        return case
    return checked(replace(case, submission=submission))


def _withheld(case: Case, about: Case, *, draft: bool) -> str:
    """Say that another submission than the one looked at has errors of its own (Indonesian)."""
    if about is case or about.submission is None or not about.errors or draft:
        return ""
    return (
        f"pengajuan {about.submission.id} memuat {about.errors} galat; lihat dengan"
        f" 'scmaster check --submission {about.submission.id}'"
    )


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then moved there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        beside.chmod(0o644)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
