"""Jobs of this service: the kinds that there are, and what works on them beside the requests.

A kind is a file here and a line in job_kinds.py. How jobs are asked for and looked at is in resources/.
"""
