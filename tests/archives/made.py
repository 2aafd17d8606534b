"""Archives as offices send them, made for the tests."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from pyopenvba.cfb import CFB

_BOOKS = Path(__file__).parents[2] / "workbooks"
_LATIN, _DATA = "001F", "0102"


def zipped(files: Mapping[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(zipfile.ZipInfo(name, (2024, 1, 10, 12, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def mailed(files: Mapping[str, bytes], date: str = "Wed, 10 Jan 2024 12:00:00 +0600") -> EmailMessage:
    mail = EmailMessage()
    mail["Date"], mail["Subject"] = date, "প্রতিবেদন"
    mail.set_content("সংযুক্ত")
    for name, content in files.items():
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail


def outlook(files: Mapping[str, bytes], date: str = "Wed, 10 Jan 2024 12:00:00 +0600") -> bytes:
    """A mail as Outlook saves it: each attachment a storage, with a stream for its name and one for its content."""
    macros = next(_BOOKS.rglob("*.xlsm"))
    storage = CFB.from_bytes(zipfile.ZipFile(macros).read("xl/vbaProject.bin"))
    storage.remove_storage_at([], "VBA")
    storage.add_stream_at([], f"__substg1.0_007D{_LATIN}", f"Date: {date}\r\n".encode("utf-16-le"))
    for number, (name, content) in enumerate(files.items()):
        folder = f"__attach_version1.0_#{number:08X}"
        storage.add_substorage_at([], folder)
        storage.add_stream_at([folder], f"__substg1.0_3707{_LATIN}", name.encode("utf-16-le"))
        storage.add_stream_at([folder], f"__substg1.0_3701{_DATA}", content)
    return storage.to_bytes()
