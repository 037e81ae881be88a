"""socialint: checks outgoing healthcare posts against policy rules before they are published."""

__version__ = "0.1.0"
