#!/bin/sh
# Everything that can be told without running the suite: `sh scripts/check.sh .venv/bin`.
# All checks run, so that one look shows all that is to be mended; the last line names those that failed.
set -u
bin=$1
failed=

check() {
    name=$1
    shift
    printf '%s\n' "== $name"
    "$@" || failed="$failed, $name"
}

deployed() {
    # Harmless values: this looks at the settings and connects to nothing.
    DJANGO_SETTINGS_MODULE=config.settings.production \
        SECRET_KEY="$("$bin"/python -c 'import secrets; print(secrets.token_hex(50))')" \
        ALLOWED_HOSTS=casework.example.org CSRF_TRUSTED_ORIGINS=https://casework.example.org \
        DATABASE_URL=postgres://casework@127.0.0.1/casework CELERY_BROKER_URL=redis://127.0.0.1/0 \
        DEMO_MODE= "$bin"/python manage.py check --deploy --fail-level=WARNING
}

check "lint" "$bin"/ruff check .
check "format" "$bin"/ruff format --check .
check "types" "$bin"/mypy
check "templates" "$bin"/djlint --lint --quiet templates
check "layers" "$bin"/lint-imports --no-cache
check "migrations" "$bin"/python manage.py makemigrations --check --dry-run
check "translations" "$bin"/python -m scripts.messages check
check "deployment" deployed

if [ -n "$failed" ]; then
    printf '%s\n' "make check failed: ${failed#, }" >&2
    exit 1
fi
echo "All checks passed."
