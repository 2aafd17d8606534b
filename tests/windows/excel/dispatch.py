"""Plain Python objects as Excel's: names that begin with a capital letter are seen through COM."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pythoncom
import winerror
from win32com.server import policy, util
from win32com.server.exception import COMException


class ExcelObject:
    """An object of Excel's. Properties and methods are those of Python; `__call__` is what it is by itself."""

    type_info: Any = None
    """What tells Excel's own kinds of objects apart: xlwings asks whether an argument is a Range."""
    _wrapped: Any = None

    def __iter__(self) -> Iterator[ExcelObject]:
        raise COMException(scode=winerror.DISP_E_MEMBERNOTFOUND)

    def _dynamic_(self, name: str, lcid: int, flags: int, arguments: tuple[Any, ...]) -> Any:
        given = [_from_client(each) for each in arguments]
        if name == "_NewEnum":
            return util.NewEnum([to_client(each) for each in self])
        if name == "_value_":
            return to_client(self(*given))
        own = self._own_name(name)
        if flags & (pythoncom.DISPATCH_PROPERTYPUT | pythoncom.DISPATCH_PROPERTYPUTREF):
            setattr(self, own, given[-1])
            return None
        found = getattr(self, own)
        if isinstance(found, ExcelObject) and given:
            return to_client(found(*given))
        if not callable(found) or isinstance(found, ExcelObject):
            return to_client(found)
        if not given and not flags & pythoncom.DISPATCH_METHOD:
            # Somebody asks whether this is a property; called, it is asked again.
            raise COMException(scode=winerror.DISP_E_MEMBERNOTFOUND)
        return to_client(found(*given))

    def _own_name(self, name: str) -> str:
        """Return how the object spells a name, which COM takes in any case."""
        found = next((each for each in dir(self) if each.lower() == name.lower() and each[0].isupper()), None)
        if found is None:
            raise COMException(scode=winerror.DISP_E_UNKNOWNNAME)
        return found


class ExcelPolicy(policy.DynamicPolicy):
    """How pywin32 asks an `ExcelObject`."""

    def _getdispid_(self, name: str, fdex: int) -> int:
        self._obj_._own_name(name)
        return super()._getdispid_(name, fdex)

    def _GetTypeInfoCount_(self) -> int:  # noqa: N802 - COM's name
        return int(self._obj_.type_info is not None)

    def _GetTypeInfo_(self, index: int, lcid: int) -> tuple[int, Any]:  # noqa: N802 - COM's name
        return 0, self._obj_.type_info


def to_client(value: Any) -> Any:
    """Return a value as COM hands it over; an object always as the same COM object."""
    if isinstance(value, ExcelObject):
        if value._wrapped is None:
            value._wrapped = util.wrap(value, usePolicy=ExcelPolicy)
        return value._wrapped
    return value


def address_in_memory(wrapped: Any) -> int:
    """Return where a COM object lies: pywin32 tells it in its representation alone."""
    found = re.search(r"with obj at (0x[0-9a-fA-F]+)", repr(wrapped))
    assert found, repr(wrapped)
    return int(found[1], 16)


def _from_client(value: Any) -> Any:
    if type(value).__name__ != "PyIDispatch":
        return value
    try:
        return util.unwrap(value)
    except (ValueError, pythoncom.com_error):
        return value
