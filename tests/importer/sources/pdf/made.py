"""PDFs written object by object: what no program writes, and what a person with bad intentions would."""

from __future__ import annotations

from collections.abc import Sequence
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
