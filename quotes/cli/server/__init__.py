"""The server behind `quotes serve`: gunicorn, waitress in each of its workers, a thread for jobs, and the logs.

How many processes and threads answer, and where they listen, is set here. The application that they serve is in api/,
and is imported only when the server starts.
"""
