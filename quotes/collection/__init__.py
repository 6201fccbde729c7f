"""What adds up over documents: keeping readings, linking speakers, decisions, verification, versions, takedown.

The rules stand here, one folder or file a concept; rows and queries stand in store/ and are reached by its contract
alone. Neither HTTP nor the command line is known here.
"""
