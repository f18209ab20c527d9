"""Official forms, through the same stages as a city: found, read, loaded, linked, filled.

They lie in templates/<form>/form.yaml, a city's own before the workspace's before ours, and
are no more trusted than what a city writes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scmaster import documents, resources
from scmaster.assess.case import Case
from scmaster.assess.disclosure import for_assessors
from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.link import Frameworks, link_form
from scmaster.load import load
from scmaster.model.evaluation import Submission
from scmaster.model.form import Form
from scmaster.model.sections import FORM_SECTIONS
from scmaster.passages import form_subject, forms
from scmaster.render import Artifact, form_files
from scmaster.source import reader


@dataclass(frozen=True)
class Found:
    """A folder with a form.yaml: what could be made of it, and what is to say."""

    slug: str
    folder: Path
    """Where its folder lies."""
    form: Form | None
    """None where it could not be read."""
    diagnostics: tuple[Diagnostic, ...]

    @property
    def able(self) -> bool:
        """Whether it can be filled."""
        return self.form is not None and not self.diagnostics


def slugs(*homes: Path | None) -> list[str]:
    """Return the names of the forms of a city and a workspace, and ours."""
    return form_files.slugs(resources.folders("templates", *homes))


def find(known: Frameworks, *homes: Path | None) -> dict[str, Found]:
    """Return those forms by name; a city's own hides the workspace's of the same name."""
    folders = resources.folders("templates", *homes)
    return {slug: _found(slug, folders, known) for slug in form_files.slugs(folders)}


@dataclass
class Filled:
    """What became of the forms of a case."""

    artifacts: list[Artifact] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    """Name of a form that was not filled, and why (Indonesian)."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def fill(
    found: Sequence[Found],
    case: Case,
    turned: Callable[[Case, Submission | None], Case],
    refusal: str = "",
) -> Filled:
    """Fill forms, each for the submission it is for, which `turned` looks at.

    No form is filled over an error: the issuer's own pages bear no stamp of a draft.
    `refusal` says why none is filled at all (Indonesian).
    """
    made = Filled()
    for each in found:
        if each.form is None or not each.able:
            made.diagnostics += each.diagnostics
            continue
        about = turned(case, form_subject.subject(each.form, case))
        reason = refusal or form_subject.lacks(each.form, about) or _faulty(about)
        if reason:
            made.left_out.append((each.slug, reason))
            continue
        shown = forms.data(for_assessors(about))
        content, problems = form_files.fill(each.slug, each.form, each.folder, shown)
        made.diagnostics += problems
        if content is not None:
            made.artifacts.append(Artifact(f"{each.slug}.docx", content))
    return made


def _faulty(case: Case) -> str:
    return f"borang resmi tidak diisi selama ada galat ({case.errors})" if case.errors else ""


def _found(slug: str, folders: list[Path], known: Frameworks) -> Found:
    folder = form_files.home(folders, slug)
    name, content, problems = form_files.described(folder, slug)
    form: Form | None = None
    if content is not None:
        node, problems = reader.read(content, name)
        if node is not None:
            loaded, problems = load(node, FORM_SECTIONS)
            form, linked = link_form(loaded, known)
            several = [r.entry for r in loaded.records if isinstance(r.entry, Form)][1:]
            problems = [*problems, *linked, *_misnamed(slug, form, several)]
            if form is None and not problems:
                message = "bagian 'form' tidak ada"
                problems = [_unusable(Span(name, 1, 1), message, "mulai dengan 'form:'")]
    return Found(slug, folder, form, tuple(problems))


def _misnamed(slug: str, form: Form | None, several: list[Form]) -> list[Diagnostic]:
    """Say what keeps a folder from being one form with a name of its own."""
    made = [
        _unusable(other.span("id"), "satu form.yaml memuat satu borang", "pindahkan ke foldernya")
        for other in several
    ]
    if form is not None and form.id != slug:
        message = f"id '{form.id}' berbeda dari nama foldernya, '{slug}'"
        made.append(_unusable(form.span("id"), message, f"tulis {slug}, atau ganti nama folder"))
    if form is not None and slug in documents.slugs():
        message = f"'{slug}' sudah nama dokumen scmaster"
        made.append(_unusable(form.span("id"), message, "beri nama lain pada borang dan foldernya"))
    return made


def _unusable(span: Span, message: str, hint: str) -> Diagnostic:
    return Diagnostic("SCM660", Severity.ERROR, span, message, hint)
