"""What `explain` prints: the page of every code, the sheets of questions and complaints."""

from collections.abc import Mapping
from dataclasses import dataclass

from scmaster import checks, link, load, local_rules, render, settings
from scmaster.assess import severities, waivers
from scmaster.catalogue.complaints import about, complaint_sheet
from scmaster.catalogue.criteria import criterion_sheets
from scmaster.catalogue.interview import interview_sheet, prepared_sheet
from scmaster.catalogue.questions import question_sheets
from scmaster.catalogue.sheets import Sheet
from scmaster.catalogue.standing import city_sheet, heard
from scmaster.diagnostics import Severity
from scmaster.evidence import lockfile, reviewfile
from scmaster.evidence.links import file as linkfile
from scmaster.exchange import collecting, ledger, respondents, results_reading, suspect_answers
from scmaster.link import Frameworks, questions_of
from scmaster.load import did_you_mean
from scmaster.returned import codes as returned
from scmaster.source import reader

__all__ = [
    "FAMILIES",
    "Page",
    "Sheet",
    "about",
    "city_sheet",
    "complaint_sheet",
    "criterion_sheets",
    "heard",
    "interview_sheet",
    "nearest",
    "pages",
    "prepared_sheet",
    "question_sheets",
]

FAMILIES = {
    "0": "berkas",
    "1": "isian",
    "2": "rujukan",
    "3": "kelengkapan",
    "4": "kewajaran",
    "5": "instrumen",
    "6": "dokumen",
    "7": "privasi",
    "8": "berkas eviden",
    "9": "borang, siklus, dan ruang kerja",
}
"""What the first digit of a code stands for."""
LOCAL = "aturan setempat"


@dataclass(frozen=True)
class Page:
    """What there is to read about a code."""

    code: str
    name: str
    """The rule's name; empty for what a stage says."""
    text: str
    severities: tuple[Severity, Severity] | None
    """In a draft and in a final submission; None for what a stage says."""

    @property
    def family(self) -> str:
        """What kind of thing is wrong (Indonesian)."""
        return FAMILIES[self.code[3]] if self.code.startswith("SCM") else LOCAL

    @property
    def summary(self) -> str:
        """The first sentence of the page, on one line."""
        return " ".join(self.text.strip().split("\n\n")[0].split())


def pages(own: Mapping[str, tuple[str, str]] | None = None) -> dict[str, Page]:
    """Return the page of every code, in order: a rule's is its docstring.

    `own` holds name and page of each rule of the workspace, by its code.
    """
    stages = reader.CODES | load.CODES | link.CODES | waivers.CODES | render.CODES
    stages |= reviewfile.CODES | lockfile.CODES | linkfile.CODES | ledger.CODES
    stages |= severities.CODES | local_rules.CODES
    stages |= collecting.CODES
    stages |= respondents.CODES | suspect_answers.CODES | results_reading.CODES
    stages |= returned.CODES | settings.CODES
    made = {code: Page(code, "", text, None) for code, text in stages.items()}
    for rule in checks.rules():
        made[rule.code] = Page(rule.code, rule.name, rule.module.__doc__, rule.severities)
    for code, (name, text) in (own or {}).items():
        made[code] = Page(code, name, text, None)
    return dict(sorted(made.items()))


def nearest(topic: str, frameworks: Frameworks) -> str:
    """Suggest the code, question or complaint nearest to a mistyped one."""
    known = [
        question.id
        for instrument in frameworks.instruments.values()
        for group in instrument.groups
        for question in questions_of(group)
    ]
    hint = did_you_mean(topic.upper(), [*pages(), *known])
    criteria = {c.id for scale in frameworks.priorities.values() for c in scale.criteria}
    hint = hint or did_you_mean(
        topic.lower(), [*frameworks.complaints, *frameworks.interview, *sorted(criteria)]
    )
    return f" M{hint.removeprefix('m')}" if hint else ""
