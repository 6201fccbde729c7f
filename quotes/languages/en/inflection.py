"""Regular and irregular forms of English verbs and nouns, enough to spell out word lists."""

from __future__ import annotations

IRREGULAR_ROWS = """
arise arose arisen | awake awoke awoken | be was been | bear bore borne | beat beat beaten | become became become |
begin began begun | bend bent bent | bet bet bet | bid bid bid | bind bound bound | bite bit bitten | bleed bled bled
| blow blew blown | break broke broken | breed bred bred | bring brought brought | broadcast broadcast broadcast |
build built built | burst burst burst | buy bought bought | cast cast cast | catch caught caught | choose chose chosen
| cling clung clung | come came come | cost cost cost | creep crept crept | cut cut cut | deal dealt dealt | dig dug
dug | do did done | draw drew drawn | drink drank drunk | drive drove driven | eat ate eaten | fall fell fallen | feed
fed fed | feel felt felt | fight fought fought | find found found | flee fled fled | fling flung flung | fly flew
flown | forbid forbade forbidden | forecast forecast forecast | foresee foresaw foreseen | foretell foretold foretold
| forget forgot forgotten | forgive forgave forgiven | freeze froze frozen | get got gotten | give gave given | go
went gone | grind ground ground | grow grew grown | hang hung hung | have had had | hear heard heard | hide hid hidden
| hit hit hit | hold held held | hurt hurt hurt | keep kept kept | know knew known | lay laid laid | lead led led |
leave left left | lend lent lent | let let let | lie lay lain | light lit lit | lose lost lost | make made made | mean
meant meant | meet met met | mislead misled misled | mistake mistook mistaken | misunderstand misunderstood
misunderstood | overcome overcame overcome | pay paid paid | put put put | quit quit quit | read read read | retell
retold retold | ride rode ridden | ring rang rung | rise rose risen | run ran run | say said said | see saw seen |
seek sought sought | sell sold sold | send sent sent | set set set | shake shook shaken | shed shed shed | shine shone
shone | shoot shot shot | show showed shown | shrink shrank shrunk | shut shut shut | sing sang sung | sink sank sunk
| sit sat sat | sleep slept slept | slide slid slid | speak spoke spoken | spend spent spent | spin spun spun | spit
spat spat | split split split | spread spread spread | spring sprang sprung | stand stood stood | steal stole stolen |
stick stuck stuck | sting stung stung | strike struck struck | strive strove striven | swear swore sworn | sweep swept
swept | swim swam swum | swing swung swung | take took taken | teach taught taught | tear tore torn | tell told told |
think thought thought | throw threw thrown | undergo underwent undergone | understand understood understood |
undertake undertook undertaken | undo undid undone | uphold upheld upheld | upset upset upset | wake woke woken | wear
wore worn | weep wept wept | win won won | wind wound wound | withdraw withdrew withdrawn | withhold withheld withheld
| withstand withstood withstood | write wrote written | rewrite rewrote rewritten
"""
IRREGULAR = {
    lemma: (past, participle)
    for lemma, past, participle in (row.split() for row in IRREGULAR_ROWS.split("|"))
}
THIRD = {"be": "is", "have": "has", "do": "does", "go": "goes", "undergo": "undergoes"}
PLURALS = {"man": "men", "woman": "women", "child": "children", "person": "people", "wife": "wives", "life": "lives"}
DOUBLED_GERUNDS = frozenset("sit get put let cut hit set run begin forget shut spit bet quit win".split())
DOUBLED = frozenset("""
admit bar beg chat chip clap commit compel confer control cram deter drop equip expel flip grab grin hop hug infer jab
jog knit nag nod occur omit permit plan plot plug propel quip quiz rap rebut recur refer regret rip rob scan slam slap
slip snap spot stop strip stun submit swap tap top tip transfer transmit trap trim tug wed whip wrap zip blog vlog
""".split())
VOWELS = "aeiou"


def _ends_like_try(word: str) -> bool:
    return len(word) > 1 and word[-1] == "y" and word[-2] not in VOWELS


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word[:-1] + "ies" if _ends_like_try(word) else word + "s"


def _stem(word: str) -> str:
    return word + word[-1] if word in DOUBLED else word


def verb_forms(lemma: str) -> tuple[str, str, str, str]:
    """The third person, past, participle and -ing form of a verb: say → says, said, said, saying."""
    third = THIRD.get(lemma, _with_s(lemma))
    silent_e = lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be"
    gerund = (lemma[:-2] + "ying") if lemma.endswith("ie") else (lemma[:-1] if silent_e else _stem(lemma)) + "ing"
    if lemma in DOUBLED_GERUNDS:
        gerund = lemma + lemma[-1] + "ing"
    if lemma in IRREGULAR:
        return third, *IRREGULAR[lemma], gerund
    past = lemma + "d" if lemma.endswith("e") else lemma[:-1] + "ied" if _ends_like_try(lemma) else _stem(lemma) + "ed"
    return third, past, past, gerund


def noun_plural(noun: str) -> str:
    """The plural of a noun: ally → allies, spokeswoman → spokeswomen."""
    for single, plural in PLURALS.items():
        if noun == single or (noun.endswith(single) and single.endswith("man")):
            return noun[: -len(single)] + plural
    return _with_s(noun)
