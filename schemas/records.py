"""Schemas over the frozen records: declared as marshmallow fields, written out without its per-field machinery.

A record's values are ready for JSON as they are, so that dumping is nothing but reading attributes. The fields
say which, in which order, and feed the API's description; one declaration serves both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
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
        plan = [(field.data_key or name, field.attribute or name, _inner(field))
                for name, field in self.dump_fields.items() if name not in self.ON_DEMAND]

        def dump_one(record: Any) -> dict[str, Any]:
            written = {}
            for key, attribute, inner in plan:
                value = getattr(record, attribute)
                written[key] = value if inner is None or value is None else inner(value)
            return written

        return dump_one


def _inner(field: fields.Field[Any]) -> Dump | None:
    """How a field's value is written where it is more than the value itself."""
    if isinstance(field, fields.Nested):
        schema = field.schema

        def nested(value: Any) -> Any:
            return schema.dump(value)

        return nested
    if isinstance(field, fields.List):
        each = _inner(field.inner)
        return list if each is None else lambda values: [each(value) for value in values]
    return None


def without(written: dict[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    """A dumped record again, some keys left out."""
    left_out = frozenset(keys)
    return {key: value for key, value in written.items() if key not in left_out}
