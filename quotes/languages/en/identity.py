"""What tells English-speaking papers' people and bodies apart: fields of work, common surnames, spellings, initials."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.languages.contract import Identity

# Words of a description that tell a field. A word stands in one field only.
FIELDS = {
    "politics": """president presidential vice-president senator sen rep representative governor gov congressman
        congresswoman mayor
        councillor councilor councilman councilwoman alderman minister premier chancellor secretary mp lawmaker
        legislator nominee candidate politician democrat republican conservative lib-dem ambassador diplomat delegate
        campaign treasurer first-lady rebel party parliament parliamentary cabinet councillors""",
    "sport": """coach striker midfielder goalkeeper keeper winger defender quarterback linebacker receiver pitcher
        catcher shortstop batter bowler batsman batter cricketer footballer player golfer sprinter swimmer rower
        cyclist boxer jockey skier athlete captain olympian gymnast wrestler referee umpire forward centre-back
        fly-half scrum-half teammate goalscorer""",
    "law": "judge attorney prosecutor lawyer solicitor barrister magistrate justice litigator counsel",
    "police": "sheriff constable detective policeman policewoman police trooper deputy-sheriff firefighter paramedic",
    "health": "doctor nurse surgeon physician paediatrician pediatrician midwife epidemiologist dentist vet gp",
    "science": """professor researcher scientist biologist physicist chemist geologist economist historian
        sociologist astronomer meteorologist mathematician scholar lecturer climatologist engineer""",
    "arts": """actor actress singer novelist musician poet painter sculptor playwright guitarist drummer pianist
        cellist violinist composer comedian film-maker filmmaker choreographer dancer photographer rapper""",
    "trade": """farmer plumber electrician carpenter builder baker butcher driver fisherman shopkeeper waiter waitress
        barber hairdresser welder miner roofer cook chef mechanic janitor cleaner bartender gardener cashier
        postman trawlerman beekeeper""",
    "faith": "bishop archbishop pastor imam rabbi priest vicar reverend rev minister-of-religion monk nun cardinal",
    "military": "general colonel admiral sergeant lieutenant brigadier corporal soldier airman marine",
    "teaching": "teacher schoolteacher headteacher headmaster headmistress schoolmaster schoolmistress",
    "aviation": "pilot co-pilot aviator astronaut cosmonaut steward stewardess",
    "media": "journalist reporter presenter broadcaster newsreader newscaster anchorman anchorwoman columnist",
    "study": "student pupil undergraduate schoolboy schoolgirl freshman sophomore",
}
# Fields that one person is seldom in at once, so that two of one name in them are two.
FAR = """sport:politics,law,police,health,science,faith,military,trade trade:politics,law,science,health,military,faith
police:arts,health,science,faith,trade health:arts,trade,law,military arts:science,law,trade,military,health
study:politics,law,police,military,health,trade,teaching teaching:police,health,law,trade,aviation
aviation:trade,law,police,health,arts,faith,sport faith:police,sport,trade,military science:police,trade"""

# Surnames that so many bear that one by itself tells nobody.
COMMON_SURNAMES = """smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez
gonzalez wilson anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez
lewis robinson walker young allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera
campbell mitchell carter roberts evans turner phillips parker edwards collins stewart morris murphy cook rogers morgan
cooper peterson bailey reed kelly howard ward cox richardson wood watson brooks bennett gray james hughes price myers
long foster ross jenkins perry powell patterson khan ali ahmed singh patel kumar kim park chen wang li zhang liu
hussain shah begum sharma""".split()

# Given names that are one name in the spellings of different newspapers, a line each.
SPELLINGS = """benjamin binyamin
mohammed mohamed muhammad mohammad muhammed mohamad
ahmed ahmad achmed
hussein husein hossein husain hussain
yusuf yousef youssef yousuf yusef
abdul abdel abd abdal
omar umar
hasan hassan
mustafa moustafa mostafa
ibrahim ebrahim
khaled khalid
osama usama
saeed said sayed
muammar moammar muammer
sergei sergey serguei
dmitry dmitri dmitriy dimitri
alexei alexey aleksei aleksey
alexander aleksandr alexandr aleksander oleksandr
yevgeny evgeny yevgeniy evgeni
nikolai nikolay
vladimir wladimir volodymyr
yulia julia yuliya
yuri yury iouri
viktor victor
mikhail mikhael
mahmoud mahmud
bashar
fattah fatah
qasem qassem ghasem kassem qasim
jalal celal
recep rejep
jean
joao
jose
zinedine zineddine
nicolas
phillip philip
stephen steven
geoffrey jeffrey
catherine katherine kathryn katharine
sarah sara
ann anne
marc mark
eric erik
carl karl
jon
sean shaun shawn
brian bryan
alan allan allen
lewis louis
elisabeth elizabeth
isabel isabelle
rebecca rebekah
teresa theresa""".splitlines()

# Bodies that newspapers call by their initials without saying what these stand for.
KNOWN_INITIALS = """FBI Federal Bureau of Investigation
CIA Central Intelligence Agency
NSA National Security Agency
EPA Environmental Protection Agency
FDA Food and Drug Administration
FAA Federal Aviation Administration
FCC Federal Communications Commission
FTC Federal Trade Commission
SEC Securities and Exchange Commission
IRS Internal Revenue Service
FEMA Federal Emergency Management Agency
NASA National Aeronautics and Space Administration
NOAA National Oceanic and Atmospheric Administration
CDC Centers for Disease Control and Prevention
ACLU American Civil Liberties Union
NAACP National Association for the Advancement of Colored People
NRA National Rifle Association
NATO North Atlantic Treaty Organization
UN United Nations
EU European Union
WHO World Health Organization
IMF International Monetary Fund
WTO World Trade Organization
IAEA International Atomic Energy Agency
OECD Organization for Economic Cooperation and Development
OSCE Organization for Security and Cooperation in Europe
OPEC Organization of the Petroleum Exporting Countries
UNICEF United Nations Children's Fund
UNHCR United Nations High Commissioner for Refugees
ECB European Central Bank
BBC British Broadcasting Corporation
NHS National Health Service
RSPCA Royal Society for the Prevention of Cruelty to Animals
DOJ Department of Justice
DHS Department of Homeland Security""".splitlines()


def part() -> Identity:
    """What is known for telling people and bodies of several English documents apart."""
    return Identity(
        fields={word: field for field, words in FIELDS.items() for word in words.split()},
        far=frozenset(_far()),
        common_surnames=frozenset(COMMON_SURNAMES),
        spellings=tuple(SPELLINGS),
        known_initials=dict(line.split(" ", 1) for line in KNOWN_INITIALS),
    )


def _far() -> Iterator[frozenset[str]]:
    """The pairs of fields that are far apart."""
    for line in FAR.split():
        field, _, others = line.partition(":")
        yield from (frozenset((field, other)) for other in others.split(","))
