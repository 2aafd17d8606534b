"""What came of a mutant: read the same, refused, or read with a finding. An independent reader says what a cell says."""

from __future__ import annotations

import multiprocessing
import random
import resource
import signal
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import openpyxl

from tests.fuzzing.mutations import mutant
from tests.sheets.edits import parts_of, sheet_part
from xl_apa.core.assess import Assessment
from xl_apa.core.errors import XlApaError
from xl_apa.core.fiscal import Quarter
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.sheets.layout import DATA_SHEET, quarter_sheet
from xl_apa.xlsx.addresses import position

SECONDS = 5
MEMORY = 512 << 20
_BATCH = 50
_PATIENCE = 3 * SECONDS


@dataclass(frozen=True)
class Base:
    """A good workbook, and what it is for the program."""

    data: bytes
    quarter: Quarter
    form_part: str
    hidden_part: str
    marks: dict[str, object]
    said: frozenset[tuple[str, str, str]]

    @classmethod
    def of(cls, path: Path, quarter: Quarter) -> Base:
        parts = parts_of(path)
        assessed = assess_file(path, quarter)
        form, hidden = (sheet_part(parts, sheet) for sheet in (quarter_sheet(quarter), DATA_SHEET))
        return cls(path.read_bytes(), quarter, form, hidden, marks_of(assessed), said_of(assessed))


@dataclass
class Tally:
    """How many mutants were read the same, refused or read with a finding; and those that must not be."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def marks_of(assessed: Assessment) -> dict[str, object]:
    return {result.indicator.code: result.marks for result in assessed.results}


def said_of(assessed: Assessment) -> frozenset[tuple[str, str, str]]:
    return frozenset((each.code, each.indicator, each.text("en")) for each in assessed.findings)


def made(bases: Sequence[Base], seed: int) -> tuple[Base, str, bytes]:
    """Return the mutant of a seed, always the same one."""
    dice = random.Random(seed)
    base = dice.choice(bases)
    return base, *mutant(base.data, base.form_part, base.hidden_part, dice)


def judge(base: Base, path: Path, read: Callable[[Any], object] = lambda value: value) -> str:
    """Return `same`, `refused`, `finding` or `other content`, or what is wrong, after `WRONG`.

    `read` is what the program would make of a cell's value: a test of the judge itself lets it be wrong.
    """
    try:
        assessed = assess_file(path, base.quarter)
    except XlApaError:
        return "refused"
    differing = {code for code, marks in marks_of(assessed).items() if marks != base.marks[code]}
    if not differing:
        return "same"
    if said_of(assessed) - base.said:
        return "finding"
    cells = _second_opinion(path)
    for result in assessed.results:
        code = result.indicator.code
        if code not in differing:
            continue
        ours = _plain(read(result.row.achieved.value)) if result.row else None
        sheet, _, name = result.cell.rpartition("!")
        place = position(name)
        theirs = _plain(cells.get(sheet.strip("'"), {}).get(place)) if place else None
        if ours != theirs:
            return f"WRONG {code}: {ours!r} read, where another reader sees {theirs!r}"
    return "other content"


def _second_opinion(path: Path) -> dict[str, dict[tuple[int, int], Any]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(path, data_only=True)
        except Exception:  # noqa: BLE001 - it need not read what we read, but then it confirms nothing
            return {}
    return {
        sheet.title: {(cell.row - 1, cell.column - 1): cell.value for row in sheet.iter_rows() for cell in row}
        for sheet in book
    }


def _plain(value: Any) -> object:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, (int, float)) and not isinstance(value, (bool, date)):
        return float(value)
    return value.strip() or None if isinstance(value, str) else value


# ---- in a process of its own ----------------------------------------------------------------------------------------


def run(bases: Sequence[Base], seeds: range, folder: Path, keep: Path | None = None) -> Tally:
    """Return what came of the mutants of these seeds; those that went wrong are kept in a folder."""
    tally = Tally()
    for start in range(seeds.start, seeds.stop, _BATCH):
        for seed, outcome in _batch(bases, range(start, min(start + _BATCH, seeds.stop)), folder):
            tally.counts[outcome.split()[0]] += 1
            if outcome.startswith("WRONG"):
                _, done, data = made(bases, seed)
                tally.wrong.append(f"seed {seed} ({done}): {outcome}")
                if keep:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{seed}.xlsx").write_bytes(data)
    return tally


def _batch(bases: Sequence[Base], seeds: range, folder: Path) -> Iterator[tuple[int, str]]:
    seed = seeds.start
    while seed < seeds.stop:
        ours, theirs = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.get_context("fork").Process(
            target=_work, args=(bases, range(seed, seeds.stop), folder, theirs)
        )
        process.start()
        theirs.close()
        try:
            while seed < seeds.stop and ours.poll(_PATIENCE):
                yield seed, ours.recv()
                seed += 1
        except EOFError:
            pass
        if seed < seeds.stop:
            # It hangs where no signal reaches it, or was ended from outside.
            process.kill()
            process.join()
            yield seed, f"WRONG the process ended or hung (exit code {process.exitcode})"
            seed += 1
        process.join()
        ours.close()


def _work(bases: Sequence[Base], seeds: range, folder: Path, answers: Any) -> None:
    used = _memory_used()
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
    signal.signal(signal.SIGALRM, _too_slow)
    for seed in seeds:
        base, _, data = made(bases, seed)
        path = folder / f"{seed}.xlsx"
        path.write_bytes(data)
        # Processor time, so that a busy computer makes nothing slow.
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, _too_slow)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        try:
            outcome = judge(base, path)
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            outcome = f"WRONG {type(error).__name__}: {error}"
        signal.setitimer(signal.ITIMER_PROF, 0)
        path.unlink()
        answers.send(outcome)


class _TooSlowError(BaseException):
    """More than the time that a file may take."""


def _too_slow(*_: object) -> None:
    raise _TooSlowError(f"more than {SECONDS} s of processor time")


@lru_cache
def _memory_used() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()
