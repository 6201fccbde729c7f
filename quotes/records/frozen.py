"""Frozen records with slots, made sooner than dataclasses make them.

A frozen dataclass sets every field by a call, because a plain assignment is what it forbids; a list of quotes is made
of a thousand such fields. Here a new instance belongs, while its fields are set, to an open class with the same slots,
and to its own class from then on.
"""

from __future__ import annotations

import sys
from dataclasses import MISSING, Field, fields
from typing import Any, TypeVar

T = TypeVar("T")


def quickly_made(made: type[T]) -> type[T]:
    """A frozen dataclass with slots, whose instances are made faster.

    TypeError for one with a `__post_init__`, with a default made by a factory, or with a field that is no parameter
    or one by name alone; and where it is given a subclass.
    """
    if hasattr(made, "__post_init__") or not all(_is_plain(field) for field in _fields(made)):
        raise TypeError(f"{made.__name__} needs more than its fields set.")
    while_made = type(f"Open{made.__name__}", (made,), {
        "__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__})
    made.__init__ = _init_of(made, while_made)  # type: ignore[method-assign]  # in place of dataclass's own
    made.__init_subclass__ = classmethod(_refuse)  # type: ignore[assignment]  # it would be made as the class above it
    return made


def _fields(made: type[Any]) -> tuple[Field[Any], ...]:
    return fields(made)


def _is_plain(field: Field[Any]) -> bool:
    return field.default_factory is MISSING and field.init and not field.kw_only


def _init_of(made: type[Any], while_made: type[Any]) -> Any:
    """The method that sets the fields, spelt out as dataclasses spell out theirs."""
    known: dict[str, Any] = {"made_": made, "while_made_": while_made, "put_": object.__setattr__}
    parameters, lines = ["self"], ["put_(self, '__class__', while_made_)"]
    for number, field in enumerate(_fields(made)):
        known[f"default{number}_"] = field.default
        parameters.append(field.name if field.default is MISSING else f"{field.name}=default{number}_")
        lines.append(f"self.{field.name} = {field.name}")
    lines.append("self.__class__ = made_")
    method = f"def __init__({', '.join(parameters)}):\n  " + "\n  ".join(lines)
    made_here: dict[str, Any] = {}
    exec(f"def make({', '.join(known)}):\n {method}\n return __init__", vars(sys.modules[made.__module__]), made_here)
    written = made_here["make"](**known)
    written.__annotations__ = made.__init__.__annotations__
    written.__qualname__ = f"{made.__qualname__}.__init__"
    return written


def _refuse(cls: type[Any]) -> None:
    raise TypeError(f"{cls.__name__} is a subclass of a record that may have none.")
