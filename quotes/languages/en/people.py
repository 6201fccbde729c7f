"""Words about people and bodies: titles, roles, sources without a name, organisations."""

from __future__ import annotations

COURTESIES = "mr mrs ms miss mx sir madam dame lord lady".split()
ABBREVIATED_TITLES = """mr mrs ms dr sen rep gov lt col gen maj sgt capt cmdr adm brig cpl pvt prof rev hon pres sens
reps govs drs msgr fr
st amb atty supt insp det sec asst jr sr esq del ald pfc dep""".split()
ABBREVIATIONS = """vs etc inc corp co ltd llc vol jan feb mar apr jun jul aug sept sep oct nov dec mt ft ave blvd
rd dept univ approx est
u.s u.k u.n a.m p.m ariz calif colo conn fla ga kan ky mich minn mont neb nev okla pa tenn va vt wis wyo""".split()
TITLES = """
president vice-president president-elect vice chancellor premier minister prime-minister secretary undersecretary
governor lieutenant senator representative congressman congresswoman congressmen assemblyman assemblywoman councilman
councilwoman councilor councillor mayor judge justice magistrate sheriff marshal chief commissioner commander general
colonel major captain sergeant corporal private admiral brigadier officer detective inspector constable superintendent
agent ambassador envoy consul delegate speaker leader chairman chairwoman chairperson chair director deputy assistant
associate acting former ex-president ex-governor ex-senator king queen prince princess duke duchess emperor sultan
emir sheikh shah pope cardinal archbishop bishop father sister brother reverend rabbi imam ayatollah mullah pastor
deacon monsignor saint doctor professor dean provost principal coach manager attorney counsel counselor solicitor
prosecutor spokesman spokeswoman spokesperson candidate nominee host anchor correspondent reporter editor columnist
analyst strategist pollster adviser advisor aide activist author actor actress singer comedian billionaire businessman
businesswoman democrat republican rep sen gov dr mr mrs ms lt col gen maj sgt capt cmdr adm brig cpl prof rev hon pres
sens reps govs amb sec sir del ald pfc dep first lady majority minority whip house senate state attorney-general
attorneys national executive co-founder founder ceo cfo coo cto chief-of-staff staff press campaign senior junior
longtime retired outgoing incoming interim """.split()
SUFFIXES = "jr sr ii iii iv v esq phd md".split()
PARTICLES = "de del della der den di da do dos du la le van von ter ten bin ibn al el ul abu ben y e zu af of".split()

# Heads of sources that stay without a name.
UNNAMED_HEADS = """
source sources official officials person people insider insiders witness witnesses eyewitness eyewitnesses resident
residents aide aides adviser advisers diplomat diplomats spokesman spokeswoman spokesperson spokespeople operative
operatives analyst analysts expert experts activist activists voter voters lawmaker lawmakers observer observers
critic critics supporter supporters opponent opponents neighbor neighbors neighbour neighbours friend friends
colleague colleagues relative relatives officer officers executive executives man woman men women boy girl teenager
student students worker workers investigator investigators prosecutor prosecutors commander fighter fighters rebel
rebels protester protesters doctor doctors lawyer lawyers reporter reporters journalist journalists strategist
strategists politician politicians leader leaders user users individual member members veteran veterans farmer farmers
teacher teachers """.split()
DOCUMENT_HEADS = """
report reports statement statements letter letters document documents memo email emails e-mail e-mails article
articles story editorial column book study survey poll polls filing complaint lawsuit indictment affidavit petition ad
ads advertisement commercial spot video banner sign signs poster posters headline headlines caption transcript release
brief order ruling opinion decision resolution bill law act amendment constitution platform speech text texts message
messages tweet post website site page blog newspaper paper magazine flyer leaflet card note notes shirt shirts t-shirt
hat placard placards slogan plaque label voiceover narrator announcer """.split()
GROUP_HEADS = """
crowd crowds group groups campaign campaigns committee commission council board party coalition alliance union
association organization organisation agency department ministry office government administration company corporation
firm bank court team police military army network channel outlet station panel jury delegation family families
protesters demonstrators supporters audience chorus class """.split()
MORE_ROLES = """
others cops police troops media press public people folks guys democrats republicans conservatives liberals parents
mother father wife husband son daughter brother sister uncle aunt cousin widow couple victim victims suspect suspects
defendant plaintiff caller callers moderator questioner host guest narrator """.split()
ORGANIZATION_WORDS = """
 academy administration affairs agency airlines alliance army assembly association authority bank board brothers
bureau cabinet center centre chamber church club coalition college command commission committee companies company
conference congress corp corporation corps council court department division enterprises federation force forces
foundation fund gazette government group guard herald holdings hospital inc industries initiative institute
institution international journal league llc ltd magazine ministry movement museum nations network news office
organisation organization parliament partners party police post press project radio school senate service services
society state store studios system systems tech technologies television times tribune trust union university watch
works equities securities capital research analytics advisors advisers consultants consulting ventures solutions
pharmaceuticals motors laboratories labs
""".split()

# Outlets and channels that pass words on: “told CNN”, “in an interview with”.
RELAYS = """
cnn reuters ap afp bbc nbc cbs abc msnbc fox npr cnbc pbs bloomberg axios politico buzzfeed breitbart mcclatchy
aljazeera vox vice slate huffpost twitter facebook instagram """.split()

# Last words of outlets' names.
OUTLET_WORDS = """
news times post journal herald tribune gazette magazine radio tv television guardian telegraph mail mirror observer
chronicle courier dispatch examiner globe inquirer register sentinel star sun weekly daily press broadcasting today
hill """.split()

GENDERS = {
    **dict.fromkeys("""mr sir lord king prince duke emperor sultan father brother son husband uncle grandfather
    widower man boy congressman
councilman assemblyman chairman spokesman businessman actor salesman policeman fireman cameraman nephew stepson
gentleman""".split(), "m"),
    **dict.fromkeys("""mrs ms miss madam dame lady queen princess duchess mother sister daughter wife aunt grandmother
    widow woman girl
congresswoman councilwoman assemblywoman chairwoman spokeswoman businesswoman actress saleswoman policewoman niece
heiress stepdaughter""".split(), "f"),
}
