"""What people decided, told from what to what: Speaker set, from Ada Quill to Bo Lind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from quotes.store.contract.decisions import Decision

NAMES = {"name": "name", "description": "description", "wikidata": "number on Wikidata"}
NONE = "none"
Told = Callable[[Mapping[str, Any], Mapping[str, Any]], str]


def decision_told(decision: Decision) -> str:
    """A decision in a sentence without its end: what it did, and to whom, from what to what."""
    if decision.action == "undo":
        return f"Undone{_back(decision.before, decision.after)}"
    tell = TELLING.get(decision.action)
    return tell(decision.before, decision.after) if tell else decision.action.replace("_", " ").capitalize()


def _who(speaker: Mapping[str, Any] | None) -> str:
    return f"{speaker['name']} ({speaker['id']})" if speaker else "nobody named"


def _counted(after: Mapping[str, Any]) -> str:
    number = after.get("quotes")
    return "" if number is None else " (1 quote)" if number == 1 else f" ({number} quotes)"


def _correct(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    return f"Speaker set, from {_who(before.get('speaker'))} to {_who(after.get('speaker'))}{_counted(after)}"


def _confirm(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    return f"Confirmed: {_who(after.get('speaker'))}"


def _accept(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    return f"Made a quote, by {_who(after.get('speaker'))}"


def _edit(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    changed = [f"{NAMES.get(name, name)} from {before.get(name) or NONE} to {value or NONE}"
               for name, value in after.items() if before.get(name) != value]
    return f"Changed: {'; '.join(changed) or 'nothing'}"


def _merge(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    one, into = before["speakers"][0], before["speakers"][-1]
    return f"Joined: {_who(one)} into {_who(into)}{_counted(after)}"


def _split(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    speaker, other = after["speakers"][0], after["speakers"][-1]
    return f"Taken apart: from {_who(speaker)} to {_who(other)}{_counted(after)}"


def _account(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    account = after.get("account") or before.get("account") or {}
    called = f"@{account.get('handle')} on {account.get('platform')}"
    if not after.get("account"):
        return f"Account taken away: {called}"
    owner = before.get("owner")
    return f"Account {called}: {f'from {_who(owner)} ' if owner else ''}to {_who(after.get('owner'))}"


def _back(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """What an undoing put back: it goes from what the decision had made to what was there before."""
    if "speaker" in before and "speaker" in after:
        return f": from {_who(before['speaker'])} back to {_who(after['speaker'])}{_counted(before)}"
    if "speakers" in before and "speakers" in after:
        return f": {' and '.join(_who(one) for one in after['speakers'])} as before{_counted(before)}"
    if "alias" in before:
        return f": the name {before['alias'] or after.get('alias')}"
    if "account" in before:
        return f": {_account(after, before)}"
    return f": {_edit(before, after)}" if "name" in before else ""


TELLING: dict[str, Told] = {
    "confirm": _confirm, "correct": _correct, "accept": _accept, "edit": _edit, "merge": _merge, "split": _split,
    "not_a_quote": lambda before, after: "Marked as not a quote",
    "restore": lambda before, after: "Taken back: it is a quote",
    "add_alias": lambda before, after: f"Also known as {after.get('alias')}",
    "remove_alias": lambda before, after: f"Not known as {before.get('alias')}",
    "add_account": _account, "remove_account": _account,
    "set_aside": lambda before, after: f"Off the list of speakers: {_who(before.get('speaker'))}{_counted(after)}",
    "takedown": lambda before, after: "Article taken down",
    "hide": lambda before, after: f"Hidden from readers{_counted(after)}",
    "erase": lambda before, after: f"Erased{_counted(after)}",
}
