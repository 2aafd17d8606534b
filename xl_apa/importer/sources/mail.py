"""Mails (.eml, .msg) and .zip files: every report in them is a document under an address like `mail.zip/N-01.docx`.

Archives are looked through by `xl_apa.archives`, within its limits; nothing is written by a name that stands in them.
The body of an .eml counts where it holds a table, or where nothing else was found.
"""

from __future__ import annotations

import email
import email.policy
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

from xl_apa.archives.contents import content_of, contents
from xl_apa.archives.member import Member
from xl_apa.core.errors import InputError
from xl_apa.importer.document import Document, SourceKind, Sources
from xl_apa.importer.sources.html import html_document
from xl_apa.importer.sources.text import blocks_of
from xl_apa.xlsx.files.temporary import folder_for_copies

_OLE = bytes.fromhex("D0CF11E0")


def read_archive(path: Path, kind: SourceKind, read: Callable[[Path], Sources]) -> Sources:
    """Return what is in a mail or an archive; `read` reads a file in it. Raise InputError."""
    with folder_for_copies(path) as folder:
        try:
            members = contents(_under_its_ending(path, kind, folder)) or {}
        except InputError as error:
            raise about(error, path) from error
        found = _of_members(path, members, folder, read)
    body = _body(path) if kind is SourceKind.MAIL else None
    if body and (body.tables or not found.documents):
        return Sources([*found.documents, body], found.refused)
    return found


def about(error: InputError, path: Path) -> InputError:
    """Return an error as one about the file at this address."""
    return InputError(error.code, **{**error.params, "path": path})


def _under_its_ending(path: Path, kind: SourceKind, folder: Path) -> Path:
    """The file under a name with the ending of what it is, which archives are looked into by."""
    with path.open("rb") as file:
        ole = file.read(4) == _OLE
    ending = ".zip" if kind is SourceKind.ARCHIVE else ".msg" if ole else ".eml"
    if path.suffix.lower() == ending:
        return path
    return Path(shutil.copyfile(path, folder / f"archive{ending}"))


def _of_members(path: Path, members: Mapping[str, Member], folder: Path, read: Callable[[Path], Sources]) -> Sources:
    documents: list[Document] = []
    refused: list[InputError] = []
    file = folder / "member"
    for name, member in members.items():
        shown = path / name
        try:
            file.write_bytes(content_of(member, shown))
            documents += (replace(each, path=shown) for each in read(file).documents)
        except InputError as error:
            refused.append(about(error, shown))
        finally:
            file.unlink(missing_ok=True)
    return Sources(documents, refused)


def _body(path: Path) -> Document | None:
    """What is written in a mail itself, with its tables where it has some; None where nothing is, or in an .msg."""
    data = path.read_bytes()
    if data.startswith(_OLE):
        return None
    mail = email.message_from_bytes(data, policy=email.policy.default)
    try:
        part = mail.get_body(("html", "plain")) if isinstance(mail, EmailMessage) else None
        text = part.get_content() if part else ""
    except (AttributeError, LookupError, TypeError, ValueError):
        return None  # of a kind or in an encoding that nobody knows
    if not part or not isinstance(text, str) or not text.strip():
        return None
    if part.get_content_subtype() == "html":
        return html_document(text.encode("utf-8", "replace"), path)
    return Document(path, blocks_of(text.split("\n")), SourceKind.MAIL)
