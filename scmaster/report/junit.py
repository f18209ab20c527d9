"""For CI servers that show tests: JUnit XML, one suite a file, one case a diagnostic.

Only what fails the command is a failed case; anything else is skipped, with what was said,
so that a board of tests is red when the command is. Nothing found is one case that passed:
some servers refuse a report without any.
"""

import re
from collections.abc import Collection, Sequence
from xml.etree import ElementTree as ET

from scmaster.diagnostics import Diagnostic, Severity

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, however it is written."""


def report(
    diagnostics: Sequence[Diagnostic],
    failing: Collection[Severity] = frozenset({Severity.ERROR}),
) -> str:
    """Write the document; `failing` are the severities that fail the command."""
    by_file: dict[str, list[Diagnostic]] = {}
    for found in diagnostics:
        by_file.setdefault(found.span.file, []).append(found)
    root = ET.Element("testsuites", name="scmaster")
    for file, found_here in by_file.items():
        hows = ["failure" if d.severity in failing else "skipped" for d in found_here]
        suite = _suite(root, _clean(file), hows)
        for found, how in zip(found_here, hows, strict=True):
            _case(suite, found, how)
    if not by_file:
        suite = _suite(root, "scmaster", ["passed"])
        ET.SubElement(suite, "testcase", name="tidak ada temuan", classname="scmaster")
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode")


def _suite(root: ET.Element, name: str, hows: list[str]) -> ET.Element:
    counts = {"failures": hows.count("failure"), "errors": 0, "skipped": hows.count("skipped")}
    written = {key: str(count) for key, count in ({"tests": len(hows)} | counts).items()}
    return ET.SubElement(root, "testsuite", {"name": name} | written)


def _case(suite: ET.Element, d: Diagnostic, how: str) -> None:
    name = f"{d.code} {_clean(d.message)}"  # without its line: by its name a case is known again
    case = ET.SubElement(suite, "testcase", name=name, classname=_clean(d.span.file))
    said = {"message": _clean(d.message), "type": f"{d.severity} {d.code}"}
    lines = [f"{d.span}: {d.message}"]
    lines += [f"petunjuk: {d.hint}"] if d.hint else []
    lines += [f"lihat {other.span}: {other.message}" for other in d.related]
    ET.SubElement(case, how, said).text = _clean("\n".join(lines))


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
