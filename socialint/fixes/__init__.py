"""Findings that know how to be put right -> the files put right, or a masked diff of what would change.

An edit is written only where the file says afterwards exactly what was meant, where the finding is
gone and where nothing new is found. Outside the edits every byte stays as it was.
"""
