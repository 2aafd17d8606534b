"""What was read before: a file that has not changed is not read again.

Kept in one SQLite file among the user's caches, by what a file contains and what was asked of it. Two runs may share
it. Whatever is wrong with it costs time and nothing else: what cannot be had from it is read from the files.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from platformdirs import user_cache_path

from xl_apa._version import __version__
from xl_apa.core.planning import plan_as_data
from xl_apa.ministry.collect.serialize import unpack
from xl_apa.ministry.model import MinistryResult, OfficeResult, Refusal, Source, Task
from xl_apa.xlsx.files.file_digest import file_digest

_FORMAT = 1
_KEPT = timedelta(days=400)
"""A file is asked about again in the quarters of its year, and once more when the year is evaluated."""
_BUSY_SECONDS = 10.0
"""How long to wait while another run writes."""
_AT_ONCE = 500
"""Results that are written together; a run that is interrupted loses no more than these."""
_NOT_OF_THE_FILE = frozenset(
    {
        "file-changing",
        "file-missing",
        "file-not-readable",
        "file-too-slow",
        "memory-limit-reached",
        "reading-failed",
        "temporary-not-written",
        "worker-died",
    }
)
"""Refusals that may be the computer's fault: the next run tries again."""

_NOT_ITS_FAULT = frozenset(
    {
        *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY),
        *(sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOMEM),
    }
)
"""What may be wrong with a good cache: another run writes it, the disk is full or may not be written."""

_PACKAGE = Path(__file__).parents[2]

_TABLES = (
    "CREATE TABLE IF NOT EXISTS outcome (key TEXT PRIMARY KEY, packed BLOB NOT NULL, used TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS summary (path TEXT PRIMARY KEY, rests_on TEXT NOT NULL, sha256 TEXT NOT NULL)",
)


class Cache:
    """What came of files, by their content, for one task."""

    def __init__(self, connection: sqlite3.Connection | None, task: Task) -> None:
        self._connection = connection
        self._task = task
        self._asked = _asked(task)
        self._today = date.today().isoformat()
        self._unwritten: list[tuple[str, bytes, str]] = []
        self._used: list[tuple[str, str]] = []

    def find(self, path: Path, sha256: str) -> OfficeResult | Refusal | None:
        """Return what came of a file with this content when it was last read; None when that is not known."""
        key = self._key(path, sha256)
        with self._errors_ignored():
            row = self._execute("SELECT packed, used FROM outcome WHERE key = ?", key).fetchone()
            if row is None:
                return None
            outcome = unpack(zlib.decompress(row[0]), str(path), self._task)
            if row[1] != self._today:
                self._used.append((self._today, key))
            return outcome if outcome.source.sha256 == sha256 else None
        return None

    def keep(self, outcome: OfficeResult | Refusal, packed: bytes) -> None:
        """Remember what came of a file, unless another try may end otherwise; `packed` is the same outcome."""
        source = outcome.source
        if not source.sha256 or (isinstance(outcome, Refusal) and outcome.error.code in _NOT_OF_THE_FILE):
            return
        key = self._key(Path(source.path), source.sha256)
        self._unwritten.append((key, zlib.compress(packed, 1), self._today))
        if len(self._unwritten) >= _AT_ONCE:
            self.write()

    def has_summary(self, path: Path, consolidation: MinistryResult) -> bool:
        """Return whether the file is the summary of this very consolidation, just as it was written."""
        with self._errors_ignored(), suppress(OSError):
            statement = "SELECT rests_on, sha256 FROM summary WHERE path = ?"
            row = self._execute(statement, str(path.absolute())).fetchone()
            return row is not None and row == (self._rests_on(consolidation), file_digest(path))
        return False

    def keep_summary(self, path: Path, consolidation: MinistryResult) -> None:
        """Remember that the file is the summary of this consolidation."""
        with self._errors_ignored(), suppress(OSError):
            values = str(path.absolute()), self._rests_on(consolidation), file_digest(path)
            self._execute("INSERT OR REPLACE INTO summary VALUES (?, ?, ?)", *values)

    def _rests_on(self, consolidation: MinistryResult) -> str:
        """Return the SHA-256 of all that a summary is made of."""
        text = hashlib.sha256(self._asked.encode())
        found: list[tuple[Source, object]] = [(office.source, "") for office in consolidation.offices]
        found += [
            (refusal.source, (refusal.error.code, sorted(refusal.error.params.items())))
            for refusal in (*consolidation.refused, *consolidation.aside)
        ]
        for source, refused in found:
            told = (source.path, source.sha256, source.read_at and source.read_at.isoformat(), refused)
            text.update(repr(told).encode("utf-8", "surrogatepass"))
        if consolidation.register:
            text.update(repr(consolidation.register.offices).encode("utf-8", "surrogatepass"))
        others = consolidation.decisions, consolidation.past, consolidation.task.language
        text.update(repr(others).encode("utf-8", "surrogatepass"))
        return text.hexdigest()

    def write(self) -> None:
        """Put what is remembered on the disk."""
        with self._errors_ignored():
            if self._connection:
                with self._connection:
                    self._connection.executemany("INSERT OR REPLACE INTO outcome VALUES (?, ?, ?)", self._unwritten)
                    self._connection.executemany("UPDATE outcome SET used = ? WHERE key = ?", self._used)
                    oldest = (date.today() - _KEPT).isoformat()
                    self._connection.execute("DELETE FROM outcome WHERE used < ?", (oldest,))
        self._unwritten.clear()
        self._used.clear()

    def _execute(self, statement: str, *values: str) -> sqlite3.Cursor:
        if self._connection is None:
            raise sqlite3.OperationalError("no cache")
        return self._connection.execute(statement, values)

    def _key(self, path: Path, sha256: str) -> str:
        # The ending decides how a file is read.
        return f"{self._asked}-{path.suffix.lower()}-{sha256}"

    @contextmanager
    def _errors_ignored(self) -> Iterator[None]:
        """Go on without the cache, whatever is wrong with it."""
        try:
            yield
        except sqlite3.OperationalError:
            pass  # busy, full or read-only: the next one may succeed
        except sqlite3.DatabaseError:
            self._connection = None
        except (TypeError, ValueError, zlib.error):
            pass  # not what was put there


@contextmanager
def open_cache(task: Task, folder: Path | None = None) -> Iterator[Cache]:
    """Yield the cache for a task, among the user's caches or in a folder; a damaged one is begun anew."""
    path = (folder or user_cache_path("xl_apa", appauthor=False)) / "read.sqlite"
    try:
        connection = _connect(path)
    except sqlite3.DatabaseError:
        connection = None
        with suppress(OSError, sqlite3.DatabaseError):
            path.unlink(missing_ok=True)
            connection = _connect(path)
    cache = Cache(connection, task)
    try:
        yield cache
    finally:
        cache.write()
        if connection:
            connection.close()


def _connect(path: Path) -> sqlite3.Connection | None:
    """Return the open cache; None where it cannot be had now. Raise DatabaseError when it is damaged."""
    connection = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS)
        for table in _TABLES:
            connection.execute(table)
        connection.execute("SELECT key, packed, used FROM outcome LIMIT 1").fetchone()
        connection.execute("SELECT path, rests_on, sha256 FROM summary LIMIT 1").fetchone()
    except (OSError, sqlite3.Error) as error:
        if connection:
            connection.close()
        if isinstance(error, sqlite3.DatabaseError) and _code(error) not in _NOT_ITS_FAULT:
            raise
        return None
    return connection


def _code(error: sqlite3.Error) -> int:
    """Return the number of an error, without what SQLite adds to it for details."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF


def _asked(task: Task) -> str:
    """Return a hash of what a result depends on besides the file: plan, quarter, rule, day and the program itself."""
    asked = (_FORMAT, _program(), plan_as_data(task.plan), task.quarter, task.rule, str(task.as_of), task.imports)
    return hashlib.sha256(json.dumps(asked, ensure_ascii=False).encode()).hexdigest()[:32]


@lru_cache(maxsize=1)
def _program() -> str:
    """Return a hash of the program's version and of all its modules: these change more often than the version.

    Not every module decides about results, but leaving one out that does would bring back results of yesterday.
    """
    text = hashlib.sha256(__version__.encode())
    for module in sorted(_PACKAGE.rglob("*.py")):
        text.update(module.read_bytes())
    return text.hexdigest()
