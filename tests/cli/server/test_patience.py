"""How long a caller is waited for: some seconds, more for what moves, anew for every wait."""

from __future__ import annotations

import pytest

from quotes.cli.server.patience import SLOWEST, Patience

WAITS = [  # for each moment: whether something is waited for, how many bytes have moved, whether it is over
    [(0, True, 0, False), (9.9, True, 0, False), (10.1, True, 0, True)],
    [(0, True, 0, False), (10.1, True, SLOWEST, False), (11.1, True, SLOWEST, True)],
    [(0, True, 500, False), (10.1, True, 500, True)],  # what moved before counts for nothing
    [(0, True, 0, False), (9, False, 0, False), (11, True, 0, False), (20.9, True, 0, False), (21.1, True, 0, True)],
    [(0, False, 0, False), (99, False, 0, False)],
    [(0, True, 0, False), (5, True, 10, False), (10.1, True, 20, True)],  # a byte now and then does not help
]


@pytest.mark.parametrize("moments", WAITS)
def test_it_is_over(moments):
    patience = Patience(10)
    assert [patience.is_over(waits, moved, now) for now, waits, moved, _ in moments] == [over for *_, over in moments]
