"""Which packages another computer needs, and fetching them.

pip asks the conditions in requirements (`platform_system == 'Windows'`) of the computer it runs on, so that a bundle
made on Linux would lack pywin32. uv asks them of the computer that a bundle is for. It resolves, from the index that
pip is set up for; pip fetches exactly what was resolved, held against the checksums.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from xl_apa.core.errors import CallError
from xl_apa.setup.pip_runner import pip_settings, run_pip, run_tool
from xl_apa.setup.platforms import Target
from xl_apa.xlsx.files.temporary import temporary_folder

_OF_A_LIST = {"extra-index-url": "--extra-index-url", "find-links": "--find-links", "constraint": "--constraints"}
_OF_A_LIST |= {"trusted-host": "--allow-insecure-host"}
"""Settings of pip that hold several values, and what uv calls them."""


def resolve(wheel: Path, target: Target, extras: Sequence[str] = ()) -> str:
    """Return what a wheel needs on the target, itself left out: a line `name==version --hash=…` for each package.

    `extras` are named as setup.cfg has them. Every package has a wheel for the target. Raise CallError without uv,
    OutputError when uv finds no solution.
    """
    if find_spec("uv") is None:
        raise CallError("bundle-needs-uv")
    name = wheel.name.partition("-")[0]
    settings = pip_settings()
    command = [
        *(sys.executable, "-m", "uv", "pip", "compile", "-", "--quiet", "--no-config", "--no-python-downloads"),
        *("--python", sys.executable, *target.uv_options, "--only-binary", ":all:"),
        *("--generate-hashes", "--no-header", "--no-annotate", "--no-emit-package", name),
        *index_options(settings),
    ]
    environment = {"NO_COLOR": "1"} | ({"SSL_CERT_FILE": settings["cert"]} if "cert" in settings else {})
    wanted = f"{name}[{','.join(extras)}]" if extras else name
    return run_tool(command, f"{wanted} @ {wheel.absolute().as_uri()}\n", environment)


def download(requirements: str, target: Target, folder: Path) -> None:
    """Fetch exactly the wheels that `resolve` named into a folder. Raise OutputError when one cannot be had."""
    with temporary_folder() as temporary:
        pinned = temporary / "pinned.txt"
        pinned.write_text(requirements, encoding="utf-8")
        run_pip("download", "--no-deps", *target.pip_options, "--dest", str(folder), "--requirement", str(pinned))


def index_options(settings: dict[str, str]) -> Iterator[str]:
    """Yield the index as pip knows it, in uv's words."""
    # pip takes the best version that any index has; uv would stop at the first index that has the package.
    yield from ("--index-strategy", "unsafe-best-match")
    if settings.get("no-index", "").lower() in ("1", "true", "yes", "on"):
        yield "--no-index"
    if "index-url" in settings:
        yield from ("--default-index", settings["index-url"])
    for setting, option in _OF_A_LIST.items():
        for value in settings.get(setting, "").split():
            yield from (option, value)
