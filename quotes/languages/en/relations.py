"""Words that tie mentions to persons: pronouns by whom they can mean, pet names, kin, asking, short names of bodies."""

from __future__ import annotations

# Whom a pronoun can mean: a man, a woman, one thing or body, several, the writer, or whoever was just named.
PRONOUNS = {
    **dict.fromkeys("he him his himself".split(), "m"),
    **dict.fromkeys("she her hers herself".split(), "f"),
    **dict.fromkeys("it its itself".split(), "n"),
    **dict.fromkeys("they them their theirs themselves".split(), "p"),
    **dict.fromkeys("i me my mine myself".split(), "i"),
    **dict.fromkeys("we us our ours ourselves".split(), "we"),
    **dict.fromkeys("who which whom whose that".split(), "w"),
}
POSSESSIVE_PRONOUNS = "his her hers its their theirs my our".split()

# Parts of titles that are none by themselves: House Speaker, but also House Intelligence Committee.
TITLE_PARTS = """first lady majority minority house senate state attorneys national executive staff press campaign
senior junior longtime
retired outgoing incoming interim democrat republican""".split()

# Places that WordNet lists first as something else.
MORE_PLACES = """Africa Asia Delaware Europe Iowa Kyiv Miami Mississippi Omaha Turkey Wisconsin""".split()

# Last words of names that are no persons' though they may begin like one: Morton County, Abraham Bay.
MORE_NAMING_WORDS = """
agreement airport airways arena avenue awards bay boulevard building campaign capital championship consulting
convention county creek energy entertainment festival goals heights hotel island islands media motors mountain
mountains ocean partners pictures plan plaza prize program programme river sea show solutions springs stadium summit
theater theatre towers treaty valley ventures """.split()

# Titles of other English-speaking countries.
MORE_TITLES = """datuk dato seri tun puan encik shri smt adv advocate comrade honourable honorable taoiseach maulana rtd
treasurer justice economist engineer""".split()

SURNAME_PARTICLES = "de del della der den di da du la le van von ten ter".split()

# Words that stand for a noun and are no part of a name.
INDEFINITE = """everything something nothing anything everyone someone anyone everybody somebody nobody anybody
whatever whoever whichever
oh okay ok yes hey please thanks thank hello onetime etc""".split()

PLURAL_ENDINGS = ("s", "men", "women", "people", "folk", "police", "media")
BODY_LINKS = "on for against to".split()
ANY_BODY = "agency company firm group organization organisation outlet paper newspaper site".split()
DEFINITE = "the this that these those".split()

# A surname after one of these is no woman who was only ever named without it: President Obama beside Michelle Obama.
SINGLE_OFFICES = "president king pope chancellor".split()

# Verbs whose object is expected to answer.
ASKING = "ask asks asked press presses pressed question questions questioned quiz quizzed grilled interviewed".split()

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

# What an article may call a body once it has named it, and the words that such a body's name ends with.
BODY_NOUNS = {
    "union": "union association federation brotherhood teamsters workers",
    "paper": "times post journal herald tribune gazette news star globe chronicle record sun telegraph guardian",
    "newspaper": "times post journal herald tribune gazette news star globe chronicle record sun telegraph guardian",
    "magazine": "magazine review times journal weekly",
    "outlet": "news times post journal herald cnn network",
    "network": "network news cnn cbs nbc abc fox",
    "channel": "channel network news tv",
    "station": "radio tv news station",
    "company": "company corp inc group co ltd llc holdings corporation",
    "firm": "firm company group partners associates llc llp",
    "bank": "bank",
    "agency": "agency administration authority bureau service",
    "bureau": "bureau",
    "department": "department ministry office",
    "ministry": "ministry",
    "office": "office bureau",
    "committee": "committee",
    "commission": "commission",
    "council": "council",
    "board": "board",
    "association": "association",
    "organization": "organization association union foundation federation alliance society center institute league "
        "fund council committee",
    "organisation": "organisation association union foundation federation alliance society centre institute league "
        "fund council committee",
    "group": "group association union foundation alliance society center institute league fund council committee "
        "coalition pac project",
    "foundation": "foundation",
    "charity": "foundation fund trust charity",
    "party": "party",
    "court": "court",
    "university": "university college institute",
    "college": "college university",
    "school": "school academy",
    "hospital": "hospital clinic center",
    "church": "church",
    "club": "club",
    "team": "team",
    "campaign": "campaign",
    "coalition": "coalition",
    "alliance": "alliance",
    "institute": "institute",
    "institution": "institution",
    "center": "center",
    "centre": "centre",
    "administration": "administration",
    "government": "government",
    "police": "police",
}
