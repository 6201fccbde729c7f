"""What adds up over documents: keeping readings, linking speakers, decisions, verification, versions, takedown.

The rules stand here; rows and queries stand in store/, which is reached by its contract alone. Each subfolder is one
concept. Neither HTTP nor the command line is known here.
"""
