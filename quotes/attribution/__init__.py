"""Stage 3: which mention is the speaker of a quotation, by clues with weights, and how sure that is.

Whether a quotation is speech at all, who passed it on, and the verdict shown are decided here too. Whom the mention
means is decided in coreference/. Weights are learned in model/; here they are only used.
"""
