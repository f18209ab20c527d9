"""Yang disebut hadir tidak ada dalam daftar anggota lembaga.

Keikutsertaan anggota dihitung menurut namanya. Nama yang ditulis lain daripada di daftar
anggota tidak terhitung, sehingga anggota yang rajin hadir tampak tidak pernah datang. Tamu
tidak ditulis di sini; unsurnya cukup disebut di 'sectors', perangkat daerahnya di 'attendees'.
Besar kecilnya huruf tidak dibedakan.

Salah:

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        members:
          - {name: Institut Teknologi Kalimantan, sector: academia}
        meetings:
          - date: 2024-05-22
            title: Rapat kerja
            members: [Institut Teknologi Kaltim]  # SCM351

Salah (rapat bersama, tetapi anggota lembaga lain):

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        members:
          - {name: Institut Teknologi Kalimantan, sector: academia}
      - id: forum-uji
        kind: forum
        name: Forum Smart City
        meetings:
          - date: 2024-05-22
            title: Rapat kerja
            members: [Institut Teknologi Kalimantan]  # SCM351

Benar:

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        members:
          - {name: Institut Teknologi Kalimantan, sector: academia}
        meetings:
          - date: 2024-05-22
            title: Rapat kerja
            members: [institut teknologi kalimantan]
"""

from collections.abc import Iterator
from difflib import get_close_matches

from scmaster.assess.case import Case
from scmaster.assess.meetings import folded
from scmaster.diagnostics import Finding, Severity
from scmaster.model.governance import Body

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find who is said to have come and is no member of the body."""
    for body in case.dossier.of(Body).values():
        known = {folded(member.name): member.name for member in body.members}
        for number, meeting in enumerate(body.meetings):
            for place, name in enumerate(meeting.members):
                if folded(name) not in known:
                    yield Finding(
                        body.span("meetings", number, "members", place),
                        f"'{name}' bukan anggota {body.id} menurut daftar anggotanya",
                        _hint(name, known),
                    )


def _hint(name: str, known: dict[str, str]) -> str:
    close = get_close_matches(folded(name), known, n=1)
    if close:
        return f"maksudnya '{known[close[0]]}'?"
    return "tambahkan ke 'members' lembaga itu, atau sebut unsurnya saja di 'sectors'"
