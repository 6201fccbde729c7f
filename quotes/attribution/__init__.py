"""Stage 3: which mention is the speaker of a quotation, by clues with weights, and how sure that is.

Whether a quotation is speech at all, who passed it on, and which verdict is shown are decided here as well. Whom a
mention means is decided in coreference/, and weights are learned in model/.
"""
