#!/bin/sh
# Installs the Debian packages that are missing: `sh scripts/system_packages.sh chromium gettext`.
# As root, or where sudo asks no password; otherwise says the one line to run and fails.
set -eu

if ! command -v dpkg-query >/dev/null; then
    echo "Not a Debian system: make sure that it has what these packages hold: $*"
    exit 0
fi

missing=
for package in "$@"; do
    status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    echo "Debian packages are missing. Run: sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi

echo "Installing Debian packages:$missing ..."
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -q >/dev/null
# shellcheck disable=SC2086 # the list is meant to be split
$as_root apt-get install -qy --no-install-recommends $missing >/dev/null
