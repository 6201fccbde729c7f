"""Stage 5: the stages run in order, and what they found put together as a Reading.

The pipeline is one line a stage. Assembly gives ids, links and verdicts their final shape. Nothing is found or decided
here that a stage could find or decide.
"""
