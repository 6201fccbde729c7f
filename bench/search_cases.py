"""Searches as reporters type them, with what they mean; written down before anything was tuned to them.

They are asked of a collection made of the pages in QUOTES_TEST_DATA. Names and outlets here are facts of those pages;
no text of theirs is here.
"""

from __future__ import annotations

from dataclasses import dataclass

from quotes.records.quote import Quote


@dataclass(frozen=True, slots=True)
class Case:
    """What is typed, and what the first quote that is shown must be.

    `speaker` is a part of its speaker's name, `publisher` its outlet, `word` stands in its words, `year` its article is
    from. With `near`, the word stands somewhere in its article instead.
    """

    typed: str
    speaker: str | None = None
    publisher: str | None = None
    word: str | None = None
    year: str | None = None
    near: str | None = None


CASES = (
    # The six of which it began.
    Case("Trump Iran", "Donald Trump", near="Iran"),
    Case("President Trump", "Donald Trump"),
    Case("Sir Tony Blair", "Tony Blair"),
    Case("@realDonaldTrump", "Donald Trump"),
    Case("HuffPost", publisher="huffpost.com"),
    Case("Ramaswami", "Vivek Ramaswamy"),
    # Titles.
    Case("Ambassador Haley", "Nikki Haley"),
    Case("Gov. DeSantis", "Ron DeSantis"),
    Case("Mrs Thatcher", "Margaret Thatcher"),
    Case("Taoiseach Leo Varadkar", "Leo Varadkar"),
    Case("Dr. Anthony Fauci", "Anthony Fauci"),
    Case("Prime Minister Netanyahu", "Netanyahu"),
    Case("Sir Keir Starmer", "Keir Starmer"),
    Case("General Asim Munir", "Asim Munir"),
    Case("Rep. Ilhan Omar", "Ilhan Omar"),
    Case("former President Barack Obama", "Barack Obama"),
    # Handles and other forms of a name.
    Case("@govkristinoem", "Kristi Noem"),
    Case("@elonmusk", "Elon Musk"),
    Case("Binyamin Netanyahu", "Netanyahu"),
    Case("Nikki R. Haley", "Nikki Haley"),
    Case("thatcher", "Margaret Thatcher"),
    # Misspelt.
    Case("Nicki Haley", "Nikki Haley"),
    Case("Netanyahoo", "Netanyahu"),
    Case("DeSantos", "Ron DeSantis"),
    Case("Varadker Israel", "Leo Varadkar", word="Israel"),
    Case("Marcelo Ebrad", "Marcelo Ebrard"),
    Case("Fauchi masks", "Anthony Fauci", word="mask"),
    # A name and a topic.
    Case("Blair Ukraine", "Tony Blair", word="Ukraine"),
    Case("Haley Iran", "Nikki Haley", word="Iran"),
    Case("Varadkar on Israel", "Leo Varadkar", word="Israel"),
    Case("Noem meth", "Kristi Noem", word="meth"),
    Case("Ebrard tariffs", "Marcelo Ebrard", word="tariff"),
    Case("Obama guns", "Barack Obama", word="gun"),
    Case("Thatcher exams", "Margaret Thatcher", word="exam"),
    Case("what did Fauci say about masks", "Anthony Fauci", word="mask"),
    Case("Munir \"digital terrorism\"", "Asim Munir", word="digital terrorism"),
    Case("Mpofu spying", "Dali Mpofu", word="spying"),
    # Outlets.
    Case("Irish Times", publisher="irishtimes.com"),
    Case("Cork", publisher="corkbeo.ie"),
    Case("nytimes.com", publisher="nytimes.com"),
    Case("Varadkar Irish Times", "Leo Varadkar", "irishtimes.com"),
    Case("Haley New York Times", "Nikki Haley", "nytimes.com"),
    Case("Ramaswamy in HuffPost", "Vivek Ramaswamy", "huffpost.com"),
    Case("Noem nj.com", "Kristi Noem", "nj.com"),
    Case("Starmer Standard", "Keir Starmer", "standard.co.uk"),
    Case("Yellen Politico", "Janet Yellen", "politico.com"),
    # Dates.
    Case("Varadkar 2023", "Leo Varadkar", year="2023"),
    Case("Haley 2018", "Nikki Haley", year="2018"),
    Case("Obama July 2015", "Barack Obama", year="2015"),
    Case("Trump since 2026", "Donald Trump", year="2026"),
    Case("Varadkar before 2021", "Leo Varadkar", year="2020"),
    Case("Haley Iran HuffPost 2023", "Nikki Haley", "huffpost.com", "Iran", "2023"),
)
# The pages that the cases need, by the folder and the beginnings of their names.
PAGES = {
    "articles": (
        "article-extraction-benchmark__156770d", "article-extraction-benchmark__833caf3", "fundus__EuronewsEN_2026",
        "fundus__EveningStandard_2024", "fundus__MexicoNewsDaily_2025", "fundus__TimesLive_2025",
        "htmldate__1753036930", "htmldate__huffpost.com-GOP", "htmldate__irishtimes.com-Israel",
        "newspaper__telegraph.co.uk2", "parser__www.nytimes.com--recent", "parser__www.politico.com--test-case-3",
        "readability__bbc-1", "trafilatura__corkbeo.ie.level",
    ),
    "embeds": (
        "article-extraction-benchmark__3f65af7", "article-extraction-benchmark__6ebac05", "fundus__TimesOfIndia_2024",
        "parser__www.inquisitr.com__149bafa8", "trafilatura__teslamag.de-Musk",
    ),
}


def is_meant(case: Case, found: Quote | None, name: str, text: str) -> bool:
    """Whether the first quote that is shown is what a case means.

    `name` is its kept speaker's, whatever the article calls them; `text` is that of its article.
    """
    if found is None or found.document is None:
        return False
    document, words = found.document, (found.text or "").casefold()
    return ((case.speaker is None or case.speaker in name)
            and (case.publisher is None or document.publisher == case.publisher)
            and (case.word is None or case.word.casefold() in words)
            and (case.near is None or case.near in text)
            and (case.year is None or (document.published_at or "").startswith(case.year)))
