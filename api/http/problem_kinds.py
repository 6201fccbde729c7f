"""The kinds of problems: the address, status, title and advice of each."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of problem: the last part of its address, its status, its title, and what to do about it."""

    slug: str
    status: int
    title: str
    help: str


KINDS = (
    Kind("bad-request", 400, "The request cannot be understood", "Check how the request is put together."),
    Kind("malformed-json", 400, "The body is not JSON",
         "Send one JSON object in UTF-8, without NaN, Infinity or repeated names, and not hundreds of levels deep."),
    Kind("key-needed", 401, "A key is needed",
         "Send a key in the header Authorization: Bearer KEY. “quotes keys add” makes one."),
    Kind("scope-too-small", 403, "The key does not allow this", "Use a key with the scope that the detail names."),
    Kind("switched-off", 403, "This is switched off here", "Whoever runs this service has switched it off."),
    Kind("form-expired", 403, "This form is no longer valid", "Load the page again, and send its form again."),
    Kind("not-found", 404, "There is nothing here", "Check the address; ids look like q12, s12 and d12."),
    Kind("method-not-allowed", 405, "This address does not answer that method",
         "The header Allow names the methods that it answers."),
    Kind("too-slow", 408, "The request did not arrive", "Send it again, without long pauses."),
    Kind("conflict", 409, "This conflicts with what is there",
         "The detail says what stands in the way, and what to do first."),
    Kind("taken-down", 409, "This article was taken down",
         "It is not kept again. To allow it, an admin can undo the decision that the detail names."),
    Kind("gone", 410, "This is not shown any more", "Whoever runs this collection has hidden it."),
    Kind("changed-since", 412, "It was changed since you read it",
         "Nothing of yours was written. Read it again, then decide; send its new ETag as If-Match."),
    Kind("version-needed", 428, "If-Match is needed", "Send the ETag that came with the last answer as If-Match."),
    Kind("too-large", 413, "The body is too large", "Send less at once; the detail names the limit."),
    Kind("wrong-type", 415, "The body is of the wrong type",
         "Send Content-Type: application/json, in UTF-8 and not compressed."),
    Kind("invalid-input", 422, "Something in the request cannot be used", "The list of errors says what, and where."),
    Kind("over-budget", 422, "Reading this takes too much", "Send it in parts; the detail names the limit."),
    Kind("too-many", 429, "Too many requests", "Send the same request again after the seconds in Retry-After."),
    Kind("internal", 500, "Something went wrong on our side",
         "The request may be right; try it again, and tell whoever runs this service if it fails again."),
    Kind("unsupported-format", 501, "This format is not offered", "Ask for format=json."),
    Kind("busy", 503, "The collection is busy", "Send the same request again after the seconds in Retry-After."),
    Kind("damaged", 503, "The collection is damaged",
         "The collection is damaged; what was asked for could not be read, or was not kept. Nothing more is written "
         "until whoever runs this service has put a backup in its place."),
    Kind("no-room", 503, "There is no room left for the collection",
         "Reading goes on; nothing of this was kept. Send it again once whoever runs this service has made room."),
    Kind("not-writable", 503, "The collection cannot be written",
         "Reading goes on; nothing of this was kept. Whoever runs this service finds the reason in its log."),
    Kind("maybe-kept", 503, "It is not certain that this was kept",
         "The disk failed in the moment of keeping. Look whether it is there before you send it again; an article that "
         "is sent twice is kept once."),
    Kind("readers-busy", 503, "Too many articles are being read",
         "Send the same request again after the seconds in Retry-After."),
    Kind("out-of-time", 503, "This takes too long to look up",
         "Ask for less at once, as the detail says; or send it again after the seconds in Retry-After."),
    Kind("store-unavailable", 503, "The collection cannot be reached",
         "Nothing was lost, and nothing was kept. Whoever runs this service finds the reason in its log."),
)
BY_SLUG = {kind.slug: kind for kind in KINDS}
BY_STATUS = {kind.status: kind for kind in reversed(KINDS)}
