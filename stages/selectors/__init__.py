"""What this app's pages, services and the apps above read."""
