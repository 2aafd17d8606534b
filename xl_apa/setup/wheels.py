"""The wheels of a bundle: our own, and those of everything it needs on another computer than this one.

`pip download --platform` alone is not enough: pip asks the conditions in the requirements (`platform_system ==
'Windows'`) of the computer it runs on, so that a bundle made on Linux would lack pywin32. So pip chooses and downloads,
and the conditions are asked here, of the computer that the bundle is for.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from email.parser import Parser
from functools import partial
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from xl_apa.core.errors import OutputError
from xl_apa.setup.platforms import Target

_PROJECT = "xl_apa"
_MOST_ROUNDS = 8
_SOURCE = ("pyproject.toml", "setup.cfg", "setup.py", "README.md", "LICENSE", "MANIFEST.in", "macros", _PROJECT)
_ZIP_TIME = (2020, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Package:
    """A package as pip chose it, and what it asks for in turn."""

    name: str
    version: str
    wheel: str
    sha256: str | None
    requires: tuple[str, ...]


# ---- what is needed -------------------------------------------------------------------------------------------------


def resolve(requirements: Sequence[str], target: Target) -> tuple[Package, ...]:
    """Every package that the requirements lead to on the target, each with a wheel; OutputError when one has none.

    What is installed here is a first guess at what is needed there; pip's answer then says what is, until both agree.
    """
    wanted, _ = needed(requirements, target.markers, _installed_requires)
    for _ in range(_MOST_ROUNDS):
        found = _chosen_by_pip(wanted, target)
        again, names = needed(requirements, target.markers, partial(_chosen_requires, found))
        if again == wanted:
            return tuple(found[name] for name in sorted(names))
        wanted = again
    raise OutputError("bundle-not-settled", python=target.python)


Requires = Callable[[str], tuple[str, ...]]


def needed(requirements: Iterable[str], markers: Mapping[str, str], requires: Requires) -> tuple[set[str], set[str]]:
    """The requirements that hold under these conditions, theirs in turn and so on; and the names in them."""
    waiting = [(Requirement(each), "") for each in requirements]
    seen: set[tuple[str, str]] = set()
    wanted: set[str] = set()
    names: set[str] = set()
    while waiting:
        requirement, extra = waiting.pop()
        if requirement.marker and not requirement.marker.evaluate({**markers, "extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        names.add(name)
        extras = f"[{','.join(sorted(requirement.extras))}]" if requirement.extras else ""
        wanted.add(f"{name}{extras}{requirement.specifier}")
        for asked in ("", *requirement.extras):
            if (name, asked) not in seen:
                seen.add((name, asked))
                waiting += [(Requirement(each), asked) for each in requires(name)]
    return wanted, names


def _chosen_requires(found: Mapping[str, Package], name: str) -> tuple[str, ...]:
    return found[name].requires if name in found else ()


def _installed_requires(name: str) -> tuple[str, ...]:
    try:
        return tuple(metadata.requires(name) or ())
    except metadata.PackageNotFoundError:
        return ()


def _chosen_by_pip(wanted: Iterable[str], target: Target) -> dict[str, Package]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        nowhere = ("--target", str(Path(folder) / "nowhere"), "--ignore-installed")
        run_pip("install", "--dry-run", "--no-deps", *nowhere, *target.pip_options, "--report", str(report), *wanted)
        chosen = json.loads(report.read_text(encoding="utf-8"))["install"]
    return {canonicalize_name(item["metadata"]["name"]): _package(item) for item in chosen}


def _package(item: Mapping[str, dict[str, object]]) -> Package:
    about, source = item["metadata"], item["download_info"]
    archive = source.get("archive_info")
    hashes = archive.get("hashes", {}) if isinstance(archive, dict) else {}
    requires = about.get("requires_dist", [])
    return Package(
        name=str(about["name"]),
        version=str(about["version"]),
        wheel=str(source["url"]).rpartition("/")[2],
        sha256=hashes.get("sha256"),
        requires=tuple(requires) if isinstance(requires, list) else (),
    )


def download(packages: Sequence[Package], target: Target, folder: Path) -> None:
    """Fetch exactly these wheels, held against the checksums that pip was told when it chose them."""
    checked = all(package.sha256 for package in packages)
    lines = [
        f"{package.name}=={package.version}" + (f" --hash=sha256:{package.sha256}" if checked else "")
        for package in packages
    ]
    with tempfile.TemporaryDirectory() as temporary:
        pinned = Path(temporary) / "pinned.txt"
        pinned.write_text("\n".join(lines) + "\n", encoding="utf-8")
        run_pip("download", "--no-deps", *target.pip_options, "--dest", str(folder), "--requirement", str(pinned))


def run_pip(*arguments: str) -> None:
    """The pip of this Python, with the index and all else that its own configuration says."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.startswith("ERROR")] or done.stderr.splitlines()
        raise OutputError("bundle-pip", reason=" ".join(lines[-3:]).removeprefix("ERROR: ") or done.returncode)


# ---- our own wheel --------------------------------------------------------------------------------------------------


def own_wheel(folder: Path) -> Path:
    """The wheel of the program that is running: built from the sources beside it, else put together from its files."""
    source = Path(__file__).parents[2]
    if (source / "pyproject.toml").exists():
        return _build(source, folder)
    return repack(metadata.distribution(_PROJECT), folder)


def _build(source: Path, folder: Path) -> Path:
    # From a copy: setuptools leaves a build folder where it works, and what is in an old one gets into the wheel.
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / _PROJECT
        copy.mkdir()
        for name in _SOURCE:
            if (source / name).is_dir():
                shutil.copytree(source / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
            elif (source / name).exists():
                shutil.copy(source / name, copy / name)
        run_pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(copy))
    (wheel,) = folder.glob(f"{_PROJECT}-*.whl")
    return wheel


def repack(distribution: metadata.Distribution, folder: Path) -> Path:
    """Put an installed pure-Python package together as a wheel again; each file must still be as it was installed.

    Left out is what installing made: compiled files, scripts (made again from the entry points), and the notes of the
    installer.
    """
    notes = next(path.parent.name for path in distribution.files or () if path.name == "WHEEL")
    content: dict[str, bytes] = {}
    for path in distribution.files or ():
        made_here = path.name in ("INSTALLER", "REQUESTED", "RECORD", "direct_url.json")
        if path.suffix == ".pyc" or (path.parent.name == notes and made_here) or _is_script(path):
            continue
        if ".." in path.parts:
            raise OutputError("bundle-not-whole", path=str(path))
        data = Path(str(path.locate())).read_bytes()
        if path.hash and path.hash.value != _record_hash(data):
            raise OutputError("bundle-not-whole", path=str(path))
        content[path.as_posix()] = data
    tags = Parser().parsestr(content[f"{notes}/WHEEL"].decode()).get_all("Tag", [])
    if tags != ["py3-none-any"]:
        raise OutputError("bundle-not-whole", path=", ".join(tags))
    wheel = folder / f"{notes.removesuffix('.dist-info')}-{tags[0]}.whl"
    _write_wheel(wheel, content, f"{notes}/RECORD")
    return wheel


def _is_script(path: metadata.PackagePath) -> bool:
    return ".." in path.parts and path.parts[-2].lower() in ("bin", "scripts")


def _write_wheel(wheel: Path, content: Mapping[str, bytes], record: str) -> None:
    rows = io.StringIO()
    table = csv.writer(rows, lineterminator="\n")
    table.writerows((name, f"sha256={_record_hash(data)}", len(data)) for name, data in sorted(content.items()))
    table.writerow((record, "", ""))
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (*sorted(content.items()), (record, rows.getvalue().encode())):
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)


def _record_hash(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def wheel_requires(wheel: Path) -> tuple[str, ...]:
    """What a wheel says it needs."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
        about = Parser().parsestr(archive.read(name).decode("utf-8"))
    return tuple(about.get_all("Requires-Dist", []))
