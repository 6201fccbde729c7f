"""The API's own description: complete, sound as OpenAPI 3.1, and true."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from openapi_spec_validator import validate

from quotes.api.app import create_app
from quotes.api.description import examples as examples
from quotes.records.document import Article
from quotes.schemas.decision import DecisionSchema, QuoteChangeSchema
from quotes.schemas.extraction import ArticleSchema
from quotes.schemas.formats.catalogue import FORMATS
from quotes.schemas.ingestion import KeptReadingSchema
from quotes.schemas.pagination import QuoteListSchema
from quotes.schemas.quote import QuoteSchema
from quotes.schemas.reading import ReadingSchema
from tests.api.conftest import PUBLIC

METHODS = ("get", "post", "put", "patch", "delete")
JSON_TYPES = {"string", "integer", "number", "boolean", "object", "array", "null"}


@pytest.fixture
def description(client):
    return client.get("/openapi.json").get_json()


def parts(tree, path=()) -> Iterator[tuple[tuple, object]]:
    """Every part of the description with its place in it; examples are passed over."""
    yield path, tree
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for name, part in inner:
        if name not in ("example", "examples"):
            yield from parts(part, (*path, name))


def operations(description):
    """Every operation, with its path and method."""
    for path, item in description["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, {**item[method],
                                     "parameters": item.get("parameters", []) + item[method].get("parameters", [])}


def resolve(description, part):
    """What a reference stands for."""
    while isinstance(part, dict) and "$ref" in part:
        found = description
        for name in part["$ref"].removeprefix("#/").split("/"):
            found = found[name]
        part = found
    return part


def test_it_says_what_it_is(description):
    assert description["openapi"] == "3.1.0"
    assert description["info"]["title"] == "Quotes" and description["info"]["version"]
    assert description["servers"] == [{"url": "/"}]
    assert description["components"]["securitySchemes"]["key"]["scheme"] == "bearer"


def test_every_route_for_programs_is_described(app, description):
    routes = {(flat(rule.rule), method.lower()) for rule in app.url_map.iter_rules() if rule.rule.startswith("/v1/")
              for method in rule.methods - {"HEAD", "OPTIONS"}}
    described = {(path, method) for path, method, _ in operations(description)}
    assert routes <= described
    feeds = {f"{of}/feed.{form}" for of in ("", "/speakers/{id}", "/saved/{id}") for form in ("atom", "json")}
    assert {path for path, _ in described - routes} == {"/oembed", "/healthz", "/readyz", "/metrics"} | feeds


def flat(rule):
    """A rule as the description writes it."""
    return "/".join("{" + part.strip("<>").split(":")[-1] + "}" if part.startswith("<") else part
                    for part in rule.split("/"))


def test_every_reference_leads_somewhere(description):
    references = [part["$ref"] for _, part in parts(description) if isinstance(part, dict) and "$ref" in part]
    assert references
    for reference in references:
        assert reference.startswith("#/")
        assert resolve(description, {"$ref": reference})


def test_every_operation_is_told_in_words_and_has_its_failures(description):
    for path, method, operation in operations(description):
        assert operation["summary"].endswith("."), (path, method)
        assert "default" in operation["responses"]
        failures = [resolve(description, response) for status, response in operation["responses"].items()
                    if status == "default" or status >= "400"]
        assert all("application/problem+json" in failure["content"] for failure in failures), (path, method)
        assert any(status < "300" for status in operation["responses"]), (path, method)


def test_every_response_and_parameter_is_sound(description):
    for path, method, operation in operations(description):
        for status, response in operation["responses"].items():
            assert status == "default" or (status.isdigit() and len(status) == 3)
            assert resolve(description, response)["description"], (path, method, status)
        found = [resolve(description, parameter) for parameter in operation["parameters"]]
        assert len({(one["in"], one["name"]) for one in found}) == len(found)
        assert {one["name"] for one in found if one["in"] == "path"} == {
            part[1:-1] for part in path.split("/") if part.startswith("{")}
        assert all(one["required"] for one in found if one["in"] == "path")
        assert all("schema" in one for one in found)


def test_every_operation_has_a_name_of_its_own(description):
    names = [operation["operationId"] for _, _, operation in operations(description)]
    assert len(set(names)) == len(names)


def test_schemas_are_json_schema_and_not_the_older_dialect(description):
    for path, part in parts(description["components"]["schemas"]):
        if isinstance(part, dict) and isinstance(part.get("type"), str | list):
            kinds = part["type"] if isinstance(part["type"], list) else [part["type"]]
            assert set(kinds) <= JSON_TYPES, path
        assert not (isinstance(part, dict) and "nullable" in part and "type" in part), path


def test_keys_are_asked_for_where_they_are_needed(app, description):
    needs = {(flat(rule.rule), method.lower()): app.view_functions[rule.endpoint].need
             for rule in app.url_map.iter_rules() for method in rule.methods}
    shown = {"nothing": None, "read": [{"key": []}, {}], "write": [{"key": []}], "admin": [{"key": []}],
             "key": [{"key": []}]}
    for path, method, operation in operations(description):
        assert operation.get("security") == shown[needs[path, method]], (path, method)


def test_names_that_read_one_way_and_write_another(description):
    article = description["components"]["schemas"]["Article"]["properties"]
    assert set(article) == set(ArticleSchema().fields)
    quote = description["components"]["schemas"]["Quote"]
    assert set(quote["properties"]) == set(QuoteSchema().fields)
    assert set(quote["required"]) == set(QuoteSchema().fields) - QuoteSchema.ON_DEMAND


@pytest.mark.parametrize("example, schema", [
    (examples.READING, ReadingSchema), (examples.KEPT, KeptReadingSchema), (examples.QUOTE, QuoteSchema),
    (examples.QUOTES, QuoteListSchema), (examples.DECISION, DecisionSchema), (examples.UNDONE, DecisionSchema),
])
def test_examples_have_the_shape_they_show(example, schema):
    assert set(example) == {field.data_key or name for name, field in schema().fields.items()
                            if name not in schema.ON_DEMAND}
    assert schema().validate(example) == {}


def test_the_example_of_a_correction_can_be_sent():
    assert QuoteChangeSchema().validate(examples.CORRECTION) == {}


def test_whoever_corrects_is_told_to_send_the_version_they_saw(description):
    for path, method, operation in operations(description):
        found = [resolve(description, one)["name"] for one in operation["parameters"]]
        shared = method == "patch" and "saved-searches" not in path  # which nobody but their owner changes
        assert ("If-Match" in found) == shared == ("428" in operation["responses"]), (path, method)


def test_the_example_of_an_article_can_be_sent():
    assert isinstance(ArticleSchema().load(examples.ARTICLE), Article)


def test_the_places_in_the_examples_are_true():
    quote, text = examples.QUOTE, examples.TEXT
    assert text[quote["start"]:quote["end"]] == quote["text"]
    assert text[quote["cue"]["start"]:quote["cue"]["end"]] == quote["cue"]["text"]
    speaker = quote["speaker"]
    assert text[speaker["start"]:speaker["end"]] == speaker["mention"]


def test_answers_have_the_described_shape(client, shelf, description):
    for path, schema in (("/v1/quotes/q1", "Quote"), ("/v1/speakers/s1", "Speaker"), ("/v1/documents/d1", "Document")):
        described = description["components"]["schemas"][schema]
        always = [name for name in described["properties"] if name in described["required"]]
        assert list(client.get(path).get_json()) == always


def test_the_browser_loads_only_its_own_files(client):
    page = client.get("/docs").get_data(as_text=True)
    assert "/docs/swagger-ui-bundle.js" in page and "/static/docs.js" in page
    assert "://" not in page
    script = client.get("/static/docs.js")
    assert b"validatorUrl: null" in script.data
    script.close()


def test_a_validator_of_openapi_has_no_complaint(description):
    validate(description)


@pytest.mark.parametrize("path", ["/v1/quotes", "/v1/quotes/{id}", "/v1/speakers/{id}/quotes",
                                  "/v1/documents/{id}/quotes"])
def test_every_form_is_described(description, path):
    content = description["paths"][path]["get"]["responses"]["200"]["content"]
    assert set(content) == {"application/json"} | {form.media_type for form in FORMATS}


def test_it_is_written_as_json(client):
    json.loads(client.get("/openapi.json").data)


TOLD = {"ETag", "Link", "Location", "Retry-After"}


def test_headers_that_are_sent_are_described(client, many, keys, description):
    """Every list in parts, every single thing: what its answer has beside the body is in the description, and back."""
    saved = client.post("/v1/saved-searches", json={"query": "q=reason", "label": "a"}, headers=keys["read"]).get_json()
    token = saved["feed_atom"].partition("?")[2]
    client.post("/v1/documents/batch", data=b"{}", content_type="application/x-ndjson",
                headers=keys["write"] | {"Prefer": "respond-async"})
    for path, method, operation in operations(description):
        if method != "get" or path in ("/v1/verify", "/oembed", "/metrics"):
            continue
        letter = {"documents": "d", "quotes": "q", "speakers": "s", "saved": "w",
                  "saved-searches": "w", "jobs": "j"}.get(path.removeprefix("/v1").split("/")[1], "")
        limit = "?limit=1" if any(one.get("name") == "limit" for one in operation["parameters"]) else ""
        limit = f"?limit=1&{token}" if path.startswith("/saved/") else limit
        headers = keys["read"] if "saved-searches" in path else keys["write"] if "jobs" in path else {}
        response = client.get(path.replace("{id}", f"{letter}1") + limit, headers=headers)
        assert response.status_code == 200, path
        described = set(operation["responses"]["200"].get("headers", {}))
        sent = TOLD & set(response.headers.keys())
        assert sent <= described and (described - {"Link", "Content-Location"}) <= sent, path
        asked = {resolve(description, one)["name"] for one in operation["parameters"]}
        assert ("304" in operation["responses"]) == ("If-None-Match" in asked) == ("ETag" in sent), path


def described_for(description, response, path, method):
    """The headers in the description of an answer, by its status or else by the default."""
    responses = description["paths"][path][method]["responses"]
    found = responses.get(str(response.status_code), responses["default"])
    return set(resolve(description, found).get("headers", {}))


def test_what_failures_ask_for_is_described(settings, store, keys, description):
    client = create_app(replace(settings, rate_limit="20 per day"), store).test_client()
    for headers in ({}, keys["revoked"], keys["read"]):
        refused = client.post("/v1/documents", json={"text": "a"}, headers=headers)
        assert "WWW-Authenticate" in refused.headers
        assert "WWW-Authenticate" in described_for(description, refused, "/v1/documents", "post")
    for _ in range(21):
        refused = client.get("/v1/quotes")
    assert refused.status_code == 429 and refused.headers["Retry-After"].isdigit()
    assert "Retry-After" in described_for(description, refused, "/v1/quotes", "get")


def test_where_somebody_who_was_merged_is_found_is_described(client, shelf, keys, description):
    assert client.post("/v1/speakers/s2/merge", json={"into": "s1"}, headers=keys["admin"]).status_code == 200
    response = client.get("/v1/speakers/s2")
    assert response.headers["Content-Location"] == f"{PUBLIC}/v1/speakers/s1"
    assert "Content-Location" in described_for(description, response, "/v1/speakers/{id}", "get")


def test_the_place_of_what_was_made_is_described(client, keys, description):
    response = client.post("/v1/documents", json={"text": "“It floats,” said Ona Brandt."}, headers=keys["write"])
    assert response.status_code == 201 and response.headers["Location"].endswith("/v1/documents/d1")
    for status in ("200", "201"):
        assert "Location" in description["paths"]["/v1/documents"]["post"]["responses"][status]["headers"]
