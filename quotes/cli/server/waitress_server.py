"""A server whose threads only ever work: callers are waited for in one loop, those of one address are not too many."""

from __future__ import annotations

import socket
import time
from collections import deque
from typing import Any

from waitress import wasyncore
from waitress.server import TcpWSGIServer

from quotes.cli.server.channel import Channel
from quotes.cli.server.queues import Queues
from quotes.cli.server.rules import Rules

TURN = 1  # seconds that the loop waits where nothing happens, and between two looks at who takes too long


class BufferingServer(TcpWSGIServer):
    """Waitress's server, with rules for its callers, over a socket that is bound already."""

    channel_class = Channel

    def __init__(self, application: Any, listener: socket.socket, rules: Rules) -> None:
        self.rules = rules
        info = (listener.family, listener.type, listener.proto, listener.getsockname())
        self._held: deque[Channel] = deque()
        self._next_look = 0.0
        super().__init__(application, {}, True, listener, Queues(), rules.for_all, info, bind_socket=False)

    def turn(self) -> None:
        """Wait for callers, do what they let be done, and every second give up those who take too long."""
        wasyncore.loop(TURN, use_poll=True, map=self._map, count=1)
        for _ in range(len(self._held)):
            self.add_task(self._held.popleft())
        moment = time.monotonic()
        if moment >= self._next_look:
            self._next_look = moment + TURN
            for channel in tuple(self.active_channels.values()):
                channel.end_if_late(moment)

    def add_task(self, channel: Channel) -> None:
        """Have a channel's first request answered, as soon as its caller has read the answer to the one before."""
        if channel.total_outbufs_len:
            self._held.append(channel)
        elif channel.connected:
            self.task_dispatcher.add_task(channel)

    def handle_accept(self) -> None:
        """Take a new caller in; of an address with too many connections, whoever has waited longest has to go.

        Those go first who are sent nothing; whoever is being answered stays.
        """
        super().handle_accept()
        newest = next(reversed(self.active_channels.values()), None)
        if newest is None or self.rules.proxies:
            return
        same = [one for one in self.active_channels.values() if one.peer == newest.peer]
        if len(same) > self.rules.connections:
            waiting = [one for one in same if one.waits]
            min(waiting, key=lambda one: bool(one.total_outbufs_len), default=newest).handle_close()

    @property
    def is_idle(self) -> bool:
        """Whether every request that was there is answered, and the answer read or given up."""
        return all(one.waits and not one.total_outbufs_len for one in self.active_channels.values())

    def stop_accepting(self) -> None:
        """Take no new callers in; the socket itself stays open for other processes."""
        self.accepting = False
        self.del_channel(self._map)
