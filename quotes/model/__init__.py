"""What is learned from articles that people marked: weights, how they are trained, calibrated and measured.

The weights ship with their model card; training needs the packages of the extra `train`. Stages use weights and never
train, and reading an article loads nothing of this folder but weights.py.
"""
