"""How a document becomes a PDF: from a snapshot alone, with no model, query or request."""
