"""Which submission an official form is filled for, or why it is for none."""

from scmaster.assess.case import Case
from scmaster.model import labels
from scmaster.model.evaluation import Submission
from scmaster.model.form import Form


def subject(form: Form, case: Case) -> Submission | None:
    """Choose the submission a form is filled for; None when it is for none of them.

    The one that is looked at, where the form is for its instrument, else the newest one.
    """
    able = [s for s in case.dossier.of(Submission).values() if _for(form, case, s)]
    if case.submission in able:
        return case.submission
    return max(able, key=lambda s: (s.year, s.id), default=None)


def lacks(form: Form, case: Case) -> str:
    """Say why a form cannot be filled for the case's submission (Indonesian), or nothing."""
    if case.dossier.city is None:
        return "bagian city belum terbaca"
    if case.submission is None or not _for(form, case, case.submission):
        wanted = form.instruments or [labels.FAMILY[family] for family in form.families]
        return f"borang ini untuk pengajuan {' atau '.join(wanted)}, dan itu belum ada"
    return ""


def _for(form: Form, case: Case, submission: Submission) -> bool:
    instrument = case.dossier.instrument(submission)
    if instrument is None or instrument.family not in form.families:
        return False
    return not form.instruments or instrument.id in form.instruments
