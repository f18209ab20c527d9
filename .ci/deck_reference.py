"""Make templates/_shared/acuan.pptx anew: the look of the deck, before staff edit it.

Run by hand when its design changes; python-pptx's own template gives the package around it.
"""

import io
import re
from pathlib import Path
from xml.sax.saxutils import quoteattr

from pptx import Presentation

from scmaster.source import package

TARGET = Path(__file__).parent.parent / "templates" / "_shared" / "acuan.pptx"
NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WIDE, HIGH = 12_192_000, 6_858_000
INCH = 914_400
COLOURS = {
    "dk1": "1A1A1A",
    "lt1": "FFFFFF",
    "dk2": "1F3864",
    "lt2": "EEF2F9",
    "accent1": "1F3864",
    "accent2": "2E6DA4",
    "accent3": "93A5CD",
    "accent4": "9C2A10",
    "accent5": "595959",
    "accent6": "CBD6EC",
    "hlink": "1F3864",
    "folHlink": "595959",
}
LEFT, FULL = 0.6, 12.13
Box = tuple[float, float, float, float]
"""Left, top, width, height in inches."""
TITLE = (LEFT, 0.5, FULL, 1.0)
BODY = (LEFT, 1.72, FULL, 4.98)
FOOT = (LEFT, 6.93, 9.0, 0.36)
NUMBER = (11.53, 6.93, 1.2, 0.36)
STAMP = (7.13, 0.14, 5.6, 0.34)


def fill(colour: str) -> str:
    """Fill with a colour of the theme."""
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'


def place(box: Box) -> str:
    """Say where a shape stands, from inches."""
    x, y, wide, high = (round(side * INCH) for side in box)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'


def level(  # noqa: PLR0913  (what there is to say of words)
    size: int,
    colour: str,
    *,
    bold: bool = False,
    align: str = "l",
    bullet: bool = False,
    before: int = 0,
    line: int = 100,
) -> str:
    """Say how words are set: sizes in points, lines in percent."""
    mark = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if bullet else "<a:buNone/>"
    indent = 'marL="285750" indent="-285750"' if bullet else 'marL="0" indent="0"'
    return (
        f'<a:lvl1pPr {indent} algn="{align}"><a:lnSpc><a:spcPct val="{line}000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{before * 100}"/></a:spcBef>{mark}'
        f'<a:defRPr lang="id-ID" sz="{size * 100}" b="{int(bold)}">{fill(colour)}'
        '<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>'
    )


class Shapes:
    """The shapes of a layout or of the master, numbered."""

    def __init__(self) -> None:
        """Begin with none."""
        self.made: list[str] = []

    def holder(  # noqa: PLR0913  (what there is to say of a box)
        self,
        name: str,
        kind: str,
        index: int,
        box: Box,
        style: str = "",
        *,
        anchor: str = "t",
        words: str = "",
        field: bool = False,
    ) -> "Shapes":
        """Add a placeholder; `field` shows the number of the slide."""
        kinds = f'type="{kind}"' if kind else ""
        indexed = f'idx="{index}"' if index else ""
        run = f'<a:r><a:rPr lang="id-ID"/><a:t>{words}</a:t></a:r>'
        if field:
            run = (
                '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
                '<a:rPr lang="id-ID"/><a:t>‹#›</a:t></a:fld>'
            )
        self.made.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{len(self.made) + 2}" name={quoteattr(name)}/>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kinds} {indexed}/>'
            f"</p:nvPr></p:nvSpPr><p:spPr>{place(box)}</p:spPr><p:txBody>"
            f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:normAutofit/>'
            f"</a:bodyPr><a:lstStyle>{style}</a:lstStyle><a:p>{run}</a:p></p:txBody></p:sp>"
        )
        return self

    def bar(self, name: str, box: Box, colour: str) -> "Shapes":
        """Add a decorative rectangle."""
        self.made.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{len(self.made) + 2}" name={quoteattr(name)}>'
            '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
            ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
            '</a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f'<p:spPr>{place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(colour)}'
            "<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>"
            '<a:p><a:endParaRPr lang="id-ID"/></a:p></p:txBody></p:sp>'
        )
        return self

    def around(self, *, ink: str = "accent5") -> "Shapes":
        """Add what every slide has: the stamp, the foot, the number."""
        self.holder(
            "Cap",
            "body",
            13,
            STAMP,
            level(14, "accent4" if ink == "accent5" else ink, bold=True, align="r"),
            anchor="ctr",
            words="Cap draf atau salinan internal",
        )
        self.holder("Kaki", "ftr", 11, FOOT, level(11, ink), anchor="ctr", words="Kaki")
        right = level(11, ink, align="r")
        return self.holder("Nomor", "sldNum", 12, NUMBER, right, anchor="ctr", field=True)

    def tree(self) -> str:
        """Return all of them."""
        group = (
            '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
            '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
            '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
        )
        return f"<p:spTree>{group}{''.join(self.made)}</p:spTree>"


def layout(name: str, shapes: Shapes, *, ground: str = "") -> str:
    """Return a layout; one with a ground of its own leaves out the master's line."""
    back = f"<p:bg><p:bgPr>{fill(ground)}<a:effectLst/></p:bgPr></p:bg>" if ground else ""
    alone = ' showMasterSp="0"' if ground else ""
    return (
        f'{HEAD}<p:sldLayout {NAMES}{alone} preserve="1" userDrawn="1">'
        f"<p:cSld name={quoteattr(name)}>{back}{shapes.tree()}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def area(name: str) -> str:
    """Return a layout of a title over one place for a table or figures."""
    made = Shapes().holder("Judul", "title", 0, TITLE, anchor="b", words="Judul: pesan slide")
    return layout(name, made.holder("Isi", "", 1, BODY, words="Isi").around())


def layouts() -> list[str]:
    """Return all layouts, by the names that scmaster knows them by."""
    heads = level(18, "accent2", bold=True)
    half = (FULL - 0.5) / 2
    right = LEFT + half + 0.5
    white, pale = "bg1", "accent6"
    cover = Shapes().bar("Garis", (0.9, 3.72, 1.6, 0.06), "accent3")
    cover.holder(
        "Judul",
        "title",
        0,
        (0.9, 1.5, 11.5, 2.0),
        level(40, white, bold=True),
        anchor="b",
        words="Judul paparan",
    )
    cover.holder("Subjudul", "body", 1, (0.9, 4.0, 11.5, 1.0), level(20, white), words="Subjudul")
    cover.holder(
        "Keterangan",
        "body",
        14,
        (0.9, 5.3, 11.5, 1.2),
        level(16, pale, before=4),
        words="Instansi dan tanggal",
    )
    cover.holder(
        "Cap",
        "body",
        13,
        STAMP,
        level(14, white, bold=True, align="r"),
        anchor="ctr",
        words="Cap draf atau salinan internal",
    )
    part = Shapes().bar("Pita", (0, 0, 0.35, 7.5), "tx2")
    part.holder(
        "Judul",
        "title",
        0,
        (1.1, 2.0, 11.1, 1.6),
        level(36, "tx2", bold=True),
        anchor="b",
        words="Judul bagian",
    )
    part.holder(
        "Isi",
        "body",
        1,
        (1.1, 3.85, 11.1, 1.9),
        level(20, "tx1", line=105),
        words="Satu kalimat pengantar",
    ).around()
    plain = Shapes().holder("Judul", "title", 0, TITLE, anchor="b", words="Judul: pesan slide")
    plain.holder("Isi", "body", 1, BODY, words="Butir").around()
    two = Shapes().holder("Judul", "title", 0, TITLE, anchor="b", words="Judul: pesan slide")
    two.holder("Kepala Kiri", "body", 14, (LEFT, 1.72, half, 0.4), heads, words="Kiri")
    two.holder("Isi Kiri", "body", 1, (LEFT, 2.2, half, 4.5), words="Butir")
    two.holder("Kepala Kanan", "body", 15, (right, 1.72, half, 0.4), heads, words="Kanan")
    two.holder("Isi Kanan", "body", 2, (right, 2.2, half, 4.5), words="Butir").around()
    chart = Shapes().holder("Judul", "title", 0, TITLE, anchor="b", words="Judul: pesan slide")
    chart.holder("Isi", "", 1, (LEFT, 1.72, 8.3, 4.98), words="Gambar")
    chart.holder(
        "Keterangan",
        "body",
        14,
        (9.2, 1.72, 3.53, 4.98),
        level(16, "tx1", before=8, line=105),
        words="Apa yang tampak",
    ).around()
    end = Shapes().bar("Garis", (0.9, 2.62, 1.6, 0.06), "accent3")
    end.holder(
        "Judul",
        "title",
        0,
        (0.9, 1.0, 11.5, 1.4),
        level(40, white, bold=True),
        anchor="b",
        words="Penutup",
    )
    end.holder(
        "Isi", "body", 1, (0.9, 2.95, 11.5, 3.6), level(20, white, before=10), words="Butir"
    ).around(ink=white)
    return [
        layout("Sampul", cover, ground="tx2"),
        layout("Bagian", part, ground="bg2"),
        layout("Butir", plain),
        layout("Dua Kolom", two),
        area("Tabel"),
        layout("Gambar", chart),
        area("Angka"),
        layout("Penutup", end, ground="tx2"),
    ]


def master(count: int) -> str:
    """Return the master of so many layouts."""
    shapes = Shapes().bar("Garis", (LEFT, 1.56, FULL, 0.03), "accent3")
    shapes.holder("Judul", "title", 0, TITLE, anchor="b", words="Judul")
    shapes.holder("Isi", "body", 1, BODY, words="Isi")
    shapes.holder("Kaki", "ftr", 3, FOOT, level(11, "accent5"), anchor="ctr", words="Kaki")
    shapes.holder(
        "Nomor", "sldNum", 4, NUMBER, level(11, "accent5", align="r"), anchor="ctr", field=True
    )
    ids = "".join(
        f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n}"/>' for n in range(1, count + 1)
    )
    title = level(26, "tx2", bold=True, line=95)
    body = level(20, "tx1", bullet=True, before=9, line=105)
    other = level(18, "tx1")
    return (
        f"{HEAD}<p:sldMaster {NAMES}><p:cSld><p:bg><p:bgPr>{fill('bg1')}<a:effectLst/></p:bgPr>"
        f"</p:bg>{shapes.tree()}</p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2"'
        ' accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink"'
        f' folHlink="folHlink"/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf dt="0"/>'
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def theme(old: str) -> str:
    """Put our colours and typeface into the theme that is there."""
    start, end = old.index("<a:clrScheme"), old.index("</a:clrScheme>")
    colours = "".join(f'<a:{n}><a:srgbClr val="{c}"/></a:{n}>' for n, c in COLOURS.items())
    made = f'{old[:start]}<a:clrScheme name="Kota Cerdas">{colours}{old[end:]}'
    start, end = made.index("<a:fontScheme"), made.index("</a:fontScheme>")
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fonts = f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>"
    return f'{made[:start]}<a:fontScheme name="Kota Cerdas">{fonts}{made[end:]}'


def main() -> None:
    """Make it, and see that it opens."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE, HIGH
    saved = io.BytesIO()
    deck.core_properties.title = "Acuan paparan"
    deck.core_properties.author = deck.core_properties.last_modified_by = ""
    deck.save(saved)
    parts = package.read(saved.getvalue())
    made = layouts()
    kept = {
        name: content
        for name, content in parts.items()
        if "printerSettings" not in name and "slideLayout" not in name and "thumbnail" not in name
    }
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    links = []
    for number, xml in enumerate(made, 1):
        kept[f"ppt/slideLayouts/slideLayout{number}.xml"] = xml.encode()
        kept[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = (
            f'{HEAD}<Relationships {relations}><Relationship Id="rId1" Type="{office}/slideMaster"'
            ' Target="../slideMasters/slideMaster1.xml"/></Relationships>'
        ).encode()
        links.append(
            f'<Relationship Id="rId{number}" Type="{office}/slideLayout"'
            f' Target="../slideLayouts/slideLayout{number}.xml"/>'
        )
    links.append(
        f'<Relationship Id="rId{len(made) + 1}" Type="{office}/theme"'
        ' Target="../theme/theme1.xml"/>'
    )
    kept["ppt/slideMasters/slideMaster1.xml"] = master(len(made)).encode()
    kept["ppt/slideMasters/_rels/slideMaster1.xml.rels"] = (
        f"{HEAD}<Relationships {relations}>{''.join(links)}</Relationships>".encode()
    )
    kept["ppt/theme/theme1.xml"] = theme(parts["ppt/theme/theme1.xml"].decode()).encode()
    kept = without(kept, len(made))
    TARGET.write_bytes(package.write(kept))
    Presentation(str(TARGET))


def without(parts: dict[str, bytes], count: int) -> dict[str, bytes]:
    """Drop what named the parts that are gone."""
    types = parts["[Content_Types].xml"].decode()
    types = re.sub(
        r'<Override PartName="/ppt/slideLayouts/slideLayout(\d+)\.xml"[^>]*/>',
        lambda m: m[0] if int(m[1]) <= count else "",
        types,
    )
    types = re.sub(r'<Override PartName="/ppt/printerSettings[^>]*/>', "", types)
    made = {**parts, "[Content_Types].xml": types.encode()}
    for name in ("_rels/.rels", "ppt/_rels/presentation.xml.rels"):
        text = parts[name].decode()
        made[name] = re.sub(
            r"<Relationship [^>]*(?:thumbnail|printerSettings)[^>]*/>", "", text
        ).encode()
    return made


if __name__ == "__main__":
    main()
