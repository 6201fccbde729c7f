"""The part of a language by which words that nobody said are told from those that somebody did."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.languages.part import Part


@dataclass(frozen=True, slots=True, eq=False)
class Stance(Part):
    """The words by which a writer says that quoted words were not said, are only claimed, or are supposed.

    All are in lower case with straight apostrophes, and some are several words with one space between. Verbs of saying
    are given by what they look like: `base` (say), `present` (says), `past` and participle (said), `gerund` (saying);
    `calling` are all forms of those that give the words to something (called it “…”), `calling_as` of those that do so
    with one of `as_words` (described it as “…”), `using` of those that need one of `word_nouns` (used the word “…”).
    After one of `straying` they mean something else (call for); those of `direct` have only the words themselves as
    their object (asked “…”).

    *Not said.* `negations` turn a verb around; between the two may stand `adverbs` (never actually said), and one of
    `wishes` with `to` (did not want to say); `nobody` are subjects that are no one, `no` a determiner that makes one,
    but before `no_idioms` (no doubt), where a clause opens, as after one of `opening`. `denying` are verbs and nouns
    of denial; `refusing` verbs are followed by `to`, after `avoiding` words the gerund stands (without saying).
    `fakes` before one of `fakeable` (a fake tweet) say that it was made up, as do `misquoting` words (misquoted) and
    one of `falsely` before one of `claiming` or `attributed`. `untrue` can be said of a quote; what was said before is
    meant by `such` words (never said it), and `records` are what there is not of it.

    *Claimed.* `hearsay` stands beside a verb (allegedly said), `believed` between one of `being` and `to` (is said to
    have said). `accused` phrases end before the words or a gerund (accused of “…”), which passes over some words and
    `of` after one of `accusing`; `accusations` nouns with `of` end before the words. `claiming` verbs and `claims`
    nouns with `that` lead to what somebody else said. `attributed` stands after one of `lines` or beside one of
    `often` (a line often attributed to).

    *Supposed.* `possible` are modal verbs, also with one of `merely`, `unreal` ones that are so before one of `having`
    (would have said). `conditions` (if) open a clause, whose subject is `anybody` where its verb is past, as do
    `wondering` ones (whether). `as_if` and `likeness` phrases, `supposing` verbs stand before what is supposed,
    `ordering` verbs open an order, `asking` auxiliaries a question. `glosses` give a meaning (meaning “…”), after
    which `gloss_links` may stand; `tongues` are names of languages, with one of `standing_for` (Arabic for “…”).
    `proverbs` are nouns for what nobody said first, and `going` how they are told (as the saying goes).

    `blocking` words and those of `determining` right before the quotation, as a rule, keep it out of the reach of the
    words before.
    """

    base: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    gerund: frozenset[str] = frozenset()
    calling: frozenset[str] = frozenset()
    calling_as: frozenset[str] = frozenset()
    as_words: frozenset[str] = frozenset()
    using: frozenset[str] = frozenset()
    word_nouns: frozenset[str] = frozenset()
    straying: frozenset[str] = frozenset()
    direct: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    wishes: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()
    denying: frozenset[str] = frozenset()
    refusing: frozenset[str] = frozenset()
    avoiding: frozenset[str] = frozenset()
    fakes: frozenset[str] = frozenset()
    fakeable: frozenset[str] = frozenset()
    misquoting: frozenset[str] = frozenset()
    falsely: frozenset[str] = frozenset()
    untrue: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    believed: frozenset[str] = frozenset()
    being: frozenset[str] = frozenset()
    accused: frozenset[str] = frozenset()
    accusing: frozenset[str] = frozenset()
    claiming: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    attributed: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()
    often: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    unreal: frozenset[str] = frozenset()
    merely: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    anybody: frozenset[str] = frozenset()
    as_if: frozenset[str] = frozenset()
    likeness: frozenset[str] = frozenset()
    supposing: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    glosses: frozenset[str] = frozenset()
    gloss_links: frozenset[str] = frozenset()
    tongues: frozenset[str] = frozenset()
    proverbs: frozenset[str] = frozenset()
    going: frozenset[str] = frozenset()
    blocking: frozenset[str] = frozenset()
    determining: frozenset[str] = frozenset()
    standing_for: frozenset[str] = frozenset()
    records: frozenset[str] = frozenset()
    such: frozenset[str] = frozenset()
    ordering: frozenset[str] = frozenset()
    wondering: frozenset[str] = frozenset()
    accusations: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    no_idioms: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
