"""every word, zh and en, and how numbers and dates are written"""
