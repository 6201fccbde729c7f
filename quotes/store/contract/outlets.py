"""What a store knows of outlets: a part of the contract, and its records."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from quotes.records.document import Document


@dataclass(frozen=True, slots=True)
class OutletKeys:
    """How the outlet of a document is compared.

    `own` is its domain, or its folded name where no domain is known; `named` are its other names, folded, by which it
    is found unless another outlet bears them.
    """

    own: str
    named: tuple[str, ...] = ()

    @property
    def has_domain(self) -> bool:
        """Whether it is known by a domain."""
        return "." in self.own


class OutletStore(Protocol):
    """A place where outlets are told apart."""

    def name_bearer(self, document: Document) -> str | None:
        """Another outlet, known by its domain, that bears the name which a document's page prints; None if none does.

        It is called as its first document calls it.
        """

    def outlets_of(self, quote_ids: Collection[str]) -> Mapping[str, str]:
        """The outlets of kept quotes by their ids, one outlet always by the same name; those without are left out."""
