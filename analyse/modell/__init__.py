"""The things of municipal politics as frozen values: bodies, posts, delegation, routes, models, results.

Legality is never judged here: a model may hold an illegal structure, and `rett` says why it is illegal.
"""
