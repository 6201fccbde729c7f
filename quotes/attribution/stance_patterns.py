"""The ways in which the words around a quotation say that nobody said it, as patterns over words.

A context is the writer's own words beside a quotation, up to the edge of the sentence: in lower case, with straight
apostrophes, each word and mark followed by one space, each other quotation as “”. A pattern names the lists of the
language (quotes.languages.contract.Stance), and what it matches are the words that show the stance.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, cached_property
from typing import Any, Literal

import regex

from quotes.languages.contract import Stance as Words
from quotes.records.evidence import StanceKind

Side = Literal["before", "after", "next"]
NO_FORMS = ["\x00"]  # stands in an empty list, in which regex would see a match everywhere


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of saying it, and whom it leaves as the sayer: whoever the attribution found, or nobody.

    A `supposed` rule holds only where no report of what somebody said stands before it, unless the quotation begins
    like a sentence: “said that anybody could say “the usual lines”” are the words of whoever said so. An `asked` rule
    holds only in a question.
    """

    kind: StanceKind
    about: tuple[str, ...]
    pattern: str
    nobody: bool = False
    supposed: bool = False
    asked: bool = False


def _any(*lists: str) -> str:
    """One of the words of these lists."""
    return "(?:" + "|".join(rf"\L<{name}>" for name in lists) + ") "


def _up_to(most: int, *lists: str) -> str:
    return f"(?:{_any(*lists)}){{0,{most}}}"


TENSES = ("base", "present", "past", "gerund")
SAYING = _any(*TENSES)
WORD = r"[\w'$%.&@-]+ "  # no mark
FREE = f"(?!{_any('blocking')}|{SAYING}){WORD}"  # does not take the quotation out of a verb's reach


def _free(least: int, most: int) -> str:
    return f"(?:{FREE}){{{least},{most}}}?"


END = "(?:[,:] )?$"
PLAIN = f"(?!{_any('calling', 'calling_as', 'using', 'direct')})"
UNDETERMINED = r"(?<! \L<determining> )"


def _says(*tenses: str) -> str:
    """A verb of saying in one of these tenses that reaches to the quotation: said that farmers were “…”."""
    reach = f"(?!{_any('straying')})(?:{END}|{_free(1, 8)}{UNDETERMINED}$)"
    return f"(?:{PLAIN}{_any(*tenses)}(?={reach})|{_says_it(*tenses)})"


def _says_it(*tenses: str) -> str:
    """The same where the quotation is what is said, and no part of the writer's own words for it: say “…”."""
    said = f"{PLAIN}{_any(*tenses)}(?={END}|{_free(1, 2)}{UNDETERMINED}{END})"
    asked = f"(?={_any(*tenses)}){_any('direct')}(?={END}|{_free(1, 2)}[,:] $)"
    return f"(?:{said}|{asked}|{_names(*tenses)})"


def _names(*tenses: str) -> str:
    """A verb that gives the words to something: called it “…”, described it as “…”, used the word “…”."""
    called = f"{_any('calling')}(?=(?!{_any('straying')}){_free(1, 6)}$)"
    described = f"{_any('calling_as')}(?={_free(1, 6)}{_any('as_words')}{_free(0, 3)}$)"
    used = f"{_any('using')}(?={_free(0, 2)}{_any('word_nouns')}{_free(0, 2)}{END})"
    return f"(?={_any(*tenses)})(?:{called}|{described}|{used})"


ADVERBS = _up_to(2, "adverbs")
HAVING = _up_to(2, "having", "being", "adverbs")
ACTIVE = _up_to(2, "having", "adverbs")
UNDENIED = r"(?<! \L<negations> )"
OPENING = r"(?:^ |(?<=[,;:(-] | \L<opening> ))"  # of a clause
NOBODY = f"{OPENING}(?:{_any('nobody')}|{_any('no')}(?!{_any('no_idioms')}){_free(1, 2)})"
WISHING = f"{_up_to(2, 'wishes')}{_any('wishes')}{_any('to')}"
CLAIMED = f"(?:{_any('claiming')}|{_any('claims')}{_any('that')})"
MODAL = f"(?:{_any('possible')}|{_any('unreal')}(?={_up_to(2, 'adverbs', 'negations')}{_any('having')}))"
BELIEVED = f"{_any('being')}{ADVERBS}{_any('believed')}{_any('to')}{_any('having')}{HAVING}"
MAYBE = _up_to(3, "adverbs", "merely", "negations", "having")
ATTRIBUTED = f"{_up_to(3, 'often', 'adverbs', 'being', 'having')}{_any('attributed')}{_any('to')}"
FALSE = f"{_up_to(3, 'often', 'adverbs', 'being', 'having')}{_any('falsely')}"
SPOKEN = f"^ , {_free(1, 5)}"  # “…,” she

BEFORE = (
    Rule("denied", ("fakes",), f"{_any('fakes')}{_free(0, 1)}{_any('fakeable')}"
                               f"(?=(?:{WORD}){{0,6}}?(?:{SAYING}{_free(0, 4)}{END}|: $))"),
    Rule("denied", ("misquoting",), f"{_any('misquoting')}(?=(?:{WORD}){{0,6}}{END})"),
    Rule("denied", ("falsely",), f"{_any('falsely')}{_any('claiming')}{_free(1, 6)}{HAVING}{_says('past', 'present')}"),
    Rule("denied", ("falsely",), f"{_any('falsely')}{_any('attributed')}(?=(?:{WORD}){{0,8}}{END})"),
    Rule("denied", ("denying",), f"{UNDENIED}{_any('denying')}{HAVING}{_says('gerund', 'past')}"),
    Rule("denied", ("denying",), f"{UNDENIED}{_any('denying')}(?:{_free(0, 2)}{_any('claims')})?(?:{_any('that')})?"
                                 f"{_free(1, 3)}{HAVING}{_says('past')}"),
    Rule("denied", ("refusing",), f"{UNDENIED}{_any('refusing')}{_any('to')}{ADVERBS}{_says('base')}"),
    Rule("denied", ("avoiding",), f"{UNDENIED}{_any('avoiding')}{ADVERBS}{_says('gerund', 'base')}"),
    Rule("hypothetical", ("nobody", "no"), f"{NOBODY}{_free(0, 6)}{WISHING}{_says('base')}", nobody=True),
    Rule("denied", ("nobody", "no"), f"{NOBODY}{_free(0, 6)}{_says(*TENSES)}", nobody=True),
    Rule("hypothetical", ("negations",), f"{_any('negations')}{ADVERBS}{WISHING}{ADVERBS}{_says('base')}"),
    Rule("hypothetical", ("possible", "unreal"), f"{MODAL}{MAYBE}{_says_it('base', 'past')}", supposed=True),
    Rule("denied", ("negations",), rf"(?<! \L<being> ){_any('negations')}{ACTIVE}{_says('base', 'past')}"),
    Rule("denied", ("negations",), f"{_any('negations')}{ADVERBS}{_says('gerund')}"),
    Rule("alleged", ("hearsay",), f"{_any('hearsay')}{HAVING}{_says(*TENSES)}"),
    Rule("alleged", ("hearsay",), f"{SAYING}{_any('hearsay')}(?={_free(0, 6)}{UNDETERMINED}{END})"),
    Rule("alleged", ("believed",), f"{BELIEVED}{_says('past')}"),
    Rule("alleged", ("accused", "accusing"), f"(?:{_any('accused')}|{_any('accusing')}{_free(1, 6)}{_any('of')})"
                                             f"{ADVERBS}{_says('gerund')}"),
    Rule("alleged", ("accused",), rf"(?:(?<= \L<being> |, )|(?<= \L<being> \L<adverbs> )){_any('accused')}"
                                  f"(?={_free(0, 3)}$)", nobody=True),
    Rule("alleged", ("accusations",), f"(?<!'s |s' ){_any('accusations')}{_any('of')}(?={_free(0, 2)}$)", nobody=True),
    Rule("alleged", ("claiming", "claims"), f"{CLAIMED}{_free(1, 6)}{HAVING}{_says('past', 'present')}"),
    Rule("alleged", ("attributed",), f"{_any('lines')}{ATTRIBUTED}(?=(?:{WORD}){{1,6}}{END})"),
    Rule("hypothetical", ("as_if",), f"{_any('as_if')}{_free(0, 4)}{HAVING}{_says(*TENSES)}"),
    Rule("hypothetical", ("conditions",), f"{_any('conditions')}{_free(1, 6)}{ADVERBS}{_says_it('present', 'base')}",
         supposed=True),
    Rule("hypothetical", ("conditions",), f"{_any('conditions')}{_any('anybody')}{HAVING}{_says_it('past')}",
         supposed=True),
    Rule("hypothetical", ("wondering",), f"{_any('wondering')}{_free(1, 6)}{HAVING}"
                                         f"{_says_it('present', 'base', 'past')}", supposed=True),
    Rule("hypothetical", ("supposing",), f"{_any('supposing')}{_free(0, 4)}{_says_it(*TENSES)}"),
    Rule("hypothetical", ("likeness",), f"{_any('likeness')}{ADVERBS}{_says_it('gerund')}"),
    Rule("hypothetical", ("ordering",), f"^ {_up_to(2, 'merely', 'negations')}{_any('ordering')}(?={_free(0, 2)}{END})",
         nobody=True),
    Rule("hypothetical", ("asking",), f"^ {_any('asking')}{_free(1, 6)}{_says('base', 'past')}", asked=True),
    Rule("hypothetical", ("glosses", "tongues"), f"(?:{_any('glosses')}{_up_to(3, 'gloss_links')}|"
                                                 f"{_any('tongues')}{_any('standing_for')})(?={END})", nobody=True),
)
AFTER = (
    Rule("denied", ("attributed",), f"^ (?:, )?{FALSE}{ATTRIBUTED}"),
    Rule("alleged", ("attributed",), f"^ (?:, )?(?={_any('often', 'being', 'having')}){ATTRIBUTED}"),
    Rule("denied", ("negations",), f"{SPOKEN}{_any('negations')}{HAVING}{_any('base', 'past')}"),
    Rule("alleged", ("hearsay",), f"{SPOKEN}{_any('hearsay')}{HAVING}{SAYING}"),
    Rule("alleged", ("believed",), f"{SPOKEN}{BELIEVED}{_any('past')}"),
    Rule("hypothetical", ("possible", "unreal"), f"{SPOKEN}{MODAL}{MAYBE}{_any('base', 'past')}"),
    Rule("hypothetical", ("proverbs",), f"^ (?:, )?{_free(0, 4)}{_any('proverbs')}{_any('going')}", nobody=True),
)
NEXT = (
    Rule("denied", ("negations",), f"^ (?:{WORD}){{0,2}}(?:, )?{_free(1, 5)}{_any('negations')}{HAVING}{SAYING}"
                                   f"{_any('such')}(?=[,;] |$)"),
    Rule("denied", ("untrue",), f"^ (?:{WORD}){{1,2}}?{_any('lines')}{_any('being')}{_free(0, 2)}{_any('untrue')}"
                                "(?=[,;] |$)"),
    Rule("denied", ("records",), f"^ {_free(0, 4)}{_any('no')}{_any('records')}(?:{_any('of')}|{_any('that')})"),
)
RULES: Mapping[Side, tuple[Rule, ...]] = {"before": BEFORE, "after": AFTER, "next": NEXT}


@dataclass(frozen=True, eq=False)
class Way:
    """A rule in the words of a language, with the words of which one stands in whatever its pattern is about.

    Hardly any context has one of these, so that the pattern is made only when it is needed.
    """

    rule: Rule
    openers: frozenset[str]
    words: Words

    @cached_property
    def pattern(self) -> regex.Pattern[str]:
        """The rule's pattern."""
        return _compiled(self.rule.pattern, self.words)


@cache
def ways(words: Words, side: Side) -> tuple[Way, ...]:
    """The rules for one side of a quotation in the words of a language."""
    return tuple(Way(rule, _openers(rule, words), words) for rule in RULES[side])


def _openers(rule: Rule, words: Words) -> frozenset[str]:
    """The words that a rule is about; of a phrase the longest, which is the rarest."""
    return frozenset(max(form.split(), key=len) for name in rule.about for form in getattr(words, name))


@cache
def openers(words: Words, side: Side) -> frozenset[str]:
    """The words of which one stands in every context that a rule for this side is about."""
    return frozenset().union(*(way.openers for way in ways(words, side)))


def _compiled(pattern: str, words: Words) -> regex.Pattern[str]:
    lists: dict[str, Any] = {
        one.name: sorted(getattr(words, one.name), key=lambda form: (-len(form), form)) or NO_FORMS
             for one in fields(words)}
    return regex.compile(f"(?:^|(?<= )){pattern}", ignore_unused=True, **lists)
