"""Which kept speaker a reading's speaker is.

A person is known again by an account that is theirs, or by a name that can be theirs where nothing else says that they
are two; an organization by its account or its name. Whoever signs up for an account chooses its handle and the name
that it shows: an account of which nothing else is known is known again by itself alone, and neither joins a person by
its name nor lets a person join it. A name in letters of several alphabets is that of nobody who is spelt in one.
Unnamed sources, groups and documents are never taken to be those of another document. A machine links only where one
kept speaker fits better than all others; otherwise the speaker is a new one. Every link says how it came about; one
that rests on little has a low confidence.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quotes.collection.linking.account_claims import Shown, shown_accounts, without_claims
from quotes.collection.linking.identity_evidence import Traits, traits, traits_in
from quotes.collection.linking.name_keys import kept_names, sought_keys
from quotes.collection.linking.organization_name_comparison import is_generic
from quotes.collection.linking.person_linking import (
    DOUBT,
    FULLER,
    HANDLE,
    Choice,
    bearing,
    chosen,
    is_handle,
)
from quotes.collection.linking.person_name_comparison import Called, called
from quotes.records.post import Account
from quotes.records.reading import Reading
from quotes.records.speaker import Speaker
from quotes.store.contract.linking import Bearer
from quotes.store.contract.store import SpeakerLink, Store
from quotes.text.confusables import is_mixed

LINKABLE = frozenset(("person", "organization"))  # kinds that are not here never merge across documents
ACCOUNT_CONFIDENCE, ORGANIZATION_CONFIDENCE = 0.95, 0.9
CERTAIN = frozenset(("same account", "same full name", "same name", HANDLE))
NOTHING_SHOWN = Shown({}, frozenset())
NEW = Choice(None, "new in this document", 1.0)


@dataclass(frozen=True, slots=True)
class Known:
    """The kept speakers who could be meant in one reading, by speaker and by account, and what is known of both sides.

    `here` is what the document tells about its speakers, `traits` what is known of the kept ones, `vouched` whose the
    accounts are that the document takes for somebody's whom it names.
    """

    fitting: Mapping[str, Collection[Bearer]]
    owners: Mapping[Account, Speaker]
    here: Mapping[str, Traits]
    traits: Mapping[str, Traits]
    shown: Shown = NOTHING_SHOWN
    vouched: Mapping[Account, str] = field(default_factory=dict)


def link_speakers(store: Store, reading: Reading) -> tuple[SpeakerLink, ...]:
    """A link for each speaker of a reading, in their order; the number of look-ups is the same for all readings."""
    shown = shown_accounts(reading.quotes)
    speakers = [without_claims(speaker, shown) for speaker in reading.speakers]
    linkable = [speaker for speaker in speakers if speaker.kind in LINKABLE]
    apart = shown.own | {speaker.id for speaker in linkable if is_mixed(speaker.name)}
    keys = {speaker.id: () if speaker.id in apart else sought_keys(speaker) for speaker in linkable}
    bearers = store.bearers_of({key for some in keys.values() for key in some})
    owners = store.account_owners({account for speaker in linkable for account in speaker.accounts})
    fitting = {speaker.id: _bearers(speaker, keys[speaker.id], bearers) for speaker in linkable}
    here = {speaker.id: traits_in(speaker, reading.document) for speaker in linkable if fitting[speaker.id]}
    likely = {one.speaker.id: one.speaker for speaker, told in here.items() if told.tells
              for one in fitting[speaker]}
    seen = store.seen_as(likely)
    known = Known(fitting, owners, here, {one: traits(seen.get(one, ()), speaker.accounts)
                                          for one, speaker in likely.items()}, shown, _owners(store, shown))
    links = _one_each([link_speaker(speaker, known) for speaker in speakers])
    return tuple(_named_by_people(store, link) if link.renames else link for link in links)


def _owners(store: Store, shown: Shown) -> Mapping[Account, str]:
    """Whose the accounts are that are taken for somebody's: by the word of several outlets, or of a person."""
    claimed = {account for accounts in shown.claims.values() for account in accounts}
    return {**store.vouched_owners(claimed), **store.entered_owners(claimed)} if claimed else {}


def _one_each(links: Sequence[SpeakerLink]) -> list[SpeakerLink]:
    """The links, none of them to a kept speaker who is surer to be another person of the document.

    Those whom the document names alike, or by one account, may well be one.
    """
    surest: dict[str, float] = {}
    for link in links:
        if link.stored is not None:
            surest[link.stored] = max(link.confidence, surest.get(link.stored, 0.0))
    found = []
    for link in links:
        if link.stored is not None and surest[link.stored] > link.confidence and link.how not in CERTAIN:
            link = replace(link, stored=None, how="another one beside the bearer of this name", confidence=0.6,
                           renames=False)
        found.append(link)
    return found


def _named_by_people(store: Store, link: SpeakerLink) -> SpeakerLink:
    """A link that leaves the kept name alone if a person decided about that speaker."""
    decided = link.stored is not None and store.decisions_about(link.stored)
    return replace(link, renames=False) if decided else link


def link_speaker(speaker: Speaker, known: Known) -> SpeakerLink:
    """The link of one speaker, given who could be meant."""
    choice = _who(speaker, known)
    names = kept_names(speaker)
    if speaker.id in known.shown.own or is_mixed(speaker.name):
        names = tuple(replace(name, keys=()) for name in names)
    return SpeakerLink(speaker, choice.stored, choice.how, choice.confidence, names,
                       renames=choice.how == FULLER or (choice.how == HANDLE and not is_handle(speaker)))


def _bearers(speaker: Speaker, keys: Sequence[str],
             bearers: Mapping[str, tuple[Bearer, ...]]) -> Collection[Bearer]:
    """The kept speakers of the same kind under a speaker's keys whose names can be this one's."""
    found = {one.speaker.id: one for key in keys for one in bearers.get(key, ())
             if one.speaker.kind == speaker.kind}
    parts: Called | None = called(speaker.name)
    if speaker.kind == "organization" or parts is None:
        return found.values()
    return bearing(speaker, parts, found.values())


def _who(speaker: Speaker, known: Known) -> Choice:
    """The id of the kept speaker, why it is that one, and how sure that is."""
    if speaker.kind not in LINKABLE:
        return NEW
    owners = {owner.id for account in speaker.accounts
              if (owner := known.owners.get(account)) and owner.kind in LINKABLE}
    if len(owners) == 1:
        return Choice(owners.pop(), "same account", ACCOUNT_CONFIDENCE)
    if owners:
        return Choice(None, "its accounts belong to several", 0.5)
    if is_mixed(speaker.name):
        return Choice(None, "a name in letters of several alphabets", 1.0)
    fitting = known.fitting[speaker.id]
    theirs = {whose for account in known.shown.claims.get(speaker.id, ()) if (whose := known.vouched.get(account))}
    if len(theirs := theirs & {one.speaker.id for one in fitting}) == 1:
        return Choice(theirs.pop(), "same account", ACCOUNT_CONFIDENCE)
    if not fitting:
        return NEW
    if speaker.kind == "person":
        return chosen(speaker, fitting, known.traits, known.here[speaker.id])
    if is_generic(speaker.name):
        return Choice(None, "a word that many bodies go by", DOUBT)
    if len(fitting) > 1:
        return Choice(None, "several bear this name", 0.5)
    return Choice(next(iter(fitting)).speaker.id, "same name", ORGANIZATION_CONFIDENCE)
