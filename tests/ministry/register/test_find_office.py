"""Which office of a register a report is from, by what it prints and by the name of its file."""

from __future__ import annotations

import pytest

from xl_apa.ministry.register.find_office import KnownBy, find_office
from xl_apa.ministry.register.model import Register, Registered

OFFICES = (
    Registered("M", "শ্রম ও কর্মসংস্থান মন্ত্রণালয়"),
    Registered("DOL", "শ্রম অধিদপ্তর", "Department of Labour", parent="M"),
    Registered("DOL-01", "আঞ্চলিক শ্রম দপ্তর, ঢাকা", parent="DOL"),
    Registered("DOL-02", "আঞ্চলিক শ্রম দপ্তর, খুলনা", parent="DOL"),
    Registered("DOL-03", "আঞ্চলিক শ্রম দপ্তর, রাজশাহী", parent="DOL"),
    Registered("U-1", "উপজেলা কার্যালয়, সাভার", parent="M"),
    Registered("U-2", "উপজেলা কার্যালয়, সাভারা", parent="M"),
)
REGISTER = Register(OFFICES)


@pytest.mark.parametrize(
    ("said", "path", "code", "by"),
    [
        (["শ্রম অধিদপ্তর"], "a.docx", "DOL", KnownBy.NAME),
        (["Head Office, Department of Labour"], "a.docx", "DOL", KnownBy.NAME),
        (["DEPARTMENT OF LABOUR"], "a.docx", "DOL", KnownBy.NAME),
        (["প্রতিবেদন", "সহকারী পরিচালক, আঞ্চলিক শ্রম দপ্তর, খুলনা"], "a.docx", "DOL-02", KnownBy.NAME),
        (["আঞ্চলিক শ্রম দপ্তর", "রাজশাহী"], "a.docx", "DOL-03", KnownBy.NAME),
        # The offices above are named too, and are not those who report.
        (["শ্রম ও কর্মসংস্থান মন্ত্রণালয়", "শ্রম অধিদপ্তর", "আঞ্চলিক শ্রম দপ্তর, ঢাকা"], "a.docx", "DOL-01", KnownBy.NAME),
        (["দপ্তরের নাম: শ্রম অধিদপ্তর"], "a.docx", "DOL", KnownBy.NAME),
        ([], "DOL-02.docx", "DOL-02", KnownBy.FILE),
        (["কোনো নাম নেই"], "in/DOL-02/report (1).docx", "DOL-02", KnownBy.FILE),
        (["শ্রম অধিদপ্তর"], "DOL/DOL-03.docx", "DOL-03", KnownBy.FILE),
        (["আঞ্চলীক শ্রম দপ্তর, খুলনা"], "a.docx", "DOL-02", KnownBy.NAME),
        (["আঞ্চলিক শ্রন দপ্তর, খুলনা"], "a.docx", "DOL-02", KnownBy.SIMILAR),
    ],
)
def test_an_office_is_known(said: list[str], path: str, code: str, by: KnownBy) -> None:
    found = find_office(said, path, REGISTER)
    assert found.office is not None
    assert (found.office.code, found.by, found.other) == (code, by, None)


@pytest.mark.parametrize(
    "said",
    [
        ["আঞ্চলিক শ্রম দপ্তর, বরিশাল"],
        ["আঞ্চলিক শ্রম দপ্তর"],
        ["উপজেলা কার্যালয়, সাভারি"],
        ["আঞ্চলিক শ্রম দপ্তর, ঢাকা", "আঞ্চলিক শ্রম দপ্তর, খুলনা"],
        ["মৎস্য অধিদপ্তর"],
        ["১২.১.২০২৪"],
        [],
    ],
)
def test_another_office_is_nobody_of_the_register(said: list[str]) -> None:
    assert find_office(said, "report.docx", REGISTER).office is None


def test_a_file_of_one_office_with_the_name_of_another_is_told() -> None:
    found = find_office(["আঞ্চলিক শ্রম দপ্তর, ঢাকা"], "DOL-02.docx", REGISTER)
    assert found.office and found.other
    assert (found.office.code, found.other.code) == ("DOL-02", "DOL-01")


def test_only_exact_names_count_where_nobody_knows_all_offices() -> None:
    assert find_office(["আঞ্চলিক শ্রন দপ্তর, খুলনা"], "a.docx", REGISTER, fuzzy=False).office is None
