"""Comments of reviewers as recommendations of the submission that a document was for."""

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

from scmaster.assess.case import Case
from scmaster.exchange.editing import New, Value
from scmaster.model.evaluation import Recommendation, Submission
from scmaster.returned.paper import Comment
from scmaster.returned.places import Places
from scmaster.returned.quoting import is_personal
from scmaster.returned.remarks import Remarks
from scmaster.returned.tying import Tie

SECTION = "recommendations"
HOME = "rekomendasi.yaml"
"""The file that is made where a city has no recommendation yet."""
_SHOWN = 8
"""Digits of a digest in an id."""
_LONGEST = 60
"""Letters of a submission's id in an id, which itself has at most 80."""


class Filed(NamedTuple):
    """What becomes of the comments of a document."""

    new: tuple[New, ...]
    known: tuple[str, ...]
    """Ids of those that are filed already."""
    withheld: tuple[tuple[Comment, str], ...]
    """Those that are not filed, because of the kind of personal data in them (Indonesian)."""


def recommended(
    case: Case, submission: Submission, title: str, remarks: Remarks, comments: list[Comment]
) -> Filed:
    """Return the open comments as records; `title` is what people call the document.

    The id is of the submission, the place and the words, so that the same comment is filed
    once however often the document comes back. Who wrote it is not filed.
    """
    existing = case.dossier.of(Recommendation)
    places = Places(case)
    taken = [one.number for one in existing.values() if one.submission == submission.id]
    number = max(taken, default=0)
    made: dict[str, New] = {}
    known: list[str] = []
    withheld: list[tuple[Comment, str]] = []
    for comment in comments:
        if comment.done:
            continue
        tie = remarks.tie(comment)
        identity = _identity(submission.id, tie, comment.text)
        if identity in existing:
            known.append(identity)
        elif kind := is_personal(comment.text):
            withheld.append((comment, kind))
        elif identity not in made:
            number += 1
            note = f"Komentar Word pada {title}, {remarks.about(comment)}."
            about = {"submission": submission.id, "number": str(number), "text": comment.text}
            record = {"id": identity, **about, **_asked(places, tie), "status": "open"}
            made[identity] = New(SECTION, {**record, "note": note})
    return Filed(tuple(made.values()), tuple(dict.fromkeys(known)), tuple(withheld))


def _identity(submission: str, tie: Tie, text: str) -> str:
    """Name a comment by where it stands, as data and not as a number in print, and its words."""
    claim = tie.claims[0] if tie.claims else None
    place = (claim.record, claim.field) if claim else (tie.identity, *tie.headings, tie.tag)
    told = "\0".join([submission, *place, " ".join(text.split())])
    short = submission[:_LONGEST].rstrip("-._")
    return f"rek-{short}-{hashlib.sha256(told.encode()).hexdigest()[:_SHOWN]}"


def _asked(places: Places, tie: Tie) -> Mapping[str, Value]:
    question = places.question(tie)
    return {"questions": [question]} if question else {}
