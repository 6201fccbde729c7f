"""Deciding who said each quotation, by mentions and the figures that they mean.

The shares of a figure's mentions are added. Of the figure with the largest sum, the likeliest mention is the evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from quotes.attribution.attributor import SHOWN, Attributor, Belief
from quotes.attribution.clue_fact_codes import AGENT, DISTANT_SUBJECT, INVERTED, NAMED_BY_ACCORDING, SUBJECT_OF_CUE
from quotes.attribution.clue_sentences import told
from quotes.attribution.clue_templates import Key, Template
from quotes.attribution.clues import own_cue
from quotes.attribution.cue_context import Scene
from quotes.attribution.figure_clues import (
    CARRIED,
    MEANT,
    RIVAL,
    Around,
    Option,
    figure_rows,
    figure_weights,
    lines_between,
)
from quotes.attribution.speaker_nouns import may_speak
from quotes.attribution.verdict_thresholds import LIKELY, NOBODY_BELOW, SPEECH
from quotes.attribution.via import find_via
from quotes.coreference.entities import Figure
from quotes.coreference.resolution import Cast
from quotes.extraction.mentions import mention
from quotes.records.evidence import Clue, Mention
from quotes.records.frozen import quickly_made
from quotes.records.spans import Span
from quotes.text.patterns import END, START, any_number, none_of, optional, pattern
from quotes.text.tokens import Tokens
from quotes.text.word_classes import (
    ACCORDING,
    COLON,
    COMMA,
    CUES,
    NAME_MENTION,
    NOUN_MENTION,
    ROLE_MENTION,
    SENTENCE_EDGES,
    STOP,
)

WEIGHED = 5  # of the likeliest mentions so many are asked whom they mean
SLIGHT = 0.02  # a mention with a smaller share is not asked
DOUBTED = 3  # options whose mentions may mean somebody else
ENDS = (",", ".", "\n", "")  # characters of the text, or its end
VERB_FACTS = frozenset(("owncue", "cueword"))
GOING_ON = any_number(none_of(SENTENCE_EDGES, COLON))
CARRIED_ON = pattern(START, optional(COMMA), GOING_ON, CUES, GOING_ON, END)
ANTECEDENT = "antecedent"
REFERRING = ("pronoun", "role", "description")  # kinds of mentions that mean somebody named elsewhere
DESCRIPTIONS = (ROLE_MENTION, NOUN_MENTION)
# How a mention stands to a cue that is its own.
TIED = frozenset((AGENT, SUBJECT_OF_CUE, INVERTED, NAMED_BY_ACCORDING, DISTANT_SUBJECT))


class Choice(NamedTuple):
    """One figure that may have said a quotation, with the mention that is its best evidence."""

    number: int
    mention: Mention
    figure: Figure
    share: float


@quickly_made
@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is taken to have said a quotation; `choice` is None for nobody.

    `span` are the quotation's tokens, `speech` how surely they are speech. `cue` is the word or formula of speech,
    `via` who passed the words on. `confidence` is between 0 and 1. `continues` is true where the quotation carries
    on the one before it.
    """

    span: Span
    speech: float
    choice: Choice | None
    runner_up: Choice | None
    confidence: float
    cue: Span | None = None
    via: Span | None = None
    clues: tuple[Clue, ...] = ()
    continues: bool = False

    @property
    def is_speech(self) -> bool:
        """Whether the stretch in marks is taken for speech."""
        return self.speech >= SPEECH


NOBODY = Attribution(Span(0, 0), 1.0, None, None, 0.0)  # of a quotation that was not weighed


def _whole(who: Mention, figure: Figure) -> Mention:
    """The mention of somebody unnamed, extended to the whole description."""
    start, end = figure.start, figure.end
    if figure.kind == "unnamed" and start is not None and end is not None and start <= who.start and who.end <= end:
        return who._replace(start=start, end=end)
    return who


def _choices(options: Sequence[Option], shares: Sequence[float]) -> list[Choice]:
    """The options with their shares of belief, the one believed most first."""
    found = [Choice(option.number, option.mention, option.figure, share)
             for option, share in zip(options, shares, strict=False)]
    return sorted(found, key=lambda choice: -choice.share)


class Decider:
    """Decides over the quotations of one article."""

    def __init__(self, text: str, tokens: Tokens, scene: Scene, cast: Cast) -> None:
        self._text, self._tokens, self._scene = text, tokens, scene
        self._cast, self._language = cast, cast.language
        self._known: dict[int, tuple[Mention, Figure]] = {}
        self._telling: dict[tuple[Key, Key | None], list[tuple[Template, float]]] = {}

    def decide(self, attributor: Attributor, beliefs: Sequence[Belief]) -> list[Attribution]:
        """The attribution of each quotation, in order."""
        figures = figure_weights(attributor.weights)
        decided: list[Attribution] = []
        for belief, (options, rows) in zip(beliefs, self.options(beliefs), strict=True):
            attribution = self._decided(attributor, belief, _choices(options, figures.shares(options, rows)))
            if decided and self._carries_on(decided[-1], attribution):
                attribution = replace(attribution, continues=True)
            decided.append(attribution)
        return decided

    def options(self, beliefs: Sequence[Belief]) -> list[tuple[list[Option], list[Key]]]:
        """For each quotation the figures that may have said it, with the facts of each and of none being right."""
        listed = [self._options(belief) if belief.speech >= SPEECH else [] for belief in beliefs]
        quoted: dict[Hashable, float] = defaultdict(float)
        for belief, options in zip(beliefs, listed, strict=True):
            for option in options:
                if option.way == MEANT:
                    quoted[option.figure.key] += option.share * belief.speech
        spoken = [n for n, options in enumerate(listed) if options]
        found: list[tuple[list[Option], list[Key]]] = [([], []) for _ in listed]
        for before, n, after in zip((None, *spoken), spoken, (*spoken[1:], None), strict=False):
            span, options = beliefs[n].quote.span, listed[n]
            previous = None if before is None else (listed[before][0], beliefs[before].quote.span)
            following = None if after is None else (listed[after][0], beliefs[after].quote.span)
            around = Around(
                previous[0].figure.key if previous else None,
                lines_between(self._scene, previous[1], span) if previous else 0,
                following[0].figure.key if following else None,
                lines_between(self._scene, span, following[1]) if following else 0, quoted)
            if previous and all(option.figure.key != around.previous for option in options):
                options = [*options, replace(previous[0], share=0.0, way=CARRIED)]
            found[n] = options, figure_rows(self._scene, beliefs[n], options, around)
        return found

    def _decided(self, attributor: Attributor, belief: Belief, choices: list[Choice]) -> Attribution:
        if belief.speech < SPEECH:
            return Attribution(belief.quote.span, belief.speech, None, None, 0.0)
        confidence = attributor.weights.calibrated(belief.speech * choices[0].share) if choices else 0.0
        if confidence < NOBODY_BELOW or (confidence < LIKELY and not self._can_speak(choices[0])):
            return Attribution(belief.quote.span, belief.speech, None, choices[0] if choices else None, 0.0)
        best = choices[0]
        cue = self._cue(belief, best)
        via = find_via(self._scene, self._tokens, self._language, best.number, belief.quote.span)
        second = self._runner_up(choices, via)
        clues = self._clues(attributor, belief, (best, second), cue)
        return Attribution(belief.quote.span, belief.speech, best, second, confidence, cue, via, clues)

    def _can_speak(self, choice: Choice) -> bool:
        """Whether a figure is somebody or something that speaks, by its verb or its noun: no level, no mask."""
        if choice.figure.kind != "unnamed" or own_cue(self._scene, choice.number)[0][0] in TIED:
            return True
        return may_speak(self._scene.candidates[choice.number], self._scene)

    def _options(self, belief: Belief) -> list[Option]:
        """The figures behind the likeliest mentions, the one believed most first, and who else these may mean."""
        found: dict[Hashable, Option] = {}
        for n, share in zip(belief.candidates[:WEIGHED], belief.shares, strict=False):
            if share < SLIGHT and found:
                break
            who, figure = self._figure(n)
            before = found.get(figure.key)
            if before is None:
                found[figure.key] = Option(n, who, figure, share)
            elif n in (belief.quote.subject_after, belief.quote.subject_before) and share > before.share / 4:
                found[figure.key] = Option(n, who, figure, before.share + share)  # with the quotation's own verb
            else:
                found[figure.key] = replace(before, share=before.share + share)
        options = sorted(found.values(), key=lambda option: -option.share)
        rivals: dict[Hashable, Option] = {}
        for option in options[:DOUBTED]:
            for rival in option.figure.rivals:
                if rival.key not in found and rival.key not in rivals:
                    rivals[rival.key] = replace(option, figure=rival, way=RIVAL)
        return [*options, *rivals.values()]

    def _runner_up(self, choices: list[Choice], via: Span | None) -> Choice | None:
        """Who else may have said it, apart from whoever passed the words on."""
        best = choices[0]
        for choice in choices[1:]:
            if via is None or not (choice.mention.start <= via.start < choice.mention.end):
                return choice
        if best.figure.rivals:
            return Choice(best.number, best.mention, best.figure.rivals[0], 0.0)
        return None

    def _figure(self, n: int) -> tuple[Mention, Figure]:
        """The mention number `n`, and the figure that it means, made of its own words if the article does not say."""
        known = self._known.get(n)
        if known is None:
            who = mention(self._text, self._tokens, self._scene.candidates[n])
            figure = self._apposed(n, self._cast.identify(who.start, who.end))
            if figure is None:
                words = self._text[who.start : who.end]
                figure = Figure(("mention", n), words, "unnamed", start=who.start, end=who.end)
            who = who._replace(end=self._cast.owned(who.start, who.end))
            known = self._known[n] = (_whole(who, figure), figure)
        return known

    def _apposed(self, n: int, figure: Figure | None) -> Figure | None:
        """The person whom a description is set behind: Reed, president of the union, said …"""
        first, _, form = self._scene.candidates[n]
        if n == 0 or form not in DESCRIPTIONS or figure is None or figure.kind != "unnamed" or figure.end is None:
            return figure
        before = self._scene.candidates[n - 1]
        apposed = before.after == first - 1 and self._scene.view[first - 1] == COMMA
        if before.form == NAME_MENTION and apposed and self._text[figure.end : figure.end + 1] in ENDS:
            named = self._figure(n - 1)[1]
            return named if named.kind == "person" else figure
        return figure

    def _cue(self, belief: Belief, choice: Choice) -> Span | None:
        """The words of speech that tie the quotation to its speaker."""
        scene, quote = self._scene, belief.quote
        first, after, _ = scene.candidates[choice.number]
        relation, own = own_cue(scene, choice.number)
        token = own if relation[0] in TIED else None
        if after <= quote.span.start and quote.cue_before is not None and quote.cue_before >= after:
            token = quote.cue_before
        elif token is None and first >= quote.span.end:
            token = quote.cue_after
        if token is None:
            return None
        last = token + 1 if scene.view[token] == ACCORDING else token  # according to
        return Span(self._tokens.starts[token], self._tokens.ends[min(last, len(self._tokens.ends) - 1)])

    def _clues(self, attributor: Attributor, belief: Belief, choices: tuple[Choice, Choice | None],
               cue: Span | None) -> tuple[Clue, ...]:
        """The strongest reasons for the mention, compared with the runner-up's."""
        best, second = choices
        row = belief.row(best.number)
        if row is None:  # of a quotation before
            return ()
        other = belief.row(second.number) if second and second.number != best.number else None
        telling = self._telling.get((row, other))
        if telling is None:
            telling = self._telling[row, other] = attributor.telling(row, other)
        words = self._text[best.mention.start : best.mention.end]
        shown: list[Clue] = []
        for template, weight in telling:
            at = cue if cue and VERB_FACTS.intersection(template.facts) else Span(best.mention.start, best.mention.end)
            facts = template.key(row)
            says = told(template, facts, words)
            shown.append(Clue(template.name, says, round(weight, 2), at.start, at.end, facts))
        antecedent = self._antecedent(best, words)
        return (*shown[: SHOWN - 1], antecedent) if antecedent else tuple(shown)

    def _antecedent(self, choice: Choice, words: str) -> Clue | None:
        """What tells whom a pronoun or role means: the place that names the person best, with how sure that is."""
        figure = choice.figure
        if choice.mention.kind not in REFERRING or figure.kind != "person":
            return None
        if figure.start is None or figure.end is None:
            return None
        other = next((rival.name for rival in figure.rivals if rival.kind == "person"), "")
        instead = f"; it might mean {other} as well" if other else ""
        return Clue(ANTECEDENT, f"“{words}” means {figure.name}, who is named here{instead}.",
                    round(figure.certainty, 2), figure.start, figure.end)

    def _carries_on(self, before: Attribution, attribution: Attribution) -> bool:
        """Whether a quotation goes on after the words that tell who speaks: “X,” he said, “Y”."""
        one, other = before.choice, attribution.choice
        if not one or not other or one.figure.key != other.figure.key:
            return False
        end, start = before.span.end, attribution.span.start
        view = self._scene.view
        return view[end - 1] != STOP and start - end < 30 and CARRIED_ON.match(view[end:start]) is not None
