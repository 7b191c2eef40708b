"""Rules of this app: tables and small functions over what they are handed; no queries, no request."""
