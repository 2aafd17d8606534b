"""Everything that the program writes: which command and option, what of it lies where, and how it is called.

A command or an option that is not here fails `test_every_output_is_here.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from xl_apa.cli import main

SID = Path(__file__).parents[1] / "files" / "sid_2023-24_q2.txt"


@dataclass(frozen=True, slots=True)
class Output:
    """One thing that a command writes.

    `command` and `parameter` are the names that click knows it by, `parameter` "" for what the program places itself.
    `target` is what is written below the desk, a folder where `inside` names a file that will be in it. `arguments`
    are words of the call, in which `{}` stands for the desk. `replaces` says whether a file that is there is replaced,
    `steps` after how many files that were touched a run is ended, in turn.
    """

    command: str
    parameter: str
    arguments: str
    target: str
    inside: str = ""
    replaces: bool = True
    steps: tuple[int, ...] = (0, 1, 2, 3, 5, 8, 13)

    @property
    def name(self) -> str:
        return f"{self.command} {self.parameter}".strip()

    def call(self, desk: Path, target: Path | None = None) -> list[str]:
        """Return the words of the call; with another target, into that."""
        usual = f"{{}}/{self.target}"
        words = [str(target) if target and word == usual else word for word in self.arguments.split()]
        return ["--lang", "en", *(word.replace("{}", str(desk)) for word in words)]

    def run(self, desk: Path, target: Path | None = None) -> int:
        """Call the command and return its exit status."""
        return main(self.call(desk, target))

    def path(self, desk: Path) -> Path:
        return desk / self.target

    def file(self, desk: Path) -> Path:
        """Return a file that will be written, the target itself or one in it."""
        return self.path(desk) / self.inside if self.inside else self.path(desk)


_SUMMARY = "consolidate {}/reports -o {}/out/summary.xlsx --quarter 2 --jobs 1 --fresh --quiet"
_LETTERS = f"{_SUMMARY} --register {{}}/register.xlsx --feedback {{}}/out/letters"

OUTPUTS = (
    Output("template", "output", "template -o {}/out/form.xlsx", "out/form.xlsx"),
    Output("template", "edition", "template --edition macro -o {}/out/form.xlsm", "out/form.xlsm"),
    Output(
        "template",
        "register",
        "template --register {}/register.xlsx -o {}/out/forms",
        "out/forms",
        "N-01.xlsx",
        replaces=False,
    ),
    Output("calculate", "file", "calculate {}/out/office.xlsx --quarter 2", "out/office.xlsx"),
    Output("calculate", "output", "calculate {}/office.xlsx -o {}/out/marks.xlsx --quarter 2", "out/marks.xlsx"),
    Output("consolidate", "output", _SUMMARY, "out/summary.xlsx"),
    Output("consolidate", "csv", f"{_SUMMARY} --csv {{}}/out/data.csv", "out/data.csv"),
    Output("consolidate", "parquet", f"{_SUMMARY} --parquet {{}}/out/data.parquet", "out/data.parquet"),
    Output("consolidate", "feedback", _LETTERS, "out/letters", "N-01 নমুনা দপ্তর.xlsx"),
    Output("consolidate", "decisions", f"{_LETTERS} --decisions {{}}/out/decisions.xlsx", "out/decisions.xlsx"),
    Output("import", "output", f"import {SID} -o {{}}/out/imported.xlsx --office-code N-01", "out/imported.xlsx"),
    Output("import", "files", "import {}/documents -o {}/out/imported --jobs 1", "out/imported", "a.xlsx"),
    Output(
        "plan from-report", "output", f"plan from-report {SID} -o {{}}/out/plan.toml", "out/plan.toml", replaces=False
    ),
    Output("register new", "output", "register new -o {}/out/register.xlsx", "out/register.xlsx", replaces=False),
    Output("addin build", "output", "addin build -o {}/out/xl_apa.xlam", "out/xl_apa.xlam"),
    Output("addin bundle", "output", "addin bundle -o {}/out/bundle", "out/bundle", "install.bat", False, (0, 3, 12)),
    Output(
        "addin install",
        "",
        "addin install",
        "pc/Users/officer/AppData/Roaming/Microsoft/Excel/XLSTART/xl_apa.xlam",
    ),
    Output("doctor", "page", "doctor --html {}/out/doctor.html", "out/doctor.html"),
    Output("demo", "folder", "demo {}/out/demo", "out/demo", "summary.xlsx", steps=(0, 9, 40, 90)),
)

BY_NAME = {output.name: output for output in OUTPUTS}
NAMED = [name for name, output in BY_NAME.items() if output.command != "addin install"]
"""Those whose place is given on the command line."""

READ = {
    "calculate": (),
    "consolidate": ("paths", "register", "before", "password_file"),
    "import": ("register", "password_file"),
    "plan from-report": ("file",),
    "score": ("file", "password_file"),
    "template": (),
}
"""Paths that a command is given and only reads; where one is read and written, it is among the outputs."""

WRITES_NOTHING = {"score", "plan list", "plan show", "plan check", "addin remove"}
"""Commands without any output of their own. What `addin remove` takes away, `tests/setup/test_install.py` tries."""
