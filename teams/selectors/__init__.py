"""What this app's pages and the apps above read."""

from teams.selectors.standing import standing_of

__all__ = ["standing_of"]
