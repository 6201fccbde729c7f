"""Closed classes: pronouns, determiners, prepositions, auxiliaries and their like."""

from __future__ import annotations

SUBJECT_PRONOUNS = "he she they it i we you".split()
OBJECT_PRONOUNS = "him them me us himself herself themselves itself myself".split()
POSSESSIVES = "his her their its my our your".split()
DETERMINERS = "the a an this these those no every each".split()
QUANTIFIERS = """one others many some several another both all numbers most few more half none dozens hundreds
thousands two three four five
six seven eight nine ten""".split()
AUXILIARIES = """is are was were be been being am has have had having do does did done will would can could may might
must shall should
to not never ought cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't
couldn't shouldn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t
couldn’t shouldn’t""".split()
PREPOSITIONS = """in on at by from with without about into onto over under between among against during before behind
beside
besides beyond despite down across along around through throughout toward towards upon up out off near inside outside
within per via like unlike than amid above below regarding concerning following including next""".split()
OF = "of for".split()
ACCORDING = ["according"]
RELATIVES = "who which whom whose".split()
SUBORDINATORS = """when if what while after because since although though where whether why how until unless once
as""".split()
CONJUNCTIONS = "and but or nor yet so".split()
ADVERBS = """also then later earlier still just now once again even ever only already always often sometimes soon
today tomorrow yesterday
tonight here there instead too very quite rather perhaps maybe almost nearly further furthermore moreover meanwhile
thus hence afterward afterwards ago recently finally eventually simply really indeed first second back away together
twice monday tuesday wednesday thursday friday saturday sunday""".split()
