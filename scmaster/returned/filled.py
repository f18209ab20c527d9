"""An official form that came back, known by the tags of its content controls.

A form holds nothing of ours but what it was filled with: it stays its issuer's file.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from scmaster.diagnostics import Span
from scmaster.forms import Found
from scmaster.model.form import Form, FormField
from scmaster.returned.markup import TAG
from scmaster.returned.paper import Paper

_QUOTED = re.compile(r"""["']([^"']+)["']""")
_ENOUGH = 0.6
"""Of the tags of a form, in a document that is that form: some may be cut with their rows."""


class Controls(NamedTuple):
    """The content controls of a form."""

    ids: Mapping[str, str]
    """By tag: the id of the record or question that fills it, or nothing."""
    places: Mapping[str, Span]
    """By tag: where form.yaml says what fills it."""


def form_of(paper: Paper, found: Iterable[Found]) -> Form | None:
    """Return the form that a document is, by its tags; None: it is none of them."""
    there = {
        mark.name.removeprefix(TAG)
        for passage in paper.story.passages
        for mark in passage.marks
        if mark.name.startswith(TAG)
    }
    best, share = None, 0.0
    for form in (one.form for one in found if one.form is not None):
        tags = {field.tag for field, _ in _fields(form)}
        own = len(tags & there) / len(tags) if tags else 0.0
        if own > share:
            best, share = form, own
    return best if share >= _ENOUGH else None


def controls_of(form: Form, known: Container[str]) -> Controls:
    """Return what fills the controls of a form; `known` are ids of the city and its questions."""
    ids: dict[str, str] = {}
    places: dict[str, Span] = {}
    for field, span in _fields(form):
        named = (match[1] for match in _QUOTED.finditer(field.value))
        ids.setdefault(field.tag, next((name for name in named if name in known), ""))
        places.setdefault(field.tag, span)
    return Controls(ids, places)


def _fields(form: Form) -> Iterator[tuple[FormField, Span]]:
    for number, field in enumerate(form.fields):
        yield field, form.span("fields", number, "value")
    for row, rows in enumerate(form.rows):
        for number, field in enumerate(rows.fields):
            yield field, form.span("rows", row, "fields", number, "value")
