"""Stage 5: the stages run in order, and what they found put together as a Reading.

The pipeline is one line a stage, and assembly gives quotes their ids, links and verdicts. What a stage could find or
decide is not found or decided here.
"""
