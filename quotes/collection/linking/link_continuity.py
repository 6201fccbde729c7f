"""Links of a document that is read again: its speakers stay the kept speakers that they were.

So those who are known in no other document stay who they are, and what people merged or split stays so.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from quotes.collection.linking.account_claims import shown_accounts
from quotes.collection.linking.entered_accounts import Linked, by_entered_accounts
from quotes.collection.linking.speaker_linking import link_speakers
from quotes.records.reading import Reading
from quotes.store.contract.store import SpeakerLink, Store
from quotes.text.personal_names import fold_words


def linked(store: Store, reading: Reading) -> Linked:
    """A new document's reading, and a link for each of its speakers."""
    return by_entered_accounts(store, reading, link_speakers(store, reading))


def linked_again(store: Store, document_id: str, reading: Reading) -> Linked:
    """The same for a document that is kept already."""
    return by_entered_accounts(store, reading, relinked(store, document_id, reading))


def relinked(store: Store, document_id: str, reading: Reading) -> tuple[SpeakerLink, ...]:
    """A link for each speaker of a new reading: the one that the document has for that name, else a fresh one.

    What is nothing but an account is known by that alone, so that none takes the place of a person of its name.
    """
    before: dict[tuple[str, tuple[str, ...]], list[SpeakerLink]] = defaultdict(list)
    own = shown_accounts(store.document_quotes(document_id, status=None)).own
    for link in store.document_links(document_id):
        if link.stored not in own:
            before[_called(link)].append(link)
    own = shown_accounts(reading.quotes).own
    return tuple(replace(old.pop(0), speaker=link.speaker, names=link.names)
                 if link.speaker.id not in own and (old := before[_called(link)]) else link
                 for link in link_speakers(store, reading))


def _called(link: SpeakerLink) -> tuple[str, tuple[str, ...]]:
    return link.speaker.kind, fold_words(link.speaker.name)
