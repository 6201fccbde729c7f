"""Schemas over the frozen records: declared as marshmallow fields, written out without its per-field machinery.

A record's values are ready for JSON as they are, so that dumping is nothing but reading attributes. The fields
say which, in which order, and feed the API's description; one declaration serves both. From it one expression is
made and compiled, as dataclasses make their methods: a loop over the fields takes several times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import count
from typing import Any, ClassVar

from marshmallow import Schema, fields

from quotes.schemas.editors.editor_name import ToldField

Dump = Callable[[Any], Any]


class RecordSchema(Schema):
    """A schema that writes records: every declared key is always present, null where there is nothing.

    What is written on demand only is declared as well, and added to what was written where it was asked for.
    """

    ON_DEMAND: ClassVar[frozenset[str]] = frozenset()

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Mark each field as always there, for the API's description, but for those on demand."""
        field_obj.required = field_name not in self.ON_DEMAND

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:
        """A record, or with `many` several, as dicts and lists that can be written as JSON."""
        if self.many if many is None else many:
            return [self._dump_one(record) for record in obj]
        return self._dump_one(obj)

    @cached_property
    def _dump_one(self) -> Dump:
        source = _Source()
        written = source.record("record", self)
        made: Dump = eval(f"lambda record: {written}", dict(source.dumps))  # made of declared names only
        return made


class _Source:
    """Writes the expression that dumps a record, and notes the schemas that have a way of their own to dump."""

    def __init__(self) -> None:
        self.dumps: dict[str, Dump] = {}
        self._numbers = count()

    def record(self, name: str, schema: RecordSchema) -> str:
        """A dict of all that is shown of the record called `name`."""
        shown = (f"{field.data_key or key!r}: {self._value(f'{name}.{field.attribute or key}', field)}"
                 for key, field in schema.dump_fields.items() if key not in schema.ON_DEMAND)
        return "{" + ", ".join(shown) + "}"

    def _value(self, value: str, field: fields.Field[Any]) -> str:
        if isinstance(field, ToldField):
            self.dumps[told := f"told{next(self._numbers)}"] = field.told
            return f"{told}({value})"
        if not isinstance(field, fields.Nested | fields.List):
            return value
        name = f"inner{next(self._numbers)}"
        return f"None if ({name} := {value}) is None else {self._inner(name, field)}"

    def _inner(self, name: str, field: fields.Field[Any]) -> str:
        """What is written of a value that is there."""
        if isinstance(field, fields.List):
            each = f"each{next(self._numbers)}"
            return f"[{self._inner(each, field.inner)} for {each} in {name}]"
        if not isinstance(field, fields.Nested):
            return name
        schema = field.schema
        if isinstance(schema, RecordSchema) and type(schema).dump is RecordSchema.dump and not schema.many:
            return self.record(name, schema)
        self.dumps[own := f"dump{next(self._numbers)}"] = schema.dump
        return f"{own}({name})"


def without(written: dict[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    """A dumped record again, some keys left out."""
    left_out = frozenset(keys)
    return {key: value for key, value in written.items() if key not in left_out}
