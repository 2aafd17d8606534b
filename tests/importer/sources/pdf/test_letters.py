"""What a PDF says its glyphs stand for: `ActualText` counts, and pdfplumber still works as this needs it to."""

from __future__ import annotations

from pathlib import Path

import pdfplumber

from xl_apa.importer.sources.pdf.letters import with_meant_text
from xl_apa.importer.sources.pdf.limits import Allowance

CONTENT = """BT /F1 12 Tf 50 700 Td (A) Tj
/Span <</ActualText <FEFF09950BCD>>> BDC (xyz) Tj EMC (B) Tj
/Span <</ActualText <FEFF099509BF>>> BDC (q) Tj (r) Tj EMC (C) Tj
/Span <</MCID 3>> BDC (D) Tj EMC ET"""


def write(folder: Path) -> Path:
    parts = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(CONTENT)}>>\nstream\n{CONTENT}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    text, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(text))
        text += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    text += f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(text)}\n%%EOF"
    path = folder / "x.pdf"
    path.write_bytes(text.encode("latin-1"))
    return path


def test_glyphs_with_a_text_of_their_own_are_one_letter_as_wide_as_they_are(tmp_path: Path) -> None:
    with pdfplumber.open(write(tmp_path)) as pdf:
        drawn = {char["text"]: char for char in pdf.pages[0].chars}
        assert set("xyzqr") <= set(drawn)
    with pdfplumber.open(write(tmp_path)) as pdf:
        meant = with_meant_text(pdf.pages[0], Allowance()).chars
    assert [char["text"] for char in meant] == ["A", "ক\u0bcd", "B", "কি", "C", "D"]
    joined = meant[3]
    assert (joined["x0"], joined["x1"]) == (drawn["q"]["x0"], drawn["r"]["x1"])
