"""What is attached to a mail: .eml as most programs save it, .msg as Outlook does."""

from __future__ import annotations

import email
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from io import BytesIO

from olefile import OleFileIO

from xl_apa.archives.member import Member, safe_name

_SPREADSHEETS = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "report.xlsx",
    "application/vnd.ms-excel.sheet.macroenabled.12": "report.xlsm",
    "application/vnd.oasis.opendocument.spreadsheet": "report.ods",
    "application/vnd.ms-excel": "report.xls",
}
"""What an attachment without a name is called."""

_LOST = "\ufffd"
"""What email puts in the place of a byte that no header may have."""

# Streams of Outlook's file, each called by the number of a property and its type (MS-OXMSG 2.2.2, MS-OXPROPS).
_DATA = "__substg1.0_37010102"
_LONG_NAME, _NAME = "__substg1.0_3707", "__substg1.0_3704"
_HEADERS = "__substg1.0_007D"
_UNICODE, _BYTES = "001F", "001E"


def members_of_eml(data: bytes) -> Iterator[Member]:
    """Yield what is attached to a mail, and to mails that it forwards."""
    mail = email.message_from_bytes(data)
    sent = _sent(mail)
    for part in mail.walk():
        name = "" if part.is_multipart() else _name(part)
        if name:
            content = part.get_payload(decode=True)
            held = content if isinstance(content, bytes) else b""
            yield Member(safe_name(name), len(held), _giving(held), sent)


def _name(part: Message) -> str:
    """Return the name of an attachment, "" for the mail's own text and for pictures in it."""
    name = part.get_filename()
    if not name:
        return _SPREADSHEETS.get(part.get_content_type(), "")
    if part.get_content_maintype() == "image" and part["Content-ID"]:
        return ""
    text = _in_bare_bytes(part) if _LOST in name else name
    with suppress(LookupError, UnicodeError, ValueError, MessageError):
        text = str(make_header(decode_header(text)))
    return text


def _in_bare_bytes(part: Message) -> str:
    """Return a name that stands in the mail in bare bytes, against the rules of mail: they are UTF-8 today."""
    for header, value in part.raw_items():
        if header.lower() in ("content-disposition", "content-type"):
            told = str(value).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            name = email.message_from_string(f"{header}: {told}\n\n").get_filename()
            if name:
                return name
    return _LOST


def _sent(mail: Message) -> datetime | None:
    try:
        return parsedate_to_datetime(str(mail["Date"]))
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def members_of_msg(data: bytes) -> Iterator[Member]:
    """Yield what is attached to a mail of Outlook, and to mails in it. Raise OSError for broken ones."""
    with OleFileIO(BytesIO(data)) as storage:
        sent = _sent(email.message_from_string(_text(storage, [], _HEADERS)))
        for stream in storage.listdir():
            if stream[-1] == _DATA:
                folder = stream[:-1]
                name = _text(storage, folder, _LONG_NAME) or _text(storage, folder, _NAME) or "report"
                held = storage.openstream(stream).read()
                yield Member(safe_name(name), len(held), _giving(held), sent)


def _text(storage: OleFileIO[str], folder: list[str], number: str) -> str:
    for kind, encoding in ((_UNICODE, "utf-16-le"), (_BYTES, "cp1252")):
        if storage.exists([*folder, number + kind]):
            return storage.openstream([*folder, number + kind]).read().decode(encoding, "replace").rstrip("\0")
    return ""


def _giving(content: bytes) -> Callable[[], bytes]:
    return lambda: content
