"""English words by which a writer says that quoted words were not said, are only claimed, or are supposed."""

from __future__ import annotations

from collections.abc import Iterable

from quotes.languages.contract import Stance
from quotes.languages.en.inflection import noun_plural, verb_forms

# Verbs, as lemmas: whose object is the words; that give the words to something (call it “…”), also with “as”; that need
# a noun for words (use the word “…”); those of the first kind that have nothing but the words as their object.
SAYING = """say tell ask write tweet post shout yell scream whisper mutter utter reply state declare proclaim claim
boast remark joke text exclaim chant cry admit confess lie""".split()
CALLING = "call label brand dub".split()
CALLING_AS = "describe characterize characterise refer dismiss denounce condemn portray".split()
USING = "use utter choose employ repeat invoke drop".split()
DIRECT = "ask claim exclaim chant cry lie joke text post tweet write reply yell shout scream".split()
WORD_NOUNS = "word words term terms phrase phrases expression expressions language slur slurs epithet label".split()
STRAYING = "for on upon off out about in from".split()

NEGATIONS = """not never didn't don't doesn't hasn't haven't hadn't won't wouldn't can't cannot couldn't shouldn't
mustn't""".split()
ADVERBS = """ever actually explicitly directly publicly specifically once even really exactly yet personally outright
openly literally himself herself themselves also expressly knowingly""".split()
WISHES = """want wants wanted wish wishes have has need dare dares dared like care going allowed willing ready prepared
get bother permitted""".split()
WISHING = ["have occasion", "have reason", "get the chance", "have the right", "was willing", "is willing", "was ready",
           "is ready"]
NOBODY = ["nobody", "no one", "no-one", "none of them", "none of us", "neither"]
NO_IDIOMS = "doubt wonder longer matter sooner stranger less fewer way".split()  # no doubt
OPENING = "that because and but if while since when although though why".split()
DENYING = "deny disavow".split()
REFUSING = "refuse decline neglect forget fail".split()
AVOIDING = ["avoid", "avoids", "avoided", "avoiding", "without", "instead of", "rather than", "stopped short of",
            "stops short of", "stopping short of", "stop short of", "fell short of"]
FAKES = """fake faked fabricated bogus phony phoney doctored spoof satirical parody made-up invented nonexistent
non-existent hoax""".split()
FAKEABLE = """quote quotation post tweet statement letter headline image meme screenshot message story article audio
video clip advertisement ad flyer leaflet report interview speech""".split()
MISQUOTING = "misquoted misquoting misquotes".split()
FALSELY = "falsely wrongly incorrectly mistakenly erroneously misleadingly wrongfully".split()
UNTRUE = "fake false fabricated untrue bogus invented made-up doctored apocryphal".split()
RECORDS = "record records evidence proof trace".split()
SUCH = ["it", "that", "this", "so", "those words", "these words", "the words", "the phrase", "any such thing",
        "such a thing", "anything of the sort", "anything of the kind", "anything like it", "anything like that"]

HEARSAY = "allegedly reportedly purportedly supposedly apocryphally".split()
BELIEVED = "alleged said reported rumoured rumored claimed believed thought purported supposed reputed".split()
BEING = "is are was were be been being 's 're".split()
HAVING = "have having had has".split()
ACCUSED = ["accused of", "suspected of", "charged with", "indicted for"]
ACCUSING = "accuse suspect".split()
ACCUSATIONS = "allegation accusation charge suspicion".split()
CLAIMING = "claim allege insinuate".split()
CLAIMS = "claim allegation accusation rumour rumor insinuation".split()
ATTRIBUTED = "attributed ascribed credited misattributed".split()
LINES = "line lines quote quotes quotation saying aphorism phrase maxim".split()
OFTEN = "often widely commonly frequently usually sometimes popularly generally long traditionally regularly".split()

POSSIBLE = "could should might must may can cannot can't couldn't shouldn't mustn't".split()
UNREAL = "would wouldn't".split()
MERELY = "just simply only merely".split()
CONDITIONS = "if unless lest".split()
WONDERING = ["whether"]
ANYBODY = "someone somebody anyone anybody you we one people everyone everybody".split()
AS_IF = ["as if", "as though", "as if to", "as though to"]
LIKENESS = ["is like", "was like", "be like", "'s like", "sounds like", "feels like", "seems like", "more like",
            "much like", "akin to", "tantamount to", "amount to", "amounts to", "amounted to", "amounting to",
            "equivalent of", "equivalent to", "no different from"]
SUPPOSING = "imagine imagining suppose supposing".split()
ORDERING = "say ask tell call repeat".split()
ASKING = "did does do has have had is was could would can should might".split()
GLOSSES = ["meaning", "which means", "which meant", "means", "translation is", "stands for", "stood for",
           "standing for", "short for", "shorthand for", "code for", "slang for", "euphemism for", "synonym for",
           "another word for", "way of saying", "way to say", "ways of saying", "ways to say"]
TRANSLATING = [" ".join(f"{verb} {how} {link}".split()) for verb in ("translates", "translate")
               for how in ("", "roughly", "loosely", "literally", "simply") for link in ("as", "to", "into")]
GLOSS_LINKS = "as to into roughly loosely literally directly approximately simply something like in english".split()
TONGUES = """latin greek arabic spanish french german italian portuguese russian chinese mandarin cantonese japanese
korean hindi urdu bengali tamil swahili zulu xhosa yoruba igbo hausa amharic somali persian farsi turkish hebrew
yiddish gaelic welsh irish maori hawaiian tagalog malay indonesian thai vietnamese polish czech dutch swedish danish
norwegian finnish hungarian romanian ukrainian afrikaans sanskrit cree inuktitut navajo quechua nahuatl""".split()
PROVERBS = "saying joke proverb adage maxim cliche cliché rhyme dictum".split()
GOING = ["goes", "go", "went", "has it", "says"]

BLOCKING = """whether if how what who why when where which until because while although though but and after before
enough so since than or unless anything nothing something except more""".split()
DETERMINING = "the a an this that these those his its their our my your any some no".split()


def part() -> Stance:
    """How English says that words were not said, are only claimed, or are supposed."""
    return Stance(
        **_saying(), **_not_said(), **_claimed(), **_supposed(),
        adverbs=frozenset(ADVERBS), to=frozenset(["to"]), of=frozenset(["of"]), that=frozenset(["that"]),
        blocking=frozenset(BLOCKING), determining=frozenset(DETERMINING), opening=frozenset(OPENING),
    )


def _saying() -> dict[str, frozenset[str]]:
    verbs = (*SAYING, *CALLING, *CALLING_AS, *USING)
    return {
        "base": frozenset(verbs), "present": frozenset(verb_forms(verb)[0] for verb in verbs),
        "past": frozenset(form for verb in verbs for form in verb_forms(verb)[1:3]),
        "gerund": frozenset(verb_forms(verb)[3] for verb in verbs),
        "calling": _verbs(CALLING), "calling_as": _verbs(CALLING_AS), "as_words": frozenset(["as"]),
        "using": _verbs(USING), "direct": _verbs(DIRECT),
        "word_nouns": frozenset(WORD_NOUNS), "straying": frozenset(STRAYING),
    }


def _not_said() -> dict[str, frozenset[str]]:
    return {
        "negations": frozenset(NEGATIONS), "wishes": frozenset((*WISHES, *WISHING)), "nobody": frozenset(NOBODY),
        "no": frozenset(["no", "not a single"]), "no_idioms": frozenset(NO_IDIOMS),
        "denying": _verbs(DENYING) | _nouns(["denial"]), "refusing": _verbs(REFUSING), "avoiding": frozenset(AVOIDING),
        "fakes": frozenset(FAKES), "fakeable": _nouns(FAKEABLE), "misquoting": frozenset(MISQUOTING),
        "falsely": frozenset(FALSELY), "untrue": frozenset(UNTRUE), "records": frozenset(RECORDS),
        "such": frozenset(SUCH),
    }


def _claimed() -> dict[str, frozenset[str]]:
    return {
        "hearsay": frozenset(HEARSAY), "believed": frozenset(BELIEVED), "being": frozenset(BEING),
        "having": frozenset(HAVING), "accused": frozenset(ACCUSED), "accusing": _verbs(ACCUSING),
        "accusations": _nouns(ACCUSATIONS), "claiming": _verbs(CLAIMING), "claims": _nouns(CLAIMS),
        "attributed": frozenset(ATTRIBUTED), "lines": frozenset(LINES), "often": frozenset(OFTEN),
    }


def _supposed() -> dict[str, frozenset[str]]:
    return {
        "possible": frozenset(POSSIBLE), "unreal": frozenset(UNREAL), "merely": frozenset(MERELY),
        "conditions": frozenset(CONDITIONS), "wondering": frozenset(WONDERING), "anybody": frozenset(ANYBODY),
        "as_if": frozenset(AS_IF), "likeness": frozenset(LIKENESS), "supposing": frozenset(SUPPOSING),
        "ordering": frozenset(ORDERING), "asking": frozenset(ASKING),
        "glosses": frozenset((*GLOSSES, *TRANSLATING)), "gloss_links": frozenset(GLOSS_LINKS),
        "tongues": frozenset(TONGUES), "standing_for": frozenset(["for"]), "proverbs": _nouns(PROVERBS),
        "going": frozenset(GOING),
    }


def _verbs(lemmas: Iterable[str]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for form in (lemma, *verb_forms(lemma)))


def _nouns(nouns: Iterable[str]) -> frozenset[str]:
    return frozenset(form for noun in nouns for form in (noun, noun_plural(noun)))
