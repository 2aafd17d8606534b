"""Faults of a file that was not made from a template, and what must be said of how one was read."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

_FAULTS = {
    "source-unknown": Sentence(
        "‘{path}’ কী ধরনের ফাইল বোঝা যায়নি। Word, এক্সেল, PDF, HTML, CSV বা লেখার ফাইল (.txt) দিন।",
        "“{path}” is of no kind that can be imported. Give a Word, Excel, PDF, HTML, CSV or text file.",
    ),
    "source-picture": Sentence(
        "‘{path}’ একটি ছবি; এতে পড়ার মতো লেখা নেই। মূল Word বা এক্সেল ফাইলটি দিন, অথবা OCR করা লেখা (.txt)।",
        "“{path}” is a picture and holds no text. Give the Word or Excel file it was made from, or its text from an OCR program (.txt).",
    ),
    "source-scanned": Sentence(
        "‘{path}’ স্ক্যান করা PDF; এতে পড়ার মতো লেখা নেই। মূল Word বা এক্সেল ফাইলটি দিন, অথবা OCR করা লেখা (.txt)।",
        "“{path}” is a scanned PDF and holds no text. Give the Word or Excel file it was made from, or its text from an OCR program (.txt).",
    ),
    "source-pdf-letters": Sentence(
        "‘{path}’ PDF-টির বাংলা অক্ষর লেখা হিসেবে সংরক্ষিত নয়; পড়া যায় না। মূল Word বা এক্সেল ফাইলটি দিন।",
        "The Bangla letters of the PDF “{path}” are stored as shapes, not as text, and cannot be read. Give the Word or Excel file it was made from.",
    ),
    "source-pictures-alone": Sentence(
        "‘{path}’ ফাইলে শুধু ছবি আছে; পড়ার মতো লেখা নেই। মূল Word বা এক্সেল ফাইলটি দিন, অথবা OCR করা লেখা (.txt)।",
        "“{path}” holds pictures alone and no text. Give the Word or Excel file it was made from, or its text from an OCR program (.txt).",
    ),
    "source-empty": Sentence(
        "‘{path}’ ফাইলে কোনো লেখা নেই। সঠিক ফাইলটি দিন।",
        "“{path}” holds no text. Give the right file.",
    ),
    "source-damaged": Sentence(
        "‘{path}’ ফাইলটি নষ্ট। যে প্রোগ্রামে তৈরি সেটিতে খুলে আবার সংরক্ষণ করুন; না হলে সংশ্লিষ্ট দপ্তর থেকে ফাইলটি আবার সংগ্রহ করুন।",
        "“{path}” is damaged. Open it in the program it was made with and save it again, or ask the office for the file again.",
    ),
    "source-table-large": Sentence(
        "‘{path}’, {place}: ছকটি যেকোনো প্রতিবেদনের চেয়ে অনেক বড়; পড়া হয়নি। প্রতিবেদনের ছকটি আলাদা ফাইলে দিন।",
        "“{path}”, {place}: this table is far larger than any report's; it was not read. Give the report's table in a file of its own.",
    ),
    "source-pdf-columns": Sentence(
        "‘{path}’ PDF-টির ছকে ঘরের রেখা নেই, আর কোন লেখা কোন ঘরের তা নিশ্চিত নয়। মূল Word বা এক্সেল ফাইলটি দিন।",
        "The table of the PDF “{path}” has no lines, and it is not certain which text is in which cell. Give the Word or Excel file it was made from.",
    ),
    "source-pdf-large": Sentence(
        "‘{path}’ PDF-টি যেকোনো প্রতিবেদনের চেয়ে অনেক বড়; পড়া হয়নি। শুধু প্রতিবেদনের পৃষ্ঠাগুলো আলাদা PDF করে দিন।",
        "The PDF “{path}” is far larger than any report; it was not read. Save the report's pages alone as a PDF and give that.",
    ),
    "source-presentation": Sentence(
        "‘{path}’ একটি উপস্থাপনা (PowerPoint)। ছকটি Word বা এক্সেলে কপি করে সেই ফাইল দিন।",
        "“{path}” is a presentation (PowerPoint). Copy its table into Word or Excel and give that file.",
    ),
    "source-needs-libreoffice": Sentence(
        "‘{path}’ পড়তে LibreOffice লাগে, আর এই কম্পিউটারে তা নেই। Word-এ খুলে .docx হিসেবে সংরক্ষণ করুন।",
        "“{path}” can only be read with LibreOffice, which is not on this computer. Open it in Word and save it as .docx.",
    ),
    "source-not-converted": Sentence(
        "LibreOffice ‘{path}’ খুলতে পারেনি। Word-এ খুলে .docx হিসেবে সংরক্ষণ করুন।",
        "LibreOffice could not open “{path}”. Open it in Word and save it as .docx.",
    ),
    "source-archive-empty": Sentence(
        "‘{path}’-এর ভেতরে আনা যায় এমন কোনো ফাইল নেই। প্রতিবেদনের ফাইলটি দিন।",
        "“{path}” holds no file that can be imported. Give the report itself.",
    ),
}

_NOTES = {
    "source-values-only": Sentence(
        "‘{path}’ বাইনারি এক্সেল ফাইল (.xlsb): শুধু লেখা ও সংখ্যা পড়া হয়েছে, কাটা লেখা ও জোড়া ঘর চেনা যায় না।",
        "“{path}” is a binary workbook (.xlsb): only text and numbers were read; struck-out text and merged cells are not known.",
    ),
    "source-converted": Sentence(
        "‘{path}’ LibreOffice দিয়ে .docx করে পড়া হয়েছে।",
        "“{path}” was read as the .docx that LibreOffice made of it.",
    ),
}

SOURCES: dict[str, Sentence] = {**_FAULTS, **_NOTES}
