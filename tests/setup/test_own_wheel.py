"""An installed program gives its own wheel back, whole or not at all."""

from __future__ import annotations

import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from tests.setup.clean_python import run


@pytest.mark.index
def test_an_installed_program_gives_its_own_wheel_back(installed: Path, bundle: Path, tmp_path: Path) -> None:
    """So that an office can make the next bundle without the sources."""
    code = "import sys; from pathlib import Path; from xl_apa.setup.own_wheel import own_wheel; own_wheel(Path(sys.argv[1]))"
    done = run(installed / "bin" / "python", "-c", code, tmp_path, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    (again,), (first,) = tmp_path.glob("*.whl"), (bundle / "wheels").glob("xl_apa-*.whl")
    assert again.name == first.name
    with zipfile.ZipFile(again) as one, zipfile.ZipFile(first) as other:
        assert set(one.namelist()) == {name for name in other.namelist() if not name.endswith("/")}
        for name in one.namelist():
            if not name.endswith("RECORD"):
                assert one.read(name) == other.read(name), name
    target = tmp_path / "target"
    assert (
        run(sys.executable, "-m", "pip", "install", "--no-deps", "--target", target, again, folder=tmp_path).returncode
        == 0
    )


@pytest.mark.index
def test_an_installed_program_that_was_changed_is_not_passed_on(installed: Path, tmp_path: Path) -> None:
    place = tmp_path / "copy"
    shutil.copytree(installed, place, symlinks=True)
    (changed,) = place.glob("lib/python*/site-packages/xl_apa/core/marking/scoring.py")
    changed.write_text(changed.read_text(encoding="utf-8") + "\n# mended by hand\n", encoding="utf-8")
    code = "from pathlib import Path; from xl_apa.setup.own_wheel import own_wheel; own_wheel(Path('.'))"
    done = run(place / "bin" / "python", "-c", code, folder=tmp_path)
    assert "not as it was installed (xl_apa/core/marking/scoring.py)" in done.stderr
    assert list(tmp_path.glob("*.whl")) == []
