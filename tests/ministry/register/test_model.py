"""Which offices should report, and who reports to whom, whatever digits their codes are written in."""

from __future__ import annotations

from xl_apa.ministry.register.model import Register, Registered

DISTRICT = Registered("Z-১১", "জেলা কার্যালয়", parent="d-০১")
REGISTER = Register((Registered("M-1", "মন্ত্রণালয়"), Registered("D-01", "অধিদপ্তর", parent="M-1"), DISTRICT))


def test_codes_are_the_same_in_whatever_digits_and_capitals_they_are_written() -> None:
    assert REGISTER.find("z-11") is DISTRICT
    assert REGISTER.find("Z-12") is None
    assert [office.code for office in REGISTER.chain(DISTRICT)] == ["D-01", "M-1"]


def test_who_reports_to_nobody_and_is_reported_to_is_not_waited_for() -> None:
    assert [office.code for office in REGISTER.expected] == ["D-01", "Z-১১"]
    flat = Register((Registered("A", "ক"), Registered("B", "খ")))
    assert flat.expected == flat.offices


def test_the_ministry_is_the_one_office_at_the_top_and_nobody_where_there_are_two() -> None:
    assert REGISTER.top == REGISTER.offices[0]
    two = Register((*REGISTER.offices, Registered("N-1", "আরেক মন্ত্রণালয়"), Registered("E-1", "ক", parent="N-1")))
    assert two.top is None
    assert Register((Registered("A", "ক"), Registered("B", "খ"))).top is None
