"""PDF proofs, page by page."""
