#!/bin/sh
# Compiles the lock files anew, with hashes and without any registry's address; UPGRADE=1 takes newer versions.
set -eu
bin=$1

for name in requirements requirements-dev requirements-node; do
    echo "Locking $name.txt ..."
    "$bin"/pip-compile --quiet ${UPGRADE:+--upgrade} --allow-unsafe --generate-hashes --strip-extras \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
        --output-file="$name.txt" "$name.in"
done

if command -v npm >/dev/null; then
    echo "Locking package-lock.json ..."
    npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --loglevel=error
else
    echo "package-lock.json stays as it is: this machine has no npm."
fi
