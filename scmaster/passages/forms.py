"""What a city has for official forms."""

from collections.abc import Iterable
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.conflicts import usable
from scmaster.assess.coverage import count
from scmaster.assess.evidence import can_open, period_of
from scmaster.assess.masterplans import in_use
from scmaster.assess.measures import achieved
from scmaster.assess.owners import UNKNOWN, opd_name, owner_of
from scmaster.assess.standing import Standing, State
from scmaster.indonesian import number, rupiah
from scmaster.model import labels
from scmaster.model.city import City, Opd, Planning, Regulation, Source
from scmaster.model.evaluation import Answer, Recommendation, Submission
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.governance import Body
from scmaster.model.masterplan import (
    Budget,
    Indicator,
    Masterplan,
    Partner,
    Programme,
    QuickWin,
)
from scmaster.model.measure import Measure, NamedMeasure
from scmaster.model.wording import date_words, figure, figure_with_date, regulation_words
from scmaster.passages import recommendations
from scmaster.passages.evidence import AT_VISIT
from scmaster.passages.form_data import (
    AnswerData,
    BodyData,
    CityData,
    EvidenceData,
    FactData,
    FormData,
    IndicatorData,
    OfficeData,
    OpdData,
    PlanData,
    ProgrammeData,
    QuickWinData,
    RecommendationData,
    Register,
    SubmissionData,
)


def data(case: Case) -> FormData:
    """Collect what a form may be filled with.

    Raises ValueError for a case without a city, a submission or its instrument.
    """
    city, submission, instrument = case.dossier.city, case.submission, case.instrument
    if city is None or submission is None or instrument is None:
        raise ValueError("no city, submission or instrument")
    plan = in_use(case)
    every = {plan.id: _planning(plan) for plan in case.dossier.of(Planning).values()}
    return FormData(
        city=CityData(
            name=city.name,
            kind=city.kind,
            province=city.province,
            region_code=city.region_code,
            bps_code=city.bps_code,
            short_code=city.short_code,
            data_date=city.data_date,
        ),
        submission=_submission(case, submission),
        masterplan=_masterplan(plan) if plan else None,
        rpjmd=_rpjmd(case, submission),
        planning=Register(every),
        facts=Register(_facts(case)),
        offices=Register(_offices(city)),
        opd=Register({o.id: _opd(o) for o in case.dossier.of(Opd).values()}),
        answers=Register(
            {s.question.id: _answer(case, s) for s in case.standings.values()}, closed=True
        ),
        programmes=Register({p.id: _programme(case, p) for p in _by_pillar(case)}),
        quick_wins=Register({q.id: _quick_win(case, q) for q in _by_year(case)}),
        indicators=Register(
            {i.id: _indicator(case, submission, i) for i in case.dossier.of(Indicator).values()}
        ),
        evidence=Register({e.id: _evidence(case, e) for e in case.dossier.of(Evidence).values()}),
        recommendations=Register(
            {
                r.id: _recommendation(case, c, r)
                for c, own in recommendations.ordered(case)
                for r in own
            }
        ),
        bodies=Register({b.id: _body(b) for b in case.dossier.of(Body).values()}),
    )


def _submission(case: Case, submission: Submission) -> SubmissionData:
    total = count("", "", case.standings.values())
    return SubmissionData(
        id=submission.id,
        title=submission.title or submission.id,
        year=str(submission.year),
        stage=labels.STAGE[submission.stage],
        period=period_of(submission),
        final=submission.state == "final",
        presenters=list(submission.presenters),
        instrument=case.instrument.name if case.instrument else "",
        issuer=case.instrument.issuer if case.instrument else "",
        questions=total.total,
        answered=total.answered,
        proven=total.proven,
    )


def _facts(case: Case) -> dict[str, FactData]:
    """Return each figure of the profile: of several, the newest that nothing disputes."""
    city = case.dossier.city
    grouped: dict[str, list[NamedMeasure]] = {}
    for fact in city.facts if city else []:
        grouped.setdefault(fact.name, []).append(fact)
    sure: dict[str, list[Measure]] = {}
    for name, found in usable(city) if city else []:
        sure.setdefault(name, []).append(found.measure)
    made = {}
    for name, facts in grouped.items():
        used = _newest(sure.get(name, [])) or (facts[0] if len(facts) == 1 else None)
        made[name] = _fact(case, name, used)
    return made


def _fact(case: Case, name: str, used: Measure | None) -> FactData:
    source = case.dossier.get(Source, used.source) if used else None
    return FactData(
        name=name,
        value=_value(used),
        unit=used.unit if used else None,
        text=figure_with_date(used) if used and used.value is not None else None,
        as_of=used.as_of if used else None,
        source=source.title if source else None,
    )


def _newest(measures: Iterable[Measure]) -> Measure | None:
    return max(measures, key=lambda m: m.as_of.last.isoformat() if m.as_of else "", default=None)


def _offices(city: City) -> dict[str, OfficeData]:
    """Return who holds each office; of several, who holds it last."""
    every = sorted(city.offices, key=lambda o: o.term.last.isoformat() if o.term else "")
    held = {office.title: office for office in every}
    return {
        o.title: OfficeData(o.title, o.holder, o.term) for o in city.offices if held[o.title] is o
    }


def _opd(opd: Opd) -> OpdData:
    return OpdData(opd.id, opd.name, opd.short_name or opd.name)


def _planning(plan: Planning) -> PlanData:
    return PlanData(
        id=plan.id,
        title=plan.title,
        period=plan.period,
        regulation=_decided(plan.regulation),
        status=labels.REGULATION_STATUS[plan.regulation.status] if plan.regulation else None,
        theme=None,
        vision=plan.vision,
        missions=list(plan.missions),
    )


def _masterplan(plan: Masterplan) -> PlanData:
    return PlanData(
        id=plan.id,
        title=plan.title,
        period=plan.period,
        regulation=_decided(plan.regulation),
        status=labels.MASTERPLAN_STATUS[plan.status],
        theme=plan.theme,
        vision=plan.vision,
        missions=list(plan.missions),
    )


def _decided(regulation: Regulation | None) -> str | None:
    return regulation_words(regulation) if regulation else None


def _rpjmd(case: Case, submission: Submission) -> PlanData | None:
    """Return the RPJMD of the period under evaluation; the newer of two."""
    every = case.dossier.of(Planning).values()
    able = [p for p in every if p.kind == "rpjmd" and p.period.overlaps(period_of(submission))]
    found = max(able, key=lambda p: (p.period.first, p.id), default=None)
    return _planning(found) if found else None


def _answer(case: Case, standing: Standing) -> AnswerData:
    question, answer = standing.question, standing.answer
    owner = owner_of(case, standing)
    return AnswerData(
        id=question.id,
        code=question.code,
        question=question.text,
        indicator=question.sub_indicator or question.indicator,
        value=_figure(answer) if answer else None,
        figure=_value(answer.measure) if answer else None,
        self_score=answer.self_score if answer else None,
        fact=answer.fact if answer else None,
        analysis=answer.analysis if answer else None,
        owner=None if owner == UNKNOWN else owner,
        state=labels.ANSWER_STATE[answer.state] if answer else "belum dijawab",
        answered=answer is not None,
        proven=standing.state is State.PROVEN,
        evidence=[f"{e.printed_id or e.id}: {e.title}" for _, e in standing.claims],
    )


def _value(measure: Measure | None) -> Decimal | None:
    """Return a figure that was reached; what is hoped for is none."""
    return measure.value if measure and achieved(measure) else None


def _figure(answer: Answer) -> str | None:
    """Return the answer's figure, or how much of the whole it is."""
    if answer.measure is not None and answer.measure.value is not None:
        return figure_with_date(answer.measure)
    if answer.numerator is None or not answer.denominator:
        return None
    share = number(100 * answer.numerator / answer.denominator, 2)
    return f"{number(answer.numerator)} dari {number(answer.denominator)} ({share}%)"


def _by_pillar(case: Case) -> list[Programme]:
    order = {name: place for place, name in enumerate(case.dossier.frameworks.pillars())}
    every = case.dossier.of(Programme).values()
    return sorted(every, key=lambda p: (order.get(p.pillar or "", len(order)), p.name, p.id))


def _programme(case: Case, programme: Programme) -> ProgrammeData:
    frameworks = case.dossier.frameworks
    pillar = frameworks.pillars().get(programme.pillar or "")
    sub_pillar = frameworks.sub_pillars().get(programme.sub_pillar or "")
    amounts = [line.amount for line in programme.budget]
    return ProgrammeData(
        id=programme.id,
        name=programme.name,
        pillar=pillar.name if pillar else None,
        sub_pillar=sub_pillar.name if sub_pillar else None,
        owner=_owner(case, programme.owner),
        summary=programme.summary,
        objective=programme.objective,
        beneficiaries=programme.beneficiaries,
        location=programme.location,
        output=programme.output,
        lifecycle=labels.LIFECYCLE[programme.lifecycle] if programme.lifecycle else None,
        progress=programme.progress,
        years=[str(year) for year in programme.planned_years],
        budget=[_budget(line) for line in programme.budget],
        budget_total=Decimal(sum(amounts)) if amounts else None,
        partners=_partners(programme.partners),
        measures=[f"{m.name}: {figure_with_date(m)}" for m in programme.measures],
    )


def _owner(case: Case, identity: str | None) -> str | None:
    return opd_name(case.dossier, identity) if identity else None


def _budget(line: Budget) -> str:
    return f"{line.year}: {rupiah(line.amount)} ({line.funding.replace('_', ' ').upper()})"


def _partners(partners: Iterable[Partner]) -> list[str]:
    return list(dict.fromkeys(p.name + (f" ({p.form})" if p.form else "") for p in partners))


def _by_year(case: Case) -> list[QuickWin]:
    return sorted(case.dossier.of(QuickWin).values(), key=lambda q: (q.year, q.id))


def _quick_win(case: Case, quick_win: QuickWin) -> QuickWinData:
    programme = case.dossier.get(Programme, quick_win.programme)
    before = case.dossier.get(QuickWin, quick_win.continues_from)
    pillar = case.dossier.frameworks.pillars().get((programme.pillar if programme else "") or "")
    partners = [*quick_win.partners, *(programme.partners if programme else [])]
    name = programme.name if programme else quick_win.programme
    return QuickWinData(
        id=quick_win.id,
        name=f"{name} ({quick_win.year})",
        year=str(quick_win.year),
        programme=name,
        pillar=pillar.name if pillar else None,
        owner=_owner(case, programme.owner if programme else None),
        existing_service=quick_win.existing_service,
        problem=quick_win.problem,
        public_benefit=quick_win.public_benefit,
        sustainability=quick_win.sustainability,
        continues_from=f"quick win tahun {before.year}" if before else None,
        partners=_partners(partners),
        measures=[f"{m.name}: {figure_with_date(m)}" for m in quick_win.measures],
        risks=[risk.text for risk in quick_win.risks],
        mitigations=[risk.mitigation for risk in quick_win.risks if risk.mitigation],
    )


def _indicator(case: Case, submission: Submission, indicator: Indicator) -> IndicatorData:
    period = period_of(submission)
    targets = [t.value for t in indicator.targets if t.year == submission.year]
    own = [f.measure for _, f in usable(indicator) if f.path[0] == "actuals"]
    actual = _newest(m for m in own if m.as_of and m.as_of.overlaps(period))
    return IndicatorData(
        id=indicator.id,
        name=indicator.name,
        unit=indicator.unit,
        owner=_owner(case, indicator.owner) or indicator.issuer,
        formula=indicator.formula,
        baseline=_value(indicator.baseline),
        target=targets[0] if len(targets) == 1 else None,
        actual=actual.value if actual else None,
        actual_text=figure(actual, indicator.unit) if actual else None,
    )


def _evidence(case: Case, evidence: Evidence) -> EvidenceData:
    """Return what may be told of a piece: above `biasa`, when it is shown."""
    kept = evidence.classification != "biasa"
    issuer = _owner(case, evidence.opd) or evidence.issuer
    file = f"berkas: {evidence.file}" if can_open(evidence) else None
    uses = case.dossier.uses.get(evidence.id, [])
    claims = [use.user for use in uses if isinstance(use.user, Claim)]
    return EvidenceData(
        id=evidence.id,
        printed_id=evidence.printed_id or evidence.id,
        title=evidence.title,
        kind=labels.EVIDENCE_KIND[evidence.kind],
        number=AT_VISIT if kept else evidence.number,
        date=AT_VISIT if kept else evidence.date,
        period=AT_VISIT if kept else evidence.period,
        issuer=issuer,
        address=AT_VISIT if kept else (evidence.url or file),
        classification=labels.CLASSIFICATION[evidence.classification],
        supports=list(dict.fromkeys(name for claim in claims for name in claim.supports)),
    )


def _recommendation(case: Case, cycle: Submission, r: Recommendation) -> RecommendationData:
    ids = [*r.evidence, *(e for action in r.actions for e in action.evidence)]
    ids += [claim.evidence for claim in case.dossier.claims_on(r.id)]
    pieces = [case.dossier.get(Evidence, identity) for identity in dict.fromkeys(ids)]
    return RecommendationData(
        id=r.id,
        cycle=recommendations.cycle_name(cycle),
        number=r.number,
        text=r.text,
        owner=_owner(case, r.owner),
        follow_up=[f"{date_words(a.date)}: {a.text}" if a.date else a.text for a in r.actions],
        status=labels.RECOMMENDATION_STATUS[r.status],
        due=r.due,
        evidence=[f"{e.printed_id or e.id}: {e.title}" for e in pieces if e],
    )


def _body(body: Body) -> BodyData:
    members = [f"{m.name} ({m.role})" if m.role else m.name for m in body.members]
    last = max((meeting.date for meeting in body.meetings), key=str, default=None)
    return BodyData(
        id=body.id,
        kind=labels.BODY_KIND[body.kind],
        name=body.name,
        decision=_decided(body.sk),
        chair=body.chair,
        secretary=body.secretary,
        members=members,
        meetings=len(body.meetings),
        last_meeting=last,
    )
