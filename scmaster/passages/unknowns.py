"""What is not known of a masterplan: the gaps of its record, said one by one."""

from scmaster.assess.case import Case
from scmaster.assess.regulations import lack
from scmaster.assess.totals import recorded
from scmaster.indonesian import listing
from scmaster.model.city import Planning
from scmaster.model.masterplan import Indicator, Masterplan, Programme
from scmaster.passages import alignment, editions, readiness
from scmaster.passages.cells import Row
from scmaster.passages.masterplan import WHAT


def table(case: Case, plan: Masterplan) -> list[Row]:
    """Return what is missing: about what, and what is not known of it."""
    pairs = [
        ("Penetapan", _enactment(plan)),
        ("Keterangan pokok", _fields(plan)),
        ("Susunan buku", _books(plan)),
        ("Bimtek penyusunan", _stages(plan)),
        ("Kesiapan daerah", _analysis(plan)),
        ("Rencana pembangunan", _plans(case, plan)),
        ("Jumlah yang dinyatakan", _totals(case, plan)),
        ("Program", _programmes(case)),
        ("Indikator", _indicators(case)),
    ]
    return [(about, list(lines)) for about, lines in pairs if lines]


def _enactment(plan: Masterplan) -> list[str]:
    if plan.regulation is None:
        return ["Peraturan yang menetapkan masterplan belum tercatat."]
    found = lack(plan.regulation)
    return [f"{found.words[0].upper()}{found.words[1:]}."] if found else []


def _fields(plan: Masterplan) -> list[str]:
    known = {
        "masa berlaku": plan.period,
        "waktu penyusunan": plan.written,
        "tema": plan.theme,
        "visi": plan.vision,
        "misi": plan.missions,
        "rencana yang diacu": plan.aligned_to,
        "peninjauan": plan.reviews,
    }
    missing = [name for name, value in known.items() if not value]
    return [f"Belum tercatat: {listing(missing)}."] if missing else []


def _books(plan: Masterplan) -> list[str]:
    if not plan.books:
        return ["Susunan bukunya belum diketahui."]
    bare = [f"Buku {book.number}" for book in plan.books if book.evidence is None]
    return [f"Berkas belum ada: {listing(bare)}."] if bare else []


def _stages(plan: Masterplan) -> list[str]:
    held = {guidance.stage for guidance in plan.bimtek}
    unknown = [f"tahap {stage}" for stage in editions.STAGES if stage not in held]
    return [f"Belum diketahui: {listing(unknown)}."] if unknown else []


def _analysis(plan: Masterplan) -> list[str]:
    lines = []
    if bare := readiness.missing(plan):
        lines.append(f"Analisis kesiapan belum tercatat: {listing([b.lower() for b in bare])}.")
    return lines if plan.swot else [*lines, "Analisis SWOT belum tercatat."]


def _plans(case: Case, plan: Masterplan) -> list[str]:
    kinds = {planning.kind for planning in case.dossier.of(Planning).values()}
    lines = [f"{kind.upper()} belum tercatat." for kind in alignment.KINDS if kind not in kinds]
    followed = {p.kind for i in plan.aligned_to if (p := case.dossier.get(Planning, i))}
    silent = [k.upper() for k in alignment.KINDS if k in kinds and k not in followed]
    if silent:
        lines.append(f"Keselarasan dengan {listing(silent)} belum dinyatakan.")
    return lines


def _totals(case: Case, plan: Masterplan) -> list[str]:
    lines = []
    for total in plan.declared:
        lacking = total.count - recorded(case.dossier, plan, total.what)
        if lacking > 0:
            name = WHAT[total.what]
            lines.append(f"{lacking} dari {total.count} {name} belum terdokumentasi.")
    return lines


def _programmes(case: Case) -> list[str]:
    every = list(case.dossier.of(Programme).values())
    if not every:
        return ["Belum ada program yang tercatat."]
    lacking = {
        "pilar": sum(1 for p in every if p.pillar is None),
        "subdimensi": sum(1 for p in every if p.sub_pillar is None),
        "perangkat daerah pemilik": sum(1 for p in every if p.owner is None),
        "jangka": sum(1 for p in every if p.horizon is None),
        "keadaan": sum(1 for p in every if p.lifecycle is None),
        "angka": sum(1 for p in every if not any(m.value is not None for m in p.measures)),
        "anggaran": sum(1 for p in every if not p.budget),
        "keterangan masterplan yang memuatnya": sum(1 for p in every if p.masterplan is None),
    }
    return [f"Tanpa {n}: {c} dari {len(every)} program." for n, c in lacking.items() if c]


def _indicators(case: Case) -> list[str]:
    every = list(case.dossier.of(Indicator).values())
    bare = sum(1 for i in every if not any(a.value is not None for a in i.actuals))
    return [f"Belum ada capaian: {bare} dari {len(every)} indikator."] if bare else []
