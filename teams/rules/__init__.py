"""Rules of this app: small functions over what they are handed; no queries, no request."""
