"""the log, the roster, results, in SQLite; the archive in SQLite or PostgreSQL

Why (2026-11-21): the schema's version is SQLite's own `user_version`, with one list of steps in `schema.py`. Alembic
would be a second program to ship, with its templates, for a schema that has had one version; it can take over the list
when a step needs more than a few statements, or when the archive in PostgreSQL comes.

Why (2026-11-21): an intent's id stands on the first of its events, unique for game and seat, not in the whole file: two
clients that happen on the same id must not keep each other's tables from being stored.
"""
