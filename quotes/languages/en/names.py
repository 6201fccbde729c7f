"""The words of which English names are made: titles, given names, words of bodies' names, places."""

from __future__ import annotations

from pathlib import Path

from quotes.languages import read_words
from quotes.languages.contract import Names

HERE = Path(__file__).parent

COURTESIES = "mr mrs ms miss mx sir madam dame lord lady baroness baron".split()

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

# Titles of other English-speaking countries.
MORE_TITLES = """datuk dato seri tun puan encik shri smt adv advocate comrade honourable honorable taoiseach maulana rtd
treasurer justice economist engineer""".split()

# Parts of titles that are none by themselves: House Speaker, but also House Intelligence Committee.
TITLE_PARTS = """first lady majority minority house senate state attorneys national executive staff press campaign
senior junior longtime
retired outgoing incoming interim democrat republican""".split()

# Titles that are part of what somebody with one name is called: Pope Leo, Baroness Hale.
STYLES = """pope king queen prince princess emperor empress sultan emir tsar saint sir dame lord lady baron baroness
earl viscount count countess duke duchess sheikh sheikha ayatollah cardinal archbishop mother""".split()

# Words that limit what somebody is: without them a description says too much.
LIMITS = """former retired acting late would-be interim deputy vice assistant associate prime outgoing incoming then
onetime one-time sometime longtime long-time ousted deposed disgraced caretaker provisional temporary honorary shadow
departing aspiring prospective presumptive putative self-styled self-proclaimed self-described alleged suspected accused
convicted failed erstwhile exiled jailed imprisoned suspended sacked fired dismissed defeated designated ex""".split()
LIMIT_PREFIXES = ("ex-", "then-", "former-", "vice-", "deputy-", "acting-")
TITLE_ENDINGS = ("-elect", "-designate", "-nominate")

SUFFIXES = "jr sr ii iii iv v esq phd md".split()
PARTICLES = """de del della delle dello degli der den des di da das do dos du la las le les lo los van von ter ten te
bin bint ibn al el ul ur us ould abu ben y e i zu zum zur af av of op""".split()
SURNAME_PARTICLES = "de del della der den di da du la le van von ten ter".split()

# Surnames that come first where names are written in their own order.
FAMILY_FIRST = """xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song
zheng xie han tang feng yu dong deng mao wen kim lee park choi jung kang cho yoon jang lim moon shin kwon hwang ahn
nguyen tran pham phan vo ban abe kishida suga koizumi tanaka suzuki sato takahashi watanabe ito yamamoto nakamura
kobayashi orban""".split()

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

# One line a name: the forms that can stand for each other.
NICKNAMES = """
Abraham Abe
Albert Al Bert
Alexander Alex Sasha
Alexandra Alex Sandra
Alfred Al Fred
Andrew Andy Drew
Anthony Tony
Antonio Tony
Arthur Art
Barbara Barb
Barack Barry
Benjamin Ben Benny
Bernard Bernie Bern
Calvin Cal
Catherine Cathy Kate Cate Cat
Charles Charlie Chuck Chas
Christina Chris Tina
Christine Chris Christie
Christopher Chris Kit
Cynthia Cindy
Daniel Dan Danny
David Dave Davy
Deborah Debbie Deb
Dennis Denny
Donald Don Donny
Dorothy Dot Dottie
Douglas Doug
Edward Ed Eddie Ted Ned
Elizabeth Liz Beth Betsy Eliza Lizzie Libby
Eugene Gene
Francis Frank Fran
Franklin Frank
Frederick Fred Freddy Rick
Gabriel Gabe
Gerald Gerry Jerry
Gilbert Gil
Gregory Greg
Harold Harry Hal
Henry Hank Harry
Herbert Herb
Jacob Jake
Jacqueline Jackie
James Jim Jimmy Jamie
Jeffrey Jeff
Jennifer Jen Jenny
Jerome Jerry
Jessica Jess
John Jack Johnny Jon
Jonathan Jon
Joseph Joe Joey
Joshua Josh
Judith Judy
Katherine Kathy Kate Katie Kat
Kathleen Kathy Kate
Kenneth Ken Kenny
Kimberly Kim
Lawrence Larry Lawrie
Leonard Len Lenny Leo
Louis Lou
Margaret Maggie Meg Peggy Margie
Martin Marty
Matthew Matt
Melvin Mel
Michael Mike Mick Mickey
Mitchell Mitch
Nancy Nan
Nathaniel Nathan Nate Nat
Nicholas Nick Nicky
Pamela Pam
Patricia Pat Patty Tricia Trish
Patrick Pat Paddy
Peter Pete
Philip Phil
Phillip Phil
Raymond Ray
Rebecca Becky Becca
Reginald Reggie
Richard Rick Dick Rich Ricky
Robert Bob Bobby Rob Robbie
Ronald Ron Ronnie
Rudolph Rudy
Rudolf Rudy
Russell Russ
Samuel Sam Sammy
Samantha Sam
Sandra Sandy
Sidney Sid
Solomon Sol
Stanley Stan
Stephen Steve Steven
Steven Steve
Stuart Stu
Susan Sue Suzy
Suzanne Sue
Terrence Terry
Theodore Ted Teddy Theo
Theresa Terry Tess
Thomas Tom Tommy
Timothy Tim Timmy
Valerie Val
Victor Vic
Victoria Vicky
Vincent Vince Vinny
Virginia Ginny
Walter Walt Wally
William Bill Billy Will Willy Liam
Zachary Zach Zack
""".strip().splitlines()
OWNER_TITLES = "st. st saint sts king lady lord prince princess queen".split()  # St. Mary’s Hospital, the King’s Trust
BODY_OWNERS = """children citizens farmers girls men mothers people students teachers veterans women
workers""".split()  # the Women’s Institute

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

# Last words of names that are no persons' though they may begin like one: Morton County, Abraham Bay.
MORE_NAMING_WORDS = """
agreement airport airways arena avenue awards bay boulevard building campaign capital championship consulting
convention county creek energy entertainment festival goals heights hotel island islands media motors mountain
mountains ocean partners pictures plan plaza prize program programme river sea show solutions springs stadium summit
theater theatre towers treaty valley ventures """.split()
BODY_LINKS = "on for against to".split()

# Places that WordNet lists first as something else.
MORE_PLACES = """Africa Asia Delaware Europe Iowa Kyiv Miami Mississippi Omaha Turkey Wisconsin""".split()


def part() -> Names:
    """What is known of names in English articles."""
    common, rare = [dict(row.split() for row in read_words(HERE, f"{which}given_names")) for which in ("", "world_")]
    shares = dict(row.split() for row in read_words(HERE, "name_shares"))
    return Names(
        titles=frozenset(TITLES + MORE_TITLES),
        courtesies=frozenset(COURTESIES),
        title_parts=frozenset(TITLE_PARTS),
        styles=frozenset(STYLES),
        suffixes=frozenset(SUFFIXES),
        limits=frozenset(LIMITS),
        limit_prefixes=LIMIT_PREFIXES,
        title_endings=TITLE_ENDINGS,
        particles=frozenset(PARTICLES),
        surname_particles=frozenset(SURNAME_PARTICLES),
        family_first=frozenset(FAMILY_FIRST),
        given_names={name: float(share) for name, share in {**rare, **common}.items()},
        name_shares={name: float(share) for name, share in shares.items()},
        common_given_names=frozenset(common),
        genders=GENDERS,
        nicknames=_nicknames(),
        organization_words=frozenset(ORGANIZATION_WORDS + MORE_NAMING_WORDS),
        body_links=frozenset(BODY_LINKS),
        owner_titles=frozenset(OWNER_TITLES),
        body_owners=frozenset(BODY_OWNERS),
        places=frozenset(read_words(HERE, "places") + MORE_PLACES),
        towns=frozenset(read_words(HERE, "towns")),
        demonyms=frozenset(read_words(HERE, "demonyms")),
    )


def _nicknames() -> dict[str, frozenset[str]]:
    """For every given name the forms that stand on a line with it."""
    found: dict[str, frozenset[str]] = {}
    for line in NICKNAMES:
        forms = frozenset(line.lower().split())
        for form in forms:
            found[form] = found.get(form, frozenset()) | forms
    return found
