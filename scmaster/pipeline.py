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
import stat
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from scmaster import __version__, checks, forms, gathering, render
from scmaster import documents as compositions
from scmaster.assess import severities, waivers
from scmaster.assess.case import Case, choose, weighed
from scmaster.assess.originals import Originals
from scmaster.assess.requested import Requests
from scmaster.assess.snapshot import taken
from scmaster.assess.vetting import Review
from scmaster.diagnostics import Diagnostic, Span
from scmaster.evidence import beside, holdings
from scmaster.exchange import ledger
from scmaster.gathering import House, Texts
from scmaster.history import History
from scmaster.link import Dossier, Frameworks, link, link_frameworks
from scmaster.load import Loaded
from scmaster.model.evaluation import Submission
from scmaster.model.sections import CITY_SECTIONS, FRAMEWORK_SECTIONS
from scmaster.passages.changes import Earlier
from scmaster.source import git, opening


def understand_city(  # noqa: PLR0913  (an option each)
    folder: Path,
    workspace: Path | None,
    *,
    on: date,
    submission: str | None = None,
    instead: Mapping[Path, bytes] | None = None,
    pillars: Mapping[Path, bytes] | None = None,
    local: bool = False,
) -> Case:
    """Go from a city's folder to a checked case; `submission` names the cycle to look at.

    `local` allows the workspace's own rules to run, which its settings may do as well.

    `instead` holds files as they would be, there already or not: so what is to be written can
    be judged before it is; `pillars` holds files of `pillars/` likewise.
    """
    city, found = gathering.of_city(folder, instead)
    shared, problems = gathering.shared(workspace, pillars)
    found += problems
    where = Span(opening.name_of(folder), 1, 1)
    generated, problems = beside.on_disk(folder)
    found += problems
    reviews, problems = gathering.reviews(generated, folder)
    found += problems
    requests, problems = ledger.on_disk(folder)
    found += problems
    house, store, problems = gathering.house(folder, workspace, local=local)
    found += problems

    def originals(dossier: Dossier) -> tuple[Originals, list[Diagnostic]]:
        return holdings.as_they_lie(dossier, generated, folder, store)

    return understand(
        city,
        shared,
        found,
        where,
        on=on,
        submission=submission,
        holdings=originals,
        reviews=reviews,
        requests=requests,
        house=house,
    )


def understand_revision(
    folder: Path, workspace: Path | None, revision: str, *, on: date, submission: str | None = None
) -> Case:
    """Go from a city's folder as it stood at a git revision to a checked case.

    It is judged by today's pillars and instruments. Of a city that was not there yet the case
    is empty, and nothing is said of it. Raises git.RevisionError.
    """
    try:
        return _as_it_was(folder, workspace, revision, on, submission)
    except git.AbsentError:
        known, _ = frameworks(workspace)
        nothing, _ = link(Loaded(), known, Span(opening.name_of(folder), 1, 1))
        return Case(nothing, None, on)


def _as_it_was(
    folder: Path, workspace: Path | None, revision: str, on: date, submission: str | None = None
) -> Case:
    texts = git.files_at(folder, revision)
    generated = git.beside_at(folder, revision, lambda n: n in beside.NAMES or ledger.is_one(n))
    shared, found = gathering.shared(workspace)
    reviews, problems = gathering.reviews(generated, folder)
    requests, also = ledger.read(generated, folder)
    house, store, of_house = gathering.house(folder, workspace)
    return understand(
        texts,
        shared,
        found + problems + also + of_house,
        Span(opening.name_of(folder), 1, 1),
        on=on,
        submission=submission,
        holdings=lambda _: holdings.as_written(generated, folder, store),
        reviews=reviews,
        requests=requests,
        house=house,
    )


def frameworks(
    workspace: Path | None, pillars: Mapping[Path, bytes] | None = None
) -> tuple[Frameworks, list[Diagnostic]]:
    """Read the pillars and instruments alone; `pillars` holds some as they would be."""
    texts, found = gathering.shared(workspace, pillars)
    known, problems = _frameworks(tuple(texts))
    return known, [*found, *problems]


def understand(  # noqa: PLR0913  (the five things read, and the two that are asked)
    city: Texts,
    shared: Texts,
    found: list[Diagnostic],
    where: Span,
    *,
    on: date,
    submission: str | None = None,
    holdings: Callable[[Dossier], tuple[Originals, list[Diagnostic]]] | None = None,
    reviews: Mapping[str, Review] | None = None,
    requests: tuple[Requests, ...] = (),
    house: House | None = None,
) -> Case:
    """Go from the content of files to a checked case, and say everything, sorted by place.

    `found` is what finding the files has said already; `where` stands for the city as a
    whole; `holdings` looks at the files behind the evidence; `reviews` are those of its claims,
    `requests` what its offices were asked for; `house` is what its workspace settles.
    """
    known, of_frameworks = _frameworks(tuple(shared))
    found += of_frameworks
    loaded, problems = gathering.loaded(city, CITY_SECTIONS)
    found += problems
    dossier, problems = link(loaded, known, where)
    found += problems
    held, problems = holdings(dossier) if holdings else (Originals(), [])
    found += problems
    digests = {identity: original.sha256 for identity, original in held.locked.items()}
    dossier = replace(dossier, digests=digests)
    house = house or House()
    chosen = choose(dossier, submission, house.settings.default_submission)
    case = Case(
        dossier,
        chosen,
        on,
        told=tuple(found),
        originals=held,
        reviews=reviews or {},
        requests=requests,
        settings=house.settings,
        own_rules=house.rules,
    )
    return checked(weighed(case))


def checked(case: Case) -> Case:
    """Return the case with all that is to say of it, sorted by place."""
    said = [*case.told, *checks.check(case)]
    said += [found for rule in case.own_rules for found in rule.run(case)]
    kept, silenced = waivers.apply(case.dossier, case.on, said)
    usual = {rule.code: rule.severities for rule in (*checks.rules(), *case.own_rules)}
    kept = severities.weighed(case.settings, usual, kept)
    ordered = tuple(sorted(kept, key=lambda d: (d.span, d.code)))
    return replace(case, diagnostics=ordered, waived=silenced)


@lru_cache(maxsize=2)  # the same for one city after the other, and at every key in an editor
def _frameworks(
    texts: tuple[tuple[str, bytes], ...],
) -> tuple[Frameworks, tuple[Diagnostic, ...]]:
    loaded, found = gathering.loaded([*texts], FRAMEWORK_SECTIONS)
    known, problems = link_frameworks(loaded)
    return known, (*found, *problems)


_NOTHING_IN_IT = {"xlsx": "tidak memuat tabel berjudul"}


@dataclass(frozen=True)
class Built:
    """What became of the documents."""

    artifacts: tuple[render.Artifact, ...]
    left_out: tuple[tuple[str, str], ...]
    """Slug of a document, or name of a file, that was not made, and why (Indonesian)."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the templates."""
    imprint: compositions.Imprint


Memory = dict[tuple[str, str, str], tuple[object, str, render.Artifact]]
"""Documents by slug, name and form: their data, what they were made as, and what came of it."""


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
    earlier: Earlier | None = None
    """The moment to compare with; None: what the submission before says of itself."""
    packed: bool = False
    """Whether they go into a package, where files of evidence have other names."""
    since: str = ""
    """The git revision that `earlier` was asked for by, kept in the documents; or nothing."""
    date: str = ""
    """The day that documents bear, year-month-day; empty: that of the data."""
    memory: Memory | None = None
    """What an earlier build made, with the same templates: the same data is not rendered again."""
    commit: str = ""
    """The version of the city's files that documents bear; empty: what git says."""


def build(case: Case, folder: Path, workspace: Path | None, order: Order) -> Built:
    """Compose and render the documents of a case; nothing is written."""
    imprint = compositions.Imprint(
        __version__,
        order.commit or git.commit_of(folder),
        draft=order.draft,
        internal=order.internal,
        date=order.date,
    )
    past = history(folder, workspace)
    artifacts: list[render.Artifact] = []
    left_out: list[tuple[str, str]] = []
    found: list[Diagnostic] = []
    wanted = compositions.slugs()
    if order.documents is not None:
        wanted = [slug for slug in order.documents if slug in wanted]
    for slug in wanted:
        about = case if order.narrowed else _turned(case, slug)
        lacks = compositions.lacks(slug, about, imprint)
        if reason := lacks or _withheld(case, about, draft=order.draft):
            left_out.append((slug, reason))
            continue
        told = replace(imprint, earlier=order.earlier or past.before(about))
        for name, document in compositions.composed(slug, about, told):
            for form in order.formats or compositions.formats(slug):
                artifact, problems = _rendered(
                    (slug, name, form), document, folder, workspace, about, order
                )
                found += [problem for problem in problems if problem not in found]
                artifacts += [artifact] if artifact else []
                empty = (f"{slug}.{form}", _NOTHING_IN_IT.get(form, f"tidak berbentuk {form}"))
                if artifact is None and not problems and empty not in left_out:
                    left_out.append(empty)
    filled = _forms(case, folder, workspace, order)
    return Built(
        (*artifacts, *filled.artifacts),
        (*left_out, *filled.left_out),
        (*past.found, *found, *filled.diagnostics),
        imprint,
    )


def _rendered(  # noqa: PLR0913, PLR0917  (a document, where its templates are, what it is for)
    key: tuple[str, str, str],
    document: render.Document,
    folder: Path,
    workspace: Path | None,
    about: Case,
    order: Order,
) -> tuple[render.Artifact | None, list[Diagnostic]]:
    """Render a document, or take what the memory holds of the very same."""
    slug, name, form = key
    origin = _origin(about, order, slug, name)
    memory = order.memory if order.memory is not None else {}
    if key in memory and memory[key][:2] == (document, repr(origin)):
        return memory[key][2], []
    artifact, problems = render.render(
        slug,
        document,
        workspace,
        city=folder,
        name=name,
        form=form,
        paginate=order.paginate,
        origin=origin,
    )
    memory.pop(key, None)
    if artifact is not None and not problems:
        memory[key] = (document, repr(origin), artifact)
    return artifact, problems


def _origin(about: Case, order: Order, slug: str, name: str) -> render.Origin:
    """Return what a document is made as, so that one that comes back can be made again."""
    return render.Origin(
        document=slug,
        name=name,
        city=about.dossier.city.id if about.dossier.city else "",
        submission=about.submission.id if about.submission else "",
        copy="internal" if order.internal else "assessor",
        draft="draft" if order.draft else "",
        date=order.date,
        since=order.since,
        packed="packed" if order.packed else "",
        version=__version__,
    )


def _forms(case: Case, folder: Path, workspace: Path | None, order: Order) -> forms.Filled:
    """Fill the official forms that are wanted."""
    found = forms.find(case.dossier.frameworks, folder, workspace)
    wanted = [f for slug, f in found.items() if order.documents is None or slug in order.documents]
    refusal = "borang resmi hanya untuk asesor" if order.internal else ""
    if order.formats is not None and "docx" not in order.formats:
        refusal = "borang resmi hanya berbentuk docx"
    turned = (lambda case, _: case) if order.narrowed else _turned_to
    return forms.fill(wanted, case, turned, refusal)


def history(folder: Path, workspace: Path | None) -> History:
    """Return the earlier moments of a city that its documents may be compared with."""
    return History(folder, lambda rev, on: taken(_as_it_was(folder, workspace, rev, on)))


def _turned(case: Case, slug: str) -> Case:
    """Return the case, looked at for the submission that a document is for."""
    return _turned_to(case, compositions.subject(slug, case))


def _turned_to(case: Case, submission: Submission | None) -> Case:
    """Return the case, looked at for a submission; as it is where that is None."""
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


def write(path: Path, content: bytes, *, settled: bool = False) -> None:
    """Write a file whole or not at all: beside its place first, then moved there.

    `settled` waits until it is on the disk, for what people have written themselves.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            if settled:
                file.flush()
                os.fsync(file.fileno())
        beside.chmod(stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o644)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
