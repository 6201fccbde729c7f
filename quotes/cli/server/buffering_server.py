"""A server whose threads only ever work: callers are waited for in one loop, those of one address are not too many."""

from __future__ import annotations

import socket
from typing import Any

from waitress import wasyncore
from waitress.server import TcpWSGIServer

from quotes.cli.server.channel import Channel, now
from quotes.cli.server.queues import Queues
from quotes.cli.server.rules import Rules

TURN = 1  # seconds that the loop waits where nothing happens


class BufferingServer(TcpWSGIServer):
    """Waitress's server, with rules for its callers, over a socket that is bound already."""

    channel_class = Channel

    def __init__(self, application: Any, listener: socket.socket, rules: Rules) -> None:
        self.rules = rules
        info = (listener.family, listener.type, listener.proto, listener.getsockname())
        super().__init__(application, {}, True, listener, Queues(), rules.for_all, info, bind_socket=False)

    def turn(self) -> None:
        """Wait for callers, and do what they let be done."""
        wasyncore.loop(TURN, use_poll=True, map=self._map, count=1)

    def handle_accept(self) -> None:
        """Take a new caller in; of an address with too many connections, whoever has waited longest has to go."""
        super().handle_accept()
        if self.rules.proxies:
            return
        newest = next(reversed(self.active_channels.values()), None)
        if newest is None:
            return
        same = [one for one in self.active_channels.values() if one.peer == newest.peer and not one.will_close]
        if len(same) > self.rules.connections:
            (next((one for one in same if one.waits), newest)).will_close = True

    def maintenance(self, now_by_date: float) -> None:
        """Let go, every second, of callers who are silent between requests, too slow with one, or do not read."""
        super().maintenance(now_by_date)
        moment = now()
        for channel in tuple(self.active_channels.values()):
            channel.end_if_late(moment)

    @property
    def is_idle(self) -> bool:
        """Whether every request that was there is answered, and the answer read or given up."""
        return all(one.waits and not one.total_outbufs_len for one in self.active_channels.values())

    def stop_accepting(self) -> None:
        """Take no new callers in; the socket itself stays open for other processes."""
        self.accepting = False
        self.del_channel(self._map)
