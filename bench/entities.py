"""What capitalised words name, on newswire from outside the West: each region read by weights learned from the others.

A name counts as found where its bounds and its kind are those that people marked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from bench.corpora import test_data
from quotes import languages
from quotes.languages.contract import Language
from quotes.model.entity_corpus import TaggedArticle, read_tagged
from quotes.model.entity_training import fit_entities, form_examples
from quotes.text.entities.entity_labels import LABELS
from quotes.text.entities.recognizer import Recognizer
from quotes.text.tokens import Tokens, tokenizer

TAGGED = "ner/worldwide.jsonl.gz"
# The first part of an article's id is its country.
REGIONS = {
    "Africa": "af afs alg et ghana kenya mauritius panaf sa",
    "Asia": "asia bangladesh cn in jp kr mong my pk th tw",
    "Middle East": "eg iran israel jr kw oman qt saud uae",
    "Oceania and indigenous media": "aus canada nm nz",
}
OTHER = "Latin America"
REGION_OF = {country: region for region, countries in REGIONS.items() for country in countries.split()}

Named = tuple[int, int, str]


def region(article: TaggedArticle) -> str:
    """The region that an article comes from."""
    return REGION_OF.get(article.id.partition("_")[0], OTHER)


def marked(article: TaggedArticle, tokens: Tokens) -> set[Named]:
    """The names that people marked, by tokens."""
    return {(bisect_right(tokens.ends, name.start), bisect_left(tokens.starts, name.end), name.kind)
            for name in article.names}


def counts(articles: list[TaggedArticle], recognizer: Recognizer, language: Language) -> Counter[tuple[str, str]]:
    """How many names of each kind are marked, found, and both."""
    found: Counter[tuple[str, str]] = Counter()
    for article in articles:
        tokens = tokenizer(language).tokens(article.text)
        gold = marked(article, tokens)
        said = {(run.name, run.after, str(run.kind)) for run in recognizer.runs(tokens, language)}
        for kind in LABELS[1:]:
            of_kind = [{name for name in names if name[2] == kind} for names in (gold, said)]
            found.update({(kind, "marked"): len(of_kind[0]), (kind, "found"): len(of_kind[1]),
                          (kind, "both"): len(of_kind[0] & of_kind[1])})
    return found


def rows(title: str, found: Counter[tuple[str, str]]) -> Iterator[str]:
    """A line for each kind."""
    for kind in LABELS[1:]:
        both = found[kind, "both"]
        precision, recall = both / max(1, found[kind, "found"]), both / max(1, found[kind, "marked"])
        f1 = 2 * both / max(1, found[kind, "found"] + found[kind, "marked"])
        yield f"{title:30}{kind:14}P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  of {found[kind, 'marked']}"


def main() -> None:
    """Leave one region out at a time."""
    language = languages.load("en")
    articles = read_tagged(test_data(TAGGED) / TAGGED)
    examples = {article.id: form_examples(article, language) for article in articles}
    total: Counter[tuple[str, str]] = Counter()
    for left_out in (*REGIONS, OTHER):
        weights = fit_entities([example for article in articles if region(article) != left_out
                                for example in examples[article.id]])
        inside = [article for article in articles if region(article) == left_out]
        found = counts(inside, Recognizer(weights), language)
        total += found
        print("\n".join(rows(left_out, found)), flush=True)
    print("\n".join(rows("all", total)))


if __name__ == "__main__":
    main()
