"""What people decide: corrections, confirmations, speaker edits, merges, splits, and undoing any of them.

Every decision is put on record with who made it, when and why, and a machine never overwrites it. Deleting for good is
in takedown/.
"""
