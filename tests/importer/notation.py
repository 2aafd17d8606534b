"""Tables as the collection of real reports writes them: tabs between cells, `{r3}` and `{c5}` for merged ones.

No office writes so; tests turn it into a page of the web, which is read as any other.
"""

from __future__ import annotations

import html
import re

_MARKS = re.compile(r"\A(?:\{[rc]\d+\}\s*)+")


def page_of(text: str) -> str:
    """A page with the tables of a text, one for each run of lines with tabs; other lines are paragraphs."""
    body, table = [], []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            table.append("".join(map(_cell, line.split("\t"))))
            continue
        if table:
            body.append(f"<table border=1>{''.join(f'<tr>{row}</tr>' for row in table)}</table>")
            table = []
        if line.strip():
            body.append(f"<p>{html.escape(line)}</p>")
    return f'<html><meta charset="utf-8"><body>{"".join(body)}</body></html>'


def _cell(text: str) -> str:
    marks = _MARKS.match(text)
    spans = dict(re.findall(r"\{([rc])(\d+)\}", marks[0])) if marks else {}
    shown = html.escape(text[marks.end() :] if marks else text)
    return f'<td rowspan="{spans.get("r", 1)}" colspan="{spans.get("c", 1)}">{shown}</td>'
