"""What the ministry's evaluation asks of a city is not asked of an SPBE submission."""

from test_pages import BASE, understand

CITY = "bodies: [{id: dewan, kind: dewan, name: Dewan}]\n"


def codes(family):
    instruments = (BASE / "instruments.yaml").read_text("utf-8")
    text = CITY + "# pillars\n" + instruments.replace("family: komdigi", f"family: {family}")
    return {d.code for d in understand(text).diagnostics}


def test_rules_of_one_family_keep_silent_in_another():
    asked, not_asked = codes("komdigi"), codes("spbe")

    assert {"SCM326", "SCM350"} <= asked
    assert not {"SCM326", "SCM350"} & not_asked
    assert "SCM336" in asked & not_asked  # what every instrument asks is still said
