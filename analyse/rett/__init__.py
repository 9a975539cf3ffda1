"""Kommuneloven and its neighbours as dated rules: what the law demands, and whether a structure keeps it."""
