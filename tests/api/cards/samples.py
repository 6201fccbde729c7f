"""Quotes whose cards are looked at: every kind of card, and every way of writing."""

from __future__ import annotations

from dataclasses import replace

from quotes.records.document import Document
from quotes.records.evidence import Via
from quotes.records.post import PostDetails
from quotes.records.quote import Quote
from quotes.records.speaker import QuotedSpeaker

GAZETTE = Document("", id="d1", title="Vote on the sea wall", publisher="Shore Gazette", published_at="2025-03-05",
                   language="en")
MASTER = QuotedSpeaker("s1", "Mirela Oduya", "person", "the harbour master")
SHORT = Quote("q1", "direct", "The wall will hold,", 0, 19, "certain", 0.97, speaker=MASTER, document=GAZETTE)
LONG = (
    "The wall will hold, because the people who built it had stood in the water before they drew a single line of it. "
    "We asked Mr. Pell twice for the figures. Nobody sent them to us, and so we measured every stone ourselves, in the "
    "rain, for eleven weeks. You can see the result from the pier on any morning that has no fog. I do not say that it "
    "is beautiful; I say that it is finished, that it is paid for, and that it keeps the market dry when the moon is "
    "full. Ask the fishmongers! They were against it. They are not against it now, and they will tell you so before "
    "you have asked. What is left to do is the railing, which was put off because the paint was the wrong green."
)
POST = PostDetails("twitter", "harbour_watch", "Harbour Watch", "1896987030320054272",
                   posted_at="2025-03-04T18:00:00Z")
SAMPLES = {
    "short": SHORT,
    "long": replace(SHORT, text=LONG),
    "unsure": replace(SHORT, verdict="unsure", confidence=0.6, via=Via("the Gazette")),
    "corrected": replace(SHORT, verdict="corrected", confirmed_by="a desk", kind="mixed",
                         text="it keeps the market dry when the moon is full, and that is all I ever promised anybody"),
    "unnamed": replace(SHORT, text="Nobody asked us.",
                       speaker=QuotedSpeaker("s2", "a clerk close to the harbour board", "unnamed")),
    "post": replace(SHORT, kind="post", text="High water at four, bring boots. #seawall", post=POST,
                    speaker=QuotedSpeaker("s3", "Harbour Watch", "organization")),
    "arabic": replace(SHORT, text="سيصمد الجدار هذا الشتاء، وقد قلنا لوكالة Reuters في 25 مارس إن الأعمال انتهت.",
                      speaker=QuotedSpeaker("s4", "ليلى منصور", "person", "مديرة الميناء"),
                      document=replace(GAZETTE, language="ar", publisher="جريدة الشاطئ")),
    "japanese": replace(SHORT,
                        text="壁は持ちこたえる。市場はもう濡れないと、私たちは約束した。ペンキの色だけはまだ決まっていない。",
                        speaker=QuotedSpeaker("s5", "山田 花子", "person", "港湾局長"),
                        document=replace(GAZETTE, language="ja", publisher="海辺新聞")),
    "emoji": replace(SHORT, text="Dry feet 👍🏽 dry fish 🐟 and a flag 🇫🇷 on the family 👩‍👩‍👧 pier ❤️"),
}
