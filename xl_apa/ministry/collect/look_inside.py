"""What is looked into before anything is read: archives, and files whose names do not say what they are.

Anybody may have sent them, so they are opened in a process of their own, within the limits that reading a report has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from xl_apa.archives.contents import contents
from xl_apa.core.errors import InputError
from xl_apa.ministry.collect.call import Loss
from xl_apa.ministry.collect.other_files import code_of_file, is_archive, is_looked_into
from xl_apa.ministry.collect.scheduler import outcomes, workers
from xl_apa.processes.process_pool import FILE_SECONDS


@dataclass(frozen=True, slots=True)
class Inside:
    """What a file is: `code` says it of one that is no report; `members` are the files of an archive and their faults.

    `members` is None for what is no archive but a document itself; `error` says why nothing can be seen.
    """

    code: str = ""
    members: tuple[tuple[str, str], ...] | None = None
    error: InputError | None = None


def look_inside(paths: Sequence[Path]) -> Iterator[tuple[Path, Inside]]:
    """Yield every file with what it is, in the order given; no process is started where names say it all."""
    asked = [path for path in paths if is_archive(path.name) or is_looked_into(path)]
    known: dict[Path, Inside] = {}
    if asked:
        with workers(None, len(asked)) as processes, closing(outcomes(_inside, asked, processes, _lost)) as found:
            known = {asked[place]: inside for place, inside in found}
    for path in paths:
        yield path, known[path] if path in known else Inside(code_of_file(path))


def _inside(path: Path) -> Inside:
    """Return what a file is; nothing in it raises."""
    try:
        if not is_archive(path.name):
            return Inside(code_of_file(path))
        members = contents(path)
        return Inside(members=members if members is None else tuple((name, members[name].fault) for name in members))
    except InputError as error:
        return Inside(error=error.without_frames())
    except MemoryError:
        pass  # until here the error holds all that was read
    except Exception as error:  # noqa: BLE001 - whatever one file does to us, the others are still found
        return Inside(error=InputError("reading-failed", path=path, reason=repr(error)))
    return Inside(error=InputError("memory-limit-reached", path=path))


def _lost(path: Path, loss: Loss) -> Inside:
    return Inside(error=InputError(loss.value, path=path, seconds=FILE_SECONDS))
