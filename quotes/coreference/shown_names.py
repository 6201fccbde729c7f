"""Shown names: under which of the printed names a person is shown, and what the article calls the person beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotes.coreference.description_limits import fuller, limited_beside_name
from quotes.coreference.entities import Figure
from quotes.coreference.full_names import Person
from quotes.coreference.persons import Named, People
from quotes.text.entities.form_parts import GIVEN
from quotes.text.name_parts import word_kinds


def portrait(people: People, person: Person) -> Figure:
    """A person's figure, named by the longest form, and of several such forms by the commonest."""
    forms = sorted(person.forms, key=lambda f: (person.forms[f] > 0, len(f.split()), person.forms[f]), reverse=True)
    forms.sort(key=lambda form: _is_overlong(people, form, person.forms))
    tokens = people.tokens
    places = [people.named[n] for n in person.mentions]
    described = (limited_beside_name(people.text, tokens, people.view, place[:3], people.language)
                 for place in places if place.full)
    found = [d for d in described if d]
    description = next((d for d in found if fuller(found[0], d, people.language)), found[0]) if found else None
    head = next((p for p in places if p.full), places[0] if places else None)
    if " " not in forms[0]:
        forms = _styled(people, forms, places)
    return Figure(("person", person.number), forms[0], "person", description, tuple(forms[1:]),
                  tokens.starts[head.name] if head else None, tokens.ends[head.after - 1] if head else None)


def _styled(people: People, forms: list[str], places: Sequence[Named]) -> list[str]:
    """The forms of somebody with one name, the one with the style that belongs to it first: Baroness Hale."""
    words, styles = people.tokens.words, people.language.names.styles
    for place in places:
        if place.name > place.first and words[place.name - 1].lower() in styles:
            return [f"{words[place.name - 1]} {forms[0]}", *forms]
    return forms


def _is_overlong(people: People, form: str, forms: Mapping[str, int]) -> bool:
    """Whether a form only puts words that are no given names before a commoner one: Republican Ann Reed."""
    words, kinds = form.split(), word_kinds(people.language)
    for start in range(1, len(words) - 1):
        if not GIVEN.isdisjoint(kinds[words[start - 1]]):
            return False
        if forms.get(" ".join(words[start:]), -1) >= forms[form]:
            return True
    return False
