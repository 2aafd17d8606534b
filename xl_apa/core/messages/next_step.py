"""What of a message says what is so, and what of it says what to do: every fault is told with its next step.

The next step is the last part of a message, from the first sentence on that asks for something: in Bangla by the form of
its verb (`লিখুন`, `দেখুন`), in English by beginning with one (`Write`, `Check`). A verb that is missing here is added.
"""

from __future__ import annotations

import re

_BANGLA = "আনুন করবেন করুন খুলুন চালান চাপুন জানান জানুন দিন দেখুন নিন পাঠান বদলান বলুন বাছুন মুছুন যান রাখুন লিখুন সরান সাজান"
_ENGLISH = """
add ask attach bring calculate change check choose clear close compare confirm copy correct delete do download empty extract fill format give
install keep leave let log look make move name open press put read remove replace restore right-click run save say see send start
state switch take tell try turn type uninstall unmerge update use wait write
"""
BANGLA_VERBS, ENGLISH_VERBS = frozenset(_BANGLA.split()), frozenset(_ENGLISH.split())

_SENTENCES = re.compile(r"(?<=[।.?!])\s+|\n")
_WORDS = re.compile(r"[\w\u0980-\u09ff-]+")
_CLAUSES = re.compile(r"[;:,]\s+|\bor\s+|\bthen\s+|\band\s+")


def parts(text: str, lang: str) -> tuple[str, str]:
    """Return what a message says is so, and what it says to do about it, "" where it asks for nothing."""
    sentences = _SENTENCES.split(text)
    for place, sentence in enumerate(sentences):
        if _asks(sentence, lang):
            return " ".join(sentences[:place]), " ".join(sentences[place:])
    return " ".join(sentences), ""


def _asks(sentence: str, lang: str) -> bool:
    if lang == "bn":
        return not BANGLA_VERBS.isdisjoint(_WORDS.findall(sentence))
    firsts = (_WORDS.search(clause) for clause in _CLAUSES.split(sentence))
    return any(first is not None and first[0].lower() in ENGLISH_VERBS for first in firsts)
