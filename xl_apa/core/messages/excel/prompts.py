"""What a cell of the workbook says when it is entered, and when it asks whether what was typed is right.

A cell shows at most 32 characters of a title and 255 of a message.
"""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

_ACHIEVEMENT = {
    "prompt-date-title": Sentence("অর্জন: তারিখ", "Achievement: date"),
    "prompt-date": Sentence(
        "তারিখ লিখুন দিন/মাস/বছর হিসেবে (যেমন {example}), {start} থেকে {end}-এর মধ্যে।\nকিছু না হলে ‘-’, কাজ চলতে থাকলে ‘চলমান’ লিখুন।",
        "Write the date as day/month/year (such as {example}), from {start} to {end}.\nNothing done: “-”; still going on: “চলমান”.",
    ),
    "prompt-date-unusual-title": Sentence("তারিখটি যাচাই করুন", "Check this date"),
    "prompt-date-unusual": Sentence(
        "এখানে {start} থেকে {end}-এর মধ্যে একটি তারিখ (দিন/মাস/বছর), ‘-’ অথবা ‘চলমান’ লেখার কথা। {limit} অক্ষরের বেশি বিবরণ লিখুন ‘প্রমাণক’ বা ‘মন্তব্য’ ঘরে। লেখাটি ঠিক হলে রেখে দিতে পারেন।",
        "A date from {start} to {end} (day/month/year), “-” or “চলমান” is expected here. Describe in more than {limit} characters under evidence or remarks. If it is right, you may keep it.",
    ),
    "prompt-number-title": Sentence("অর্জন: সংখ্যা", "Achievement: count"),
    "prompt-number": Sentence(
        "১ জুলাই থেকে এ পর্যন্ত মোট সংখ্যা লিখুন, যেমন {example}।\nকিছু না হলে ‘-’, কাজ চলতে থাকলে ‘চলমান’ লিখুন।",
        "Write the total since 1 July, such as {example}.\nNothing done: “-”; still going on: “চলমান”.",
    ),
    "prompt-number-own-title": Sentence("অর্জন: এই ত্রৈমাসিকের সংখ্যা", "Achievement: this quarter's"),
    "prompt-number-own": Sentence(
        "শুধু এই ত্রৈমাসিকের সংখ্যা লিখুন, যেমন {example}; জুলাই থেকে মোট নয়। বছরের {method} স্বয়ংক্রিয়ভাবে হিসাব হবে।\nকিছু না হলে ‘-’, কাজ চলতে থাকলে ‘চলমান’ লিখুন।",
        "Write this quarter's own number, such as {example}, not the total since July. The year's {method} is worked out from them.\nNothing done: “-”; still going on: “চলমান”.",
    ),
    "prompt-number-unusual-title": Sentence("সংখ্যাটি যাচাই করুন", "Check this count"),
    "prompt-number-unusual": Sentence(
        "এখানে শূন্য বা তার বেশি একটি সংখ্যা (সাধারণত পূর্ণ সংখ্যা), ‘-’ অথবা ‘চলমান’ লেখার কথা। {limit} অক্ষরের বেশি বিবরণ লিখুন ‘প্রমাণক’ বা ‘মন্তব্য’ ঘরে। অন্য ঘরের লেখা নিজে থেকে বসে গেলে মুছে আবার লিখুন। ঠিক থাকলে রেখে দিতে পারেন।",
        "A number, zero or more (as a rule a whole one), “-” or “চলমান” is expected here. Describe in more than {limit} characters under evidence or remarks. If another row was copied in, type again; if it is right, keep it.",
    ),
    "prompt-percent-title": Sentence("অর্জন: শতকরা হার (%)", "Achievement: percent"),
    "prompt-percent": Sentence(
        "শতকরা হার ০ থেকে ১০০-এর মধ্যে লিখুন, যেমন {example} (০.৯৬ নয়)।\nকিছু না হলে ‘-’, কাজ চলতে থাকলে ‘চলমান’ লিখুন।",
        "Write the percent, 0 to 100, such as {example} (not 0.96).\nNothing done: “-”; still going on: “চলমান”.",
    ),
    "prompt-percent-own-title": Sentence("অর্জন: এই ত্রৈমাসিকের হার (%)", "Achievement: this quarter's %"),
    "prompt-percent-own": Sentence(
        "শুধু এই ত্রৈমাসিকের শতকরা হার লিখুন, ০ থেকে ১০০, যেমন {example} (০.৯৬ নয়)। বছরের {method} স্বয়ংক্রিয়ভাবে হিসাব হবে।\nকিছু না হলে ‘-’, কাজ চলতে থাকলে ‘চলমান’ লিখুন।",
        "Write this quarter's own percent, 0 to 100, such as {example} (not 0.96). The year's {method} is worked out from them.\nNothing done: “-”; still going on: “চলমান”.",
    ),
    "prompt-percent-unusual-title": Sentence("শতকরা হারটি যাচাই করুন", "Check this percent"),
    "prompt-percent-unusual": Sentence(
        "এখানে ০ থেকে ১০০-এর মধ্যে শতকরা হার, ‘-’ অথবা ‘চলমান’ লেখার কথা। {limit} অক্ষরের বেশি বিবরণ লিখুন ‘প্রমাণক’ বা ‘মন্তব্য’ ঘরে। অন্য ঘরের লেখা নিজে থেকে বসে গেলে মুছে আবার লিখুন। ঠিক থাকলে রেখে দিতে পারেন।",
        "A percent from 0 to 100, “-” or “চলমান” is expected here. Describe in more than {limit} characters under evidence or remarks. If another row was copied in, type again; if it is right, keep it.",
    ),
    "prompt-accepted-title": Sentence("গৃহীত অর্জন", "Accepted value"),
    "prompt-accepted": Sentence(
        "‘অর্জন’ ঘরের লেখা বোঝা না গেলে তবেই এ ঘর পূরণ করুন: লেখাটি থেকে যে অর্জন আপনি গ্রহণ করছেন, শুধু সেটি লিখুন।",
        "Only when the achievement could not be understood: write the value that you accept from it, and nothing else.",
    ),
}

_EVIDENCE = {
    "prompt-evidence-title": Sentence("প্রমাণক", "Evidence"),
    "prompt-evidence": Sentence("কর্মপরিকল্পনা অনুযায়ী প্রমাণক: {evidence}", "Evidence that the plan names: {evidence}"),
    "prompt-attached-title": Sentence("প্রমাণক সংযুক্ত?", "Is the evidence attached?"),
    "prompt-attached": Sentence(
        "প্রমাণক সংযুক্ত থাকলে ‘হ্যাঁ’, না থাকলে ‘না’ বেছে নিন।",
        "Choose “হ্যাঁ” (yes) when the evidence is attached, “না” (no) when it is not.",
    ),
    "prompt-attached-unusual-title": Sentence("‘হ্যাঁ’ না ‘না’?", "Yes or no?"),
    "prompt-attached-unusual": Sentence(
        "এখানে ‘হ্যাঁ’ বা ‘না’ লেখার কথা; প্রমাণকের বিবরণ লিখুন ‘প্রমাণক’ ঘরে। লেখাটি ঠিক হলে রেখে দিতে পারেন।",
        "“হ্যাঁ” (yes) or “না” (no) is expected here; name the evidence under ‘প্রমাণক’. If it is right, you may keep it.",
    ),
}

_INFO = {
    "prompt-year-title": Sentence("অর্থবছর", "Fiscal year"),
    "prompt-year": Sentence(
        "এই ফাইলের কর্মপরিকল্পনা {year} অর্থবছরের। অন্য বছরের জন্য সেই বছরের ফাইল ব্যবহার করুন।",
        "The plan in this workbook is that of {year}. Use another workbook for another year.",
    ),
    "prompt-year-unusual-title": Sentence("অর্থবছরটি যাচাই করুন", "Check the fiscal year"),
    "prompt-year-unusual": Sentence(
        "এই ফাইলের লক্ষ্যমাত্রা {year} অর্থবছরের; তালিকা থেকে সেটিই বেছে নিন।",
        "The targets in this workbook are those of {year}; choose it from the list.",
    ),
    "prompt-report-date-title": Sentence("প্রতিবেদনের তারিখ", "Date of the report"),
    "prompt-report-date": Sentence(
        "প্রতিবেদন স্বাক্ষরের তারিখ লিখুন দিন/মাস/বছর হিসেবে, যেমন {example}।",
        "Write the day the report is signed as day/month/year, such as {example}.",
    ),
    "prompt-report-date-unusual-title": Sentence("তারিখটি যাচাই করুন", "Check this date"),
    "prompt-report-date-unusual": Sentence(
        "এখানে {start} থেকে {end}-এর মধ্যে একটি তারিখ (দিন/মাস/বছর) লেখার কথা, {limit} অক্ষরের বেশি নয়। লেখাটি ঠিক হলে রেখে দিতে পারেন।",
        "A date from {start} to {end} (day/month/year) is expected here, of no more than {limit} characters. If it is right, you may keep it.",
    ),
    "prompt-month-first": Sentence(
        "সতর্কতা: এই কম্পিউটারে ০৫/০৬ লিখলে ৬ মে ধরা হয়, ৫ জুন নয়। Windows-এর Region-এ ‘Bengali (Bangladesh)’ বেছে নিন, অথবা ডট দিয়ে তারিখ লিখুন: ০৫.০৬.২০২৪।",
        "Careful: this computer takes 05/06 for 6 May, not for 5 June. Choose “Bengali (Bangladesh)” under Region in Windows, or write the date with dots: 05.06.2024.",
    ),
}

PROMPTS: dict[str, Sentence] = {**_ACHIEVEMENT, **_EVIDENCE, **_INFO}
