"""Runs that were written down as JSON -> what was found over time, where, and what was allowed to stand."""
