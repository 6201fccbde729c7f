"""English verbs and nouns of speech, and the words that tell outlets and titles of works around quotations."""

from __future__ import annotations

from quotes.languages.contract import Cues

# Verbs that report speech by themselves, as lemmas.
SPEECH_VERBS = """
accuse acknowledge add address admit advise advocate affirm agree allege announce answer argue ask assert assure
attack attest avow bark beg blast bellow boast brag call caution challenge charge chant chime chuckle cite claim
clarify comment complain concede conclude concur condemn confess confide confirm contend continue counter criticize
criticise croak cry declare decry defend demand denounce deny deride describe detail disclose dismiss dispute dub
elaborate emphasize emphasise enthuse exclaim exhort explain expound express fire fume gasp grin groan growl grumble
gush hail hint holler howl implore imply indicate inform inquire insist instruct interject intone introduce invite
joke jest justify label lament laugh lecture maintain marvel mention mock moan mumble murmur muse mutter narrate note
object observe offer opine order persist plead pledge point posit post praise preach predict press proclaim promise
pronounce propose protest prod query question quip quiz quote rail rant read reassure rebut recall recite recommend
recount refer reflect refute reiterate rejoin relate remark remember remind repeat reply report request respond retort
retweet reveal ridicule roar rule sass say scoff scold scream shoot shout shriek sigh slam smirk snap snarl sneer
sniff snort sob spit stammer state stipulate stress stutter suggest summarize summarise surmise swear sum sympathize
taunt tease tell testify text theorize think thunder tout trumpet tweet type urge utter vent venture vow volunteer
wail warn weep whine whisper wonder worry wrap write yell """.split()

# Finite forms that are younger than the lists of verbs.
SENDING_VERBS = "emailed e-mailed livestreamed messaged phoned texted".split()

# Verbs that introduce quoted words more often as description than as speech.
WEAK_VERBS = """
believe blame boil calculate caption cast characterize characterise chide compare consider convey cover credit deem
depict dictate discuss draw echo elicit endorse entitle feature find hear identify include issue laud learn list know
mean name nickname outline paint paraphrase pen portray present print publish raise rate refer reject reckon release run
scrawl see send show sign signal sing speak spell start talk term thank title transcribe understand view welcome want
""".split()

# Nouns for something said.
SPEECH_NOUNS = """
account accusation address admission advertisement advice allegation announcement answer apology appeal argument
article assertion assessment assurance briefing call chant charge claim column comment commentary complaint conclusion
confession criticism declaration defense denial description editorial email essay explanation expression interview
letter line memo message motto note observation opinion phrase plea pledge post prediction promise pronouncement
proposal question quip quote quotation reaction rebuke recollection refrain remark reply report request response
retort rhetoric saying slogan speech statement suggestion tale testimony text thread threat tirade tweet utterance
verdict view vow warning word words wording """.split()

# “told CNN”: whoever stands after these heard it.
TELLING = "tell tells told telling".split()
# “CNN quoted a source”: whoever stands before these passes on what the one after them said.
QUOTING = "quoted quotes quoting cited cites citing".split()
# “in an interview with CNN”, “in a statement to Reuters”.
INTERVIEWS = """interview interviews statement statements interviewed remarks appearance comments email call
conversation""".split()
# Outlets and channels that pass words on: “told CNN”, “in an interview with”.
RELAYS = """
cnn reuters ap afp bbc nbc cbs abc msnbc fox npr cnbc pbs bloomberg axios politico buzzfeed breitbart mcclatchy
aljazeera vox vice slate huffpost twitter facebook instagram """.split()
# Last words of outlets' names.
OUTLET_WORDS = """
news times post journal herald tribune gazette magazine radio tv television guardian telegraph mail mirror observer
chronicle courier dispatch examiner globe inquirer register sentinel star sun weekly daily press broadcasting today
hill """.split()

# Nouns before the title or name of something: the novel “…”; and words that give a name: titled, known as, marked “…”.
WORKS = """album albums anthem aria article ballad ballads band bestseller blockbuster book books brand button cartoon
chapter classic column comedy comic commentary concert contest documentary drama edition editorial episode
episodes essay exhibit exhibition fable fair feature festival film films game games hashtag headline headlines
hit hymn installation magazine memoir miniseries movie movies musical myth newsletter novel novella novels
opera painting pamphlet parade photograph picture play plays podcast poem poems portrait program quarterly
record report ride roman sculpture section segment sequel serial series show showed shows single sitcom song
songs soundtrack statue story study symphony tale term terms thriller tome track tracks treatise trilogy tune
verse video volume waltz western word words workshop""".split()
NAMING = """aka alias branded captioned christened codenamed coined dubbed entitled headlined known labeled labelled
listed marked means meaning named nicknamed renamed spelled spelling subtitled termed themed titled""".split()

# What somebody or something is called or lives by, as nouns right before it or as what it is: her motto was “…”.
NAME_NOUNS = """alias catchphrase codename handle hashtag initials maxim moniker motto name names nickname nicknames
password pseudonym slogan surname tagline title username watchword""".split()
# Verbs that take the title of a work: sang “…”, starred in “…”.
PERFORMING = """composed conducted directed directing hum hummed humming performed performing played playing rehearsed
sang screened screening sing singing sings sung staged staging starred starring stars whistled
whistling""".split()
# Nouns for words that are spoken of, and verbs that say that somebody uses them.
SPOKEN_OF = """abbreviation acronym adjective adverb euphemism expression letter letters noun phrase phrases prefix
pronoun spelling suffix syllable term terms verb word words""".split()
USING = """avoid avoided avoiding bear bearing bears bore carried carry carrying chose chosen coin coined coining
contain contained containing contains drop dropped dropping employ employed invoke invoked invoking prefer preferred
prefers reading refuse refused repeat repeated repeating use used uses using utter uttered uttering with""".split()

# What makes a verb passive, and what stands before whoever did it.
BEING = "be been being is are was were got".split()
AGENCY = ["by"]


def part() -> Cues:
    """What is known of the words around quotations in English articles."""
    return Cues(
        telling=frozenset(TELLING),
        quoting=frozenset(QUOTING),
        interviews=frozenset(INTERVIEWS),
        relays=frozenset(RELAYS),
        outlet_words=frozenset(OUTLET_WORDS),
        works=frozenset(WORKS),
        naming=frozenset(NAMING),
        name_nouns=frozenset(NAME_NOUNS),
        performing=frozenset(PERFORMING),
        spoken_of=frozenset(SPOKEN_OF),
        using=frozenset(USING),
        being=frozenset(BEING),
        agency=frozenset(AGENCY),
    )
