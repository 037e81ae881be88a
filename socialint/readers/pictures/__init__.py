"""Pictures: what stands in them, and what their files say about them."""
