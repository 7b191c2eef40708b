"""What `manage.py bench` measures: ratios of one run on one machine, never limits in a test."""
