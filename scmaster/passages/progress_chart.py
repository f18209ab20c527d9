"""Indicators against their targets, drawn; a target without a figure is named, not drawn."""

from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.progress import Progress, progress
from scmaster.indonesian import half_up, listing, number
from scmaster.model.labels import MEASURE_STATUS
from scmaster.model.masterplan import Indicator
from scmaster.model.wording import period_words
from scmaster.passages.charts import Chart, Figure, Series

MOST = 25
"""As many bars as a page holds."""
UPSIDE = (
    " Bila makin kecil makin baik, capaian = 1 + (1 − realisasi : target), sesuai Peraturan"
    " Menteri PANRB Nomor 8 Tahun 2021."
)

WHY = "capaian pada tahun targetnya belum ada, masih rencana, atau berselisih, atau targetnya nol"


def indicators(case: Case) -> Figure:
    """Draw how much of its target each indicator has reached, the least first."""
    promised = [i for i in case.dossier.of(Indicator).values() if i.targets]
    made = {indicator.id: progress(indicator) for indicator in promised}
    known = sorted((p for p in made.values() if p is not None), key=lambda p: p.percent)
    silent = [i.name for i in promised if made[i.id] is None]
    note = "Capaian adalah realisasi dibagi target pada tahun yang sama." if known else ""
    if any(p.indicator.direction == "down" for p in known):
        note += UPSIDE
    if not promised:
        return Figure(None, "Belum ada indikator yang mempunyai target.")
    if silent:
        note += f" Tidak digambar: {listing(silent)}; {WHY}."
    if len(known) > MOST:
        note += f" Digambar {MOST} yang paling jauh dari target; {len(known) - MOST} lainnya tidak."
    return Figure(_chart(known) if known else None, note.strip())


def _chart(known: list[Progress]) -> Chart:
    shown = known[:MOST]
    return Chart(
        kind="stacked",
        categories=[_label(each) for each in shown],
        series=[
            Series(name, [_percent(each) if each.reached is met else None for each in shown])
            for name, met in (("Mencapai target", True), ("Di bawah target", False))
        ],
        caption="Capaian indikator terhadap target",
        description=_finding(known),
        unit="% dari target",
    )


def _finding(known: list[Progress]) -> str:
    met = sum(1 for each in known if each.reached)
    least = known[0]
    said = f"Diagram batang capaian {len(known)} indikator terhadap target pada tahun yang sama."
    said += f" {met} mencapai target dan {len(known) - met} belum."
    if not least.reached:
        said += f" Paling jauh dari target: {_label(least)}, {number(_percent(least))}%."
    return said


def _label(each: Progress) -> str:
    time = period_words(each.actual.as_of)
    estimated = each.actual.status == "estimated"
    return f"{each.indicator.name}, {time}" + f" ({MEASURE_STATUS['estimated']})" * estimated


def _percent(each: Progress) -> Decimal:
    return half_up(each.percent, 1)
