"""A record with every field filled in, made from its model, and its YAML with every place.

So that a test can set one thing wrong in it, in every field there is, and know where.
"""

from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from scmaster.load import nested

WORDS = (
    "kata",
    "1",
    "2024",
    "ya",
    "https://contoh.go.id/a.pdf",
    "64.71",
    "6471",
    "2.16.03.2.02.0035",
    "0123456789abcdef" * 4,
    "SCM305",
    "borang.docx",
)
"""Of these, one fits any scalar that is no choice between words."""
DEEPEST = 2
"""How often a record may stand inside one of its own kind."""


class Raw(str):
    """YAML to be written as it is, where a value would stand."""

    __slots__ = ()


class Field(NamedTuple):
    """A field of a model, as far as a test must know it."""

    kind: type
    name: str
    required: bool
    many: bool
    record: type | None
    adapter: TypeAdapter

    def takes(self, value):
        try:
            self.adapter.validate_python(value)
        except ValidationError:
            return False
        return True


def fields(kind):
    for name, info in kind.model_fields.items():
        adapter = TypeAdapter(Annotated[(info.annotation, *info.metadata, None)])
        many = any(get_origin(a) is list for a in (info.annotation, *get_args(info.annotation)))
        yield Field(kind, name, info.is_required(), many, nested(kind).get(name), adapter)


def whole(kind, seen=()):
    """Fill in every field of a model."""
    made: dict[str, Any] = {}
    for field in fields(kind):
        if field.record is not None:
            if seen.count(field.record) >= DEEPEST:
                continue
            value = whole(field.record, (*seen, field.record))
        else:
            value = word_for(field)
        made[field.name] = [value] if field.many else value
    return made


def word_for(field):
    choices = literals(field.kind.model_fields[field.name].annotation)
    for word in (*WORDS, *choices):
        if field.takes([word] if field.many else word):
            return word
    raise AssertionError(f"no word fits {field.kind.__name__}.{field.name}: add one to WORDS")


def literals(annotation):
    if isinstance(annotation, str):
        return [annotation]
    return [word for inside in get_args(annotation) for word in literals(inside)]


def every_field(kind, made, path=()):
    """Yield every field that `whole` has filled in, with the path to it."""
    for field in fields(kind):
        if field.name not in made:
            continue
        here = (*path, field.name)
        yield here, field
        if field.record is not None:
            below = (*here, 0) if field.many else here
            value = made[field.name][0] if field.many else made[field.name]
            yield from every_field(field.record, value, below)


class Page:
    """YAML in the making: its lines, and the line and column of every key and value."""

    def __init__(self):
        self.lines: list[str] = []
        self.keys: dict[tuple, tuple[int, int]] = {}
        self.values: dict[tuple, tuple[int, int]] = {}

    @property
    def text(self):
        return "\n".join(self.lines) + "\n"

    def write(self, value, path=(), before=""):
        """Write a value after what already stands on its line."""
        indent = " " * len(before)
        if isinstance(value, dict):
            for number, (key, inside) in enumerate(value.items()):
                lead = indent if number else before
                self._entry(lead, key, inside, (*path, key))
            first = next(iter(value))
            self.values[path] = self.keys[(*path, first)]
        elif isinstance(value, list):
            for index, inside in enumerate(value):
                lead = f"{indent if index else before}- "
                place = len(self.lines) + 1, len(lead) - 1
                self.write(inside, (*path, index), lead)
                self.values.setdefault(path, place)
        else:
            written = value if isinstance(value, Raw) else f'"{value}"'
            self.values[path] = len(self.lines) + 1, len(before) + 1
            self.lines.append(before + written)

    def _entry(self, lead, key, inside, path):
        self.keys[path] = len(self.lines) + 1, len(lead) + 1
        if isinstance(inside, dict | list):
            self.lines.append(f"{lead}{key}:")
            self.write(inside, path, " " * (len(lead) + 2))
        else:
            self.values[path] = len(self.lines) + 1, len(lead) + len(key) + 3
            written = inside if isinstance(inside, Raw) else f'"{inside}"'
            self.lines.append(f"{lead}{key}: {written}")
