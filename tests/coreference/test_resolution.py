"""Who a mention means, in short articles: the mention asked about stands in ⟦ ⟧, beside it the name expected."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotes.coreference.entities import Figure, speakers_of
from quotes.coreference.persons import People
from quotes.coreference.resolution import Cast, link_account
from quotes.documents.passages import find_passages
from quotes.extraction.quotations import find_quotations
from quotes.languages import load
from quotes.records.document import Document
from quotes.records.post import Account
from quotes.text.masked_view import masked_quotations, token_spans
from quotes.text.tokens import tokenizer
from tests.processor_time import growth
from tests.seen import names

ENGLISH = load("en")


def cast_of(text: str, author: str | None = None) -> Cast:
    """The cast of a text."""
    tokens = tokenizer(ENGLISH).tokens(text)
    quotations = find_quotations(text, tokens, find_passages(Document(text)))
    spans = token_spans(tokens, [(q.outer_start, q.outer_end) for q in quotations])
    return Cast(People(text, tokens, masked_quotations(tokens, spans), ENGLISH, names(tokens)), author=author)


def ask(marked: str, author: str | None = None) -> Figure | None:
    """The figure behind the mention in ⟦ ⟧."""
    start = marked.index("⟦")
    end = marked.index("⟧") - 1
    return cast_of(marked.replace("⟦", "").replace("⟧", ""), author).identify(start, end)


def name_of(marked: str) -> str | None:
    figure = ask(marked)
    return figure.name if figure else None


NAMES = [
    ("Ann Reed released a ⟦statement⟧ on the bridge.", "Ann Reed"),
    ("Ann Reed today released the following ⟦statement on the bridge⟧.", "Ann Reed"),
    ("The Harbor Safety Council put out a ⟦statement⟧ on boats.", "Harbor Safety Council"),
    ("Ann Reed warned in a ⟦letter⟧ on the bridge.", "Ann Reed"),
    ("The plan was mocked in a ⟦statement from Ann Reed⟧.", "Ann Reed"),
    ("Ann Reed tore up a ⟦letter on the bridge⟧.", "letter on the bridge"),
    ("Ann Reed published a ⟦report on the bridge⟧.", "report on the bridge"),
    ("“It is our year,” said ⟦Wexley’s niece⟧, state Rep. Ida Moss (D-Newport).", "Ida Moss"),
    ("“It is our year,” said ⟦Wexley’s niece⟧, Bay County. Ida Moss came.", "Wexley’s niece"),
    ("Gary Moss ran. Gary Moss lost.\n\n___\n\nSenator Jed Moss came.\n\nIt rained.\n\n“No,” ⟦Moss⟧ said.", "Jed Moss"),
    ("Gary Moss ran. Gary Moss lost.\n\nSenator Jed Moss came.\n\nIt rained.\n\n“No,” ⟦Moss⟧ said.", "Gary Moss"),
    ("While Tom Wexley has many, that is no joy to Henry Moss, president of the union.\n\n“No,” ⟦he⟧ said.",
     "Henry Moss"),
    ("While Tom Wexley has many, that is no joy to Henry Moss.\n\n“No,” ⟦he⟧ said.", "Tom Wexley"),
    ("The Harbor Safety Council on Friday made a statement. Boats left. “No,” ⟦it⟧ said.", "Harbor Safety Council"),
    ("Ann Reed’s campaign is defending her words. ⟦It⟧ said “no.”", "Ann Reed’s campaign"),
    ("Checkfact is a site. Checkfact took up the claim. ⟦They⟧ called it “true.”", "Checkfact"),
    ("“We are open,” said ⟦Mayor Ann Reed⟧.", "Ann Reed"),
    ("“We are open,” said ⟦Lt. Col. Hassan Abdul Ghani⟧.", "Hassan Abdul Ghani"),
    ("The town elected Ann Reed. “We are open,” ⟦Reed⟧ said.", "Ann Reed"),
    ("The town elected Ann B. Reed. “We are open,” ⟦Ann Reed⟧ said.", "Ann B. Reed"),
    ("“We are open,” ⟦Reed⟧ said. Ann Reed was elected in May.", "Ann Reed"),
    ("President Bashar al-Assad fled. ⟦Assad⟧ said “no.”", "Bashar al-Assad"),
    ("Mayor Bill de Blasio spoke. “No,” said ⟦de Blasio⟧.", "Bill de Blasio"),
    ("Mayor Bill de Blasio spoke. “No,” he said. ⟦De Blasio⟧ said “no.”", "Bill de Blasio"),
    ("The plan of Samir al-Khoury was read out. “No,” ⟦al-Khoury⟧ said.", "Samir al-Khoury"),
    ("Marten van Houwen met the crew. “No,” ⟦Van Houwen⟧ said.", "Marten van Houwen"),
    ("The crew met. “No,” ⟦Van Morrison⟧ said.", "Van Morrison"),
    ("Kim Sung-ho met the crew. “No,” ⟦Mr. Kim⟧ said.", "Kim Sung-ho"),
    ("Xi Jinping met the crew. “No,” ⟦Xi⟧ said.", "Xi Jinping"),
    ("Thurston Hale III met the crew. “No,” ⟦Hale⟧ said.", "Thurston Hale III"),
    ("Ilda Ferraz Moreno met the crew. “No,” ⟦Ferraz⟧ said.", "Ilda Ferraz Moreno"),
    ("The crowd roared. ⟦Le Pen⟧ said “no.”", "Le Pen"),
    ("Governors met. ⟦New Jersey Gov. Chris Wexley⟧ said “no.”", "Chris Wexley"),
    ("Israel Katz spoke. “No,” said ⟦Katz⟧.", "Israel Katz"),
    ("Julanda Al-Riyami, an officer, spoke. “No,” said ⟦Al-Riyami⟧.", "Julanda Al-Riyami"),
    ("Robert Dole ran again. “Yes,” ⟦Bob Dole⟧ said.", "Robert Dole"),
    ("Thomas Wexley ran again. “Yes,” ⟦Tom⟧ said.", "Thomas Wexley"),
    ("Hillary Marsh ran again. “Yes,” ⟦Hillary⟧ said.", "Hillary Marsh"),
    ("Chancellor Tyresha McClenney came. ⟦McLenney⟧ said “no.”", "Tyresha McClenney"),
    ("Secretary of State John Kerry came. ⟦Kerry⟧ said “no.”", "John Kerry"),
    ("William “Bud” Colson came. “No,” ⟦Colson⟧ said.", "William “Bud” Colson"),
    ("The prime minister, Theresa May, came. “No,” said ⟦Theresa May⟧.", "Theresa May"),
    ("“No,” said Ann Reed’s lawyer, ⟦Alan Garten⟧.", "Alan Garten"),
    ("“No,” said ⟦Ann Reed’s lawyer, Alan Garten⟧.", "Alan Garten"),
    ("“No,” said ⟦Reed campaign spokesman Jason Cole⟧. Ann Reed nodded.", "Jason Cole"),
    ("Visitors saw Jürgen Ünal. “Nein,” said ⟦Ünal⟧.", "Jürgen Ünal"),
    ("WEXLEY: Let us begin.\n\nTom Wexley asked first. “Yes,” ⟦Wexley⟧ said.", "Tom Wexley"),
    ("Another critic, Ann Reed, spoke. “No,” said ⟦another critic⟧, Laurence Tribe, after her.", "Laurence Tribe"),
    ("Wisconsin Reed supporters cheered as Ann Reed came. “Yes,” ⟦Reed⟧ said.", "Ann Reed"),
    ("Ann Reed Wins Big in Town Vote\n\nThe town voted for Ann Reed. “Yes,” ⟦Reed⟧ said.", "Ann Reed"),
    ("Aung San Thiri Kyi spoke. Thiri Kyi waved. “Yes,” ⟦Thiri Kyi⟧ said.", "Aung San Thiri Kyi"),
]
NO_FULLER_NAME = [
    ("“No,” ⟦Obama⟧ said. The crowd laughed.", "Obama"),
    ("“No,” said ⟦President Obama⟧. The crowd laughed.", "Obama"),
    ("Michelle Obama waved. “No,” said ⟦President Obama⟧.", "Obama"),
    ("Ann Reed waved. “No,” said ⟦Mr. Reed⟧.", "Reed"),
    ("Martin Cole Jr. waved. “No,” said ⟦Martin Cole⟧.", "Martin Cole"),
    ("Peabody Energy closed a mine. “No,” ⟦Peabody⟧ said.", "Peabody Energy"),
]
SHARED = [
    ("Bill Marsh met Hillary Marsh. “No,” said ⟦Mrs. Marsh⟧.", "Hillary Marsh"),
    ("Bill Marsh met Hillary Marsh. “No,” said ⟦Mr. Marsh⟧.", "Bill Marsh"),
    ("Gov. Gary Johns met Jeh Johns, a secretary. “No,” said ⟦Gov. Johns⟧.", "Gary Johns"),
    ("Bill Marsh, once mayor, and Hillary Marsh met. Marsh said that she won. “No,” ⟦Marsh⟧ added.", "Hillary Marsh"),
    ("Gary Johns was here. “No,” ⟦Johns⟧ said.\n\nLater Jeh Johns came.", "Gary Johns"),
]
PRONOUNS = [
    ("Ann Reed met Tom Wexley. “No,” ⟦she⟧ said.", "Ann Reed"),
    ("Ann Reed met Tom Wexley. “No,” ⟦he⟧ said.", "Tom Wexley"),
    ("Tom Wexley said the plan of John Cole would fail. “No,” ⟦he⟧ said.", "Tom Wexley"),
    ("“No,” said Tom Wexley, who works for John Cole. “Never,” ⟦he⟧ added.", "Tom Wexley"),
    ("John Cole asked Tom Wexley about it. “No,” ⟦he⟧ said.", "Tom Wexley"),
    ("Tom Wexley spoke. He laughed. It rained. He sat down. “No,” ⟦he⟧ said.", "Tom Wexley"),
    ("Congresswoman Leslie Stone met Tom Wexley. “No,” ⟦she⟧ said.", "Leslie Stone"),
    ("Tom Wexley’s rival is John Cole. Cole spoke. “No,” ⟦he⟧ said.", "John Cole"),
    ("“Ann Reed is wrong,” Carla Stone said. “Wrong,” ⟦she⟧ said.", "Carla Stone"),
    ("Zhou Weimin, a baker, owns the mill. Wang Fang, a neighbour, has sued ⟦him⟧ twice.", "Zhou Weimin"),
    ("Ann Reed met the new mayor, Bora Demir. Reed’s aunt has sued ⟦him⟧ twice.", "Bora Demir"),
    ("Kim Seo-yeon and Park Ji-hoon run the pump. “No,” ⟦she⟧ said.", "Kim Seo-yeon"),
    ("Lakshmi Rao and her brother Raghav Rao run the pump. “No,” ⟦he⟧ said.", "Raghav Rao"),
    ("Robin Castor, a painter who uses they/them pronouns, lives here. “No,” ⟦they⟧ said.", "Robin Castor"),
    ("Robin Castor, whose pronouns are they and them, met Ann Reed. “No,” ⟦they⟧ said.", "Robin Castor"),
]
# Who else may be meant, where the first is only the likeliest.
OTHERS = [
    ("Ann Reed released a ⟦report⟧ on the bridge.", "Ann Reed"),
    ("The Harbor Safety Council issued a ⟦report⟧ on boats.", "Harbor Safety Council"),
    ("Fans of Robin Castor sang. “No,” ⟦they⟧ said.", "Robin Castor"),
    ("The Harbor Safety Council met. The Bay Teachers Union marched. “No,” ⟦it⟧ said.", "Harbor Safety Council"),
    ("Ann Reed won. Reed danced. Reed sang. Tom Wexley and Carla Stone came. Carla Stone left. Tom Wexley ran. It "
     "rained. It poured. “No,” ⟦she⟧ said.", "Ann Reed"),
]
NO_OTHERS = [
    ("Ann Reed slept. A ⟦statement⟧ on the bridge came out.", "Ann Reed"),
    ("The bridge of Ann Reed is in the ⟦report⟧.", "Ann Reed"),
    ("Fans of Robin Castor sang. “No,” ⟦it⟧ said.", "Robin Castor"),
    ("Ann Reed won. Tom Wexley came. “No,” ⟦she⟧ said.", "Tom Wexley"),
]
NOBODY = [
    ("A dog of Ann Reed’s campaign slept. ⟦It⟧ said “no.”", None),
    ("Twenty-two joined the march. ⟦They⟧ called it “fun.”", None),
    ("“No,” ⟦she⟧ said. Nobody answered.", None),
    ("Tom Wexley spoke. “No,” ⟦she⟧ said.", None),
    ("“No,” ⟦I⟧ said.", None),
    ("The rain fell, and ⟦it⟧ read “no entry.”", None),
    ("“No,” said ⟦,⟧", None),
]
ROLES = [
    ("Mayor Ann Reed came. Tom Wexley, a baker, met her. “No,” ⟦the mayor⟧ said.", "Ann Reed"),
    ("Mayor Ann Reed came. Tom Wexley, a baker, met her. “No,” ⟦the baker⟧ said.", "Tom Wexley"),
    ("Obama stopped. President Obama spoke to Tina Houch. “No,” ⟦the president⟧ said.", "Obama"),
    ("Tom Wexley spoke. “No,” said ⟦his wife⟧.", "his wife"),
    ("Tom Wexley spoke. ⟦The voters⟧ said “no.”", "The voters"),
    ("Tom Wexley spoke. “No,” ⟦a mayor⟧ said.", "a mayor"),
    ("Tom Wexley spoke. “No,” ⟦the official⟧ said.", "the official"),
]
UNNAMED = [
    ("CNN quoted ⟦a source⟧ close to the rebel groups saying, “No.”", "a source close to the rebel groups"),
    ("⟦Sources⟧ said “no.”", "Sources"),
    ("“No,” said ⟦one Reed aide⟧. Ann Reed nodded.", "one Reed aide"),
    ("“No,” ⟦a senior official⟧ said on Monday.", "a senior official"),
    ("“No,” said ⟦officials⟧ at the ministry.", "officials at the ministry"),
    ("“No,” said a source close to the mayor. “Never,” ⟦the source⟧ added.", "a source close to the mayor"),
    ("Gary Johns slept. ⟦Gary Johns⟧’s doctor said “no.”", "Gary Johns’s doctor"),
]
BODIES = [
    ("The Alliance for Clean Water (ACW) sued. ⟦The ACW⟧ said “no.”", "Alliance for Clean Water"),
    ("The Valley Civil Rights League met. ⟦The V.C.R.L.⟧ said “no.”", "Valley Civil Rights League"),
    ("The Commission on Public Debates met. ⟦The commission⟧ said “no.”", "Commission on Public Debates"),
    ("The Association of Flight Attendants met. ⟦The union⟧ said “no.”", "Association of Flight Attendants"),
    ("The United Nations Security Council met in the morning. ⟦The Security Council⟧ said “no.”",
     "United Nations Security Council"),
    ("The New York Times wrote it. ⟦The Times⟧ said “no.”", "New York Times"),
    ("The Environmental Protection Agency met. ⟦It⟧ said “no.”", "Environmental Protection Agency"),
    ("Israel Katz spoke. ⟦Israel⟧ said “no.”", "Israel"),
    ("⟦The United Arab Emirates⟧ said “no.”", "United Arab Emirates"),
    ("⟦Morton County⟧ said “no.”", "Morton County"),
    ("⟦Russia⟧ said “no.” Russia Today reported it.", "Russia"),
    ("⟦The crowd⟧ shouted “no.”", "The crowd"),
]
DOCUMENTS = [
    ("Parents sent a letter to the school board. “No,” ⟦the letter⟧ says.", "a letter to the school board"),
    ("⟦The sign⟧ said “no.”", "The sign"),
]
# The mention found is only part of the phrase that tells who is meant.
GROWN = [
    ("Ann Reed ran again. ⟦Reed⟧’s campaign said “no.”", "Reed’s campaign"),
    ("Ann Reed ran again. Reed’s ⟦campaign⟧ said “no.”", "Reed’s campaign"),
    ("Ann Reed ran again. ⟦Reed⟧’s statement said “no.”", "Reed’s statement"),
    ("Ann Reed ran again. ⟦Reed⟧’s claim was “no.”", "Ann Reed"),
    ("⟦Reed⟧’s campaign manager Tom Wexley said “no.”", "Tom Wexley"),
    ("On Sunday groups of ⟦protesters⟧ chanted “no.”", "groups of protesters"),
    ("Ann Reed met Tom Wexley. ⟦Reed⟧ and Wexley said “no.”", "Ann Reed and Tom Wexley"),
    ("Ann Reed met Tom Wexley. Reed and ⟦Wexley⟧ said “no.”", "Ann Reed and Tom Wexley"),
    ("Ann Reed met Tom Wexley. Reed laughed and ⟦Wexley⟧ said “no.”", "Tom Wexley"),
    ("⟦The New York Times reports⟧ that he said “no.”", "New York Times"),
    ("Gary Moss left. A ferry spokesman said so. “No,” ⟦he⟧ said.", "A ferry spokesman"),
    ("Gary Moss left. Ann Reed’s spokesman said so.\n\n“No,” ⟦he⟧ said.", "Ann Reed’s spokesman"),
    ("The waiter came back. “No,” ⟦he⟧ said.", "The waiter"),
    ("Gary Moss came. A man lay there. “No,” ⟦he⟧ said.", "Gary Moss"),
    ("Gary Moss came. One questioner said so. “No,” ⟦he⟧ said.", "Gary Moss"),
    ("Gary Moss came. The crowd said so. “No,” ⟦he⟧ said.", "Gary Moss"),
    ("Ann Reed left. A spokesman said so. “No,” ⟦she⟧ said.", "Ann Reed"),
    ("A spokesman said so. Gary Moss came. “No,” ⟦he⟧ said.", "Gary Moss"),
    ("“No,” said ⟦the Harbor Council⟧’s Ann Reed.", "Ann Reed"),
    ("“No,” said ⟦Sky⟧’s Mr. Wexley. Tom Wexley was there.", "Tom Wexley"),
    ("“No,” wrote ⟦Harborough⟧’s Plain Mirror.", "Plain Mirror"),
    ("The Reed ⟦campaign⟧ also said “no.”", "The Reed campaign"),
]
FOUND = NAMES + NO_FULLER_NAME + SHARED + PRONOUNS + ROLES + UNNAMED + BODIES + DOCUMENTS + GROWN


@pytest.mark.parametrize("marked, name", FOUND)
def test_a_mention_gets_the_fullest_name(marked: str, name: str):
    assert name_of(marked) == name


@pytest.mark.parametrize("marked, name", OTHERS)
def test_who_else_may_be_meant_is_a_rival(marked: str, name: str):
    figure = ask(marked)
    assert figure and figure.name != name and name in [rival.name for rival in figure.rivals]


@pytest.mark.parametrize("marked, name", NO_OTHERS)
def test_nobody_becomes_a_rival_who_has_no_part_in_it(marked: str, name: str):
    figure = ask(marked)
    assert figure is None or name not in [figure.name, *(rival.name for rival in figure.rivals)]


@pytest.mark.parametrize("marked, name", NOBODY)
def test_nobody_is_guessed(marked: str, name: None):
    assert name_of(marked) is name


@pytest.mark.parametrize("marked, kind", [
    ("“No,” said ⟦Ann Reed⟧.", "person"),
    ("⟦The Environmental Protection Agency⟧ said “no.”", "organization"),
    ("⟦The V.C.R.L.⟧ said “no.”", "organization"),
    ("“No,” said ⟦J.R.R. Wexley⟧.", "person"),
    ("⟦The crowd⟧ shouted “no.”", "group"),
    ("⟦The letter⟧ said “no.”", "document"),
    ("⟦Officials⟧ said “no.”", "unnamed"),
    ("“No,” said ⟦Ann Reed and Tom Wexley⟧.", "group"),
])
def test_kinds(marked: str, kind: str):
    figure = ask(marked)
    assert figure is not None and figure.kind == kind


@pytest.mark.parametrize("text, description", [
    ("“No,” said Lt. Col. Hassan Ghani, a rebel spokesperson.", "a rebel spokesperson"),
    ("“No,” said the longtime pollster Ann Reed.", "the longtime pollster"),
    ("“No,” said Sen. Ann Reed.", "Sen."),
    ("“No,” said Ann Reed, laughing.", None),
    ("“No,” said Ann Reed, the head of the school board, on Monday.", "the head of the school board"),
])
def test_the_description_is_the_papers_own(text: str, description: str | None):
    cast = cast_of(text)
    at = text.index("Reed" if "Reed" in text else "Ghani")
    figure = cast.identify(at, at + 4)
    assert figure is not None and figure.description == description


def test_two_speakers_at_once_are_both_named():
    assert name_of("Ann Reed met Tom Wexley. “No,” said ⟦Reed and Wexley⟧.") == "Ann Reed and Tom Wexley"


def test_where_two_persons_fit_the_other_one_is_named_too():
    figure = ask("Jane Marsh met Joan Marsh. “No,” ⟦Marsh⟧ said.")
    assert figure is not None and figure.certainty < 0.7
    assert {figure.name, *(rival.name for rival in figure.rivals)} == {"Jane Marsh", "Joan Marsh"}


def test_all_forms_of_a_name_are_one_figure():
    text = "Donald J. Marsh spoke. Donald Marsh waved. Marsh left. “No,” he said."
    cast = cast_of(text)
    mentions = ("Donald J. Marsh", "Donald Marsh", "Marsh left", "he")
    figures = [cast.identify(text.index(m), text.index(m) + len(m)) for m in mentions]
    assert {figure.key for figure in figures if figure} == {("person", 0)} and None not in figures
    assert {figure.name for figure in figures if figure} == {"Donald J. Marsh"}


@pytest.mark.parametrize("author, name, kind", [
    ("Ann Reed", "Ann Reed", "person"), ("Ann B. Reed", "Ann Reed", "person"),
    ("Town News", "Town News", "organization"),
])
def test_the_writer_is_who_the_byline_says(author: str, name: str, kind: str):
    figure = ask("Ann Reed writes here. “No,” ⟦I⟧ said.", author)
    assert figure is not None and (figure.name, figure.kind) == (name, kind)


@pytest.mark.parametrize("author, handle, name", [
    ("Donald J. Marsh", "realDonaldMarsh", "Donald Marsh"),
    ("Donald Marsh", "someone", "Donald Marsh"),
    ("Marsh", "realDonaldMarsh", None),
    ("Donald Stone", "realDonaldMarsh", None),
    ("Ivana Marsh", "realDonaldMarsh", None),
    (None, "realDonaldMarsh", None),
    ("", "realDonaldMarsh", None),
])
def test_an_account_is_linked_by_its_printed_name(author: str | None, handle: str, name: str | None):
    figure = link_account(cast_of("Donald Marsh spoke."), author, handle)
    assert (figure.name if figure else None) == name


def test_a_handle_with_the_surname_makes_the_link_surer():
    cast = cast_of("Donald Marsh spoke.")
    with_name = link_account(cast, "Donald Marsh", "DonaldMarsh")
    without = link_account(cast, "Donald Marsh", "parody1")
    assert with_name is not None and without is not None and with_name.certainty > without.certainty


def test_speakers_are_numbered_in_order_and_never_twice():
    one, two = Figure("a", "Ann Reed", "person", "a baker", ("Reed",)), Figure("b", "sources", "unnamed")
    account = Account("twitter", "annreed")
    found = speakers_of([one, two, one], {"a": (account,)})
    assert [(s.id, s.name, s.accounts) for s in found] == [("s1", "Ann Reed", (account,)), ("s2", "sources", ())]


@pytest.mark.parametrize("marked", [row[0] for row in FOUND])
def test_nothing_is_invented(marked: str):
    figure = ask(marked)
    text = marked.replace("⟦", "").replace("⟧", "")
    assert figure is not None and all(name in text for name in figure.name.split(" and "))
    assert all(alias in text for alias in figure.aliases)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", "”", ",", "X" * 5000, "Ann Reed of the " * 3000, "’s " * 50])
def test_odd_texts_do_no_harm(text: str):
    cast = cast_of(text)
    assert cast.identify(0, len(text)) is None or text.strip()


def asked(text: str) -> Callable[[], None]:
    """What finds a cast and asks for all pronouns."""
    tokens = tokenizer(ENGLISH).tokens(text)

    def ask() -> None:
        cast = Cast(People(text, tokens, tokens.classes, ENGLISH, names(tokens)))
        for i, word in enumerate(tokens.words):
            if word in ("he", "mayor", "Smith"):
                cast.identify(tokens.starts[i], tokens.ends[i])

    return ask


def test_four_times_the_text_takes_about_four_times_as_long():
    parts = [f"Mayor {given} Smith met Tom W{given.lower()}. He said that Smith and the mayor had left. "
             for given in list(ENGLISH.names.given_names)[:800]]
    assert growth(asked("".join(parts[:200])), asked("".join(parts)), 8) <= 8
