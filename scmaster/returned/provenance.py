"""Which document a file once was: by what we put into it, else by what is printed on it."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from scmaster import documents
from scmaster.assess.case import Case
from scmaster.model.form import Form
from scmaster.passages import form_subject
from scmaster.render import Origin
from scmaster.returned.paper import Paper

_MADE_BY = re.compile(r"Dibuat dengan(?:: |\n+)scmaster ([0-9][^\s;]{0,30})")
_COMMIT = re.compile(r"Versi data \(commit\)(?:: |\n+)([^\n;.]{1,80})")
_SUBMISSION = re.compile(r"^Pengajuan\n+([a-z0-9][a-z0-9._-]{0,80})$", re.MULTILINE)
_FIRST = 6
"""Among how many paragraphs the title stands; further down others may be named."""
_SHORTEST = 12
"""Letters of what may be a title."""


class Provenance(NamedTuple):
    """What a document was made as, and of what."""

    origin: Origin
    commit: str
    """Version of the city's data, in the words of `source.git.commit_of`."""
    printed: bool
    """Whether this was read in its words, because what we put into it is lost."""


def of(paper: Paper) -> Provenance | None:
    """Return where a document is from; None: nothing says that it is ours."""
    printed = _printed(paper)
    if paper.trace is None:
        return printed
    origin = paper.trace.origin
    if not origin.document and printed is not None:  # made before documents kept it
        origin = printed.origin
    return Provenance(origin, paper.trace.commit, printed=False)


def of_form(form: Form, case: Case) -> Provenance:
    """Return where an official form is from, which says nothing of it itself."""
    submission = form_subject.subject(form, case)
    origin = Origin(document=form.id, submission=submission.id if submission else "")
    return Provenance(origin, "", printed=True)


def is_of(found: Provenance, paper: Paper, case: Case) -> bool:
    """Tell whether a document is about the city of a case."""
    city = case.dossier.city
    if city is None:
        return False
    if found.origin.city:
        return found.origin.city == city.id
    wanted = city.name.casefold()
    return any(wanted in words.casefold() for words in _words(paper))


def _printed(paper: Paper) -> Provenance | None:
    said = "\n".join(_words(paper))
    version = _MADE_BY.search(said)
    if version is None:
        return None
    commit, submission = _COMMIT.search(said), _SUBMISSION.search(said)
    origin = Origin(
        document=_titled(islice(_words(paper), _FIRST)),
        submission=submission[1] if submission else "",
        version=version[1],
    )
    return Provenance(origin, commit[1].strip() if commit else "", printed=True)


def _titled(lines: Iterable[str]) -> str:
    """Return the slug of the document whose title stands among lines, or nothing."""
    known = {documents.title(slug).casefold(): slug for slug in documents.slugs()}
    for line in lines:
        words = " ".join(line.split()).casefold()
        if len(words) < _SHORTEST:
            continue
        for title, slug in known.items():
            if title.startswith(words) or words.startswith(title):
                return slug
    return ""


def _words(paper: Paper) -> Iterable[str]:
    return (passage.now for passage in paper.story.passages if passage.now.strip())
