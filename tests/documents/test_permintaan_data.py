"""Letters: each to whoever owes something, with exactly that, the most worth first."""

from pathlib import Path

import pytest
from small_city import IMPRINT, ROOT, outline, small

from scmaster import documents, render
from scmaster.assess.missing import gaps
from scmaster.assess.owed import file_name
from scmaster.assess.worth import steps
from scmaster.documents import permintaan_data as document
from scmaster.passages.cells import Missing

KOTA = (Path(__file__).parent / "kota.yaml").read_text("utf-8")


def letters(case):
    made = document.recipients(case)
    return {name: document.compose(case, IMPRINT, theirs) for name, theirs in made.items()}


def asked(data, kind):
    """Return the rows under a title."""
    found, own = [], False
    for row in data.rows:
        if len(row) == 1:
            own = row[0] == kind
        elif own:
            found.append(row)
    return found


def test_the_composed_data(golden):
    shown = [f"{name}\n" + "\n".join(outline(data)) for name, data in letters(small(KOTA)).items()]

    golden("permintaan-data/data.txt", "\n\n".join(shown) + "\n")


def test_every_gap_stands_in_one_letter(balikpapan):
    rows = [r for data in letters(balikpapan).values() for r in asked(data, "Pertanyaan instrumen")]
    named = sorted(row[1][0].partition(":")[0] for row in rows)

    assert named == sorted(gap.standing.question.id for gap in gaps(balikpapan))
    assert len(named) > 100


def test_the_most_worth_comes_first_and_is_called_a_simulation(balikpapan):
    worth = {step.standing.question.id: step.worth for step in steps(balikpapan)}
    for data in letters(balikpapan).values():
        rows = asked(data, "Pertanyaan instrumen")
        order = [worth.get(row[1][0].partition(":")[0], 0) for row in rows]
        assert order == sorted(order, reverse=True)
        assert bool(order) == ("simulasi" in data.ranking)


def test_what_is_counted_is_what_is_listed(balikpapan):
    for data in letters(balikpapan).values():
        numbers = [row[0] for row in data.rows if len(row) > 1]
        assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
        assert f" {len(numbers)} hal yang belum lengkap" in data.opening


def test_one_letter_goes_out_for_what_nobody_answers_for():
    data = letters(small(KOTA))["belum-ditunjuk"]

    assert data.heading[0][1][1] == Missing("penanggung jawab belum ditunjuk")
    assert "menunjuk perangkat daerah" in data.opening


def test_a_unit_that_is_not_in_the_register_is_addressed_and_marked(balikpapan):
    data = letters(balikpapan)["dinas-pu-atau-bps"]

    unknown = Missing("belum ada dalam daftar perangkat daerah kota")
    assert data.heading[0] == ("Kepada Yth.", ["Pimpinan Dinas PU atau BPS", unknown])


def test_who_is_gone_is_not_written_to():
    text = KOTA.replace("owner: dlh\n    status: open", "owner: disperin\n    status: open")
    data = letters(small(text))

    assert "disperin" not in data
    assert data["dpmptsp"].heading[0][1].startswith("Kepala Dinas Penanaman Modal")


def test_a_predecessor_whose_last_day_nobody_knows_is_gone():
    owner = "opd: [{id: lama, name: Lama, successor: baru}, {id: baru, name: Baru}]\n"
    owner += "indicators: [{id: ind-a, name: A, unit: B, owner: lama}]\n"

    assert "baru" in document.recipients(small(owner))
    assert "lama" not in document.recipients(small(owner))


def test_successors_that_point_at_each_other_end_somewhere():
    text = "opd: [{id: a, name: A, successor: b}, {id: b, name: B, successor: a}]\n"
    text += "indicators: [{id: ind-a, name: A, unit: B, owner: a}]\n"

    assert set(document.recipients(small(text))) & {"a", "b"}


def test_the_head_of_an_office_is_addressed():
    text = "opd: [{id: utara, name: Kecamatan Utara, kind: kecamatan}]\n"
    text += "indicators: [{id: ind-a, name: A, unit: B, owner: utara}]\n"

    assert letters(small(text))["utara"].heading[0] == ("Kepada Yth.", "Camat Utara")


def test_the_compilers_own_letter_comes_from_nobody_named(balikpapan):
    data = letters(balikpapan)["diskominfo"]

    assert data.heading[0][1] == "Kepala Dinas Komunikasi dan Informatika"
    assert set(data.heading[1][1]) == {"."}
    assert data.sender == ["Yang meminta,"]


def test_a_city_without_such_an_office_leaves_the_sender_open():
    text = "opd: [{id: dlh, name: Dinas Lingkungan Hidup}]\n"
    case = small(text, without=("opd", "programmes", "evidence"))
    data = letters(case)["belum-ditunjuk"]

    assert data.cover.office == ""
    assert set(data.heading[1][1]) == {"."}


def test_a_due_date_and_a_file_are_asked_for_where_they_are_due():
    data = letters(small(KOTA))["dlh"]

    assert "Tenggat: 30 Juni 2025." in asked(data, "Rekomendasi asesor")[0][2]
    (paper,) = asked(data, "Eviden")
    assert paper[2][0] == "Berkas, atau tautan yang dapat dibuka."
    assert paper[2][1].endswith("membuktikan Layanan perizinan daring.")


def test_nothing_is_asked_for_what_is_handed_in():
    assert "sudah final" in document.lacks(
        small(
            "submissions: [{id: akhir-2024, year: 2025, stage: tunggal, state: final,"
            " instrument: uji-2024}]\n"
        )
    )


def test_a_letter_is_no_draft_because_the_submission_is_one(balikpapan):
    assert letters(balikpapan)["dlh"].cover.draft == ""


def test_names_of_files_are_plain_whatever_an_instrument_says(balikpapan):
    names = [name for name, _ in documents.composed("permintaan-data", balikpapan, IMPRINT)]

    assert len(set(names)) == len(names) > 10
    assert all(name.replace("/", "").replace("-", "").isalnum() for name in names)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Dinas PU atau BPS", "dinas-pu-atau-bps"),
        ("../../etc/passwd", "etc-passwd"),
        ("Séksi  A\\B: C", "seksi-a-b-c"),
        ("x" * 500, "x" * 60),
        ("日本", "belum-ditunjuk"),
        ("", "belum-ditunjuk"),
    ],
)
def test_a_free_name_never_leaves_the_folder(said, name):
    assert file_name(said) == name


def test_it_is_rendered(balikpapan):
    data = letters(balikpapan)["dlh"]
    artifact, found = render.render("permintaan-data", data, ROOT, name="permintaan-data/dlh")

    assert found == []
    assert artifact.name == "permintaan-data/dlh.docx"
