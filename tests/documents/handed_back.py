"""Documents as they come back: small ones of raw XML, and ours with what reviewers do to them."""

import io
import re
import zipfile
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SPACES = f'xmlns:w="{W}" xmlns:w14="{W14}" xmlns:w15="{W15}" xmlns:mc="{MC}"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BY = 'w:author="Budi Santoso" w:initials="BS" w:date="2026-11-20T10:00:00Z"'


def unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def relations(**targets):
    rows = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'.encode()


def paper(body, *, comments="", extended="", styles="", footnotes=""):
    """A .docx of raw XML, with the parts beside it that are given."""
    beside = {"comments": comments, "commentsExtended": extended, "footnotes": footnotes}
    roots = {"commentsExtended": "w15:commentsEx"}
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>'.encode(),
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>".encode(),
        "word/styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>".encode(),
    }
    for kind, xml in beside.items():
        if xml:
            root = roots.get(kind, f"w:{kind}")
            parts[f"word/{kind}.xml"] = f"<{root} {SPACES}>{xml}</{root}>".encode()
    held = {kind: f"{kind}.xml" for kind, xml in beside.items() if xml}
    parts["word/_rels/document.xml.rels"] = relations(styles="styles.xml", **held)
    return packed(parts)


def run(words, tag="t"):
    return f'<w:r><w:{tag} xml:space="preserve">{escape(words)}</w:{tag}></w:r>'


def come(words, by=BY):
    return f'<w:ins w:id="1" {by}>{run(words)}</w:ins>'


def gone(words, by=BY):
    return f'<w:del w:id="2" {by}>{run(words, "delText")}</w:del>'


def note(identity, words, by=BY, para=""):
    named = f' w14:paraId="{para}"' if para else ""
    return f'<w:comment w:id="{identity}" {by}><w:p{named}>{run(words)}</w:p></w:comment>'


def changed(content, change):
    """A document whose body is changed as a text."""
    parts = unpacked(content)
    body = change(parts["word/document.xml"].decode())
    return packed({**parts, "word/document.xml": body.encode()})


def claim_run(body, number):
    """The run that a claim's bookmark begins with, as a match: bookmark, run, words."""
    pattern = (
        rf'(<w:bookmarkStart [^>]*w:name="Klaim{number}"/>)'
        r"(<w:r>(?:(?!</w:r>).)*?<w:t[^>]*>([^<]*)</w:t></w:r>)"
    )
    return re.search(pattern, body, re.DOTALL)


def retyped(content, number, words):
    """Type other words over a claim, as Word does without tracking."""

    def change(body):
        found = claim_run(body, number)
        return body[: found.start(2)] + run(words) + body[found.end(2) :]

    return changed(content, change)


def tracked(content, number, words):
    """Type other words over a claim, with tracking on."""

    def change(body):
        found = claim_run(body, number)
        old = found[3].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        return body[: found.start(2)] + gone(old) + come(words) + body[found.end(2) :]

    return changed(content, change)


def commented(content, *comments):
    """Comment on claims (numbers) or on the first run with some words; text by target."""
    parts = unpacked(content)
    body = parts["word/document.xml"].decode()
    for identity, (target, _) in enumerate(comments, start=70):
        if isinstance(target, int):
            start, end = claim_run(body, target).span(2)
        else:
            pattern = rf"<w:r>(?:(?!</w:r>).)*?<w:t[^>]*>{re.escape(target)}[^<]*</w:t></w:r>"
            start, end = list(re.finditer(pattern, body, re.DOTALL))[-1].span()
        body = (
            f'{body[:start]}<w:commentRangeStart w:id="{identity}"/>{body[start:end]}'
            f'<w:commentRangeEnd w:id="{identity}"/><w:r><w:commentReference w:id="{identity}"/>'
            f"</w:r>{body[end:]}"
        )
    notes = "".join(note(n, text) for n, (_, text) in enumerate(comments, start=70))
    parts["word/document.xml"] = body.encode()
    parts["word/comments.xml"] = f"<w:comments {SPACES}>{notes}</w:comments>".encode()
    name = "word/_rels/document.xml.rels"
    one = f'<Relationship Id="rKom" Type="{OFFICE}/comments" Target="comments.xml"/>'
    parts[name] = parts[name].replace(b"</Relationships>", f"{one}</Relationships>".encode())
    types = parts["[Content_Types].xml"]
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    told = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
    parts["[Content_Types].xml"] = types.replace(b"</Types>", told.encode())
    return packed(parts)


def forgetful(content):
    """A document whose notes to ourselves are lost, as where it went through another format."""
    return packed({n: d for n, d in unpacked(content).items() if not n.startswith("customXml/")})


def through_google(content):
    """A document as Google Docs gives it back: no notes, no bookmarks of ours, no links to them."""
    marks = r"<w:bookmark(?:Start|End) [^>]*/>|<w:hyperlink w:anchor=[^>]*>"

    def change(body):
        plain = re.sub(marks, "", body)
        opened = re.split(r"(<w:hyperlink r:id=[^>]*>.*?</w:hyperlink>)", plain, flags=re.DOTALL)
        return "".join(
            piece if n % 2 else piece.replace("</w:hyperlink>", "")
            for n, piece in enumerate(opened)
        )

    return changed(forgetful(content), change)
