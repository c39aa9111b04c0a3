"""best joint result, its relaxation, where it went: the solver's room"""
