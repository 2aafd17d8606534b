"""Builds the workbooks that are kept in the repository, byte for byte the same each time: `make workbooks`."""

from __future__ import annotations

from pathlib import Path

from xl_apa.addin.build import build_macro_template
from xl_apa.core.model import Layout
from xl_apa.demo import REAL_REPORTS
from xl_apa.plans import DEFAULT_PLAN, load_plan
from xl_apa.samples import build_sample, load_sample
from xl_apa.sheets.build.workbook import build_template

HERE = Path(__file__).parent


def main() -> None:
    for layout in Layout:
        build_template(load_plan(), HERE / f"{DEFAULT_PLAN}_{layout}.xlsx", layout=layout)
        build_macro_template(load_plan(), HERE / f"{DEFAULT_PLAN}_{layout}.xlsm", layout=layout)
    for name in REAL_REPORTS:
        build_sample(load_sample(name), HERE / "samples" / f"{name}.xlsx")
    build_sample(load_sample("labour_as_typed"), HERE.parent / "tests" / "files" / "labour_as_typed.xlsx")


if __name__ == "__main__":
    main()
