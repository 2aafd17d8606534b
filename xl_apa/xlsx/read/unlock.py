"""Workbooks with a password, opened with one that was given: in memory alone, nothing of it is written anywhere.

Source: MS-OFFCRYPTO 2.3. What LibreOffice locks as .ods is locked in another way, which nothing here can open.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path

from xl_apa.core.errors import InputError

_DOCUMENT_TYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ROUNDS = re.compile(rb"spinCount\s*=\s*[\"'](\d+)[\"']")
_MOST_ROUNDS = 1_000_000
"""Excel counts to 100,000; a file may ask for any number, which would keep a computer busy for days."""


def may_be_locked(path: Path) -> bool:
    """Return whether a file may have a password, or lies in an archive where that cannot be seen."""
    try:
        with path.open("rb") as file:
            return not file.read(4).startswith(b"PK")
    except OSError:
        return True


def unlocked(data: bytes, passwords: Sequence[str], path: Path) -> bytes:
    """Return a locked workbook as it is without its password.

    Raise InputError where no password was given, none is right, or the file is not locked in a way that can be opened.
    """
    if not passwords:
        raise InputError("workbook-password", path=path)
    if _DOCUMENT_TYPE.search(data) or any(int(rounds[:9]) > _MOST_ROUNDS for rounds in _ROUNDS.findall(data)):
        raise InputError("workbook-damaged", path=path)
    # Few files ask for it, and it takes its time to load.
    import msoffcrypto
    from msoffcrypto.exceptions import InvalidKeyError

    wrong = False
    for password in passwords:
        target = io.BytesIO()
        try:
            file = msoffcrypto.OfficeFile(io.BytesIO(data))
            file.load_key(password=password, verify_password=True)
            file.decrypt(target)
        except InvalidKeyError:
            wrong = True
            continue
        except Exception:  # noqa: BLE001 - what a broken file does to the library is one sentence
            # Some kinds of locking tell a wrong password by what comes out.
            continue
        return target.getvalue()
    raise InputError("workbook-password-wrong" if wrong else "workbook-lock-unknown", path=path)
