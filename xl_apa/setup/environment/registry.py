"""The registry of the Windows that runs this; off Windows there is nothing in it."""

from __future__ import annotations

import sys
from collections.abc import Mapping


class WindowsRegistry:
    """The registry through winreg; off Windows there is nothing in it."""

    def value(self, key: str, name: str = "") -> object:
        return self.values(key).get(name)

    def values(self, key: str) -> Mapping[str, object]:
        found: dict[str, object] = {}
        if sys.platform == "win32":
            import winreg

            for view in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
                try:
                    with _open(key, view) as opened:
                        rows = [winreg.EnumValue(opened, index) for index in range(winreg.QueryInfoKey(opened)[1])]
                except OSError:
                    continue
                found = {name: value for name, value, _ in rows} | found
        return found

    def keys(self, key: str) -> tuple[str, ...]:
        names: dict[str, None] = {}
        if sys.platform == "win32":
            import winreg

            for view in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
                try:
                    with _open(key, view) as opened:
                        count = winreg.QueryInfoKey(opened)[0]
                        names.update(dict.fromkeys(winreg.EnumKey(opened, index) for index in range(count)))
                except OSError:
                    continue
        return tuple(names)


if sys.platform == "win32":
    import winreg

    def _open(key: str, view: int) -> winreg.HKEYType:
        root, _, path = key.partition("\\")
        return winreg.OpenKey(getattr(winreg, root), path, 0, winreg.KEY_READ | view)
