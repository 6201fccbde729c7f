"""What a language gives to the steps: lists of words, in one record for each kind of thing that they help to find.

Only the vocabulary is required. A part that a language lacks is an empty record of its class, so that no step has to
ask whether it is there; Language.missing names such parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from quotes.languages.part import Part as Part  # of this contract too
from quotes.languages.question_words import QuestionWords as QuestionWords  # of this contract too
from quotes.languages.stance_words import Stance as Stance  # of this contract too


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary(Part):
    """The classes of words, by which sentences are read.

    `classes` gives each lower-case word the letter of its class (quotes.text.word_classes lists the letters). `common`
    are words that are no names when they begin a sentence. `indefinite` are words that stand for a noun and are
    never part of a name (everything). `abbreviations` are printed with a dot that ends no sentence; they are listed
    without it. `calendar` are names of days, months and feasts, with their abbreviations; `months` the twelve
    months in order. All are in lower case.
    """

    classes: Mapping[str, str]
    common: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    calendar: frozenset[str] = frozenset()
    months: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Names(Part):
    """The words of which names of people, bodies and places are made.

    Before a name stand `titles` (senator) and `courtesies` (Mr); `title_parts` are words of titles that are none by
    themselves (House, National), `styles` are titles that belong to a name of one word (Pope). `suffixes` stand behind
    a name (Jr), `particles` inside (van); `surname_particles` are the particles that are printed with a surname alone
    (Le Pen). `family_first` are surnames, in lower case, that come before the given name in their own order (Xi).

    `given_names` maps a name to the share of women among its bearers. It helps to choose what a pronoun points at, and
    is never stored or shown as a fact about a person; `name_shares` has that of names, in lower case and without
    hyphens, that are rarer or other words too (Lakshmi), so that meeting them tells nothing. `common_given_names` are
    those given names that, met as a surname, tell little of whom they mean. `genders` maps words that tell a person's
    sex (spokeswoman, Mr) to "f" or "m". `nicknames` gives for a given name, in lower case, the forms that can stand for
    it.

    `limits` are words that limit what the words behind them say that somebody is (former), `limit_prefixes` beginnings
    of words that do (ex-), `title_endings` endings of titles that somebody does not bear yet (-elect).

    `organization_words` end the names of bodies (Bank), `body_links` join their words (Center for Health). Before a
    genitive inside of such a name stand `owner_titles` (St. Mary’s Hospital) and `body_owners` (Women’s Institute).
    `places` and `demonyms` are names of places and of peoples, with their capitals; `towns` are names of towns that may
    be names of people too, so that they are only a hint.
    """

    titles: frozenset[str] = frozenset()
    courtesies: frozenset[str] = frozenset()
    title_parts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    surname_particles: frozenset[str] = frozenset()
    family_first: frozenset[str] = frozenset()
    given_names: Mapping[str, float] = field(default_factory=dict)
    name_shares: Mapping[str, float] = field(default_factory=dict)
    common_given_names: frozenset[str] = frozenset()
    genders: Mapping[str, str] = field(default_factory=dict)
    nicknames: Mapping[str, frozenset[str]] = field(default_factory=dict)
    limits: frozenset[str] = frozenset()
    limit_prefixes: tuple[str, ...] = ()
    title_endings: tuple[str, ...] = ()
    organization_words: frozenset[str] = frozenset()
    body_links: frozenset[str] = frozenset()
    owner_titles: frozenset[str] = frozenset()
    body_owners: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    demonyms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Sources(Part):
    """The nouns for sources that have no name.

    A phrase means somebody unnamed if its noun is one of `unnamed_heads` (official), a text if it is one of
    `document_heads` (report), several people or a body if it is one of `group_heads` (crowd). `anonymity` are phrases
    that tell why a source is not named (on condition of anonymity). `credit_labels` stand with a colon before whom or
    what a credit names (Source: …). A name that is nothing but one of `no_speakers` (photo, mask) is nobody's.
    """

    unnamed_heads: frozenset[str] = frozenset()
    document_heads: frozenset[str] = frozenset()
    group_heads: frozenset[str] = frozenset()
    anonymity: tuple[str, ...] = ()
    credit_labels: frozenset[str] = frozenset()
    no_speakers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Cues(Part):
    """The words around quotations that tell an outlet from a speaker, and a title or term from speech.

    Whoever stands after a form of `telling` (told CNN) or after an occasion of `interviews` (in an interview with CNN)
    passed the words on, as does whoever stands before a form of `quoting` (CNN quoted him). Such outlets are known by
    their names, `relays`, or by the last words of these, `outlet_words` (the Daily Mirror). After one of `works` (the
    novel “…”) stands the title of a work, after one of `naming` (known as “…”) a name. What is, or stands right after,
    one of `name_nouns` (the nickname “…”, her motto was “…”) is a name; what stands after a verb of `performing` and
    has the capitals of a title is one (sang “…”). One of `spoken_of` (the word “…”) says that words are spoken of,
    unless a form of `using` stands before it. Behind a form of `being` a verb is passive (was called “…”), and behind
    a word of `agency` stands who did it (by).
    """

    telling: frozenset[str] = frozenset()
    quoting: frozenset[str] = frozenset()
    interviews: frozenset[str] = frozenset()
    relays: frozenset[str] = frozenset()
    outlet_words: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    name_nouns: frozenset[str] = frozenset()
    performing: frozenset[str] = frozenset()
    spoken_of: frozenset[str] = frozenset()
    using: frozenset[str] = frozenset()
    being: frozenset[str] = frozenset()
    agency: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class References(Part):
    """The words that point back at somebody or something named before.

    `pronouns` says whom a pronoun can mean: "m", "f", "n" (one thing or body), "p" (several), "i", "we", "w" (whoever
    was just named); `which` is the one of the last kind that asks for things only. `reflexives` (herself) mean the
    subject of their own clause. `possessive_pronouns` (his) and `definite` (the, this) stand before something known.
    `plural_endings` end a noun for several people.

    `body_nouns` gives for a noun that stands for a body named before (the union) the words that such a body's name ends
    with; `any_body` are those of these nouns that any body can be called by (the agency). Behind a word of `authorship`
    stands who wrote a document (a letter by). In one of `statements` that is the object of a verb of `issuing`
    (released a statement) the subject speaks. Beside a word of `pronoun_nouns` stands what somebody is called (her
    pronouns are). `single_offices` are titles that are not given to a bearer's wife: President Obama is not Michelle
    Obama. `asking` are verbs whose object is expected to answer, `askers` nouns for those who mostly ask, so that a
    pronoun after what they say means somebody else.
    """

    pronouns: Mapping[str, str] = field(default_factory=dict)
    which: str = ""
    reflexives: frozenset[str] = frozenset()
    possessive_pronouns: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    plural_endings: tuple[str, ...] = ()
    body_nouns: Mapping[str, frozenset[str]] = field(default_factory=dict)
    any_body: frozenset[str] = frozenset()
    authorship: frozenset[str] = frozenset()
    issuing: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()
    pronoun_nouns: frozenset[str] = frozenset()
    single_offices: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    askers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Platforms(Part):
    """The words that say on which social platform something was posted.

    Each of `names`, as printed, `verbs` (tweeted) and `nouns` (a tweet) gives the name of a platform. `post_nouns`
    follow that name (a Facebook post), `post_links` may stand between a verb and the name; one of `post_prepositions`
    must. `post_verbs` are verbs of posting.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    verbs: Mapping[str, str] = field(default_factory=dict)
    nouns: Mapping[str, str] = field(default_factory=dict)
    post_nouns: frozenset[str] = frozenset()
    post_links: frozenset[str] = frozenset()
    post_prepositions: frozenset[str] = frozenset()
    post_verbs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Comparison(Part):
    """The words that matter when two wordings are compared.

    `negations` turn a sentence around; `denying_prefixes` deny the word that they are part of (unhappy), but not in the
    words of `not_denying` (inform). `numbers` gives for a word that counts the number that it means, `scales` the zeros
    that a word for a scale adds (million), `scale_signs` the word for a sign after figures (18bn).

    `contracted` gives for an ending the one word that it stands for (n't), `endings` for an ending that can stand for
    several all of them ('s). `contracted_whole` gives for a word that stands for several, or is written in two ways,
    the words it is compared as (cannot). `respelling` are the patterns that bring the spellings of several countries
    together, each with what to put in its place.

    `denials` say of what follows them that it is not so (false, deny), as a negation does; `joining` begin a clause of
    its own (and, because), of which a denial before them says nothing; `leading` lead over to what is denied, even
    after a comma (that); `stressing` after a negation make it none (not only). `articles` say nothing in a role (the
    mayor); `depending` before one make it somebody else's (an aide to the mayor), `not_yet` behind it one that has
    not begun or is over (the president-elect).
    """

    negations: frozenset[str] = frozenset()
    denials: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    stressing: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    depending: frozenset[str] = frozenset()
    not_yet: frozenset[str] = frozenset()
    denying_prefixes: tuple[str, ...] = ()
    not_denying: frozenset[str] = frozenset()
    numbers: Mapping[str, str] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    scale_signs: Mapping[str, str] = field(default_factory=dict)
    contracted: Mapping[str, str] = field(default_factory=dict)
    contracted_whole: Mapping[str, str] = field(default_factory=dict)
    endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    respelling: tuple[tuple[re.Pattern[str], str], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Identity(Part):
    """The words that tell whether people and bodies of several documents are the same.

    `fields` gives for a word of a description the field of work that it tells, `far` the pairs of fields that one
    person is seldom in at once. `common_surnames` are borne by so many that they identify nobody by themselves. Each
    line of `spellings` holds the spellings of one given name. `known_initials` gives for the initials of a body that
    has no namesake of note its full name.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    far: frozenset[frozenset[str]] = frozenset()
    common_surnames: frozenset[str] = frozenset()
    spellings: tuple[str, ...] = ()
    known_initials: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The words of one language, by part; a part that is not given is empty."""

    code: str
    vocabulary: Vocabulary
    names: Names = field(default_factory=Names)
    sources: Sources = field(default_factory=Sources)
    cues: Cues = field(default_factory=Cues)
    references: References = field(default_factory=References)
    platforms: Platforms = field(default_factory=Platforms)
    comparison: Comparison = field(default_factory=Comparison)
    identity: Identity = field(default_factory=Identity)
    stance: Stance = field(default_factory=Stance)
    questions: QuestionWords = field(default_factory=QuestionWords)

    @property
    def parts(self) -> dict[str, Part]:
        """All parts by their names, in order."""
        return {one.name: part for one in fields(self) if isinstance(part := getattr(self, one.name), Part)}

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the parts that this language lacks."""
        return tuple(name for name, part in self.parts.items() if part.is_empty)
