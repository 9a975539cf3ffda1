"""Figures: each is drawn from finished data to one scene, and the scene is written as SVG or PNG.

Nothing here measures, sums or chooses among results; text and boxes are the only things it reckons with.
"""
