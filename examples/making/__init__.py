"""What makes the examples that are no text files, a module a kind."""
