"""What a language gives to the steps: words only, each list under the name of its part in reporting speech."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The words of one language.

    `classes` gives each lower-case word the letter of its class (quotes.text.classes); `common` are words that
    are ordinary when they begin a sentence. `given_names` maps a name to the share of women among its bearers: it helps
    to choose what a pronoun points at, and is never stored or shown as a fact about a person. `genders` maps words that
    tell a person's sex (spokeswoman, Mr) to "f" or "m".

    For telling who a mention means: `pronouns` says whom a pronoun can mean: "m", "f", "n" (one thing or body), "p"
    (several), "i", "we", "w" (who was just named); `which` is the one of these that asks for things only. `nicknames`
    gives for a given name, in lower case, the forms that can stand for it. `title_parts` are words of titles that are
    none by themselves (House, National); `single_offices` titles that a bearer's wife is not given. `indefinite` are
    words that stand for a noun and are in no name (everything), `definite` those before something known (the, this).
    `body_links` join the words of a body's name (Center for Health). `body_nouns` gives for a noun that stands for a
    body named before (the union) the words that such a body's name ends with; `any_body` are those that any body can
    be called by (the agency). `plural_endings` end a noun for several, `asking` are verbs whose object is expected to
    answer. `surname_particles` are those of the `particles` that are printed with a surname alone (Le Pen).

    For telling where words were posted: `platform_names` as printed, `platform_verbs` (tweeted) and `platform_nouns` (a
    tweet) give the platform's name. `post_nouns` follow a platform's name (a Facebook post), `post_links` may stand
    between a verb and the name, one of `post_prepositions` at the least, and `post_verbs` are verbs of posting.

    For telling how two wordings differ: `negations` turn a sentence around; `numbers` gives for a word that counts the
    number that it means. `contracted` are endings that stand for one word (n't), `contracted_whole` words that stand
    for several or are written in two ways (cannot), `endings` gives for an ending all the words it can stand for.
    `denying_prefixes` deny the word they stand before, but for those in `not_denying` (inform). `scales` gives the
    zeros of a number's words, `scale_signs` the word for a sign after figures (18bn). `respelling` are the patterns
    that bring the spellings of several countries together, each with what to put in its place.

    For telling people apart over documents: `fields` gives for a word of a description the field of work that it tells,
    `far` the pairs of fields that one person is seldom in at once. `common_surnames` tell nobody by themselves,
    `family_first` are surnames that come first in their own order; each line of `spellings` is one given name.
    `known_initials` gives for the initials of a body that has no namesake of note the name that they stand for.
    `anonymity` are phrases that tell why a source is not named.
    """

    code: str
    classes: Mapping[str, str]
    common: frozenset[str]
    abbreviations: frozenset[str]
    titles: frozenset[str]
    courtesies: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    given_names: Mapping[str, float]
    genders: Mapping[str, str]
    organization_words: frozenset[str]
    places: frozenset[str]
    demonyms: frozenset[str]
    calendar: frozenset[str]
    unnamed_heads: frozenset[str]
    document_heads: frozenset[str]
    group_heads: frozenset[str]
    relays: frozenset[str]
    outlet_words: frozenset[str]
    telling: frozenset[str]
    quoting: frozenset[str]
    works: frozenset[str]
    naming: frozenset[str]
    interviews: frozenset[str]
    platform_names: Mapping[str, str]
    platform_verbs: Mapping[str, str]
    platform_nouns: Mapping[str, str]
    post_nouns: frozenset[str]
    post_links: frozenset[str]
    post_prepositions: frozenset[str]
    post_verbs: frozenset[str]
    months: tuple[str, ...]
    pronouns: Mapping[str, str]
    possessive_pronouns: frozenset[str]
    asking: frozenset[str]
    nicknames: Mapping[str, frozenset[str]]
    body_nouns: Mapping[str, frozenset[str]]
    definite: frozenset[str]
    single_offices: frozenset[str]
    title_parts: frozenset[str]
    indefinite: frozenset[str]
    body_links: frozenset[str]
    any_body: frozenset[str]
    which: str
    plural_endings: tuple[str, ...]
    surname_particles: frozenset[str]
    negations: frozenset[str]
    numbers: Mapping[str, str]
    contracted: Mapping[str, str]
    contracted_whole: Mapping[str, str]
    endings: Mapping[str, tuple[str, ...]]
    denying_prefixes: tuple[str, ...]
    not_denying: frozenset[str]
    scales: Mapping[str, int]
    scale_signs: Mapping[str, str]
    respelling: tuple[tuple[re.Pattern[str], str], ...]
    fields: Mapping[str, str]
    far: frozenset[frozenset[str]]
    common_surnames: frozenset[str]
    family_first: frozenset[str]
    spellings: tuple[str, ...]
    known_initials: Mapping[str, str]
    anonymity: tuple[str, ...]
