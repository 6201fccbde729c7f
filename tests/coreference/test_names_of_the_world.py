"""People are known as people, and pronouns go to the right one, wherever a name comes from: a floor for each region.

The names and the little articles are made up for this test. Floors only rise.
"""

from __future__ import annotations

import pytest

from quotes.reading.pipeline import read_document
from quotes.records.document import Article

# Region: women and men in pairs, and the share of its articles that are read right.
REGIONS = {
    "Britain": ("Harriet Dunmore/Clive Askew|Judith Palgrave/Martin Thorne|Rachel Winslow/Gordon Pike", 1.0),
    "Ireland and Wales": ("Sinéad Colgan/Declan Roche|Gwen Prosser/Gareth Beynon|Orla Tierney/Eoin Lacey", 1.0),
    "northern Europe": ("Solveig Lunde/Torsten Kvam|Anneli Koski/Juhani Lehto|Marieke Dekker/Sjoerd Postma", 1.0),
    "southern Europe": ("Chiara Bellini/Lorenzo Galli|Carmen Olmedo/Ignacio Rueda|Amélie Rousset/Gaël Perrin", 1.0),
    "Latin America": ("Ximena Arce/Rodrigo Salas|Luciana Prado/Thiago Barreto|Yolanda Tovar/Ernesto Cano", 1.0),
    "eastern Europe": ("Halyna Bondar/Taras Koval|Agnieszka Lis/Krzysztof Mazur|Svetlana Orlova/Dmitri Belov", 1.0),
    "Turkey and central Asia": ("Zeynep Aksoy/Mehmet Kaplan|Gulnara Sadyk/Timur Ospan|Elif Korkmaz/Emre Polat", 1.0),
    "the Arab world and Iran": ("Rania Haddad/Tariq Mansour|Nasrin Tehrani/Behzad Moradi|Layla Khoury/Samir Aziz", 1.0),
    "south Asia": ("Kavita Pillai/Rajesh Bhatt|Farida Akhtar/Zahid Malik|Nirmala Perera/Chandra Silva", 0.94),
    "east and south-east Asia": ("Yuki Sakamoto/Kenji Hayashi|Siti Rahayu/Budi Santoso|Aroha Ngata/Wiremu Parata", 1.0),
    "Africa": ("Adaeze Nwosu/Emeka Obi|Nomvula Khumalo/Themba Zulu|Fatou Ndiaye/Ousmane Sarr", 1.0),
}
# What is named: the woman or the man; and the article.
ARTICLES = [
    ("woman", "“The bridge will hold,” said {woman}."),
    ("man", "“The bridge will hold,” {man} said on Friday."),
    ("woman", "“The bridge will hold,” said the engineer, {woman}."),
    ("man", "The engineer, {man}, said: “The bridge will hold.”"),
    ("woman", "{woman} and her brother {man} keep the toll house.\n\n“The bridge will hold,” she said."),
    ("man", "{man}, a ferryman, lives by the ford. {woman}, a miller, has warned him often.\n\n"
            "“The bridge will hold,” he said."),
]


def named(text: str) -> str | None:
    """Who is taken to say that the bridge holds, if it is taken for a person."""
    quote = next(one for one in read_document(Article(text=text)).quotes if (one.text or "").startswith("The bridge"))
    return quote.speaker.name if quote.speaker and quote.speaker.kind == "person" else None


@pytest.mark.parametrize("region", REGIONS)
def test_a_region_is_read_no_worse_than_it_was(region: str):
    couples, floor = REGIONS[region]
    right, wrong = 0, []
    for couple in couples.split("|"):
        woman, man = couple.split("/")
        for who, article in ARTICLES:
            wanted, found = {"woman": woman, "man": man}[who], named(article.format(woman=woman, man=man))
            right += found == wanted
            wrong += [] if found == wanted else [(wanted, found, article)]
    assert right / (right + len(wrong)) >= floor, wrong


@pytest.mark.parametrize("text, name", [
    ("“Yes,” said the mayor, Ada Quill.", "Ada Quill"),
    ("“The road is open,” said the mayor of Ellery, Ada Quill, on Monday.", "Ada Quill"),
    ("“Yes,” said the mayor, Ada Quill of the Greens.", "Ada Quill"),
    ("Ada Quill has sued him.\n\n“Yes,” she said.", "Ada Quill"),
    ("Robin Moss hurt herself.\n\n“Yes,” she said.", "Robin Moss"),
    ("Robin Moss sold her mill.\n\n“Yes,” she said.", "Robin Moss"),
])
def test_who_is_set_beside_a_role_or_meant_by_a_pronoun(text: str, name: str):
    (quote,) = read_document(Article(text=text)).quotes
    assert quote.speaker and quote.speaker.name == name


@pytest.mark.parametrize("text, name", [
    ("“Yes,” said the mayor, who met Ada Quill.", "Ada Quill"),
    ("“Yes,” said the mayor. Ada Quill left.", "Ada Quill"),
    ("Ada Quill left. Peter Moss has sued her.\n\n“Yes,” she said.", "Peter Moss"),
])
def test_who_is_not(text: str, name: str):
    (quote,) = read_document(Article(text=text)).quotes
    assert quote.speaker is None or quote.speaker.name != name
