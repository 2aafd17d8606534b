"""Holds every file of this folder against SHA256SUMS: a copy on an old USB stick may be broken.

    python check.py

Needs nothing but Python. Ends with 1 and names the files when one is missing, changed, or a wheel too many.
"""

import hashlib
import sys
from pathlib import Path

# The sentences are put in when a bundle is made.
FILE_BAD = "@installer-file-bad@"
FILES_CHECKED = "@installer-files-checked@"


def main() -> int:
    here = Path(__file__).resolve().parent
    lines = (here / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, _, name in (line.partition(" *") for line in lines)}
    bad = [name for name, digest in sums.items() if _sha256(here / name) != digest]
    # pip takes the newest wheel it finds, so one that nobody listed would be installed.
    bad += [f"wheels/{path.name}" for path in (here / "wheels").iterdir() if f"wheels/{path.name}" not in sums]
    for name in bad:
        print("  " + FILE_BAD.format(name=name))
    print("  " + FILES_CHECKED.format(count=len(sums), bad=len(bad)))
    return 1 if bad else 0


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


if __name__ == "__main__":
    sys.exit(main())
