"""The ground everything stands on: errors, sources, estimates, time, words and files.

Standard library and Babel only; nothing here knows what a municipality is.
"""
