"""What is looked into before anything is read costs nobody else anything, whatever is in it."""

from __future__ import annotations

import sys
from email.errors import HeaderParseError
from email.header import decode_header
from pathlib import Path

import pytest

from tests.archives.made import zipped
from xl_apa.ministry.collect.find_files import FoundFiles, find_files
from xl_apa.ministry.collect.look_inside import Inside, look_inside
from xl_apa.processes import process_pool

ENDLESS_HEADERS = b"From: office@example.org\nTo: ministry@example.org\nSubject: report\n" + b"a: b\n" * 4_000_000
"""A mail that takes a quarter of a minute and 800 MB to be taken apart."""
NAMELESS = b"=?utf-8?b?" * 50


def mail_with_a_name(name: bytes, content: bytes = b"x") -> bytes:
    head = b'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Disposition: attachment; filename="'
    return head + name + b'"\n\n' + content + b"\n--b--\n"


def codes(found: FoundFiles) -> dict[str, str]:
    return {Path(each.source.path).name: each.error.code for each in (*found.refused, *found.aside)}


def test_files_come_in_their_order_with_what_they_are(tmp_path: Path) -> None:
    made = {"b.zip": zipped({"1.xlsx": b"x"}), "a.pdf": b"%PDF", "c.dat": b"?", "e.zip": b"PK\x03\x04", "d.eml": b""}
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    found = {path.name: inside for path, inside in look_inside([tmp_path / name for name in made])}
    assert list(found) == list(made)
    assert found["b.zip"] == Inside(members=(("1.xlsx", ""),))
    assert [found[name].code for name in ("a.pdf", "c.dat")] == ["file-is-pdf", "file-not-read"]
    errors = [found[name].error for name in ("e.zip", "d.eml")]
    assert [error and error.code for error in errors] == ["archive-damaged", "file-empty"]


def test_where_names_say_it_all_no_process_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_pool.LocalProcesses, "start", lambda *_: pytest.fail("started"))
    (tmp_path / "letter.pdf").write_bytes(b"%PDF")
    (tmp_path / "empty.csv").touch()
    found = look_inside([tmp_path / "letter.pdf", tmp_path / "empty.csv", tmp_path / "gone.dat"])
    assert [inside.code for _, inside in found] == ["file-is-pdf", "file-empty", "file-not-read"]


def test_a_mail_that_takes_for_ever_is_named_and_the_others_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process_pool, "FILE_SECONDS", 1)
    (tmp_path / "bad.eml").write_bytes(ENDLESS_HEADERS)
    (tmp_path / "good.zip").write_bytes(zipped({"1.xlsx": b"x"}))
    found = find_files([tmp_path])
    assert codes(found) == {"bad.eml": "file-too-slow"}
    assert found.workbooks == (tmp_path / "good.zip" / "1.xlsx",)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux")
def test_a_mail_that_eats_memory_is_named_and_the_others_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process_pool, "FILE_BYTES", 100 << 20)
    (tmp_path / "bad.eml").write_bytes(ENDLESS_HEADERS)
    (tmp_path / "good.zip").write_bytes(zipped({"1.xlsx": b"x"}))
    found = find_files([tmp_path])
    assert codes(found) == {"bad.eml": "memory-limit-reached"}
    assert found.workbooks == (tmp_path / "good.zip" / "1.xlsx",)


def test_an_attachment_whose_name_nobody_can_read_is_a_file_all_the_same(tmp_path: Path) -> None:
    with pytest.raises(HeaderParseError):
        decode_header(NAMELESS.decode())
    (tmp_path / "bad.eml").write_bytes(mail_with_a_name(NAMELESS + b".xlsx"))
    (tmp_path / "good.eml").write_bytes(mail_with_a_name(b"1.xlsx"))
    found = find_files([tmp_path])
    assert [path.parent.name for path in found.workbooks] == ["bad.eml", "good.eml"]
