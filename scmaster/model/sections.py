"""Which sections a file may hold: of a city, and of `pillars/`."""

from scmaster.model.city import City, Opd, Planning, Source
from scmaster.model.evaluation import Answer, Recommendation, Result, Submission, Waiver
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.form import Form
from scmaster.model.framework import Complaint, Crosswalk, Instrument, PillarEdition
from scmaster.model.governance import Body, Commitment
from scmaster.model.interview import InterviewQuestion
from scmaster.model.masterplan import (
    Indicator,
    Masterplan,
    Programme,
    QuickWin,
    Survey,
    Verification,
)
from scmaster.model.priority import PriorityScale, RiskScale
from scmaster.model.published import Published
from scmaster.model.record import Entry
from scmaster.model.settings import Settings
from scmaster.model.validity import Validity

CITY_SECTIONS: dict[str, type[Entry]] = {
    "city": City,
    "opd": Opd,
    "planning": Planning,
    "masterplan": Masterplan,
    "programmes": Programme,
    "quick_wins": QuickWin,
    "indicators": Indicator,
    "evidence": Evidence,
    "claims": Claim,
    "bodies": Body,
    "commitments": Commitment,
    "submissions": Submission,
    "answers": Answer,
    "surveys": Survey,
    "results": Result,
    "recommendations": Recommendation,
    "verifications": Verification,
    "sources": Source,
    "waivers": Waiver,
}
"""A section's name in a city's file, and what each entry of it is."""

FRAMEWORK_SECTIONS: dict[str, type[Entry]] = {
    "pillars": PillarEdition,
    "instruments": Instrument,
    "crosswalks": Crosswalk,
    "published": Published,
    "complaints": Complaint,
    "validity": Validity,
    "priorities": PriorityScale,
    "risk_scales": RiskScale,
    "interview_questions": InterviewQuestion,
    "sources": Source,
}
"""A section's name in a file of `pillars/`, and what each entry of it is."""

FORM_SECTIONS: dict[str, type[Entry]] = {"form": Form, "sources": Source}
"""A section's name in the form.yaml beside an official form, and what each entry of it is."""

SETTINGS_SECTIONS: dict[str, type[Entry]] = {"settings": Settings}
"""A section's name in a workspace's scmaster.yaml."""

SECTION_OF: dict[type[Entry], str] = {
    kind: name for name, kind in (CITY_SECTIONS | FRAMEWORK_SECTIONS).items()
}
