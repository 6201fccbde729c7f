"""Lists: filters, parts, links."""

from __future__ import annotations

import pytest

from tests.api.conftest import PUBLIC


def local(address):
    assert address.startswith(PUBLIC + "/v1/")
    return address.removeprefix(PUBLIC)


def walk(client, address):
    """All items of a list, by its links, and the number of parts."""
    items, parts = [], 0
    while address:
        response = client.get(address)
        assert response.status_code == 200
        body = response.get_json()
        items += body["items"]
        parts += 1
        address = local(body["next"]) if body["next"] else None
    return items, parts


@pytest.mark.parametrize("limit, parts", [(1, 53), (7, 8), (20, 3), (53, 1), (100, 1)])
@pytest.mark.parametrize("address", ["/v1/quotes", "/v1/documents"])
def test_links_walk_the_whole_list(client, many, address, limit, parts):
    items, walked = walk(client, f"{address}?limit={limit}")
    assert walked == parts
    assert len({item["id"] for item in items}) == len(items) == 53
    days = [(item.get("document") or item)["published_at"] for item in items]
    assert days == sorted(days, reverse=True)


def test_links_walk_back_as_well(client, many):
    first = client.get("/v1/quotes?limit=10").get_json()
    second = client.get(local(first["next"])).get_json()
    again = client.get(local(second["prev"])).get_json()
    assert [item["id"] for item in again["items"]] == [item["id"] for item in first["items"]]
    assert first["prev"] is None and again["prev"] is None


def test_the_quotes_of_a_document_in_parts(client, shelf):
    address = "/v1/documents/d1/quotes?limit=2"
    items, parts = walk(client, address)
    assert parts == 3
    assert [item["start"] for item in items] == sorted(item["start"] for item in items)
    assert [item["text"] for item in items][:2] == ["The wall will hold,", "a ‘bedtime story’ for adults."]
    second = local(client.get(address).get_json()["next"])
    back = local(client.get(second).get_json()["prev"])
    assert client.get(back).get_json()["items"] == client.get(address).get_json()["items"]


def test_the_link_header_says_the_same(client, many):
    response = client.get("/v1/quotes?limit=10&kind=direct")
    following = response.get_json()["next"]
    assert response.headers["Link"] == f'<{following}>; rel="next"'
    assert "kind=direct" in following and "limit=10" in following
    second = client.get(local(following))
    body = second.get_json()
    assert second.headers["Link"] == f'<{body["next"]}>; rel="next", <{body["prev"]}>; rel="prev"'


def test_no_link_header_where_all_is_told(client, shelf):
    response = client.get("/v1/quotes")
    assert "Link" not in response.headers
    assert response.get_json()["next"] is response.get_json()["prev"] is None


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1"])
def test_the_host_of_a_request_is_never_repeated(client, many, host):
    response = client.get("/v1/quotes", headers={"Host": host, "X-Forwarded-Host": host})
    assert local(response.get_json()["next"])
    assert host not in response.get_data(as_text=True) + str(response.headers)


@pytest.mark.parametrize("query, texts", [
    ("", 5),
    ("speaker=s1", ["The wall will hold,", "a ‘bedtime story’ for adults."]),
    ("speaker=oduya", ["The wall will hold,", "a ‘bedtime story’ for adults."]),
    ("speaker=ODUYA+mirela", ["The wall will hold,", "a ‘bedtime story’ for adults."]),
    ("speaker=Nobody+Here", []),
    ("speaker=s999", []),
    ("speaker=%E2%80%A6", []),
    ("kind=post", ["High water at four, bring boots."]),
    ("kind=block", []),
    ("verdict=unknown", ["bedtime story"]),
    ("status=withdrawn", []),
    ("min_confidence=0.9", ["The wall will hold,", "High water at four, bring boots."]),
    ("q=WALL", ["The wall will hold,"]),
    ("q=wall+boots", []),
    ("q=%22+OR+1%3D1+--", []),
    ("publisher=Shore+Gazette&kind=direct", ["The wall will hold,", "Nobody asked us."]),
    ("publisher=Other", []),
    ("document=d1&kind=direct", ["The wall will hold,", "Nobody asked us."]),
    ("document=d2", []),
    ("from=2025-03-05&to=2025-03-05&q=asked", ["Nobody asked us."]),
    ("from=2025-03-06", []),
    ("to=2025-03-04", ["High water at four, bring boots."]),  # a post goes by its own day
    ("to=2025-03-04&from=2025-03-06", []),
])
def test_filters(client, shelf, query, texts):
    response = client.get(f"/v1/quotes?{query}")
    assert response.status_code == 200
    found = [item["text"] for item in response.get_json()["items"]]
    assert len(found) == texts if isinstance(texts, int) else sorted(found) == sorted(texts)


@pytest.mark.parametrize("query, names", [
    ("", {"Mirela Oduya", "a clerk", "Harbour Watch"}),
    ("q=mirela", {"Mirela Oduya"}),
    ("kind=organization", {"Harbour Watch"}),
    ("q=nobody", set()),
])
def test_speakers(client, shelf, query, names):
    assert {item["name"] for item in client.get(f"/v1/speakers?{query}").get_json()["items"]} == names


@pytest.mark.parametrize("query, count", [("", 2), ("kind=mixed", 1), ("q=wall", 1), ("kind=post", 0)])
def test_what_one_speaker_said(client, shelf, query, count):
    assert len(client.get(f"/v1/speakers/s1/quotes?{query}").get_json()["items"]) == count


@pytest.mark.parametrize("address", ["/v1/quotes", "/v1/documents", "/v1/speakers", "/v1/documents/d1/quotes",
                                     "/v1/speakers/s1/quotes"])
@pytest.mark.parametrize("query, parameter", [
    ("limit=0", "limit"), ("limit=101", "limit"), ("limit=-1", "limit"), ("limit=ten", "limit"), ("limit=", "limit"),
    ("limit=1&limit=2", "limit"), ("cursor=abc", "cursor"), ("cursor=", "cursor"), ("page=2", "page"),
    ("cursor=%00", "cursor"), ("offset=100000", "offset"),
])
def test_bad_parameters_are_named(client, shelf, address, query, parameter):
    response = client.get(f"{address}?{query}")
    assert response.status_code == 422
    assert [fault["parameter"] for fault in response.get_json()["errors"]] == [parameter]


@pytest.mark.parametrize("query", ["kind=indirect", "speaker=%00", "document=12", "from=yesterday", "min_confidence=2",
                                   "q=" + "a" * 401, "sort=random", "speaker=", "q=", "publisher=", "speaker=Jos%E9",
                                   "q=%FF", "publisher=%ED%A0%80"])
def test_bad_filters_are_named(client, query):
    response = client.get(f"/v1/quotes?{query}")
    assert response.status_code == 422
    assert response.get_json()["errors"][0]["parameter"] == query.split("=")[0]


def test_a_cursor_of_another_list_is_refused(client, many):
    cursor = client.get("/v1/quotes").get_json()["next"].split("cursor=")[1]
    assert client.get(f"/v1/quotes?cursor={cursor}").status_code == 200
    assert client.get(f"/v1/documents?cursor={cursor}").status_code == 422
    assert client.get(f"/v1/documents/d1/quotes?cursor={cursor}").status_code == 422


@pytest.mark.parametrize("query", ["q=100%25", "speaker=%25E9", "publisher=%25FF&q=Jos%C3%A9", "q=%EF%BF%BD"])
def test_a_percent_sign_is_a_sign_like_others(client, shelf, query):
    assert client.get(f"/v1/quotes?{query}").get_json()["items"] == []


@pytest.mark.parametrize("address, other, status", [
    ("/v1/quotes?q=number", "q=number", 200), ("/v1/quotes?q=number", "q=number&kind=direct", 200),
    ("/v1/quotes?q=number&sort=relevance", "q=number&sort=relevance", 200),
    ("/v1/quotes?q=number", "q=number&sort=relevance", 422), ("/v1/quotes?q=number&sort=relevance", "q=number", 422),
    ("/v1/quotes?q=number&sort=relevance", "q=other&sort=relevance", 422),
    ("/v1/quotes?q=number&sort=relevance", "", 422),
    ("/v1/speakers/s1/quotes?q=number&sort=relevance", "q=number&sort=relevance", 200),
    ("/v1/speakers/s1/quotes?q=number&sort=relevance", "q=number", 422),
])
def test_a_cursor_of_another_order_is_refused(client, many, address, other, status):
    following = client.get(f"{address}&limit=1").get_json()["next"]
    path, cursor = address.partition("?")[0], following.split("cursor=")[1]
    assert client.get(f"{path}?{other}").status_code == 200
    assert client.get(f"{path}?{other}&cursor={cursor}").status_code == status


def test_a_speakers_own_list_takes_no_speaker(client, shelf):
    assert client.get("/v1/speakers/s1/quotes?speaker=s2").status_code == 422
