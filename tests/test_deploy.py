"""The set-up of nginx in deploy/ in front of the service: it passes on what it should, and holds back slow senders."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import socket
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.server import running

CONFIGURATION = Path(__file__).parents[1] / "deploy" / "nginx.conf"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
SLOW = b"GET /v1/quotes HTTP/1.1\r\nHost: a\r\nX: "
pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def proxy(tmp_path_factory):
    """The port of nginx, the log of the service behind it."""
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    settings = {"QUOTES_DATABASE": f"sqlite:///{folder / 'quotes.db'}", "QUOTES_TRUSTED_PROXIES": "1",
                "QUOTES_PUBLIC_URL": "https://quotes.example"}
    with running(settings) as service:
        written = CONFIGURATION.read_text(encoding="utf-8")
        for there, here in (("server quotes:8000", f"server {urlsplit(service.address).netloc}"),
                            ("listen 8080", f"listen 127.0.0.1:{port}"), ("/tmp/", f"{folder}/"),
                            ("/dev/stderr", f"{folder}/error.log")):
            assert there in written
            written = written.replace(there, here)
        (folder / "nginx.conf").write_text(written, encoding="utf-8")
        # Started by the superuser, its workers would be somebody else, who must not write here.
        more = "daemon off;" + (" user root;" if os.geteuid() == 0 else "")
        with subprocess.Popen([NGINX, "-c", folder / "nginx.conf", "-g", more], stderr=subprocess.PIPE) as nginx:
            wait_for(port, nginx)
            yield port, service.process.stdout
            nginx.terminate()


def wait_for(port, nginx):
    until = time.monotonic() + 30
    while time.monotonic() < until and nginx.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"nginx did not start: {nginx.stderr.read().decode()}")


def ask(port, method, path, body=None, **headers):
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    line.request(method, path, body, headers)
    answer = line.getresponse()
    content = answer.read()
    line.close()
    return answer, content


def test_look_ups_and_articles_pass_with_the_callers_address(proxy):
    port, log = proxy
    answer, content = ask(port, "GET", "/v1/quotes", **{"X-Forwarded-For": "192.0.2.77"})
    assert answer.status == 200 and json.loads(content)["items"] == []
    logged = json.loads(next(line for line in log if '"/v1/quotes"' in line))
    assert logged["address"] == "127.0.0.1"  # nobody chooses the address under which he is counted
    article = json.dumps({"text": "“The lock is shut,” said Ona Brandt. " * 2000})
    answer, content = ask(port, "POST", "/v1/extract", article, **{"Content-Type": "application/json"})
    assert answer.status == 200 and len(json.loads(content)["quotes"]) == 2000
    answer, content = ask(port, "GET", "/")
    assert answer.status == 200 and b"https://quotes.example" in content


def test_a_batch_reaches_the_service(proxy):
    answer, content = ask(proxy[0], "POST", "/v1/documents/batch", b"{}\n", **{"Content-Type": "application/x-ndjson"})
    assert answer.status == 401 and json.loads(content)["status"] == 401


def test_slow_senders_are_held_back(proxy):
    with ExitStack() as lines:
        for _ in range(40):
            lines.enter_context(socket.create_connection(("127.0.0.1", proxy[0]), timeout=20)).sendall(SLOW)
        assert [ask(proxy[0], "GET", path)[0].status for path in ("/healthz", "/v1/quotes", "/")] == [200, 200, 200]


def test_one_address_has_a_bounded_number_of_requests(proxy):
    with ExitStack() as lines:
        for _ in range(64):
            line = lines.enter_context(socket.create_connection(("127.0.0.1", proxy[0]), timeout=20))
            line.sendall(b"POST /v1/extract HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{")
        time.sleep(0.2)
        assert ask(proxy[0], "GET", "/healthz")[0].status == 429
    time.sleep(0.2)
    assert ask(proxy[0], "GET", "/healthz")[0].status == 200
