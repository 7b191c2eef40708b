"""What the Makefile runs: `python -m scripts.NAME`, or `sh scripts/NAME.sh` where a shell says it better."""
