"""Word lists and letter tables, as text files; each names its source and licence."""
