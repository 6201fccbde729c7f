"""English words for posting on social platforms: “wrote on Truth Social”, “in a Facebook post”, “she tweeted”."""

from __future__ import annotations

from quotes.languages.contract import Platforms

# Names as they are printed, with their capitals, and what each stands for.
NAMES = {
    name: name for name in """Twitter X Facebook Instagram TikTok Threads Bluesky Mastodon Telegram Reddit YouTube
    LinkedIn Snapchat Weibo WeChat WhatsApp Substack Tumblr Twitch Gab Parler Gettr Rumble VKontakte""".split()
} | {"Truth Social": "Truth Social", "Insta": "Instagram", "Tiktok": "TikTok", "Youtube": "YouTube",
     "Linkedin": "LinkedIn", "FB": "Facebook"}
# Verbs that name a platform by themselves.
VERBS = dict.fromkeys("tweeted tweets tweeting retweeted retweeting".split(), "Twitter") | {
    "skeeted": "Bluesky", "instagrammed": "Instagram", "facebooked": "Facebook"}
# Nouns that do, after “in a”.
NOUNS = {"tweet": "Twitter", "tweets": "Twitter", "retweet": "Twitter", "tweetstorm": "Twitter"}
# What is on a platform, after its name: “in a Facebook post”, “on her Instagram page”.
POST_NOUNS = """post posts page pages account accounts feed story stories caption video videos thread channel channels
message messages statement update live livestream reel reels profile timeline exchange comment comments entry
posting postings note""".split()
# What may stand between a verb of speech and the platform.
POST_LINKS = """on to via through in over from at a an the his her their its my our your one another several some two
three many multiple series string of social media medium platform site website network app messaging service sharing
post posts page account feed story stories caption video videos thread channel message messages statement posting
postings tweet tweets comment update now deleted now-deleted since-deleted since later then also already again early
late earlier recent recently separate second first third last lengthy long short brief angry official verified
personal public private own posted published shared uploaded written made formerly known as morning afternoon evening
night today yesterday tonight week weekend shortly soon minutes hours days after before - Monday Tuesday Wednesday
Thursday Friday Saturday Sunday January February March April May June July August September October November
December""".split()
# One of these leads to the platform.
POST_PREPOSITIONS = "on to via through in over at".split()
# Verbs of posting that are none of speech.
POST_VERBS = """wrote captioned posted shared took turned taking turning posting writing sharing went going
published""".split()


def part() -> Platforms:
    """What is known of platforms and posting in English."""
    return Platforms(
        names=NAMES,
        verbs=VERBS,
        nouns=NOUNS,
        post_nouns=frozenset(POST_NOUNS),
        post_links=frozenset(POST_LINKS),
        post_prepositions=frozenset(POST_PREPOSITIONS),
        post_verbs=frozenset(POST_VERBS),
    )
