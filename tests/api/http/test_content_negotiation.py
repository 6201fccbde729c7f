"""Quotes in every form, read by the programs that such forms are for."""

from __future__ import annotations

import csv
import io
import json

import pytest
from pyld import jsonld

from quotes.collection.ingestion import keep
from quotes.records.document import Document
from quotes.records.quote import Quote
from quotes.records.reading import Reading
from quotes.schemas.formats.catalogue import FORMATS, NAMES
from quotes.schemas.formats.web_annotation import CONTEXT as ANNO
from quotes.schemas.formats.web_annotation import MEDIA_TYPE as ANNOTATION
from tests.api.conftest import PUBLIC
from tests.api.shelf import TEXT, hostile_reading

TYPES = {"json": "application/json"} | {form.name: form.media_type for form in FORMATS}
LISTS = ["/v1/quotes", "/v1/documents/d1/quotes", "/v1/speakers/s1/quotes"]
# The parts of the two published contexts that our output uses; a test must not ask the network for them.
SCHEMA_ORG = {"@vocab": "https://schema.org/", **{
    name: {"@type": "@id"} for name in ("url", "sameAs", "isBasedOn")}}
OA = "http://www.w3.org/ns/oa#"
WEB_ANNOTATION = {
    "id": {"@type": "@id", "@id": "@id"}, "type": {"@type": "@id", "@id": "@type"},
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "as": "http://www.w3.org/ns/activitystreams#",
    "oa": OA, "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
    "AnnotationPage": "as:OrderedCollectionPage",
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextualBody", "TextQuoteSelector",
                                       "TextPositionSelector", "FragmentSelector")},
    **{name: {"@type": "@vocab", "@id": f"oa:{term}"} for name, term in (
        ("motivation", "motivatedBy"), ("purpose", "hasPurpose"))},
    **{name: {"@type": "@id", "@id": f"oa:{term}"} for name, term in (
        ("body", "hasBody"), ("target", "hasTarget"), ("source", "hasSource"), ("selector", "hasSelector"))},
    **{name: f"oa:{name}" for name in ("exact", "prefix", "suffix", "start", "end")},
    "identifying": "oa:identifying", "tagging": "oa:tagging", "format": "dc:format", "value": "rdf:value",
    "conformsTo": {"@type": "@id", "@id": "dcterms:conformsTo"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "next": {"@type": "@id", "@id": "as:next"}, "prev": {"@type": "@id", "@id": "as:prev"},
}


def published(address, options):
    """The contexts under the addresses that our output names."""
    known = {"https://schema.org": SCHEMA_ORG, ANNO: WEB_ANNOTATION}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address,
            "document": {"@context": known[address]}}


def read_ld(response):
    """A response as a JSON-LD processor reads it: nothing in it may be a term that the context does not know."""
    return jsonld.expand(json.loads(response.data), {"documentLoader": published})


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("address", [*LISTS, "/v1/quotes/q1"])
def test_format_and_accept_give_the_same(client, shelf, address, name):
    named = client.get(f"{address}?format={name}")
    liked = client.get(address, headers={"Accept": TYPES[name]})
    assert named.status_code == liked.status_code == 200
    assert named.mimetype == liked.mimetype == TYPES[name].partition(";")[0]
    assert named.headers["Vary"].split(", ")[0] == "Accept"
    if name != "annotation" or address.endswith("q1"):  # a page of annotations names its own address
        assert named.data == liked.data


@pytest.mark.parametrize("accept, name", [
    ("", "json"), ("*/*", "json"), ("text/html,application/xhtml+xml,*/*;q=0.8", "json"), ("image/png", "json"),
    ("application/*", "json"), ("application/json, text/csv;q=0.9", "json"),
    ("text/csv, application/json;q=0.9", "csv"),
    ("application/ld+json", "jsonld"), (ANNOTATION, "annotation"), ("nonsense", "json"), (";;,,", "json"),
    (ANNOTATION.replace("; ", ";"), "annotation"),
])
def test_what_is_liked_best_wins(client, shelf, accept, name):
    assert client.get("/v1/quotes", headers={"Accept": accept}).content_type.startswith(TYPES[name])


@pytest.mark.parametrize("name", ["xml", "JSON", "", "csv ", "json,csv"])
def test_other_formats_are_refused_by_name(client, shelf, name):
    for address in ("/v1/quotes", "/v1/quotes/q1"):
        response = client.get(f"{address}?format={name}")
        assert response.status_code == 422
        assert response.get_json()["errors"][0]["parameter"] == "format"


@pytest.mark.parametrize("name", NAMES)
def test_a_form_has_a_tag_of_its_own(client, shelf, name):
    tag = client.get(f"/v1/quotes?format={name}").headers["ETag"]
    again = client.get(f"/v1/quotes?format={name}", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    others = {client.get(f"/v1/quotes?format={other}").headers["ETag"] for other in NAMES if other != name}
    assert tag not in others


@pytest.mark.parametrize("name", NAMES)
def test_the_links_to_neighbours_keep_the_form(client, many, name):
    response = client.get(f"/v1/quotes?limit=2&format={name}")
    assert f"format={name}" in response.headers["Link"]


def test_json_lines(client, shelf):
    lines = client.get("/v1/quotes?format=jsonl").get_data(as_text=True).splitlines()
    assert [json.loads(line) for line in lines] == client.get("/v1/quotes").get_json()["items"]


@pytest.mark.parametrize("break_", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_no_character_in_a_quote_ends_its_line(client, store, break_):
    words = f"It floats,{break_}and it sinks,"
    keep(store, Reading(Document(f"“{words}”", engine="quotes test"), (
        Quote("q1", "direct", words, 1, 1 + len(words), "unknown", 0.1),)))
    (line,) = client.get("/v1/quotes?format=jsonl").get_data(as_text=True).splitlines()
    assert json.loads(line)["text"] == words


@pytest.mark.parametrize("accepted, name", [
    ("text/csv; charset=utf-8", "csv"), ("text/csv;charset=UTF-8", "csv"),
    ("application/x-ndjson; charset=utf-8", "jsonl"), ("*/*", "json"), ("text/*", "csv"),
    ("application/json; charset=utf-8, text/csv;q=0.5", "json"), ("text/csv, */*;q=0.1", "csv"),
    ("text/csv; charset=latin-1", "json"), ("text/csv;q=0.1, application/json;q=0.2", "json"),
    ("application/ld+json", "jsonld"), (f'{ANNOTATION}; charset=utf-8', "annotation"),
])
def test_the_form_that_is_liked_best(client, shelf, accepted, name):
    assert client.get("/v1/quotes", headers={"Accept": accepted}).mimetype == TYPES[name].partition(";")[0]


def rows(response):
    assert response.content_type == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(response.get_data(as_text=True), newline="")))


def test_csv_has_the_speaker_on_every_row(client, shelf):
    found = {row["id"]: row for row in rows(client.get("/v1/quotes?format=csv"))}
    assert {row["speaker"] for row in found.values()} == {"Mirela Oduya", "", "a clerk", "Harbour Watch"}
    assert found["q2"]["speaker"] == "Mirela Oduya" and found["q2"]["speaker_id"] == "s1"
    assert found["q5"]["handle"] == "harbour_watch" and found["q5"]["platform"] == "twitter"
    assert found["q1"]["page"] == f"{PUBLIC}/quotes/q1"
    assert TEXT[int(found["q4"]["start"]):int(found["q4"]["end"])] == found["q4"]["text"]


FORMULAS = ['=HYPERLINK("http://evil.example")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "－1"]


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_of_csv_is_a_formula(client, store, words):
    keep(store, hostile_reading(words))
    found = rows(client.get("/v1/quotes?format=csv"))
    assert len(found) == 2
    for row in found:
        assert row["text"] == row["speaker"] == row["publisher"] == f"'{words}"
        assert not [cell for cell in row.values() if cell[:1] in "=+-@\t\r\n＝＋－＠" and cell]


@pytest.mark.parametrize("words", ["a, b", 'said "no"', "two\nlines", "a\r\nb", "1-2", "’twas", "٣ é"])
def test_cells_of_csv_come_back_as_they_are(client, store, words):
    keep(store, hostile_reading(words))
    assert {row["text"] for row in rows(client.get("/v1/quotes?format=csv"))} == {words}


def test_json_ld_says_who_wrote_what_where(client, shelf):
    graph = {item["https://schema.org/identifier"][0]["@value"]: item
             for item in read_ld(client.get("/v1/quotes?format=jsonld"))}
    said, posted = graph["q1"], graph["q5"]
    assert said["@type"] == ["https://schema.org/Quotation"]
    assert said["https://schema.org/text"] == [{"@value": "The wall will hold,"}]
    speaker = said["https://schema.org/creator"][0]
    assert speaker["@type"] == ["https://schema.org/Person"] and speaker["@id"] == f"{PUBLIC}/speakers/s1"
    article = said["https://schema.org/isPartOf"][0]
    assert article["https://schema.org/url"] == [{"@id": "https://gazette.example/wall"}]
    assert posted["@type"] == ["https://schema.org/SocialMediaPosting"]
    assert posted["https://schema.org/author"][0]["https://schema.org/alternateName"] == [{"@value": "@harbour_watch"}]
    assert posted["https://schema.org/datePublished"] == [{"@value": "2025-03-04T18:00:00Z"}]


def test_json_ld_states_no_speaker_of_whom_the_reading_is_not_sure(client, shelf):
    graph = {item["identifier"]: item for item in client.get("/v1/quotes?format=jsonld").get_json(force=True)["@graph"]}
    assert "creator" not in graph["q4"] and graph["q4"]["mentions"]["name"] == "a clerk"
    assert not {"creator", "mentions", "author"} & set(graph["q3"])


def test_web_annotations_point_at_the_words(client, shelf):
    page = client.get("/v1/quotes?format=annotation").get_json(force=True)
    assert page["type"] == "AnnotationPage" and page["id"] == f"{PUBLIC}/v1/quotes?format=annotation"
    text = client.get("/v1/documents/d1").get_json()["text"]
    assert len(page["items"]) == 5
    for item in page["items"]:
        published_page, kept = item["target"]
        assert published_page["source"] == "https://gazette.example/wall"
        assert kept["source"] == f"{PUBLIC}/v1/documents/d1"
        words, place = kept["selector"]
        assert words in published_page["selector"]
        start, end = place["start"], place["end"]
        assert text[start:end] == words["exact"]
        assert text[:start].endswith(words["prefix"]) and text[end:].startswith(words["suffix"])
        assert len(words["prefix"]) == min(32, start) and len(words["suffix"]) == min(32, len(text) - end)


def test_web_annotations_are_read_by_a_processor(client, shelf):
    (page,) = read_ld(client.get("/v1/quotes?format=annotation"))
    annotations = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert {item["@type"][0] for item in annotations} == {f"{OA}Annotation"}
    selectors = [selector["@type"][0].removeprefix(OA) for item in annotations for target in item[f"{OA}hasTarget"]
                 for selector in target[f"{OA}hasSelector"]]
    assert selectors.count("TextPositionSelector") == 5 and selectors.count("TextQuoteSelector") == 10
    bodies = [body for item in annotations for body in item[f"{OA}hasBody"]]
    sources = {source["@id"] for body in bodies for source in body.get(f"{OA}hasSource", ())}
    assert f"{PUBLIC}/v1/speakers/s1" in sources


@pytest.mark.parametrize("name", ["jsonld", "annotation", "jsonl"])
@pytest.mark.parametrize("words", ["</script><script>alert(1)</script>", "javascript:alert(1)", "a\u2028b", '"'])
def test_hostile_words_stay_words(client, store, name, words):
    keep(store, hostile_reading(words))
    for address in ("/v1/quotes", "/v1/quotes/q1"):
        response = client.get(f"{address}?format={name}")
        assert response.status_code == 200 and response.headers["X-Content-Type-Options"] == "nosniff"
        lines = response.get_data(as_text=True).split("\n") if name == "jsonl" else [response.get_data(as_text=True)]
        assert all(json.loads(line) for line in lines if line)  # a line ends at LF only
        if name != "jsonl":
            assert "</script" not in response.get_data(as_text=True)
            assert '"source": "javascript:' not in response.get_data(as_text=True)


@pytest.mark.parametrize("address", [*LISTS, "/v1/quotes/q1"])
def test_expansion_adds_and_takes_nothing_away(client, shelf, address):
    plain, full = (client.get(f"{address}{query}").get_json() for query in ("", "?expand=document,speaker"))
    pairs = zip(plain.get("items", [plain]), full.get("items", [full]), strict=True)
    for short, long in pairs:
        assert long["document"] == client.get("/v1/documents/d1").get_json()
        assert short["document"].items() <= long["document"].items()
        if short["speaker"]:
            known = client.get(f"/v1/speakers/{short['speaker']['id']}").get_json()
            assert long["speaker"] == {**short["speaker"], "aliases": known["aliases"], "accounts": known["accounts"]}


def test_one_expansion_alone(client, shelf):
    document = client.get("/v1/quotes/q1?expand=document").get_json()
    speaker = client.get("/v1/quotes/q1?expand=speaker").get_json()
    assert "text" in document["document"] and "aliases" not in document["speaker"]
    assert "text" not in speaker["document"] and "aliases" in speaker["speaker"]


def test_a_fragment_is_answered_with_its_sentence(client, shelf):
    text = client.get("/v1/documents/d1").get_json()["text"]
    items = client.get("/v1/quotes?expand=sentence").get_json()["items"]
    shown = {item["id"]: item["sentence"] for item in items}
    assert {one for one, sentence in shown.items() if sentence} == {"q2", "q3"}
    assert shown["q2"]["text"] == "She called the report “a ‘bedtime story’ for adults.”"
    assert all(one["text"] == text[one["start"]:one["end"]] for one in shown.values() if one)
    assert "sentence" not in client.get("/v1/quotes/q2").get_json()


@pytest.mark.parametrize("expand", ["", "quote", "document,", "document speaker", "document%0A",
                                    "document,document,speaker,speaker,document"])
def test_bad_expansions_are_named(client, shelf, expand):
    response = client.get(f"/v1/quotes?expand={expand}")
    assert response.status_code == 422
    assert response.get_json()["errors"][0]["parameter"] == "expand"
