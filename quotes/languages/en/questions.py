"""English words of a question that are no words of a quote."""

from __future__ import annotations

from quotes.languages.question_words import QuestionWords

FILLERS = """a an the of on about regarding concerning re who whom what when where which how did does do has have had
say says said saying tell tells told talk talks talked speak speaks spoke think thinks thought by from to at in is was
were are be and quote quotes quoted word words statement statements comment comments his her their""".split()


def part() -> QuestionWords:
    """The words of English questions."""
    return QuestionWords(
        fillers=frozenset(FILLERS),
        places=frozenset("in from via at on".split()),
        since=frozenset("since from".split()),
        after=frozenset(["after"]),
        until=frozenset("until till through".split()),
        before=frozenset(["before"]),
        at=frozenset("in on of during from".split()),
        ranges=frozenset("to until till and - – —".split()),
    )
