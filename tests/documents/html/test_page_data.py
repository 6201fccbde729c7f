"""Articles that a page holds as data only, linked data and the state of frameworks, and data that is none."""

from __future__ import annotations

import json
from html import escape

import pytest

from quotes.documents.html.page import read_page
from tests.documents.platforms.pages import AFTER, BEFORE, LAST

TITLE = "Ferry pier to stay closed"
SAID = "“Nobody has asked the fishermen,” said Ida Moss, who sells bait on the quay."
WORDS = (BEFORE, SAID, AFTER)
BODY = "".join(f"<p>{words}</p>" for words in WORDS)
OTHER = "<p>Another story tells of a lighthouse, and its keeper says that he has never seen the pier.</p>" * 9
RELATED = [{"title": "Keeper of the light", "url": "/light", "body": OTHER}]
POST = "https://twitter.com/harbourboard/status/1791156005331665085"
EMBED = (f'<blockquote class="twitter-tweet"><p>The pier stays.</p>&mdash; Harbour Board (@harbourboard) <a '
         f'href="{POST}">'
         "May 16, 2024</a></blockquote>")


def of(script: str, title: str = TITLE, shown: str = '<div id="root"></div>') -> str:
    """What is read of a page that shows next to nothing and has a script."""
    return read_page(f"<!DOCTYPE html><html lang='en'><head><title>{title}</title></head><body>{shown}{script}</body>"
                     "</html>").text


def as_json(value: object, attributes: str = "type='application/json'") -> str:
    return f"<script {attributes}>{json.dumps(value)}</script>"


def linked(value: object) -> str:
    return as_json(value, "type='application/ld+json'")


def paragraphs(kind: str, holder: str, leaf: dict[str, str]) -> list[dict[str, object]]:
    """The words as typed nodes, each holding one leaf of text."""
    return [{kind: "paragraph", holder: [{**leaf, "text": words}]} for words in WORDS]


ARC = [{"type": "text", "content": words, "_id": f"A{n}"} for n, words in enumerate(WORDS)]
CONTENTFUL = {"nodeType": "document", "content": [
    {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": words, "marks": []}]} for words in WORDS]}
PORTABLE = [{"_type": "block", "style": "normal", "children": [{"_type": "span", "text": words}]} for words in WORDS]
DRAFT = {"blocks": [{"type": "unstyled", "text": words, "key": "a"} for words in WORDS], "entityMap": {}}
LEXICAL = {"root": {"type": "root", "children": paragraphs("type", "children", {"type": "text"})}}
FUSION = {"headlines": {"basic": TITLE}, "content_elements": ARC, "related_content": RELATED}
NUXT_2 = ("<script>window.__NUXT__=(function(a,b,c){return {layout:\"default\",data:[{article:{title:a,slug:b,lead:c,"
          "body:%s}}],error:null,ok:!0}}(%s,'ferry-pier',void 0));</script>")
NUXT_3 = [["ShallowReactive", 1], {"data": 2, "once": 5}, ["ShallowReactive", 3], {"article": 4},
          {"title": 6, "body": 7, "id": 8}, ["Set"], TITLE, BODY, 4711]
STREAM = json.dumps(f'5:["$","main",null,{json.dumps({"article": {"title": TITLE, "body": "$7"}})}]\n7:T'
                    f"{len(BODY.encode()):x},{BODY}")

HELD = [
    linked({"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n\n".join(WORDS)}),
    linked({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "The Quay"},
                                                         {"@type": ["NewsArticle"], "headline": TITLE,
                                                          "articleBody": "\n".join(WORDS)}]}),
    linked([{"@type": "Article", "headline": TITLE, "articleBody": escape(BODY)}]),
    linked({"@type": "NewsArticle", "articleBody": "\n".join(WORDS)}),  # the only one that there is
    as_json({"props": {"pageProps": {"article": {"title": TITLE, "body": BODY}, "related": RELATED}}},
        "id=__NEXT_DATA__"
            " type=application/json"),
    as_json({"props": {"pageProps": {"title": f"{TITLE} | The Quay", "content": {"json": CONTENTFUL}}}}),
    as_json({"story": {"headline": TITLE, "body": PORTABLE, "author": {"name": "Ann Lowe", "bio": OTHER}}}),
    as_json({"story": {"headline": TITLE, "content": DRAFT}}),
    as_json({"story": {"title": TITLE, "content": LEXICAL, "moreStories": RELATED}}),
    as_json({"post": {"title": {"rendered": TITLE}, "content": {"rendered": BODY}, "excerpt": {"rendered": OTHER}}}),
    as_json({"cache": {"Article:1": {"__typename": "Article", "title": TITLE, "bodyHtml": BODY},
                       "Article:2": {"__typename": "Article", "title": "Keeper of the light", "bodyHtml": OTHER}}}),
    as_json(NUXT_3, "id=__NUXT_DATA__ type=application/json"),
    NUXT_2 % (json.dumps(BODY).replace("<", "\\u003C"), json.dumps(TITLE)),
    f"<script>Fusion.contextPath='/pf';Fusion.globalContent={json.dumps(FUSION)};Fusion.spa=false</script>",
    f"<script>window.__PRELOADED_STATE__ = {json.dumps(json.dumps({'a': {'title': TITLE, 'body': BODY}}))};</script>",
    f"<script>window['__S'] = JSON.parse({json.dumps(json.dumps({'a': {'title': TITLE, 'body': BODY}}))})</script>",
    f"<script>var page = {{title: '{TITLE}', comments: [], html: {json.dumps(BODY)}, }};</script>",
    f"<script>self.__next_f.push([1,{STREAM}])</script>",
]


@pytest.mark.parametrize("script", HELD, ids=range(len(HELD)))
def test_an_article_is_read_from_data(script: str):
    assert of(script).split("\n\n") == [TITLE, *WORDS]


NOT_HELD = [
    as_json({"props": {"related": RELATED}}),  # no story of the page's title
    as_json({"article": {"title": TITLE, "related": RELATED, "comments": [{"body": OTHER}]}}),
    as_json({"article": {"title": TITLE, "newsletter": {"text": OTHER}, "authorBio": OTHER, "relatedStories": OTHER}}),
    as_json({"article": {"title": TITLE, "featured": {"headline": "Keeper of the light", "body": OTHER}}}),
    as_json({"article": {"title": TITLE, "tags": ["pier", "storm"],
        "labels": {"share": "Share this with your friends."}}}),
    linked([{"@type": "NewsArticle", "headline": f"Story {n}", "articleBody": OTHER} for n in range(3)]),
    linked({"@type": "NewsArticle", "headline": TITLE}),
    "<script>window.__STATE__ = buildState({title: 'x', body: 'y'}); if (a = {b: 1}) { go() }</script>" + " " * 200,
    f"<script type='application/json'>{{\"title\": \"{TITLE}\", \"body\": \"{BODY[:200]}</script>",  # cut off
    f"<script type='application/json'>{'[' * 5000}{']' * 5000}</script>",
]


@pytest.mark.parametrize("script", NOT_HELD, ids=range(len(NOT_HELD)))
def test_other_stories_and_labels_are_not_read_from_data(script: str):
    assert of(script) == ""


@pytest.mark.parametrize("script", [
    linked({"@type": "NewsArticle", "headline": TITLE, "articleBody": OTHER * 3}),
    as_json({"article": {"title": TITLE, "body": OTHER * 3}}),
], ids=["linked", "state"])
def test_a_page_that_shows_its_article_is_read_from_its_markup(script: str):
    shown = f"<article><h1>{TITLE}</h1>{''.join(f'<p>{words}</p>' for words in (*WORDS, LAST) * 3)}</article>"
    text = of(script, shown=shown)
    assert SAID in text and "lighthouse" not in text


def test_an_article_cut_off_in_the_markup_is_read_whole_from_data():
    whole = [f"{words} This is said for the {n}th time." for n in range(9) for words in (BEFORE, AFTER, LAST)]
    shown = f"<article><h1>{TITLE}</h1>{''.join(f'<p>{words}</p>' for words in whole[:10])}</article>"
    text = of(linked({"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(whole)}), shown=shown)
    assert text.split("\n\n")[1:] == whole


def test_updates_of_a_live_report_are_read_with_their_times():
    updates = [{"@type": "BlogPosting", "headline": f"Update {n}", "datePublished": f"2026-05-12T14:0{n}:30+01:00",
                "articleBody": f"{words} Number {n}."} for n, words in enumerate(WORDS)]
    text = of(linked({"@type": "LiveBlogPosting", "headline": TITLE, "liveBlogUpdate": updates}))
    assert text.split("\n\n")[1:4] == ["2026-05-12 14:00", "Update 0", f"{WORDS[0]} Number 0."]
    assert text.endswith(f"2026-05-12 14:02\n\nUpdate 2\n\n{WORDS[2]} Number 2.")


def test_updates_that_a_page_does_not_show_are_counted_and_not_read():
    updates = [{"@type": "BlogPosting", "articleBody": f"Update {n}. {words}"} for n in range(12) for words in WORDS]
    shown = "".join(f"<p>{one['articleBody']}</p>" for one in updates[:20])
    page = read_page(f"<html "
                     f"lang='en'><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{shown}</article>"
                     + linked({"@type": "LiveBlogPosting", "headline": TITLE, "liveBlogUpdate": updates}))
    assert [(one.code, "16 more" in one.message) for one in page.warnings] == [("updates_left_out", True)]
    assert "Update 9" not in page.text


def test_posts_quotations_and_lists_in_data_are_what_they_are():
    elements = [*ARC, {"type": "oembed_response", "subtype": "twitter", "raw_oembed": {"html": EMBED, "url": POST}},
                {"type": "quote", "content_elements": [{"type": "text", "content": LAST}],
                 "citation": {"type": "text", "content": "Ida Moss"}},
                {"type": "list", "items": [{"type": "text", "content": "The pillars are loose."}]},
                {"type": "interstitial_link", "content": "Keeper of the light", "url": "/light"},
                {"type": "image", "caption": "The pier in March", "url": "/p.jpg"}]
    page = read_page(f"<html><head><title>{TITLE}</title></head><body><script>Fusion.globalContent="
                     f"{json.dumps({'headlines': {'basic': TITLE}, 'content_elements': elements})};</script></body>")
    assert [post.text for post in page.embeds] == ["The pier stays."]
    found = [(block.kind, page.text[block.start : block.end]) for block in page.blocks[4:]]
    assert found == [("embed", "The pier stays."), ("quote", LAST), ("credit", "Ida Moss"),
                     ("list", "The pillars are loose."), ("caption", "The pier in March")]
