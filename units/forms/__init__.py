"""Forms of this app, by noun."""
