"""E-mail: a message as MIME packs it -> one post, and those of what is attached."""
