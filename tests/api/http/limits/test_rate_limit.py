"""Rate limits: for each key and each address, in one process and in several with Redis."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from dataclasses import replace

import pytest
from redis import Redis

from quotes.api.app import create_app
from quotes.records.errors import BadSetting
from quotes.settings import read_settings
from tests.api.conftest import PUBLIC

LIMIT = "3 per hour"


@pytest.fixture
def limited(settings, store):
    """A client for a service that answers three requests an hour."""
    return create_app(replace(settings, rate_limit=LIMIT), store).test_client()


def statuses(client, times, address="/v1/quotes", **options):
    return [client.get(address, **options).status_code for _ in range(times)]


def test_too_many_requests_are_refused_with_when_to_come_back(limited):
    assert statuses(limited, 3) == [200, 200, 200]
    response = limited.get("/v1/quotes")
    content = response.get_json()
    assert response.status_code == 429 and response.mimetype == "application/problem+json"
    assert content["type"] == "/problems/too-many" and "3 per 1 hour" in content["detail"]
    assert 0 < int(response.headers["Retry-After"]) <= 3601
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_a_browser_gets_a_page(limited):
    statuses(limited, 3)
    assert limited.get("/", headers={"Accept": "text/html"}).mimetype == "text/html"


def test_all_routes_count_together(limited, keys):
    assert [limited.get(address).status_code for address in ("/v1/quotes", "/v1/speakers", "/", "/v1/documents")] == [
        200, 200, 200, 429]
    assert limited.post("/v1/extract", json={"text": "a"}).status_code == 429


def test_each_key_and_each_address_is_counted_alone(limited, keys):
    assert statuses(limited, 4)[-1] == 429
    assert statuses(limited, 4, headers=keys["read"]) == [200, 200, 200, 429]
    assert statuses(limited, 3, headers=keys["write"]) == [200, 200, 200]
    assert statuses(limited, 4, environ_base={"REMOTE_ADDR": "192.0.2.7"}) == [200, 200, 200, 429]


@pytest.mark.parametrize("one, other, together", [
    ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True), ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
    ("192.0.2.1", "192.0.2.2", False), ("::ffff:192.0.2.1", "192.0.2.1", True), ("fe80::1%eth0", "fe80::2", True),
])
def test_a_network_of_one_customer_counts_as_one_address(limited, one, other, together):
    assert statuses(limited, 3, environ_base={"REMOTE_ADDR": one}) == [200] * 3
    assert statuses(limited, 1, environ_base={"REMOTE_ADDR": other}) == [429 if together else 200]


@pytest.mark.parametrize("method, path, weight", [
    ("GET", "/v1/quotes", 1), ("GET", "/v1/verify?text=anything", 5), ("GET", "/v1/stats/speakers", 5),
    ("GET", "/statistics", 5), ("POST", "/v1/extract", 10), ("POST", "/try", 10), ("POST", "/v1/verify", 10),
    ("POST", "/v1/documents", 5), ("POST", "/v1/documents/batch", 20), ("GET", "/v1/quotes/export", 20),
])
def test_what_takes_long_counts_as_several(settings, store, method, path, weight):
    client = create_app(replace(settings, rate_limit=f"{2 * weight} per hour"), store).test_client()
    found = []
    for _ in range(3):
        with client.open(path, method=method, buffered=True) as response:
            found.append((response.status_code, response.data))
    assert found[1][0] != 429 and found[2][0] == 429
    assert (f"counts as {weight}".encode() in found[2][1]) == (weight > 1)


def test_a_rate_below_a_weight_lets_one_through(limited):
    assert limited.post("/v1/extract", json={"text": "a"}).status_code == 200
    assert statuses(limited, 1) == [429]


@pytest.mark.parametrize("name", ["revoked", "expired"])
def test_keys_out_of_use_count_for_their_address(limited, keys, name):
    assert statuses(limited, 4, headers=keys[name]) == [401, 401, 401, 429]
    assert statuses(limited, 1) == [429]


def test_guesses_at_keys_are_counted(limited):
    guesses = [{"Authorization": f"Bearer qk_0000000{n}_{'0' * 40}"} for n in range(5)]
    found = [limited.patch("/v1/quotes/q1", json={}, headers=guess).status_code for guess in guesses]
    assert found == [401, 401, 401, 429, 429]


def test_what_watches_the_service_is_never_refused(limited):
    for address in ("/healthz", "/readyz", "/metrics", "/static/quotes.css"):
        for _ in range(5):
            response = limited.get(address)
            assert response.status_code == 200
            response.close()
    assert statuses(limited, 3) == [200, 200, 200]


@pytest.mark.parametrize("proxies, forwarded, counted_apart", [
    (0, ["192.0.2.1", "192.0.2.2"], False),  # nobody believes what a caller says of itself
    (1, ["192.0.2.1", "192.0.2.2"], True),
    (1, ["192.0.2.9, 192.0.2.1", "192.0.2.8, 192.0.2.1"], False),  # only the last entry is ours
    (2, ["192.0.2.9, 192.0.2.1", "192.0.2.8, 192.0.2.1"], True),
])
def test_whom_a_server_in_front_names(settings, store, proxies, forwarded, counted_apart):
    client = create_app(replace(settings, rate_limit="1 per hour", trusted_proxies=proxies), store).test_client()
    found = [client.get("/v1/quotes", headers={"X-Forwarded-For": value}).status_code for value in forwarded]
    assert found == [200, 200 if counted_apart else 429]


def test_no_other_header_of_a_server_in_front_is_believed(settings, store):
    client = create_app(replace(settings, trusted_proxies=1), store).test_client()
    response = client.get("/feed.json", headers={"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "gopher",
                                                 "X-Forwarded-Prefix": "/evil"})
    assert response.get_json()["feed_url"] == f"{PUBLIC}/feed.json"


def test_off_is_off(settings, store):
    client = create_app(replace(settings, rate_limit=None), store).test_client()
    assert set(statuses(client, 20, "/healthz") + statuses(client, 20)) == {200}


@pytest.mark.parametrize("written, read", [
    ("600 per minute", "600 per minute"), ("20/second; 600 / minutes", "20 per second;600 per minute"),
    ("1 PER DAY", "1 per day"), ("off", None), ("none", None), ("false", None), ("0", None),
])
def test_rates_that_can_be_set(written, read):
    assert read_settings({"QUOTES_RATE_LIMIT": written}).rate_limit == read


@pytest.mark.parametrize("name, written", [
    ("QUOTES_RATE_LIMIT", "many"), ("QUOTES_RATE_LIMIT", "0 per minute"), ("QUOTES_RATE_LIMIT", "-1 per minute"),
    ("QUOTES_RATE_LIMIT", "10 per week"), ("QUOTES_RATE_LIMIT", "10 per minute;"), ("QUOTES_RATE_LIMIT", "10"),
    ("QUOTES_REDIS_URL", "localhost:6379"), ("QUOTES_REDIS_URL", "http://127.0.0.1"), ("QUOTES_TRUSTED_PROXIES", "all"),
    ("QUOTES_TRUSTED_PROXIES", "-1"), ("QUOTES_TRUSTED_PROXIES", "21"), ("QUOTES_TRUSTED_PROXIES", "9" * 5000),
    ("QUOTES_REDIS_URL", "redis://127.0.0.1:99999/0"), ("QUOTES_REDIS_URL", "redis://127.0.0.1:port/0"),
    ("QUOTES_REDIS_URL", "redis://[::1"), ("QUOTES_REDIS_URL", "redis://127.0.0.1/quotes"),
    ("QUOTES_REDIS_URL", "redis://a b/0"), ("QUOTES_RATE_LIMIT", "9" * 5000 + " per day"),
    ("QUOTES_MAX_BYTES", "9" * 5000), ("QUOTES_MAX_BYTES", "5MB"), ("QUOTES_SEARCH_TIMEOUT_MS", "0"),
    ("QUOTES_PUBLIC_URL", "quotes.example"), ("QUOTES_PUBLIC_URL", "http://"), ("QUOTES_PUBLIC_URL", "https:///quotes"),
    ("QUOTES_PUBLIC_URL", "http://quotes example"), ("QUOTES_PUBLIC_URL", "http://quotes.example?page=1"),
    ("QUOTES_PUBLIC_URL", "http://quotes.example/#top"), ("QUOTES_PUBLIC_URL", "http://[::1"),
    ("QUOTES_PUBLIC_URL", "http://quotes.example:port"), ("QUOTES_PUBLIC_URL", "http://quotes.example:99999"),
    ("QUOTES_PUBLIC_URL", "http://ada:secret@quotes.example"), ("QUOTES_PUBLIC_URL", "http://zitate-für-alle.example"),
    ("QUOTES_PUBLIC_URL", 'http://quotes.example/"><b>'),
])
def test_settings_that_cannot_be_meant(name, written):
    with pytest.raises(BadSetting, match=name) as refused:
        read_settings({name: written})
    assert len(str(refused.value)) < 250 and "secret" not in str(refused.value)


@pytest.mark.parametrize("written, read", [
    ("https://quotes.example/", "https://quotes.example"), ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
    ("https://example.org/quotes/", "https://example.org/quotes"), ("http://[::1]:8000", "http://[::1]:8000"),
    ("https://xn--zitate-fr-alle-8ob.example", "https://xn--zitate-fr-alle-8ob.example"),
])
def test_addresses_that_can_be_set(written, read):
    assert read_settings({"QUOTES_PUBLIC_URL": written}).public_url == read


@pytest.mark.parametrize("written", [
    "redis://127.0.0.1:6379/0", "redis://", "rediss://counts.example", "redis://:p@ss@counts.example:6379/3",
    "redis://127.0.0.1", "redis://127.0.0.1/", "rediss://counts.example/0?ssl_cert_reqs=none", "redis://[::1]:6379/0",
])
def test_places_to_count_that_can_be_set(written):
    assert read_settings({"QUOTES_REDIS_URL": written}).redis_url == written


@pytest.fixture
def redis(tmp_path):
    """The address of a real Redis of our own on loopback."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("redis-server is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen([program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", tmp_path],
                          stdout=subprocess.DEVNULL) as server:
        try:
            for _ in range(100):
                with socket.socket() as line:
                    if line.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield f"redis://127.0.0.1:{port}/0", server
        finally:
            server.terminate()


def test_several_processes_count_together_in_redis(settings, store, keys, redis):
    there = replace(settings, rate_limit=LIMIT, redis_url=redis[0])
    first, second = (create_app(there, store).test_client() for _ in range(2))
    assert [client.get("/v1/quotes").status_code for client in (first, second, first, second, first)] == [
        200, 200, 200, 429, 429]
    assert second.get("/v1/quotes", headers=keys["read"]).status_code == 200


def test_a_redis_whose_clock_was_put_back_locks_nobody_out(settings, store, redis):
    client = create_app(replace(settings, rate_limit=LIMIT, redis_url=redis[0]), store).test_client()
    assert statuses(client, 4) == [200, 200, 200, 429]
    with Redis.from_url(redis[0]) as inside:
        for key in inside.keys("*"):
            inside.expire(key, 10**8)  # as it is for whoever counts before the clock is put back by years
    assert statuses(client, 4) == [200, 200, 200, 429]


def test_without_its_redis_a_process_goes_on_counting_for_itself(settings, store, redis):
    address, server = redis
    client = create_app(replace(settings, rate_limit=LIMIT, redis_url=address), store).test_client()
    assert statuses(client, 2) == [200, 200]
    server.terminate()
    server.wait(timeout=20)
    assert statuses(client, 4) == [200, 200, 200, 429]
