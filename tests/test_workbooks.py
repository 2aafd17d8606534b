"""The workbooks in the repository are what the code builds, byte for byte."""

from __future__ import annotations

import runpy
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent


def test_the_kept_workbooks_are_what_the_code_builds(tmp_path: Path) -> None:
    script = tmp_path / "workbooks" / "build.py"
    script.parent.mkdir()
    script.write_bytes((REPOSITORY / "workbooks" / "build.py").read_bytes())
    runpy.run_path(str(script), run_name="__main__")
    built = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.xls[xm]"))
    kept = sorted(path.relative_to(REPOSITORY) for path in (REPOSITORY / "workbooks").rglob("*.xls[xm]"))
    assert [path for path in built if path.parts[0] == "workbooks"] == kept
    assert [str(path) for path in built if (tmp_path / path).read_bytes() != (REPOSITORY / path).read_bytes()] == []
