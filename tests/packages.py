"""Parts of a package changed, whatever kind of workbook it is."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path

_CORE = "docProps/core.xml"
_PROPERTIES = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:modified>{}</dcterms:modified></cp:coreProperties>'
)


def with_parts(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """The same file with other contents of some parts, or with parts it did not have."""
    before = zipfile.ZipFile(BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name in before.namelist():
            if name not in parts:
                package.writestr(name, before.read(name))
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def saved_on(path: Path, written: str) -> Path:
    """The same file with this as the time of saving in its core properties."""
    return with_parts(path, {_CORE: _PROPERTIES.format(written)})


def of_time(path: Path, moment: datetime) -> Path:
    """The same file with this as the file system's time of change."""
    os.utime(path, (moment.timestamp(), moment.timestamp()))
    return path
