"""The whole store: every part of the contract over one engine."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from quotes.records.errors import StoreError
from quotes.store.access_keys import AccessKeyPart
from quotes.store.decisions.decision_lists import DecisionListPart
from quotes.store.decisions.quotes_after_merge import ReturnedQuotePart
from quotes.store.decisions.speaker_removal import RemovedSpeakerPart
from quotes.store.documents.coverage import CoveragePart
from quotes.store.documents.not_quotes import NotQuotePart
from quotes.store.documents.outlet_lists import OutletListPart
from quotes.store.documents.text_search import TextSearchPart
from quotes.store.jobs.job_leases import JobLeasePart
from quotes.store.jobs.jobs import JobPart
from quotes.store.migrations.runner import pending
from quotes.store.own_searches import SavedSearchPart
from quotes.store.quotes.batch_lookup import BatchLookupPart
from quotes.store.quotes.disagreements import SameWordsPart
from quotes.store.quotes.search import SearchPart
from quotes.store.quotes.search_facets import FacetPart
from quotes.store.quotes.search_words import SearchWordPart
from quotes.store.quotes.verification import VerificationPart
from quotes.store.speakers.account_claims import AccountClaimPart
from quotes.store.speakers.directory import DirectoryPart
from quotes.store.speakers.linking import LinkingPart
from quotes.store.speakers.profiles import ProfilePart
from quotes.store.statistics import StatisticsPart
from quotes.store.store_check import CheckPart
from quotes.store.takedown.takedown import TakedownPart


class TableStore(SavedSearchPart, ReturnedQuotePart, NotQuotePart, TakedownPart, SearchPart, VerificationPart,
                 CoveragePart, ProfilePart, BatchLookupPart, LinkingPart, StatisticsPart, AccessKeyPart,
                 TextSearchPart, SearchWordPart, FacetPart, DirectoryPart, OutletListPart, DecisionListPart,
                 SameWordsPart, RemovedSpeakerPart, AccountClaimPart, JobPart, JobLeasePart,
                 CheckPart):
    """A store in tables, whatever engine holds them."""

    def writing(self) -> AbstractContextManager[None]:
        """One transaction for everything written inside; StoreBusy if another writer holds on for too long."""
        return self.engine.writing()

    def at_once(self) -> AbstractContextManager[None]:
        """A stretch in which another writer is not waited for: StoreBusy at once."""
        return self.engine.at_once()

    def in_time(self, seconds: float) -> AbstractContextManager[None]:
        """A stretch of time in which this thread's questions must be answered; OutOfTime for one that is not."""
        return self.engine.limited(seconds)

    def in_share(self, share: float) -> AbstractContextManager[None]:
        """The same for a share of the time that is left; without end where there is no limit."""
        return self.engine.in_share(share)

    def back_up(self, to: str, reached: Callable[[float], None], replace: bool = False) -> None:
        """Copy everything, as it is at this moment, to a file that is checked; others may go on writing."""
        self.engine.back_up(Path(to), reached, replace)

    def check(self) -> None:
        """Raise StoreError unless the store answers, its migrations are all applied, and it could be written now."""
        self.engine.in_place()
        missing = pending(self.engine)
        if missing:
            raise StoreError(f"The database lacks {len(missing)} changes of its tables, the first of them "
                             f"“{missing[0].name}”; start the program again to apply them.")
        self.engine.writable()

    def close(self) -> None:
        """Give back this thread's connection."""
        self.engine.close()
