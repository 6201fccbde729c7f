"""Nouns that say what people, texts and bodies are; they have a class each, and tell the kind of a source."""

from __future__ import annotations

# Heads of sources that stay without a name.
UNNAMED_HEADS = """
source sources official officials person people insider insiders witness witnesses eyewitness eyewitnesses resident
residents aide aides adviser advisers diplomat diplomats spokesman spokeswoman spokesperson spokespeople operative
operatives analyst analysts expert experts activist activists voter voters lawmaker lawmakers observer observers
critic critics supporter supporters opponent opponents neighbor neighbors neighbour neighbours friend friends
colleague colleagues relative relatives officer officers executive executives man woman men women boy girl teenager
student students worker workers investigator investigators prosecutor prosecutors commander fighter fighters rebel
rebels protester protesters doctor doctors lawyer lawyers reporter reporters journalist journalists strategist
strategists politician politicians leader leaders user users individual member members veteran veterans farmer farmers
teacher teachers """.split()
DOCUMENT_HEADS = """
report reports statement statements letter letters document documents memo email emails e-mail e-mails article
articles story editorial column book study survey poll polls filing complaint lawsuit indictment affidavit petition ad
ads advertisement commercial spot video banner sign signs poster posters headline headlines caption transcript release
brief order ruling opinion decision resolution bill law act amendment constitution platform speech text texts message
messages tweet post website site page blog newspaper paper magazine flyer leaflet card note notes shirt shirts t-shirt
hat placard placards slogan plaque label voiceover narrator announcer judgment judgments judgement judgements findings
audit communique communiqué manifesto biography memoir dossier advisory bulletin newsletter obituary decree subpoena
diary prospectus proclamation """.split()
GROUP_HEADS = """
crowd crowds group groups campaign campaigns committee commission council board party coalition alliance union
association organization organisation agency department ministry office government administration company corporation
firm bank court team police military army network channel outlet station panel jury delegation family families
protesters demonstrators supporters audience chorus class airline airlines bureau bureaus charity charities consulate
consulates embassy embassies foundation foundations institute institutes junta juntas militia militias nonprofit
nonprofits caucus crew electorate entourage faction factions judiciary leadership legislature legislatures opposition
parliament press public regime regimes secretariat startup startups start-up start-ups think-tank tribunal tribunals
""".split()
# People whom WordNet does not know or knows as something else first, and bodies that say things as persons do.
MORE_ROLES = """
academic academics barista baristas chief chiefs commenter commenters founder founders gamer gamers influencer
influencers netizen netizens podcaster podcasters redditor redditors regulator regulators streamer streamers vlogger
vloggers youtuber youtubers
others cops police troops media people folks guys democrats republicans conservatives liberals parents
mother father wife husband son daughter brother sister uncle aunt cousin widow couple victim victims suspect suspects
defendant plaintiff caller callers moderator questioner host guest narrator """.split()
