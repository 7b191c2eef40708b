"""What a document is printed from: built with the act, frozen, and complete without the database."""
