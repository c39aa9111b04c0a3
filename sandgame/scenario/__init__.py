"""a case's folder -> checked rules data + words

Why (2026-11-21): the fingerprint is of the rules data alone. Benchmarks hold it; so a text, a colour or a place may
change without voiding hours of computing, and not one number may. It does not tell whether two cases read alike.

Why (2026-11-21): places come from the YAML reader's own parts, not from finished data with positions. So every key that
stands twice is told, aliases, marks of type and deep nesting are refused while reading, and JSON goes the same way.

Why (2026-11-21): a seat's incidents are told under numbers of its own, and roles to their own seat only: the case's own
numbers, and what a role says of hours, are nobody else's to know.

Why (2026-11-21): the deck and measures merely on offer stay out of the fingerprint: no benchmark is computed with them,
so an author may add a card without computing anew. A measure that holds from the start is in it.
"""
