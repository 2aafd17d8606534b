"""What is attached to a mail, whatever program saved it and however it names the attachments."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from tests.archives.made import mailed, outlook
from xl_apa.archives.mail import members_of_eml, members_of_msg
from xl_apa.archives.member import Member

BANGLA = "প্রতিবেদন ১.xlsx"
SENT = datetime(2024, 1, 10, 6, tzinfo=UTC)


def listed(members: Iterable[Member]) -> list[tuple[str, bytes]]:
    return [(member.name, member.read()) for member in members]


def test_attachments_of_a_mail_have_its_time_and_their_own_names() -> None:
    data = mailed({BANGLA: b"1", "N-02.xlsx": b"22"}).as_bytes()
    assert listed(members_of_eml(data)) == [(BANGLA, b"1"), ("N-02.xlsx", b"22")]
    assert [(each.time, each.size) for each in members_of_eml(data)] == [(SENT, 1), (SENT, 2)]


def test_attachments_of_an_outlook_mail_have_its_time_and_their_own_names() -> None:
    data = outlook({BANGLA: b"1" * 5000, "N-02.xlsx": b"22"})
    assert listed(members_of_msg(data)) == [(BANGLA, b"1" * 5000), ("N-02.xlsx", b"22")]
    assert {each.time for each in members_of_msg(data)} == {SENT}


PART = "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment;{}\n\nMTIz\n"
ENCODED = "=?UTF-8?B?4KaV4KeoLnhsc3g=?="


@pytest.mark.parametrize(
    ("part", "name"),
    [
        (PART.format(' filename="N-01.xlsx"'), "N-01.xlsx"),
        (PART.format(f' filename="{ENCODED}"'), "ক২.xlsx"),
        (PART.format(" filename*=UTF-8''%E0%A6%95%E0%A7%A8.xlsx"), "ক২.xlsx"),
        (PART.format(" filename*0*=UTF-8''%E0%A6%95; filename*1*=%E0%A7%A8.xlsx"), "ক২.xlsx"),
        (PART.format(' filename="ক২.xlsx"'), "ক২.xlsx"),
        (PART.format(' filename="../../N-01.xlsx"'), "N-01.xlsx"),
        ("Content-Type: application/vnd.ms-excel\nContent-Transfer-Encoding: base64\n\nMTIz\n", "report.xls"),
    ],
)
def test_names_are_understood_however_they_are_written(part: str, name: str) -> None:
    mail = f"Subject: x\nContent-Type: multipart/mixed; boundary=cut\n\n--cut\n{part}--cut--\n".encode()
    assert listed(members_of_eml(mail)) == [(name, b"123")]
    assert [each.time for each in members_of_eml(mail)] == [None]


def test_a_forwarded_mail_gives_its_attachments_too() -> None:
    mail = mailed({"a.xlsx": b"1"})
    mail.add_attachment(mailed({"b.xlsx": b"2"}))
    assert listed(members_of_eml(mail.as_bytes())) == [("a.xlsx", b"1"), ("b.xlsx", b"2")]


def test_pictures_in_the_text_are_no_attachments() -> None:
    mail = EmailMessage()
    mail.set_content("text")
    mail.add_related(b"GIF", "image", "gif", cid="<logo>", filename="logo.gif")
    assert listed(members_of_eml(mail.as_bytes())) == []


@pytest.mark.parametrize("data", [b"", b"\0\1\2", b"not a mail", b"Date: soon\n\nx", "মহোদয়".encode()])
def test_what_is_no_mail_has_no_attachments(data: bytes) -> None:
    assert listed(members_of_eml(data)) == []
