"""What is learned from articles that people marked: weights, how they are trained, calibrated and measured.

The weights ship with their model card; training needs the extra packages numpy and scipy. Stages use weights but never
train. Nothing here is loaded to read an article but weights.py.
"""
