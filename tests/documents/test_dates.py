"""Printed dates in the languages of embeds, made ISO 8601, or left alone."""

from __future__ import annotations

import pytest

from quotes.documents.dates import from_milliseconds, machine_moment, printed_moment


@pytest.mark.parametrize("text, expected", [
    ("May 16, 2024", "2024-05-16"),
    ("March 3rd 2019", "2019-03-03"),
    ("16 May 2024", "2024-05-16"),
    ("5. November 2023", "2023-11-05"),
    ("19. März 2018", "2018-03-19"),
    ("20 novembre 2024 à 14:43", "2024-11-20"),
    ("26 août 2020", "2020-08-26"),
    ("1er juin 2021", "2021-06-01"),
    ("12 de mayo de 2020", "2020-05-12"),
    ("7 марта 2022", "2022-03-07"),
    ("9 juillet 2022", "2022-07-09"),
    ("Thursday, March 26, 2020", "2020-03-26"),
    ("7:32 PM · Dec 7, 2024", "2024-12-07"),
    ("Apr 12, 2019 at 4:50am PDT", "2019-04-12T11:50:00Z"),
    ("Dec 31, 2019 at 11:30pm EST", "2020-01-01T04:30:00Z"),
    ("Mar 14, 2018 um 12:05am UTC", "2018-03-14T00:05:00Z"),
    ("2024年5月16日", "2024-05-16"),
    ("2024년 5월 16일", "2024-05-16"),
    ("16 مايو 2024", "2024-05-16"),
])
def test_a_printed_date(text: str, expected: str):
    assert printed_moment(text) == expected


@pytest.mark.parametrize("text", ["2/3/2024", "February 30, 2024", "Foo 12, 2024", "May 2024", "16 May", "", "2024",
 "Room 16, 2024"])
def test_what_is_no_date_is_not_guessed_at(text: str):
    assert printed_moment(text) is None


@pytest.mark.parametrize("text, expected", [
    ("2024-05-16T10:00:00Z", "2024-05-16T10:00:00+00:00"),
    ("2024-05-16T10:00:00.123+02:00", "2024-05-16T10:00:00.123000+02:00"),
    ("2024-05-16T10:00", "2024-05-16T10:00"),
    ("2024-05-16", "2024-05-16"),
    ("0000-00-00", None),
    ("0001-01-01T00:00:00Z", None),
    ("2024-05-16T99:00", None),
    ("soon", None),
])
def test_a_machines_date(text: str, expected: str | None):
    assert machine_moment(text) == expected


@pytest.mark.parametrize("count, expected", [(1715879844000, "2024-05-16T17:17:24Z"), (0, None), (10**18, None), (-1,
 None)])
def test_milliseconds(count: int, expected: str | None):
    assert from_milliseconds(count) == expected
