"""One page an office: what its head answers with, and where it is weak."""

from collections.abc import Iterator
from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.conflicts import every_conflict
from scmaster.assess.contributions import Contribution, contributions
from scmaster.assess.current import current_claims
from scmaster.assess.evidence import lacks_place, proves
from scmaster.assess.interview import Prepared
from scmaster.assess.measures import Stated, stated
from scmaster.assess.missing import WORDS
from scmaster.assess.offices import of_today
from scmaster.assess.owed import Owed, owed
from scmaster.indonesian import listing, number
from scmaster.model import labels
from scmaster.model.city import Opd
from scmaster.model.evaluation import Answer
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.masterplan import Programme, QuickWin
from scmaster.model.measure import PROMISES
from scmaster.model.record import Entry
from scmaster.model.wording import date_words, figure, period_words
from scmaster.passages import recommendations
from scmaster.passages.cells import Cell, Missing, Pointer, Row, cite, origin_of
from scmaster.passages.interview import code
from scmaster.passages.names import called, name_of, record
from scmaster.passages.offices import head_of
from scmaster.passages.one_page import Group, fitted
from scmaster.passages.requests import holder_of

WIDTHS = (32, 40, 24)
"""So many letters a line of each column holds, in small type."""
LINES = 56
"""So many such lines a page holds below its heading."""


@dataclass(frozen=True)
class Sheet:
    """An office as the briefing prints it."""

    id: str
    heading: str
    speaker: str
    """Who speaks for it, and what for."""
    rows: list[Row]
    """What, what there is to say of it, date with source or evidence; under what kind it is."""


def sheets(case: Case, every: list[Prepared]) -> tuple[list[Sheet], list[str]]:
    """Return a sheet for each office of today's register, and those on which there is nothing."""
    given = {office.key: office for office in contributions(case, [])}
    wanted = owed(case)
    made, silent = list[Sheet](), list[str]()
    for key, names in offices(case).items():
        opd = case.dossier.of(Opd)[key]
        look = _Look(case, opd, names, wanted.get(key), given.get(key))
        if sheet := look.sheet(every):
            made.append(sheet)
        else:
            silent.append(opd.short_name or opd.name)
    return sorted(made, key=lambda sheet: (sheet.heading.casefold(), sheet.id)), sorted(silent)


def offices(case: Case) -> dict[str, set[str]]:
    """Return the ids an office of today has ever had, by the one it has today."""
    found: dict[str, set[str]] = {}
    for opd in case.dossier.of(Opd).values():
        found.setdefault(of_today(case.dossier, opd, case.on).id, set()).add(opd.id)
    return found


@dataclass(frozen=True)
class _Look:
    """An office with what it owes and gave."""

    case: Case
    opd: Opd
    names: set[str]
    owed: Owed | None
    given: Contribution | None

    def sheet(self, every: list[Prepared]) -> Sheet | None:
        """Return its sheet; None where the data have nothing on it."""
        groups = [
            Group("Program dan quick win", [*self._programmes()]),
            Group("Angka", [*self._figures()]),
            Group("Eviden yang siap", [*self._evidence()] or [*self._supporting()]),
            Group("Titik lemah", [*self._weak()]),
            Group("Rekomendasi terdahulu dan jawabannya", [*self._recommendations()]),
        ]
        asked = [code(n) for n, e in enumerate(every, start=1) if self.opd.id in _ids(e.offices)]
        if not any(group.rows for group in groups) and not asked:
            return None
        shown = [
            g if g.rows else Group(g.name, [(Missing(NONE[g.name]), "–", "–")]) for g in groups
        ]
        short = self.opd.short_name
        return Sheet(
            id=self.opd.id,
            heading=f"{short}: {self.opd.name}" if short else self.opd.name,
            speaker=self._speaker(asked),
            rows=fitted(shown, WIDTHS, LINES),
        )

    def _speaker(self, asked: list[str]) -> str:
        words = [f"Narasumber: {head_of(self.opd)}."]
        if self.given and self.given.answered.of:
            answered, proven = self.given.answered, self.given.proven
            words.append(
                f"Pertanyaan instrumen: {answered.done} dari {answered.of} dijawab,"
                f" {proven.done} terbukti."
            )
        if asked:
            words.append(f"Pertanyaan wawancara yang dijawab: {listing(asked)}.")
        return " ".join(words)

    def _owns(self, entry: Entry) -> bool:
        """Tell whether a record is this office's, by itself or by the programme behind it."""
        behind = entry
        if isinstance(entry, QuickWin):
            behind = self.case.dossier.get(Programme, entry.programme) or entry
        return getattr(behind, "owner", None) in self.names

    def _programmes(self) -> Iterator[Row]:
        every = list(self.case.dossier.of(Programme).values())
        own = [p for p in every if p.owner in self.names]
        helped = [p for p in every if p not in own and self.names & set(p.supporting)]
        for programme in [*own, *helped]:
            role = "" if programme in own else " (pendukung)"
            assumed = programme in own and programme.owner_basis == "assumed"
            state: list[str] = (
                [labels.LIFECYCLE[programme.lifecycle]] if programme.lifecycle else []
            )
            if programme.progress is not None:
                state.append(f"kemajuan {number(programme.progress)}%")
            state += ["pemilik perkiraan"] if assumed else []
            when = f"sejak {date_words(programme.started)}" if programme.started else ""
            source = self._read(programme)
            words: Cell = "; ".join(state) or Missing("keadaan tidak diketahui")
            yield (f"{programme.name}{role}", words, [when, source] if when else source)
            yield from self._quick_wins(programme)

    def _quick_wins(self, programme: Programme) -> Iterator[Row]:
        for quick_win in self.case.dossier.of(QuickWin).values():
            if quick_win.programme == programme.id and programme.owner in self.names:
                benefit = quick_win.public_benefit or Missing("manfaat belum dicatat")
                source = self._read(quick_win)
                name = name_of(self.case.dossier, quick_win.id)
                yield (_capital(name), benefit, source)

    def _read(self, entry: Entry) -> Pointer | Missing:
        found = cite(self.case.dossier, next(iter(entry.sources), None))
        return Missing("sumber belum dicatat") if isinstance(found, Missing) else found

    def _figures(self) -> Iterator[Row]:
        """Yield what was reached, the figures to use first, then the newest; promises last."""
        own = [s for s in stated(self.case) if s.measure.value is not None and self._owns(s.entry)]
        for said in sorted(own, key=_weight):
            kind = labels.MEASURE_STATUS[said.measure.status]
            used = "; dipakai" if said.measure.preferred else ""
            unit = getattr(said.entry, "unit", "") or ""
            when = period_words(said.measure.as_of) if said.measure.as_of else "tanpa tanggal"
            origin = origin_of(self.case.dossier, said.measure, said.entry.sources)
            yield (
                self._about(said),
                f"{figure(said.measure, unit)} ({kind}{used})",
                [when, origin],
            )

    def _about(self, said: Stated) -> str:
        """Say what a figure counts, and of which work it is."""
        if isinstance(said.entry, Programme | QuickWin):
            return _capital(f"{name_of(self.case.dossier, said.entry.id)}: {said.what}")
        return _capital(said.what)

    def _evidence(self) -> Iterator[Row]:
        """Yield what proves on its own and is of this office, or for what it answers for."""
        dossier = self.case.dossier
        for claim, piece in current_claims(self.case):
            if not proves(claim, piece) or lacks_place(claim, piece):
                continue
            if claim.id in self.case.shaken or not self._has(claim, piece):
                continue
            what = listing([name_of(dossier, identity) for identity in claim.supports])
            inside = [f"hlm. {claim.pages}"] if claim.pages else []
            inside += [claim.section] if claim.section else []
            when = date_words(piece.date) if piece.date else "tanpa tanggal"
            yield (piece.title, f"untuk {what}", [when, *inside])

    def _supporting(self) -> Iterator[Row]:
        """Say how much there is that supports where nothing proves; nothing where none does."""
        pieces = {piece.id for claim, piece in current_claims(self.case) if self._has(claim, piece)}
        if pieces:
            kind = f"{len(pieces)} eviden pendukung, misalnya berita"
            yield (Missing(NONE["Eviden yang siap"]), kind, "–")

    def _has(self, claim: Claim, piece: Evidence) -> bool:
        """Tell whether a piece is of this office, or for what it answers for."""
        return piece.opd in self.names or any(map(self._answers, claim.supports))

    def _answers(self, identity: str) -> bool:
        standing = self.case.standings.get(identity)
        if standing is not None:
            return isinstance(standing.answer, Answer) and standing.answer.owner in self.names
        entry = record(self.case.dossier, identity)
        return entry is not None and self._owns(entry)

    def _weak(self) -> Iterator[Row]:
        """Yield what assessors would find: figures that differ, then what is owed, by worth."""
        for conflict in every_conflict(self.case.dossier):
            if self._owns(conflict.record):
                unit = getattr(conflict.record, "unit", "") or ""
                values = listing([figure(f.measure, unit) for f in conflict.figures])
                used = conflict.chosen
                chosen: Cell = Missing("belum dipilih")
                if used is not None:
                    chosen = f"dipakai {figure(used.measure, unit)}"
                yield (f"Angka berbeda: {conflict.name}", values, chosen)
        if self.owed is None:
            return
        for gap, step in self.owed.questions:
            question = gap.standing.question
            topic = question.sub_indicator or question.indicator or question.text
            worth = f"+{number(step.worth, 4)} bila naik selangkah (simulasi)" if step else "–"
            yield (f"{question.id} {topic}", Missing(WORDS[gap.standing.state]), worth)
        for piece in self.owed.unopened:
            yield (piece.title, Missing("belum ada berkas atau tautan"), "–")
        for claim, piece in self.owed.unplaced:
            what = listing([name_of(self.case.dossier, i) for i in claim.supports])
            yield (piece.title, Missing(f"halaman belum disebut, untuk {what}"), "–")
        yield from self._unmeasured(self.owed)

    def _unmeasured(self, wanted: Owed) -> Iterator[Row]:
        for indicator in wanted.indicators:
            yield (f"Indikator {indicator.name}", Missing("belum ada angka periode ini"), "–")
        for programme in wanted.programmes:
            yield (called(programme), Missing("kemajuan belum dilaporkan"), "–")
        for quick_win in wanted.quick_wins:
            name = name_of(self.case.dossier, quick_win.id)
            yield (_capital(name), Missing("risiko belum dicatat"), "–")
        for holder, place in wanted.risks:
            words = f"Risiko {holder_of(self.case, holder)}: {holder.risks[place].text}"
            yield (words, Missing("belum ada mitigasi"), "–")

    def _recommendations(self) -> Iterator[Row]:
        """Yield what earlier cycles asked of it, the newest cycle first."""
        for cycle, own in reversed(recommendations.ordered(self.case)):
            for r in own:
                if r.owner in self.names and cycle != self.case.submission:
                    name = f"{recommendations.cycle_name(cycle)} nomor {r.number}: {r.text}"
                    acted = recommendations.plain_follow_up(r)
                    yield (name, acted, labels.RECOMMENDATION_STATUS[r.status])


NONE = {
    "Program dan quick win": "belum ada program yang tercatat",
    "Angka": "belum ada angka yang tercatat",
    "Eviden yang siap": "belum ada eviden yang membuktikan",
    "Titik lemah": "tidak ada yang tercatat",
    "Rekomendasi terdahulu dan jawabannya": "tidak ada yang tercatat",
}
"""What a group says that has nothing."""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _ids(every: tuple[Opd | str, ...]) -> set[str]:
    return {office.id for office in every if isinstance(office, Opd)}


def _weight(said: Stated) -> tuple[bool, bool, int]:
    """Order figures: what was reached before promises, those to use first, then the newest."""
    measure = said.measure
    when = measure.as_of.last.toordinal() if measure.as_of else 0
    return (measure.status in PROMISES, not measure.preferred, -when)
