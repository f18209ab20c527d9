"""Whatever lies in a city's folder: a case, never an exception."""

import os
import shutil
from datetime import date

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whole_record import whole

from scmaster import pipeline, resources
from scmaster.assess.case import Case
from scmaster.diagnostics import Severity
from scmaster.model.sections import CITY_SECTIONS

ON = date(2025, 1, 1)
GOOD = "city: {id: a, name: A, kind: kota, province: B, region_code: '64.71'}\n"
INSTRUMENT = """\
pillars: [{id: ed, name: A, status: draft, pillars: [{id: kata, name: B}]}]
instruments:
  - {id: kata, name: A, issuer: B, year: 2024, status: draft, scale: {minimum: 1, maximum: 4},
     groups: [{id: g, name: G, weight: 100,
               questions: [{id: Q.1, code: a, text: b, status: draft}]}]}
"""

folders = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """A workspace whose pillars know the word that fills every field of `whole`."""
    (tmp_path / "pillars").mkdir()
    (tmp_path / "pillars" / "uji.yaml").write_text(INSTRUMENT, "utf-8")
    shipped = resources.shipped
    nothing = tmp_path / "pillars"
    monkeypatch.setattr(
        resources, "shipped", lambda name: nothing if name == "pillars" else shipped(name)
    )
    (tmp_path / "cities" / "a").mkdir(parents=True)
    return tmp_path


def understand(workspace, **files):
    """Understand a city of these files, each named after its section."""
    folder = workspace / "cities" / "a"
    shutil.rmtree(folder)
    folder.mkdir()
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        (folder / f"{name}.yaml").write_bytes(data)
    case = pipeline.understand_city(folder, workspace, on=ON)
    assert isinstance(case, Case)
    return case


def codes(case):
    return {d.code for d in case.diagnostics if d.severity is Severity.ERROR}


def built(case, workspace):
    """Compose as a draft: what was understood can always be printed or is left out."""
    made = pipeline.build(case, workspace / "cities" / "a", workspace, pipeline.Order(draft=True))
    assert len(made.artifacts) + len(made.left_out) > 0 or made.diagnostics
    return made


# -- bytes ------------------------------------------------------------------------------------


@folders
@given(data=st.binary(max_size=500))
def test_any_bytes_as_a_file(workspace, data):
    understand(workspace, kota=GOOD, x=data)


@folders
@given(
    text=st.text(st.characters(codec="utf-8"), max_size=300)
    | st.text("-:[]{}?&*!|>'\"#,% \t\na1", max_size=200)
)
def test_any_text_as_a_file(workspace, text):
    understand(workspace, x=text)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04" + bytes(range(256)), "SCM007"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), None),
        (b"%PDF-1.7\n" + bytes(range(256)), "SCM007"),
        (GOOD.encode("utf-16"), "SCM007"),
        (GOOD.encode("utf-32"), None),
        (b"\x00" * 5000, None),
        (b"\xff" * 5000, "SCM007"),
        (b"name: \xed\xa0\x80", "SCM007"),
        (b"a" * 5_000_000, "SCM109"),
        (b"a: " + b"x" * (51 * 1024 * 1024), "SCM008"),
        (b"[" * 10_000, "SCM005"),
        (b"[" * 10_000 + b"]" * 10_000, "SCM005"),
        (b"{a: " * 10_000 + b"}" * 10_000, "SCM005"),
        (b"- " * 10_000 + b"a", "SCM005"),
        (b"".join(b" " * n + b"a:\n" for n in range(500)), "SCM005"),
        (b"? " * 10_000, None),
        (
            b"a: &a ["
            + b"x, " * 90
            + b"]\n"
            + b"".join(
                b"%c: &%c [%s]\n" % (n + 1, n + 1, b"*%c, " % n * 9) for n in range(97, 106)
            ),
            "SCM004",
        ),
        (b"opd: &o\n- *o\n", "SCM014"),
        (b"a: 1\n" * 300_000, None),
        (b"#" * 1_000_000, None),
        (b"\n" * 1_000_000, None),
    ],
    ids=lambda value: repr(value[:12]) if isinstance(value, bytes) else "",
)
def test_what_is_no_city(workspace, data, code):
    case = understand(workspace, kota=GOOD, x=data)

    assert case.dossier.city is not None, "the other file is read all the same"
    assert code is None or code in codes(case)


# -- folders ----------------------------------------------------------------------------------


def test_a_folder_that_is_not_there(tmp_path):
    case = pipeline.understand_city(tmp_path / "hilang", None, on=ON)

    assert "SCM009" in codes(case)


def test_a_folder_with_nothing_in_it(workspace):
    assert "SCM016" in codes(understand(workspace))


def test_a_file_that_goes_away_or_may_not_be_read(workspace, monkeypatch):
    """Played, because root may read everything."""
    folder = workspace / "cities" / "a"
    (folder / "a.yaml").write_text(GOOD, "utf-8")
    (folder / "b.yaml").write_text("opd: []", "utf-8")
    real = os.open

    for error in (PermissionError, FileNotFoundError, IsADirectoryError, OSError):

        def refuse(path, *rest, error=error):
            if str(path).endswith("b.yaml"):
                raise error
            return real(path, *rest)

        with monkeypatch.context() as patch:
            patch.setattr(os, "open", refuse)
            case = pipeline.understand_city(folder, workspace, on=ON)
        assert [d.code for d in case.diagnostics if d.span.file.endswith("b.yaml")] == ["SCM009"]
        assert case.dossier.city is not None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_links_pipes_and_folders_with_the_names_of_files(workspace):
    folder = workspace / "cities" / "a"
    (folder / "a.yaml").write_text(GOOD, "utf-8")
    (folder / "luar.yaml").symlink_to("/etc/hostname")
    (folder / "putus.yaml").symlink_to("tidak-ada")
    (folder / "diri.yaml").symlink_to("diri.yaml")
    (folder / "folder.yaml").mkdir()
    (folder / "lingkar").symlink_to(".")
    os.mkfifo(folder / "pipa.yaml")
    case = pipeline.understand_city(folder, workspace, on=ON)

    assert codes(case) >= {"SCM009", "SCM015"}
    assert case.dossier.city is not None


def test_names_of_files_that_nobody_can_print(workspace):
    folder = os.fsencode(workspace / "cities" / "a")
    for name in (
        b"\xff\xfe.yaml",
        b"baris\nbaru.yaml",
        b"\x1b[31m.yaml",
        "\u202etad.yaml".encode(),
    ):
        with open(os.path.join(folder, name), "wb") as file:  # noqa: PTH118, PTH123  (no text)
            file.write(b"a: [")
    case = pipeline.understand_city(workspace / "cities" / "a", workspace, on=ON)

    assert len(case.diagnostics) >= 4
    assert all(d.span.file.isprintable() for d in case.diagnostics)


# -- YAML that is well formed and means nothing -----------------------------------------------

words = st.sampled_from(
    ["", "~", "null", "kata", "2024", "2024-01-01", "1.000", "27,5", "-1", "ya", "&a", "*a", "a b",
     "SCM301", "https://a.go.id", "9" * 30, "é", "\u200b", "'", '"', "{", "]", ": ", "#"]
) | st.text(max_size=8)  # fmt: skip
sections = st.sampled_from([*CITY_SECTIONS, "pillars", "instruments", "entah", "<<", "id"])
keys = st.sampled_from(
    sorted({name for kind in CITY_SECTIONS.values() for name in kind.model_fields} | {"entah"})
)
anything = st.recursive(
    words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


@folders
@given(content=st.dictionaries(sections, anything, max_size=4))
def test_any_mapping_of_sections(workspace, content):
    text = yaml.safe_dump(content, allow_unicode=True)
    understand(workspace, x=text)


WHOLE = {name: whole(kind) for name, kind in CITY_SECTIONS.items()}


def paths(value, path=()):
    yield path
    steps = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for step, inside in steps:
        yield from paths(inside, (*path, step))


def changed(value, path, other):
    if not path:
        return other
    made = dict(value) if isinstance(value, dict) else list(value)
    made[path[0]] = changed(value[path[0]], path[1:], other)
    return made


def dumped(records):
    return yaml.safe_dump(records, allow_unicode=True, default_style='"')


def test_a_city_with_every_field_filled_in_is_understood_and_printed(workspace):
    records = {name: [value | {"id": f"kata-{name}"}] for name, value in WHOLE.items()}
    case = understand(workspace, x=dumped(records))

    assert {name: len(made) for name, made in case.dossier.records.items()} == dict.fromkeys(
        WHOLE, 1
    )
    built(case, workspace)


@folders
@given(data=st.data())
def test_a_whole_city_with_anything_in_one_place(workspace, data):
    name = data.draw(st.sampled_from(sorted(WHOLE)))
    path = data.draw(st.sampled_from(list(paths(WHOLE[name]))))
    other = data.draw(anything)
    records = {n: [value | {"id": f"kata-{n}"}] for n, value in WHOLE.items()}
    records[name] = [changed(WHOLE[name], path, other)]
    understand(workspace, x=dumped(records))


IDS = [f"kata-{name}" for name in WHOLE] + ["kata", "Q.1", "g", "ed"]


@settings(folders, max_examples=40)
@given(data=st.data())
def test_a_whole_city_that_names_itself_in_every_way_can_be_printed(workspace, data):
    """References to anything, from anywhere: rules and documents must stand it."""

    def renamed(value):
        if isinstance(value, dict):
            return {key: renamed(inside) for key, inside in value.items()}
        if isinstance(value, list):
            return [renamed(inside) for inside in value]
        return data.draw(st.sampled_from(IDS)) if value == "kata" else value

    left = data.draw(st.sets(st.sampled_from(sorted(WHOLE)), max_size=5))
    records = {
        name: [renamed(value) | {"id": f"kata-{name}"}]
        for name, value in WHOLE.items()
        if name not in left
    }
    built(understand(workspace, x=dumped(records)), workspace)
