"""Indicators: a register in data/indikatorer and one function each, from a model to its measurements."""
