"""What a run was told: the configuration and the command line -> one frozen `Settings`.

`resolve` finds the one configuration, reads it and lays the command line over it; `Settings`
knows of each value who gave it.
"""

from socialint.settings.resolve import NEVER, resolve
from socialint.settings.search import find_configuration, other_configurations
from socialint.settings.values import ENGINE, Choices, Configuration, Giver, Override, Provenance, Settings

__all__ = [
    "ENGINE",
    "NEVER",
    "Choices",
    "Configuration",
    "Giver",
    "Override",
    "Provenance",
    "Settings",
    "find_configuration",
    "other_configurations",
    "resolve",
]
