"""Speakers as people want them: their own words about somebody, names and accounts given and taken away."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from quotes.records.post import Account as AccountRecord
from quotes.records.speaker import Speaker as SpeakerRecord
from quotes.store.contract.store import SpeakerName as NameRecord
from quotes.store.decisions.decisions import DecisionPart
from quotes.store.speakers.names import refused_account, refused_name
from quotes.store.tables.decisions import EnteredAccount, SpeakerRefusal
from quotes.store.tables.rows import handle_key, id_of, number_of
from quotes.store.tables.tables import Account, NameWord, Post, Quote, Speaker, SpeakerName
from quotes.store.tables.tables import SpeakerLink as Link


class SpeakerEditPart(DecisionPart):
    """What people say of a speaker, written; each with its own way back."""

    def put_speaker(self, speaker: SpeakerRecord) -> None:
        """Write anew what a kept speaker is called, its description and its number on Wikidata; its version rises."""
        with self.engine.writing():
            self.engine.run(Speaker.update(name=speaker.name, description=speaker.description,
                                           wikidata=speaker.wikidata).where(Speaker.id == _number(speaker.id)))
            self.raise_versions([speaker.id])

    def names(self, speaker_id: str) -> tuple[NameRecord, ...]:
        """All names of a kept speaker, in the order in which they came."""
        query = (SpeakerName.select(SpeakerName.name, SpeakerName.words, SpeakerName.is_full)
                 .where(SpeakerName.speaker == _number(speaker_id)).order_by(SpeakerName.id))
        return tuple(NameRecord(name, tuple(words.split()), bool(is_full))
                     for name, words, is_full in self.engine.run(query))

    def put_name(self, speaker_id: str, name: NameRecord) -> None:
        """Give a speaker a name, or say anew whether it is a full one; a refusal of it is lifted."""
        number = _number(speaker_id)
        with self.engine.writing():
            self.drop_name(speaker_id, name.name)
            added = self.engine.add_numbered(SpeakerName, [{
                "speaker": number, "name": name.name, "words": " ".join(name.words), "is_full": name.full}])[0]
            self.engine.add(NameWord, [{"word": word, "name": added, "speaker": number}
                                       for word in dict.fromkeys((*name.words, *name.keys))])
            self.refuse(speaker_id, name, refused=False)
            self.raise_versions([speaker_id])

    def drop_name(self, speaker_id: str, name: str) -> None:
        """Take one spelling of a name away from a speaker."""
        with self.engine.writing():
            self.engine.run(SpeakerName.delete().where(
                SpeakerName.speaker == _number(speaker_id), SpeakerName.name == name))
            self.raise_versions([speaker_id])

    def refuse(self, speaker_id: str, what: NameRecord | AccountRecord, refused: bool = True) -> bool:
        """Note that no reading may give a speaker this name or account, or lift that; whether it was noted before."""
        noted = refused_account(what) if isinstance(what, AccountRecord) else refused_name(what.words)
        row = {"speaker": _number(speaker_id), "what": noted}
        there = (SpeakerRefusal.speaker == row["speaker"]) & (SpeakerRefusal.what == noted)
        with self.engine.writing():
            before = bool(self.engine.run(SpeakerRefusal.select(SpeakerRefusal.what).where(there)))
            if refused and not before:
                self.engine.add(SpeakerRefusal, [row])
            elif before and not refused:
                self.engine.run(SpeakerRefusal.delete().where(there))
        return before

    def put_account(self, speaker_id: str, account: AccountRecord, entered: bool = True) -> None:
        """Give an account to a speaker, whosever it was; `entered` says that a person said so."""
        with self.engine.writing():
            self.drop_account(account)
            added = self.engine.add_numbered(Account, [{
                "platform": account.platform, "handle": account.handle, "handle_key": handle_key(account.handle),
                "speaker": _number(speaker_id)}])[0]
            if entered:
                self.engine.add(EnteredAccount, [{"account": added}])
            self.refuse(speaker_id, account, refused=False)
            self.raise_versions([speaker_id])

    def drop_account(self, account: AccountRecord) -> None:
        """Take an account away from whomever it belongs to."""
        there = (Account.platform == account.platform) & (Account.handle_key == handle_key(account.handle))
        with self.engine.writing():
            owners = [number for (number,) in self.engine.run(Account.select(Account.speaker).where(there))]
            self.engine.run(Account.delete().where(there))
            self.raise_versions(id_of("s", number) for number in owners)

    def entered_owners(self, accounts: Collection[AccountRecord]) -> Mapping[AccountRecord, str]:
        """Whose accounts are by a person's word: the speakers' ids; accounts of which nobody said so are left out."""
        if not accounts or not self.engine.ask("SELECT 1 FROM entered_account LIMIT 1"):
            return {}
        query = (Account.select(Account.platform, Account.handle_key, Account.speaker).join(EnteredAccount)
                 .where(Account.handle_key.in_({handle_key(account.handle) for account in accounts})))
        owners = {(platform, handle): id_of("s", number) for platform, handle, number in self.engine.run(query)}
        return {account: owners[key] for account in accounts
                if (key := (account.platform, handle_key(account.handle))) in owners}

    def posts_of(self, account: AccountRecord) -> tuple[str, ...]:
        """The ids of the quotes that are posts of an account."""
        query = Quote.select(Quote.id, Post.handle).join(Post).where(
            Post.platform == account.platform, Post.handle.is_null(False)).order_by(Quote.id)
        return tuple(id_of("q", number) for number, handle in self.engine.run(query)
                     if handle_key(handle) == handle_key(account.handle))

    def speaker_quotes(self, speaker_id: str, document_ids: Collection[str] = ()) -> tuple[str, ...]:
        """The ids of all quotes of a speaker, whatever their status; of some documents only, if these are given."""
        query = Quote.select(Quote.id).where(Quote.speaker == _number(speaker_id)).order_by(Quote.id)
        if document_ids:
            query = query.where(Quote.document.in_([number_of("d", one) or 0 for one in document_ids]))
        return tuple(id_of("q", number) for (number,) in self.engine.run(query))

    def move_links(self, document_ids: Sequence[str], from_id: str, to_id: str, how: str) -> None:
        """Say of documents that the speaker whom they have under one id is another one, and how that is known.

        Where they have that other one as well, that link stays as it is.
        """
        documents = [number_of("d", one) or 0 for one in document_ids]
        there = (Link.document.in_(documents)) & (Link.speaker == _number(from_id))
        both = [number for (number,) in self.engine.run(
            Link.select(Link.document).where(Link.document.in_(documents), Link.speaker == _number(to_id)))]
        self.engine.run(Link.delete().where(there, Link.document.in_(both)))
        self.engine.run(Link.update({Link.speaker: _number(to_id), Link.how: how, Link.confidence: 1.0}).where(there))


def _number(speaker_id: str) -> int:
    return number_of("s", speaker_id) or 0
