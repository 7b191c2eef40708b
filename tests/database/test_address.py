"""DATABASE_URL: what an address asks for holds, beside our own limits."""

from config.settings.databases import postgresql


def test_encryption_that_the_address_asks_for_is_not_dropped():
    options = postgresql("postgres://casework:secret@db.example.org/casework?sslmode=verify-full")["OPTIONS"]
    assert options["sslmode"] == "verify-full"
    assert "lock_timeout" in options["options"]
