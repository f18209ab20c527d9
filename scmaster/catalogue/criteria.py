"""What a criterion of the priority scale looks at, and how it is computed."""

from scmaster.catalogue.sheets import Sheet
from scmaster.indonesian import number
from scmaster.link import Frameworks
from scmaster.passages.priority import DIRECTION, basis_words


def criterion_sheets(frameworks: Frameworks, topic: str) -> list[Sheet]:
    """Return a sheet of the criterion from each scale that has it; none when it is no criterion."""
    return [
        Sheet(
            f"{criterion.id} · {criterion.name}",
            (
                ("Skala", f"{scale.name} ({basis_words(scale.basis)})"),
                ("Bobot", f"{number(criterion.weight)}%"),
                ("Arah", DIRECTION[criterion.direction]),
                ("Yang dilihat", criterion.text),
                ("Cara menghitung", criterion.computed),
                *((("Catatan", scale.note),) if scale.note else ()),
            ),
        )
        for scale in frameworks.priorities.values()
        for criterion in scale.criteria
        if criterion.id == topic.lower()
    ]
