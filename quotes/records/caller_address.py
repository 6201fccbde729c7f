"""By which address callers are told apart, where connections and requests of each are counted."""

from __future__ import annotations

import ipaddress

NETWORK = 64  # bits of an IPv6 address that belong to one customer


def counted_address(written: str) -> str:
    """The address by which callers are told apart: of IPv6 the network that one customer has, IPv4 inside it as such.

    What is no address is given back.
    """
    try:
        address = ipaddress.ip_address(written.partition("%")[0])
    except ValueError:
        return written
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, NETWORK), strict=False))
