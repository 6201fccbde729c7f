"""Quotation marks that a page's markup holds in other forms: `<q>`, and entities that were escaped twice."""

from __future__ import annotations

import pytest

from tests.documents.platforms.pages import AFTER, BEFORE, page


def paragraph(markup: str) -> str:
    """The paragraph between the first and the second."""
    text = page(f"<p>{markup}</p>").text
    return text[text.index(BEFORE) + len(BEFORE) : text.index(AFTER)].strip()


@pytest.mark.parametrize("markup, expected", [
    ("Ilse Brandt said: <q>Before the swallows leave.</q> She smiled.",
     "Ilse Brandt said: “Before the swallows leave.” She smiled."),
    ("She said: <q>He called it <q>a bathtub</q> again.</q> Nobody smiled.",
     "She said: “He called it ‘a bathtub’ again.” Nobody smiled."),
    ("She asked <q lang='en'><em>Why</em> not now?</q> and left the room.",
     "She asked “Why not now?” and left the room."),
    ("She said <q>it isn't theirs</q> and left the room at noon.",
     "She said “it isn't theirs” and left the room at noon."),
    # The page prints the marks itself.
    ("She said “<q>Before the swallows leave.</q>” and smiled.", "She said “Before the swallows leave.” and smiled."),
    ("She said <q>“Before the swallows leave.”</q> and smiled.", "She said “Before the swallows leave.” and smiled."),
    ("She said <q>«Before the swallows leave.»</q> and smiled.", "She said «Before the swallows leave.» and smiled."),
    ("She said <q></q>nothing at all and left the room at noon.", "She said nothing at all and left the room at noon."),
])
def test_a_q_has_the_marks_that_a_browser_shows(markup: str, expected: str):
    assert paragraph(markup) == expected


@pytest.mark.parametrize("markup, expected", [
    ("&amp;ldquo;We open in June,&amp;rdquo; said Ilse Brandt, the harbour master.",
     "“We open in June,” said Ilse Brandt, the harbour master."),
    ("&amp;#8220;We don&amp;#x2019;t know,&amp;#8221; said Ilse Brandt &amp;ndash; twice.",
     "“We don’t know,” said Ilse Brandt – twice."),
    ("&amp;quot;We open in June,&amp;quot; said Ilse Brandt of the caf&amp;eacute; here.",
     '"We open in June," said Ilse Brandt of the café here.'),
    ("&amp;laquo;&amp;nbsp;We open in June&amp;nbsp;&amp;raquo;, said Ilse Brandt at last.",
     "« We open in June », said Ilse Brandt at last."),
    # Words about entities, markup shown as words, and what only looks like one.
    ("In HTML one writes &amp;ldquo; for the opening mark and nothing else.",
     "In HTML one writes &ldquo; for the opening mark and nothing else."),
    ("In HTML one writes <code>&amp;ldquo;We&amp;rdquo;</code> for such words.",
     "In HTML one writes &ldquo;We&rdquo; for such words."),
    ("The tag is &amp;lt;b&amp;gt; and it makes words bold in every page.",
     "The tag is &lt;b&gt; and it makes words bold in every page."),
    ("The address is ?a=1&amp;amp;copy=2 and it leads to the baths by the sea.",
     "The address is ?a=1&copy=2 and it leads to the baths by the sea."),
    ("Fish &amp; chips were sold, and nobody asked for &amp;nosuchname; at all.",
     "Fish & chips were sold, and nobody asked for &nosuchname; at all."),
])
def test_entities_escaped_twice_are_undone_in_prose(markup: str, expected: str):
    assert paragraph(markup).replace("\xa0", " ") == expected
