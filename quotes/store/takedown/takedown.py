"""Words taken away for good: rows, index entries and what decisions remember of them, down to the bytes in the file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from hashlib import sha256
from typing import Any

from peewee import fn

from quotes.records.errors import NotFound
from quotes.store.contract.decisions import Removed
from quotes.store.contract.store import Fingerprint
from quotes.store.engine.fts5 import forget_deleted_words
from quotes.store.tables.decisions import Decision, DecisionSubject, Objection, TakenDown
from quotes.store.tables.evidence_column import encoded
from quotes.store.tables.rows import id_of, number_of
from quotes.store.tables.tables import Body, Document, Post, Quote
from quotes.store.tables.tables import SpeakerLink as Link
from quotes.store.takedown.speaker_traces import SpeakerTracePart

AT_ONCE = 500  # keys in one statement


class TakedownPart(SpeakerTracePart):
    """Taking documents down, and erasing a speaker's quotes."""

    def take_down(self, document_id: str) -> Removed:
        """Delete a document with everything that was in it; what that was, in numbers.

        Speakers of whom nothing else is left go too, unless a person decided about them; those who stay lose what only
        this document said of them. Nothing of it is found in the file again once `write_through` has said so.
        """
        number = number_of("d", document_id) or 0
        with self.engine.writing():
            texts = [text for (text,) in self.engine.run(Body.select(Body.text).where(Body.document == number))]
            if not texts:
                raise NotFound(f"There is no document {document_id}.")
            keys = self._keys(number, texts)
            speakers, told = self._speakers_in(number), self.told_by(number, texts)
            quotes = self._quotes_where(Quote.document == number)
            posts = self._posts_among(quotes)
            self._forget_quotes(quotes)
            self.engine.run(Document.delete().where(Document.id == number))
            gone = self.drop_unheard(speakers)
            self.unlearn(told, speakers)
            self.count_again(frozenset(speakers))
            forget_deleted_words(self.engine)
        return Removed(len(texts), len(quotes), posts, sum(map(len, texts)), gone, keys=keys, documents=(document_id,))

    def erase_quotes(self, speaker_id: str) -> Removed:
        """Delete all quotes of a speaker, now and to come; the speaker stays, to be known again."""
        number = number_of("s", speaker_id) or 0
        with self.engine.writing():
            quotes = self._quotes_where(Quote.speaker == number)
            posts = self._posts_among(quotes)
            query = Quote.select(Quote.document).where(Quote.speaker == number).distinct().order_by(Quote.document)
            documents = tuple(id_of("d", one) for (one,) in self.engine.run(query))
            ((characters,),) = self.engine.run(
                Quote.select(fn.COALESCE(fn.SUM(fn.LENGTH(Quote.text)), 0)).where(Quote.speaker == number))
            self.engine.add(Objection, [{"speaker": number, "what": "erase"}])
            self._forget_quotes(quotes)
            self.engine.run(Quote.delete().where(Quote.speaker == number))
            self.engine.run(Link.update(description=None).where(Link.speaker == number))
            self.count_again(frozenset((number,)))
            forget_deleted_words(self.engine)
        return Removed(0, len(quotes), posts, characters, documents=documents)

    def refuse_again(self, keys: Collection[str], decision_id: str) -> None:
        """Remember, by hashes alone, what is not to be kept again, and by which decision."""
        decision = number_of("c", decision_id) or 0
        with self.engine.writing():
            self.engine.add(TakenDown, [{"key": key, "decision": decision} for key in keys])

    def taken_down(self, known_by: Fingerprint) -> str | None:
        """The decision by which a document, or one with the same text, was taken down, if it still holds."""
        keys = [_text_key(known_by.text_hash), *([_address_key(known_by.address)] if known_by.address else [])]
        found = self.engine.ask(f"SELECT decision_id FROM taken_down WHERE key IN ({', '.join('?' * len(keys))})", keys)
        return id_of("c", max(found)[0]) if found else None

    def has_taken_down(self) -> bool:
        """Whether anything was taken down that is not to be kept again."""
        return bool(self.engine.ask("SELECT 1 FROM taken_down LIMIT 1"))

    def near_taken_down(self, keys: Sequence[str]) -> Mapping[str, tuple[int, tuple[str, ...]]]:
        """Takedowns that remember some of these keys: by the decision, how many of them, and their other keys."""
        matched: Counter[int] = Counter()
        for start in range(0, len(keys), AT_ONCE):
            some = keys[start : start + AT_ONCE]
            matched.update(number for (number,) in self.engine.run(
                TakenDown.select(TakenDown.decision).where(TakenDown.key.in_(some))))
        sizes: dict[int, list[str]] = {number: [] for number in matched}
        query = TakenDown.select(TakenDown.decision, TakenDown.key).where(
            TakenDown.decision.in_(list(matched)), ~TakenDown.key.startswith("near "))
        for number, key in self.engine.run(query) if matched else ():
            sizes[number].append(key)
        return {id_of("c", number): (count, tuple(sizes[number])) for number, count in matched.items()}

    def allow_again(self, decision_id: str) -> None:
        """Forget what a decision took down: it may be kept again."""
        with self.engine.writing():
            self.engine.run(TakenDown.delete().where(TakenDown.decision == (number_of("c", decision_id) or 0)))

    def write_through(self) -> bool:
        """Write the log into the file and empty it, so that nothing deleted is left in either.

        False if somebody was reading all the while; the next call does it.
        """
        return self.engine.write_through()

    def _keys(self, document: int, texts: Sequence[str]) -> tuple[str, ...]:
        """The document's address and the texts of all its revisions, as hashes."""
        ((known_by,),) = self.engine.run(Document.select(Document.known_by).where(Document.id == document))
        address = known_by.removeprefix("address ")
        hashes = dict.fromkeys(_text_key(sha256(text.encode()).hexdigest()) for text in texts)
        near = dict.fromkeys(key for text in texts for key in self.derivation.near_keys(text))
        return (*([_address_key(address)] if address != known_by else []), *hashes, *near)

    def _quotes_where(self, condition: Any) -> list[int]:
        return [number for (number,) in self.engine.run(Quote.select(Quote.id).where(condition))]

    def _posts_among(self, quotes: Sequence[int]) -> int:
        ((count,),) = self.engine.run(Post.select(fn.COUNT(Post.quote)).where(Post.quote.in_(quotes)))
        return int(count)

    def _speakers_in(self, document: int) -> list[int]:
        linked = Link.select(Link.speaker).where(Link.document == document)
        quoted = Quote.select(Quote.speaker).where(Quote.document == document, Quote.speaker.is_null(False))
        return sorted({number for query in (linked, quoted) for (number,) in self.engine.run(query)})

    def _forget_quotes(self, quotes: Sequence[int]) -> None:
        """Take what decisions remember of quotes out of them; who decided, when and what kind of thing stays."""
        gone = {id_of("q", number) for number in quotes}
        query = (Decision.select(Decision.id, Decision.about, Decision.state).join(DecisionSubject)
                 .where(DecisionSubject.subject.in_(sorted(gone))).distinct())
        for number, about, written in self.engine.run(query):
            state: Mapping[str, Any] = json.loads(written)
            kept = {one: before for one, before in state.get("quotes", {}).items() if one not in gone} \
                if isinstance(state.get("quotes"), dict) else state.get("quotes")
            left: dict[str, str | None] = {"state": encoded({**state, **({} if kept is None else {"quotes": kept})})}
            if gone.intersection(json.loads(about)):
                left = {"state": "{}", "before": "{}", "after": "{}", "note": None}
            self.engine.run(Decision.update(left).where(Decision.id == number))


def _text_key(text_hash: str) -> str:
    return f"text {text_hash}"


def _address_key(address: str) -> str:
    return f"address {sha256(address.encode()).hexdigest()}"
