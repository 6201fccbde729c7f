"""Schemas over the frozen records: declared as marshmallow fields, written out without its per-field machinery.

A record's values are ready for JSON as they are, so that dumping is nothing but reading attributes. The fields
say which, in which order, and feed the API's description; one declaration serves both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from operator import attrgetter
from typing import Any, ClassVar

from marshmallow import Schema, fields

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
        shown = [(field.data_key or name, field.attribute or name, _inner(field))
                 for name, field in self.dump_fields.items() if name not in self.ON_DEMAND]
        keys = [key for key, _, _ in shown]
        values = attrgetter(*(attribute for _, attribute, _ in shown), shown[0][1])  # of one name it gives no tuple
        nested = [(key, inner) for key, _, inner in shown if inner is not None]

        def dump_one(record: Any) -> dict[str, Any]:
            written = dict(zip(keys, values(record), strict=False))
            for key, inner in nested:
                if (value := written[key]) is not None:
                    written[key] = inner(value)
            return written

        return dump_one


def _inner(field: fields.Field[Any]) -> Dump | None:
    """How a field's value is written where it is more than the value itself."""
    if isinstance(field, fields.Nested):
        schema = field.schema
        if isinstance(schema, RecordSchema) and type(schema).dump is RecordSchema.dump and not schema.many:
            return schema._dump_one
        return lambda value: schema.dump(value)
    if isinstance(field, fields.List):
        each = _inner(field.inner)
        return list if each is None else lambda values: [each(value) for value in values]
    return None


def without(written: dict[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    """A dumped record again, some keys left out."""
    left_out = frozenset(keys)
    return {key: value for key, value in written.items() if key not in left_out}
