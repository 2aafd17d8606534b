"""What people read stands in the catalogue, in both languages, one word for an idea; elsewhere there are headings and words that are read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import xl_apa
from xl_apa.core.messages import CATALOGUE, LANGUAGES
from xl_apa.ministry.register import columns
from xl_apa.sheets import layout

REPOSITORY = Path(__file__).parent.parent
PACKAGE = Path(xl_apa.__file__).parent
BANGLA_WORD = re.compile("[\u0980-\u09e5\u09f0-\u09ff]{2}")

HEADINGS = (
    "sheets/layout/",
    "ministry/register/columns.py",
    "ministry/review/decision_columns.py",
)
"""What sheets are headed with: the form is the government's, the register's columns are named in Bangla alone."""
WORDS = (
    "core/checks/same_count.py",
    "core/text/bijoy",
    "core/text/codes.py",
    "core/text/copy_names.py",
    "core/typed/dates",
    "core/fiscal.py",
    "core/text/lookalikes.py",
    "core/model/plan.py",
    "core/text/months.py",
    "core/text/number_words.py",
    "core/text/numerals",
    "core/text/unit_names.py",
    "core/typed/known_words.py",
    "core/typed/offers.py",
    "core/typed/reading.py",
    "core/typed/sentence_words.py",
    "core/typed/status_words.py",
    "core/typed/units.py",
    "importer/about.py",
    "importer/sources/pdf/read.py",
    "importer/sources/pdf/written.py",
    "ministry/review/status_words.py",
    "importer/sources/text.py",
    "importer/table/",
    "sheets/formulas/vocabulary.py",
)
"""What officers type, for reading it; and the names of months and units."""


def modules() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if not path.is_relative_to(PACKAGE / "core" / "messages")]


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every text of a module but its docstrings, with its line."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.lineno, node.value


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_bangla_stands_in_the_catalogue_or_is_a_heading_or_a_word_that_is_read(path: Path) -> None:
    name = path.relative_to(PACKAGE).as_posix()
    if not name.startswith((*HEADINGS, *WORDS)):
        assert [f"{name}:{line}: {text}" for line, text in texts(path) if BANGLA_WORD.search(text)] == []


# ---- one word for an idea -------------------------------------------------------------------------------------------

INSTEAD = {
    "ক্রমপুঞ্জিত": "ক্রমপুঞ্জিভূত",
    "যোগফল": "সমষ্টি",
    r"(?<!সম)আনুপাতিক": "সমানুপাতিক",
    "গৃহীত মান": "গৃহীত অর্জন",
    r"শুধু মান|মানটি|মানটুকু|মান বসান|মানসহ": "অর্জন (মান is the weight)",
    "ফরম(?!্যা)": "ছক",
    "জমার ফাইল|জমা দিন": "দাখিলের ফাইল",
    r"(?<!সর্বোচ্চ )(?<!আরও )(?<!আর )(?<!গড়ে আরও )অর্জনযোগ্য": "সর্বোচ্চ অর্জনযোগ্য, আরও অর্জনযোগ্য",
    "এখনো": "এখনও",
    "দপ্তর তালিকা": "দপ্তর-তালিকা",
    r"(?<!কর্ম)পরিকল্পনা": "কর্মপরিকল্পনা",
    r"(?<!আওতা)অধীন": "আওতাধীন",
    r"বসান|বসানো|বসিয়ে": "ইনস্টল করা, লেখা",
    "তুলে ফেল": "আনইনস্টল করা",
    r"জানালা": "উইন্ডো",
    "দুইবার ক্লিক|দুবার ক্লিক": "ডাবল-ক্লিক",
    "আপনা-আপনি|নিজে থেকেই": "স্বয়ংক্রিয়ভাবে",
    r"আবার চান|ফাইলটি চান|প্রতিবেদন চান": "সংগ্রহ করুন",
    "কম্পিউটার যিনি দেখেন|সহায়তাকারী": "দপ্তরের আইসিটি শাখা",
    r"\d+টি ভুল|\}টি ভুল|\}টি সমস্যা|\}টি বিষয়": "ত্রুটি, সতর্কতা; পর্যবেক্ষণ",
    "আসেনি|প্রতিবেদন খালি": "পাওয়া যায়নি; ফাঁকা প্রতিবেদন",
    "সব দপ্তর মিলে": "মন্ত্রণালয় পর্যায়ে",
    "আসল প্রতিবেদন": "প্রকৃত প্রতিবেদন",
    r"\bscores?\b(?!\.| )|\bpoints\b": "marks",
    r"whoever (?:supports|looks after)": "your ICT section",
    r"[Tt]ake the password off": "remove the password",
    r"(?<![Tt]here )\bis no (?!more)": "is not a",
    "names no office": "lists no offices",
    r"\bstands? (?:in|on|under|above|beside|here)\b": "is",
    r"Could not be looked at": "could not be checked",
    r"can still end with": "is still possible",
    "accepted-value": "“গৃহীত অর্জন”",
    r"broken or not ours|place of its own": "damaged or unexpected; program folder",
    r"\b1 (?:findings|errors|warnings|offices|files)\b|\} (?:findings|errors|warnings)\b": "findings: {count}",
}
"""What is not to be said, and what is said for it: in sentences, on sheets and on the pages for officers."""
KEPT = {
    # What people may still write in a plan's or a workbook's own words.
    "layout.FORMER_HEADINGS",
}
DETACHED = re.compile(r"(?<=[}’'”%)\]০-৯A-Za-z0-9_]) (এর|এ|কে|তে|য়)(?=[ ,;।:.?)\n]|$)")


def headings() -> Iterator[tuple[str, str]]:
    """The Bangla words on sheets that are no sentences, each with its name."""
    for module in (layout, columns):
        for name, value in vars(module).items():
            if name.isupper() and f"layout.{name}" not in KEPT:
                parts = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else [value]
                yield from ((f"{module.__name__}.{name}", part) for part in parts if isinstance(part, str))


def said() -> Iterator[tuple[str, str]]:
    """Everything that people read, each with its place."""
    for code, sentence in CATALOGUE.items():
        yield from ((f"{code} ({lang})", getattr(sentence, lang)) for lang in LANGUAGES)
    yield from headings()
    for page in sorted((REPOSITORY / "docs").glob("*.bn.md")):
        yield page.name, page.read_text(encoding="utf-8")


@pytest.mark.parametrize("word", INSTEAD)
def test_one_idea_has_one_word(word: str) -> None:
    assert [f"{place}: {text}" for place, text in said() if re.search(word, text)] == [], f"say {INSTEAD[word]}"


def test_no_ending_stands_apart_from_its_word() -> None:
    assert [f"{place}: {text}" for place, text in said() if DETACHED.search(text)] == []


def test_an_ending_apart_from_its_word_is_seen() -> None:
    for text in ("‘{path}’ এ নেই", "{weight} এর মধ্যে", "১ কে ১% ধরা হয়েছে", "python.org এর পাইথন", "২০১০ এর আগের"):
        assert DETACHED.search(text)
    assert not DETACHED.search("দিন/মাস/বছর এভাবে লিখুন; এর একটি দিন")


def test_headings_are_looked_at() -> None:
    words = {text for _, text in headings()}
    assert {"গৃহীত অর্জন", "কর্মসম্পাদন সূচকের মান", "প্রশাসনিক স্তর"} <= words
