"""Getters that are the permission check for what the team judges; every row is fetched through its case."""
