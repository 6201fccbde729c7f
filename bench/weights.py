"""The shipped weights, learned anew from the corpora in QUOTES_TEST_DATA: whether the file is what they give.

`make weights` writes them instead. One core, five minutes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.corpora import test_data
from quotes import languages
from quotes.attribution.attributor import Weights
from quotes.model.entity_corpus import read_tagged
from quotes.model.gold_corpus import read_corpus, read_names
from quotes.model.mention_training import SMALL
from quotes.model.training import Material, train
from quotes.model.weights import SHIPPED, read_weights, write_weights

CORPORA = ("bench/polnear-train.jsonl", "bench/world-train.jsonl")
NAMES = ("bench/polnear-train.names.jsonl", "bench/world-train.names.jsonl")
TAGGED = "ner/worldwide.jsonl.gz"
CLOSE = 0.01  # what other builds of the same libraries may differ by, in weights between -10 and 10


def material(data: Path) -> Material:
    """What the shipped weights are learned from."""
    names = {article: of for file in NAMES for article, of in read_names(data / file).items()}
    return Material(tuple(tuple(read_corpus(data / corpus)) for corpus in CORPORA), names,
                    tuple(read_tagged(data / TAGGED)))


def differences(ours: Weights, theirs: Weights) -> int:
    """How many weights of two sets differ by more than rounding."""
    far = 0
    for one, other in ((ours.mention, theirs.mention), (ours.speech, theirs.speech), (ours.figure, theirs.figure)):
        for clue in one.keys() | other.keys():
            table, again = one.get(clue, {}), other.get(clue, {})
            far += sum(abs(table.get(key, 0.0) - again.get(key, 0.0)) > SMALL + CLOSE for key in table.keys() | again)
    facts, others = ours.entities.facts, theirs.entities.facts
    return far + sum(any(abs(a - b) > SMALL + CLOSE for a, b in zip(facts[fact], others[fact], strict=True))
                     for fact in facts.keys() & others.keys()) + len(facts.keys() ^ others.keys())


def main() -> None:
    """Learn the weights anew, and compare them with the shipped file or write that."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--write", metavar="VERSION", help="write the file, with this version, instead of comparing")
    version = asked.parse_args().write
    data = test_data(*CORPORA, *NAMES, TAGGED)
    shipped = read_weights()
    weights = train(material(data), languages.load("en"), version or shipped.version)
    if version:
        write_weights(SHIPPED, weights)
        return
    far = differences(shipped, weights)
    print(f"{far} weights of the shipped file differ from those learned anew")
    sys.exit(1 if far else 0)


if __name__ == "__main__":
    main()
