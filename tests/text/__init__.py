"""Tests of how a text is read."""
