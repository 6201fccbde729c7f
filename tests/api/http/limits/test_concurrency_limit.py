"""Look-ups are answered a few at a time; what is sent to the service does not wait for them, nor they for it."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from quotes.api.http.limits.concurrency_limit import AT_ONCE, in_turn

MANY = 3 * AT_ONCE


class Busy:
    """An application that answers once it has some requests at once, and knows how many it had at most."""

    def __init__(self, together=1):
        self.inside, self.most, self._lock = 0, 0, threading.Lock()
        self._together = threading.Barrier(together)

    def __call__(self, environ, start):
        with self._lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
        self._together.wait(timeout=30)
        time.sleep(0.01)
        with self._lock:
            self.inside -= 1
        if environ["PATH_INFO"] == "/broken":
            raise ValueError("broken")
        return [b""]


def asked(application, method, path="/"):
    return application({"REQUEST_METHOD": method, "PATH_INFO": path}, lambda *_: None)


@pytest.mark.parametrize("method, most", [("GET", AT_ONCE), ("HEAD", AT_ONCE), ("POST", MANY), ("PATCH", MANY),
                                          ("DELETE", MANY), ("OPTIONS", MANY)])
def test_a_few_look_ups_at_a_time_and_all_that_is_sent(method, most):
    busy = Busy(most)
    application = in_turn(busy)
    with ThreadPoolExecutor(MANY) as threads:
        list(threads.map(lambda _: asked(application, method), range(MANY)))
    assert busy.most == most


def test_a_look_up_that_fails_gives_its_place_back():
    application = in_turn(Busy())
    for _ in range(AT_ONCE + 1):
        with pytest.raises(ValueError, match="broken"):
            asked(application, "GET", "/broken")
