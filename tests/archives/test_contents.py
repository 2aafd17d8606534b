"""All that is in an archive has an address; what is too large, too deep or broken is refused."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.archives.made import mailed, outlook, zipped
from xl_apa.archives import contents as module
from xl_apa.archives.contents import archive_of, content_at, contents, member_at, stored_in
from xl_apa.core.errors import InputError


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def listed(path: Path) -> dict[str, str]:
    """The addresses in an archive, and why what is there cannot be read."""
    members = contents(path)
    assert members is not None
    return {name: member.fault for name, member in members.items()}


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        contents(path)
    assert path.name in caught.value.text("bn") and path.name in caught.value.text("en")
    return caught.value.code


@pytest.mark.parametrize("pack", [zipped, lambda files: mailed(files).as_bytes(), outlook], ids=["zip", "eml", "msg"])
def test_every_file_is_read_by_its_address(tmp_path: Path, pack) -> None:
    ending = {zipped: "zip", outlook: "msg"}.get(pack, "eml")
    path = put(
        tmp_path,
        f"ডাক/mail.{ending}",
        pack({"N-01.xlsx": b"1", "কপি.xlsx": b"2", "inner.zip": zipped({"x.xlsx": b"3"})}),
    )
    assert listed(path) == {"N-01.xlsx": "", "কপি.xlsx": "", "inner.zip/x.xlsx": ""}
    for name, content in (("N-01.xlsx", b"1"), ("কপি.xlsx", b"2"), ("inner.zip/x.xlsx", b"3")):
        assert content_at(path / name) == content
        assert archive_of(path / name) == stored_in(path / name) == path
    with pytest.raises(InputError) as caught:
        member_at(path / "gone.xlsx")
    assert caught.value.code == "file-missing"


def test_a_folder_that_is_called_like_an_archive_is_none(tmp_path: Path) -> None:
    path = put(tmp_path, "mail.zip/N-01.xlsx", b"1")
    assert archive_of(path) is None
    assert stored_in(path) == path


def test_two_files_of_one_name_have_two_addresses(tmp_path: Path) -> None:
    mail = mailed({"N-01.xlsx": b"1"})
    for content in (b"2", b"3"):
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename="n-01.XLSX")
    path = put(tmp_path, "mail.eml", mail.as_bytes())
    assert list(listed(path)) == ["N-01.xlsx", "n-01 (2).XLSX", "n-01 (3).XLSX"]
    assert content_at(path / "n-01 (3).XLSX") == b"3"


def test_an_archive_that_changed_is_looked_into_again(tmp_path: Path) -> None:
    path = put(tmp_path, "a.zip", zipped({"one.xlsx": b"1"}))
    assert list(listed(path)) == ["one.xlsx"]
    put(tmp_path, "a.zip", zipped({"one.xlsx": b"1", "two.xlsx": b"2"}))
    assert list(listed(path)) == ["one.xlsx", "two.xlsx"]


def locked(files: dict[str, bytes]) -> bytes:
    """The bit that says a file is encrypted, set as archivers do."""
    data = bytearray(zipped(files))
    for signature, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.find(signature) + at] |= 1
    return bytes(data)


def test_what_cannot_be_read_in_an_archive_is_named_and_the_rest_stays(tmp_path: Path) -> None:
    path = put(tmp_path, "a.zip", locked({"secret.xlsx": b"1", "open.xlsx": b"2"}))
    assert listed(path) == {"secret.xlsx": "archive-password", "open.xlsx": ""}
    with pytest.raises(InputError) as caught:
        content_at(path / "secret.xlsx")
    assert caught.value.code == "archive-password"
    inner = put(tmp_path, "b.zip", zipped({"half.zip": zipped({"a.xlsx": b"1"})[:30], "open.xlsx": b"2"}))
    assert listed(inner) == {"half.zip": "archive-damaged", "open.xlsx": ""}
    flipped = bytearray(zipped({"a.xlsx": b"1234" * 50}))
    flipped[40:44] = b"\0\0\0\0"
    with pytest.raises(InputError) as caught:
        content_at(put(tmp_path, "c.zip", bytes(flipped)) / "a.xlsx")
    assert caught.value.code == "archive-damaged"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.zip", b"", "file-empty"),
        ("a.eml", b"", "file-empty"),
        ("a.zip", b"PK\x03\x04", "archive-damaged"),
        ("a.zip", zipped({"a.xlsx": bytes(500)})[:-30], "archive-damaged"),
        ("a.zip", b"Rar!\x1a\x07", "archive-damaged"),
        ("a.msg", b"abc", "archive-damaged"),
        ("a.msg", bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "archive-damaged"),
    ],
)
def test_a_broken_archive_is_refused_by_name(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    assert refused(put(tmp_path, name, data)) == code


def test_a_large_archive_and_a_bomb_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = put(tmp_path, "bomb.zip", zipped({f"{number}.xlsx": bytes(3_000_000) for number in range(4)}))
    monkeypatch.setattr(module, "MOST_UNPACKED", 10_000_000)
    assert refused(bomb) == "archive-too-large"
    inside = put(tmp_path, "inside.zip", zipped({"a.xlsx": b"1", "bomb.zip": bomb.read_bytes()}))
    assert refused(inside) == "archive-too-large"
    monkeypatch.setattr(module, "MOST_MEMBERS", 20)
    assert (
        refused(put(tmp_path, "many.zip", zipped({f"{number}.txt": b"" for number in range(21)})))
        == "archive-too-large"
    )
    assert refused(put(tmp_path, "many.eml", mailed({f"{number}.txt": b"" for number in range(21)}).as_bytes())) == (
        "archive-too-large"
    )
    monkeypatch.setattr(module, "MOST_BYTES", 1000)
    assert refused(put(tmp_path, "large.zip", bytes(1001))) == "archive-too-large"


def test_one_huge_file_in_an_archive_is_refused_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, "a.zip", zipped({"a.xlsx": bytes(5000), "b.xlsx": b"2"}))
    monkeypatch.setattr(module, "MOST_BYTES", 4000)
    assert content_at(path / "b.xlsx") == b"2"
    with pytest.raises(InputError) as caught:
        content_at(path / "a.xlsx")
    assert caught.value.code == "workbook-too-large"


def test_archives_in_archives_are_opened_three_deep_and_no_deeper(tmp_path: Path) -> None:
    data = zipped({"N-01.xlsx": b"1"})
    for level in range(5, 0, -1):
        data = zipped({f"{level}.zip": data})
    path = put(tmp_path, "a.zip", data)
    assert listed(path) == {"1.zip/2.zip/3.zip/4.zip": "archive-too-deep"}
    shallow = put(
        tmp_path, "b.zip", zipped({"1.zip": zipped({"2.eml": mailed({"3.zip": zipped({"x.xlsx": b"1"})}).as_bytes()})})
    )
    assert listed(shallow) == {"1.zip/2.eml/3.zip/x.xlsx": ""}


def test_an_archive_that_holds_itself_ends(tmp_path: Path) -> None:
    # A mail of mails of mails: each level is one more call for Python.
    deep = b"Content-Type: message/rfc822\n\n" * 3000
    path = put(tmp_path, "deep.eml", deep)
    try:
        assert listed(path) == {}
    except InputError as error:
        assert error.code == "archive-damaged"


def test_a_workbook_under_the_name_of_an_archive_is_a_workbook(tmp_path: Path) -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
    assert contents(put(tmp_path, "N-01.zip", held.getvalue())) is None
    outer = put(tmp_path, "a.zip", zipped({"N-01.zip": held.getvalue()}))
    assert listed(outer) == {"N-01.zip": ""}
