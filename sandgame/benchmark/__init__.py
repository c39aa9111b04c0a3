"""best joint result, its relaxation, where it went: the solver's room

Why (2026-11-21): with a setup or a fee, no more units can be made in a round than whole units fit into its hours. Real
play makes whole units; so search and relaxation gain much by it, and nothing that can be played is lost.

Why (2026-11-21): a defect account turns a unit bad when it is full. Whatever was made, it holds 99 hundredths at most:
so many units are taken as bad as that asks for, and not one part of a unit more.

Why (2026-11-21): money is solved on until its whole part is beyond doubt, with a limit on nodes and none on time, one
thread, and decisions made exactly whole at the end: the same constants on every computer.

Why (2026-11-21): of a round's sets of departments only those are solved whose money does not follow from the others:
more departments never reach less. The relaxation is kept warm between them; a whole table takes a second.
"""
