"""The register: which offices should report, and who reports to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from xl_apa.core.offices import name_key, office_key


@dataclass(frozen=True, slots=True)
class Registered:
    """One office of the register. `parent` is the code of the office it reports to, "" when it reports to nobody.

    `row` is where it stands in the file, counted from 1.
    """

    code: str
    name: str
    name_en: str = ""
    parent: str = ""
    level: str = ""
    contact: str = ""
    row: int = 0

    @property
    def key(self) -> str:
        return office_key(self.code)

    @property
    def names(self) -> frozenset[str]:
        """Its names as names are compared, in Bangla and in English."""
        return frozenset(filter(None, map(name_key, (self.name, self.name_en))))


@dataclass(frozen=True)
class Register:
    """The offices of a ministry, in the order of the file; `ignored` are headings of columns that were not read."""

    offices: tuple[Registered, ...]
    ignored: tuple[str, ...] = field(default=(), compare=False)
    by_key: dict[str, Registered] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {office.key: office for office in self.offices})

    def find(self, code: str) -> Registered | None:
        """Return the office with this code, in whatever digits and letters it is written."""
        return self.by_key.get(office_key(code))

    @cached_property
    def by_name(self) -> dict[str, tuple[Registered, ...]]:
        """The offices by their names as names are compared; several where offices have one name."""
        named: dict[str, list[Registered]] = {}
        for office in self.offices:
            for name in office.names:
                named.setdefault(name, []).append(office)
        return {name: tuple(offices) for name, offices in named.items()}

    def named(self, name: str) -> tuple[Registered, ...]:
        """Return the offices with this name, in whatever spelling; none where it has no letter."""
        return self.by_name.get(name_key(name), ())

    @cached_property
    def expected_keys(self) -> frozenset[str]:
        """The keys of those who should report."""
        return frozenset(office.key for office in self.expected)

    @cached_property
    def expected(self) -> tuple[Registered, ...]:
        """Who should report: everybody but the office at the top, which is reported to and reports to nobody here."""
        parents = {office_key(office.parent) for office in self.offices if office.parent}
        return tuple(office for office in self.offices if office.parent or office.key not in parents)

    @cached_property
    def top(self) -> Registered | None:
        """The ministry itself: the one office that is reported to and reports to nobody; None unless it is one."""
        parents = {office_key(office.parent) for office in self.offices if office.parent}
        tops = [office for office in self.offices if not office.parent and office.key in parents]
        return tops[0] if len(tops) == 1 else None

    def chain(self, office: Registered) -> Iterator[Registered]:
        """Yield the offices an office reports to, the nearest first."""
        above = self.find(office.parent) if office.parent else None
        while above is not None:
            yield above
            above = self.find(above.parent) if above.parent else None
