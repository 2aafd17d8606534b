"""Which of several files is the later one by what people and programs call it."""

from __future__ import annotations

import re

from xl_apa.core.text.lookalikes import clean
from xl_apa.core.text.numerals import to_ascii_digits

_LATER = re.compile(
    clean("সংশোধ|চূড়ান্ত|হালনাগাদ|পুনঃ|পুনরায়|নতুন")
    + "|correct|revis|(?<![a-z])rev(?![a-z])|final|latest|updat|resubmi|resen[dt]|again|new"
)
_EARLIER = re.compile(clean("পুরাতন|পুরোনো|পুরানো|খসড়া|ভুল|বাতিল") + r"|(?<![a-z])(?:old|draft|wrong|backup|previous)(?![a-z])")
_COPY = re.compile(r"(?<![a-z])copy(?![a-z])|" + clean("কপি|অনুলিপি"))
_COPY_NUMBER = re.compile(r"(?:\(|copy |(?<![a-z])v(?:er(?:sion)?)?[ .]*)(\d{1,2})(?!\d)")
"""What browsers, mail programs and people number copies by: `(1)`, `v2`."""


def lateness(path: str) -> int:
    """Return how late a file is by its name and its folder's, for comparing: `N-01 corrected`, `N-01 (1)` after `N-01`.

    0 where neither says anything; below 0 where they say that it is an old one.
    """
    name = " ".join(path.replace("\\", "/").split("/")[-2:])
    text = to_ascii_digits(clean(name)).casefold()
    copies = [int(number) for number in _COPY_NUMBER.findall(text)] or [int(bool(_COPY.search(text)))]
    return max(copies) + 100 * (bool(_LATER.search(text)) - bool(_EARLIER.search(text)))
