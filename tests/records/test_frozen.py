"""Records made quickly are what dataclasses would have made."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, is_dataclass, replace
from importlib import import_module
from inspect import signature
from pkgutil import iter_modules
from threading import Thread
from typing import get_type_hints

import pytest

from quotes import records
from quotes.records.evidence import Clue
from quotes.records.frozen import quickly_made
from quotes.records.quote import Quote


@dataclass(frozen=True, slots=True)
class Slow:
    name: str
    number: int = 3
    others: tuple[str, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class Quick:
    name: str
    number: int = 3
    others: tuple[str, ...] = ()


@pytest.mark.parametrize("given, named", [
    (("a",), {}), (("a", 4), {}), (("a", 4, ("b",)), {}), ((), {"name": "a"}), (("a",), {"others": ("b",)}),
])
def test_made_from_the_same_it_is_the_same(given, named):
    quick, slow = Quick(*given, **named), Slow(*given, **named)
    assert type(quick) is Quick
    assert asdict(quick) == asdict(slow)
    assert repr(quick) == repr(slow).replace("Slow", "Quick")
    assert quick == Quick(*given, **named) and hash(quick) == hash(slow)
    assert pickle.loads(pickle.dumps(quick)) == quick
    assert replace(quick, name="z") == Quick(**{**asdict(quick), "name": "z"})


@pytest.mark.parametrize("given, named", [
    ((), {}), (("a", 1, (), 2), {}), (("a",), {"name": "b"}), (("a",), {"unknown": 1}),
])
def test_what_a_dataclass_does_not_take_is_not_taken(given, named):
    for made in (Quick, Slow):
        with pytest.raises(TypeError):
            made(*given, **named)


def test_nothing_can_be_changed_afterwards():
    quick = Quick("a")
    for change in (lambda: setattr(quick, "name", "b"), lambda: delattr(quick, "name"),
                   lambda: setattr(quick, "__class__", Slow)):
        with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
            change()
    assert quick == Quick("a") and not hasattr(quick, "__dict__")


def test_it_takes_what_a_dataclass_takes_by_the_same_names():
    quick, slow = signature(Quick), signature(Slow)
    assert [(one.name, one.default) for one in quick.parameters.values()] == [
        (one.name, one.default) for one in slow.parameters.values()]


def test_what_it_takes_has_types_that_can_be_looked_up():
    hints = get_type_hints(Quote.__init__)
    assert hints["clues"] == tuple[Clue, ...] and Quote.__init__.__module__ == "quotes.records.quote"


def test_a_field_may_be_called_as_anything_here_is():
    @quickly_made
    @dataclass(frozen=True, slots=True)
    class Named:
        made: str
        put: str
        while_made: str = "c"

    assert asdict(Named("a", "b")) == {"made": "a", "put": "b", "while_made": "c"}


def test_threads_do_not_see_each_others():
    wrong = []

    def make(name):
        wrong.extend(one for _ in range(5000) if (one := Quick(name)).name != name or type(one) is not Quick)

    threads = [Thread(target=make, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_it_has_no_subclasses():
    with pytest.raises(TypeError, match="subclass"):
        type("More", (Quick,), {})


def test_what_needs_more_than_its_fields_set_is_refused():
    @dataclass(frozen=True, slots=True)
    class Factory:
        some: list[str] = field(default_factory=list)

    @dataclass(frozen=True, slots=True)
    class After:
        some: str

        def __post_init__(self) -> None:
            """Do more."""

    @dataclass(frozen=True, slots=True)
    class NoParameter:
        some: str = field(default="a", init=False)

    @dataclass(frozen=True, slots=True, kw_only=True)
    class ByNameAlone:
        some: str

    for made in (Factory, After, NoParameter, ByNameAlone):
        with pytest.raises(TypeError, match="needs more"):
            quickly_made(made)


def test_the_records_are_made_so():
    modules = [import_module(f"quotes.records.{found.name}") for found in iter_modules(records.__path__)]
    made = {name: value for module in modules for name, value in vars(module).items()
            if isinstance(value, type) and is_dataclass(value) and value.__module__ == module.__name__}
    slow = {name for name, value in made.items() if "while_made_" not in value.__init__.__code__.co_freevars}
    assert {"Quote", "Clue", "Document", "Speaker", "QuotedSpeaker", "Quotation"} <= set(made)
    assert slow == {"Term", "Snippet", "Question", "AskedOutlet", "Meaning", "Job", "JobItem"}  # few a request
