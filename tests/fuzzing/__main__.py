"""`make fuzz`: many mutants of real office workbooks; what must not be is kept in build/fuzz, to become a test."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzzing.bases import bases
from tests.fuzzing.judge import run

KEPT = Path("build/fuzz")


def main(count: int, first: int = 0) -> int:
    with TemporaryDirectory() as folder:
        tally = run(bases(Path(folder)), range(first, first + count), Path(folder), KEPT)
    print(dict(tally.counts))
    print("\n".join(tally.wrong))
    return int(bool(tally.wrong))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
