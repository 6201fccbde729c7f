"""The pages that are browsed, their CSV, and the front page: what they show, and that their numbers are the API's."""

from __future__ import annotations

import csv
import io
from datetime import date
from html.parser import HTMLParser

import pytest

from quotes.api.pages.front_page import front_page
from quotes.api.pages.lists.downloads import every
from quotes.collection.ingestion import keep
from quotes.store.contract.store import Cursor, Page
from tests.api.many_outlets import READINGS, said

PAGES = ["/speakers", "/speakers?letter=b", "/speakers?sort=added", "/outlets", "/outlets?sort=name",
         "/outlets/quay.example", "/documents", "/documents?publisher=shore.example", "/unnamed",
         "/unnamed?publisher=shore.example", "/statistics", "/statistics?from=2024-05-02&to=2024-05-20&publisher=",
         "/disagreements", "/corrections"]
FILES = ["/speakers.csv", "/outlets.csv", "/documents.csv", "/statistics/speakers.csv", "/statistics/months.csv",
         "/statistics/unnamed.csv", "/disagreements.csv", "/corrections.csv"]


class Links(HTMLParser):
    """The addresses of a page's links in its main part and its words."""

    def __init__(self, page):
        super().__init__()
        self.found, self.words = [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.found.append(dict(attributes)["href"])

    def handle_data(self, data):
        self.words += data.split()


@pytest.fixture
def outlets(store):
    with store.writing():
        for reading in READINGS:
            keep(store, reading)
    return store


def read(client, address):
    response = client.get(address, headers={"Accept": "text/html"})
    assert response.status_code == 200, response.get_data(as_text=True)
    return response.get_data(as_text=True)


def rows(client, address):
    return list(csv.DictReader(io.StringIO(client.get(address).get_data(as_text=True).removeprefix("\ufeff"))))


@pytest.mark.parametrize("address", PAGES)
def test_every_page_leads_to_its_numbers(client, outlets, address):
    found = Links(read(client, address)).found
    files = [one for one in found if ".csv" in one or one.startswith("/v1/") or "format=csv" in one]
    assert files
    assert {client.get(one).status_code for one in files} == {200}


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_there_while_nothing_is_kept(client, address):
    if "/outlets/" in address:
        assert client.get(address).status_code == 404
    else:
        assert "<svg" not in read(client, address)


@pytest.mark.parametrize("address", ["/", *PAGES])
def test_every_list_is_in_the_menu(client, outlets, address):
    found = Links(read(client, address)).found
    assert {"/speakers", "/outlets", "/documents", "/unnamed", "/statistics", "/disagreements",
            "/corrections"} <= set(found)


@pytest.mark.parametrize("address", FILES)
def test_a_file_is_for_keeping_and_for_excel_if_asked(client, outlets, address):
    plain, excel = client.get(address), client.get(f"{address}?bom=true")
    assert plain.mimetype == "text/csv" and "attachment" in plain.headers["Content-Disposition"]
    assert excel.data == b"\xef\xbb\xbf" + plain.data
    assert client.get(f"{address}?nonsense=1").status_code == 422


def test_files_have_all_rows(client, many):
    for number in range(60):
        keep(many, said(f"outlet-{number}.example", "2024-06-01", (f"Voice Number{number}", "person", "Yes, we do.")))
    ((speakers,),) = many.engine.ask("SELECT COUNT(*) FROM speaker")
    assert len(rows(client, "/speakers.csv")) == speakers > 50 and len(rows(client, "/outlets.csv")) == 61
    assert len(rows(client, "/documents.csv")) == 113
    assert len(rows(client, "/documents.csv?publisher=Shore+Gazette")) == 53


def test_a_list_is_read_part_by_part():
    parts = {None: Page((1, 2), Cursor("b", 2)), Cursor("b", 2): Page((3,), Cursor("c", 3)), Cursor("c", 3): Page(())}
    assert list(every(lambda wanted: parts[wanted.cursor])) == [1, 2, 3]


def test_no_cell_is_a_formula(client, store):
    keep(store, said("quay.example", "2024-05-01", ("=HYPERLINK(1)", "person", "We do not know it.")))
    assert rows(client, "/speakers.csv")[0]["name"] == "'=HYPERLINK(1)"


def test_statistics_are_those_of_the_api(client, outlets):
    for query in ("", "?from=2024-05-02", "?publisher=quay.example"):
        counts, months = (client.get(f"/v1/stats/{what}{query}").json for what in ("speakers", "months"))
        words = Links(read(client, f"/statistics{query}")).words
        for one in counts["speakers"]:
            last = words.index(one["name"].split()[-1])
            assert words[last + 1:last + 4] == [str(one[name]) for name in ("quotes", "printed", "documents")]
        shares = words[words.index("speakers", words.index("Share")):]
        assert shares[1] == str(counts["quotes"] - counts["unnamed"] - counts["unknown"])
        assert str(counts["unnamed"]) in shares and f"{round(100 * counts['unnamed_share'])}%" in shares
        for one in months["items"]:
            at = words.index(one["month"] or "undated", words.index("Month"))
            assert words[at + 1:at + 3] == [str(one["quotes"]), str(one["unnamed"])]
        assert [int(one["quotes"]) for one in rows(client, f"/statistics/months.csv{query}")] == [
            one["quotes"] for one in months["items"]]


def test_charts_have_words_and_no_style(client, outlets):
    page = read(client, "/statistics")
    assert "Bars from 2024-05 to 2024-05. The highest is 2024-05 with 8 quotes, 2 of them of unnamed sources." in page
    assert "All quotes: 78% of named speakers, 22% of unnamed sources, 0% of nobody known." in page
    assert page.count("<svg") == page.count('role="img"') + page.count('aria-hidden="true"><rect')
    assert "style=" not in page


def test_long_times_are_drawn_by_year(client, store):
    for year in (1999, 2012):
        keep(store, said("quay.example", f"{year}-01-02", ("Ona Brandt", "person", f"It was good in {year}.")))
    assert "Bars from 1999 to 2012. The highest is 1999 with 1 quotes" in read(client, "/statistics")


def test_an_outlet_is_found_by_its_names_and_others_are_not_there(client, outlets):
    moved = client.get("/outlets/QUAY.example")
    assert (moved.status_code, moved.headers["Location"]) == (302, "/outlets/quay.example")
    assert client.get("/outlets/nowhere.example").status_code == 404
    words = " ".join(Links(read(client, "/outlets/quay.example")).words)
    assert "1 of 5 (20%) are of unnamed sources" in words and "Ona Brandt speaks" in words and "Tomas" not in words


def test_what_is_undated_is_never_new(client, outlets):
    page = " ".join(Links(read(client, "/")).words)
    assert "The newest day here: 21 May 2024" in page and "Nobody wrote down" not in page
    assert "15 May 2024 to 21 May 2024: 6 quotes" in page
    assert "given to different people" in page and "Latest corrections" not in page


def test_the_front_page_tells_its_days(outlets):
    today = front_page(outlets, date(2024, 5, 21))
    assert (today.day, today.is_today, len(today.quotes), today.more) == ("2024-05-21", True, 3, 0)
    assert {one.name for one in today.week.counts.newest} == {"Rea Holm Jr.", "The Harbour Guild", "Tomas Vey"}
    before = front_page(outlets, date(2024, 5, 20))
    assert (before.day, before.is_today) == ("2024-05-20", True)  # what lies ahead is not the newest
    first = front_page(outlets, date(2024, 5, 3))
    assert (first.day, first.is_today, first.week.with_new) == ("2024-05-01", False, False)


def test_the_front_page_of_undated_articles_has_no_newest_day(client, store):
    keep(store, READINGS[3])
    page = " ".join(Links(read(client, "/")).words)
    assert "newest day" not in page and "Nobody wrote down when I said this." in page


def test_all_quotes_are_a_step_from_the_front_page(client, outlets):
    start = next(one for one in Links(read(client, "/")).found if "cursor=" in one)
    page = " ".join(Links(read(client, start)).words)
    assert "the newest first and the undated last" in page and "It will hold this year" in page
    assert "Nobody wrote down when I said this." in page
    back = next(one for one in Links(read(client, start)).found if "cursor=" in one)
    assert client.get(back).headers["Location"] == "/"


def test_corrections_say_from_whom_to_whom(client, keys, outlets):
    head = {**keys["write"], "If-Match": "*"}
    client.patch("/v1/quotes/q4", json={"speaker": {"id": "s1"}, "note": "Heard it."}, headers=head)
    client.patch("/v1/quotes/q1", json={"speaker": None}, headers=head)
    for address in ("/corrections", "/"):
        words = " ".join(Links(read(client, address)).words)
        assert "Speaker set : Rea Holm Jr. → Ona Brandt" in words and "Ona Brandt → nobody known" in words
        assert "Heard it." not in words  # that is for those who decide
    [_, first] = rows(client, "/corrections.csv")
    assert (first["speaker_before"], first["speaker_after"], first["note"]) == (
        "Rea Holm Jr.", "Ona Brandt", "")
