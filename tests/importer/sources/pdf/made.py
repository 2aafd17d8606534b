"""PDFs written object by object: what no program writes, and what a person with bad intentions would."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

HEAD = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"]
PAGE = (
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
    "/Resources<</Font<</F1 5 0 R>>/XObject<</A 6 0 R>>>>>>"
)
HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def stream(content: bytes | str, entries: str = "") -> bytes:
    """A stream's object, with further entries of its dictionary."""
    data = content.encode("latin-1") if isinstance(content, str) else content
    return f"<</Length {len(data)}{entries}>>\nstream\n".encode() + data + b"\nendstream"


def made_pdf(path: Path, objects: Sequence[str | bytes]) -> Path:
    """Write a file of these objects, numbered from 1; the first is the catalogue."""
    text, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(text))
        text += f"{number} 0 obj\n".encode() + (each.encode() if isinstance(each, str) else each) + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    text += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\n".encode()
    path.write_bytes(text + f"startxref\n{text.rindex(b'xref')}\n%%EOF".encode())
    return path


_OBJECT = re.compile(rb"^(\d+) 0 obj\b(.*?)\nendobj", re.MULTILINE | re.DOTALL)


def rewritten(source: Path, target: Path, names: Mapping[bytes, bytes]) -> Path:
    """Write a PDF of LibreOffice again, unpacked, with other names in it: as if another program had made it."""
    data = source.read_bytes()
    found = {int(match[1]): _unpacked(match[2], names) for match in _OBJECT.finditer(data)}
    root = re.findall(rb"/Root (\d+) 0 R", data)[-1]
    text, places = b"%PDF-1.6\n", {}
    for number, body in found.items():
        places[number] = len(text)
        text += b"%d 0 obj%s\nendobj\n" % (number, body)
    start, size = len(text), max(found) + 1
    text += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        text += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00000 f \n"
    target.write_bytes(text + b"trailer<</Size %d/Root %s 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, root, start))
    return target


def _unpacked(body: bytes, names: Mapping[bytes, bytes]) -> bytes:
    head, mark, content = body.partition(b"stream")
    if mark:
        content = content[1 if content[:1] == b"\n" else 2 : content.rindex(b"endstream")]
        if b"FlateDecode" in head:
            content = zlib.decompressobj().decompress(content)
            head = re.sub(rb"/Filter\s*/FlateDecode", b"", head)
    for name, other in names.items():
        head, content = head.replace(name, other), content.replace(name, other)
    if not mark:
        return head
    head = re.sub(rb"/Length\s+\d+( 0 R)?", b"/Length %d" % len(content), head)
    return head + b"stream\n" + content + b"\nendstream"
