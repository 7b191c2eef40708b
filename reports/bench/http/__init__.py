"""Requests per second of the site's pages beside two plain views, on one server in one run."""
