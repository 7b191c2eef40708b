"""What the pages across cases read."""
