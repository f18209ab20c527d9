"""What a file says of itself: title, author, day; never the clock's."""

from datetime import UTC, datetime
from typing import Any

from scmaster.render.document import Cover
from scmaster.render.values import clean

_LIMIT = 255
"""python-docx and python-pptx refuse more."""


def fill(properties: Any, cover: Cover, *, dated: bool) -> None:  # noqa: ANN401  (of either)
    """Put the cover's words into the core properties of python-docx or python-pptx.

    `dated`: whether the file had dates of its own, which stay where the document has none.
    """
    title, subject, office = (
        " ".join(clean(said).split())[:_LIMIT]
        for said in (cover.title, cover.subject, cover.office)
    )
    properties.title = title
    properties.subject = subject
    properties.author = properties.last_modified_by = office
    properties.language = "id-ID"
    properties.revision = 1
    try:
        day = datetime.strptime(cover.date, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        if dated:
            return
        day = datetime(2000, 1, 1, tzinfo=UTC)  # the library has put the clock's
    properties.created = properties.modified = day.replace(tzinfo=None)
