"""Faults of the register: headings, codes, parents, letters."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

REGISTERS: dict[str, Sentence] = {
    "register-heading-missing": Sentence(
        "‘{path}’ দপ্তর-তালিকায় এই শিরোনাম নেই: {headings}। আছে: {found}। মিলিয়ে দেখতে নমুনা তৈরি করুন: xl-apa register new -o sample.xlsx",
        "The register “{path}” lacks these headings: {headings}. It has: {found}. Make a sample to compare it with: xl-apa register new -o sample.xlsx",
    ),
    "register-empty": Sentence(
        "‘{path}’ দপ্তর-তালিকায় কোনো দপ্তর নেই। শিরোনামের নিচে দপ্তরগুলো লিখুন।",
        "The register “{path}” lists no offices. Write the offices below the headings.",
    ),
    "register-code-missing": Sentence(
        "‘{path}’-এর {row} নম্বর সারিতে ‘{name}’-এর কোড নেই। কোড লিখুন।",
        "Row {row} of “{path}”: “{name}” has no code. Write one.",
    ),
    "register-code-twice": Sentence(
        "‘{path}’-এর {row} নম্বর সারির কোড ‘{office}’ আর {first} নম্বর সারির ‘{other}’ একই কোড। একটি বদলান।",
        "Row {row} of “{path}”: its code “{office}” is also in row {first}, as “{other}”. Change one of them.",
    ),
    "register-parent-unknown": Sentence(
        "‘{path}’-এর {row} নম্বর সারি: ঊর্ধ্বতন দপ্তর ‘{parent}’ তালিকায় নেই। কোড ঠিক করুন বা দপ্তরটি যোগ করুন।",
        "Row {row} of “{path}”: the parent office “{parent}” is not in the list. Correct the code or add the office.",
    ),
    "register-code-is-day": Sentence(
        "‘{path}’-এর {row} নম্বর সারি: ‘{office}’ দপ্তরের কোড এক্সেলে তারিখ ({text}) হয়ে গেছে। কলামটি Text করে কোডটি আবার লিখুন।",
        "Row {row} of “{path}”: Excel has made a date ({text}) of the code of “{office}”. Format the column as Text and write the code again.",
    ),
    "register-quotes": Sentence(
        '‘{path}’-এর {row} নম্বর লাইন পর্যন্ত একটি উদ্ধৃতি চিহ্ন (") বন্ধ হয়নি। চিহ্নটি মুছে দিন, বা তালিকাটি .xlsx হিসেবে সংরক্ষণ করুন।',
        '“{path}”: a quotation mark (") is open or out of place at line {row}. Delete it, or save the list as .xlsx.',
    ),
    "register-letters-lost": Sentence(
        "‘{path}’-এর {row} নম্বর সারিতে বাংলা লেখা নষ্ট হয়েছে: ‘{text}’। মূল তালিকাটি এক্সেলে খুলে ‘CSV UTF-8’ বা .xlsx হিসেবে সংরক্ষণ করুন।",
        "Row {row} of “{path}”: the Bangla letters are lost: “{text}”. Open the original list in Excel and save it as “CSV UTF-8” or .xlsx.",
    ),
    "register-circle": Sentence(
        "‘{path}’-এর {row} নম্বর সারি: ঊর্ধ্বতন দপ্তরের ধারা ঘুরে আবার ‘{office}’-এ ফিরে এসেছে। ঊর্ধ্বতন দপ্তরের কোড ঠিক করুন।",
        "Row {row} of “{path}”: the parent offices of “{office}” lead back to it. Correct the parent codes.",
    ),
    "register-not-unicode": Sentence(
        "‘{path}’-এর লেখা পড়া গেল না। এক্সেলে ‘CSV UTF-8’ বা .xlsx হিসেবে সংরক্ষণ করুন।",
        "The text of “{path}” could not be read. Save it in Excel as “CSV UTF-8” or .xlsx.",
    ),
}
