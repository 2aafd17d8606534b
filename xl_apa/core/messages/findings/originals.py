"""Where a workbook is no longer what the ministry gave out: its plan, its printed form, its sheets.

Each says both values: what the file has, and what it should have.
"""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

_PLAN = {
    "plan-altered": Sentence(
        "ফাইলের কর্মপরিকল্পনা ‘{plan}’ বদলানো: {part} সেখানে {here}, মন্ত্রণালয়ের {there}, নম্বর সে অনুযায়ী। নতুন ছকে প্রতিবেদন সংগ্রহ করুন।",
        "The plan “{plan}” in the file was altered: {part} {here} there, {there} in the ministry's, which marks follow. Ask for a report on a fresh form.",
    ),
    "plan-altered-further": Sentence(
        "ফাইলের ‘{plan}’ কর্মপরিকল্পনায় আরও {count}টি জায়গা বদলানো। নতুন ছকে প্রতিবেদন সংগ্রহ করুন।",
        "The plan “{plan}” in the file was altered in {count} more places. Ask for the report on a fresh form.",
    ),
    "plan-is-another": Sentence(
        "ফাইলের কর্মপরিকল্পনা ‘{own}’, নম্বর ‘{plan}’ অনুযায়ী; {count}টি জায়গায় পার্থক্য আছে। কোনটি ঠিক দেখুন।",
        "The file was made from the plan “{own}”, the marks follow “{plan}”; they differ in {count} places. Check which is meant.",
    ),
    "plan-inside-unreadable": Sentence(
        "ফাইলের ভেতরের কর্মপরিকল্পনা পড়া যায়নি, তাই মেলানো যায়নি। নম্বর ‘{plan}’ অনুযায়ী। নতুন ছকে প্রতিবেদন সংগ্রহ করুন।",
        "The plan inside the file cannot be read, so nothing was held against it. Marks follow “{plan}”. Ask for the report on a fresh form.",
    ),
    "hidden-field-differs": Sentence(
        "লুকানো ঘরে {part} ‘{text}’, কিন্তু ফাইলের নিজের ‘{right}’; ‘{right}’ ধরা হয়েছে। নতুন ছকে প্রতিবেদন সংগ্রহ করুন।",
        "A hidden cell says that the {part} is “{text}”, the file itself that it is “{right}”, which was taken. Ask for the report on a fresh form.",
    ),
}

_SHEETS = {
    "tabs-swapped": Sentence(
        "শিটের নাম ‘{sheet}’, কিন্তু শিরোনাম ও লুকানো ঘর অনুযায়ী ছকটি {quarter} ত্রৈমাসিকের; {quarter} ত্রৈমাসিকের ধরা হয়েছে। শিটের নাম ঠিক করুন।",
        "The sheet is called “{sheet}”, but its title and hidden cell say quarter {quarter}; it was read as quarter {quarter}. Correct the sheet's name.",
    ),
    "sheet-says-two-quarters": Sentence(
        "‘{sheet}’ শিটের শিরোনাম {title} ত্রৈমাসিকের, লুকানো ঘর {quarter} ত্রৈমাসিকের। কোন ত্রৈমাসিকের অর্জন লেখা হয়েছে দেখুন।",
        "On the sheet “{sheet}” the title says quarter {title}, the hidden cell quarter {quarter}. Check which quarter's achievements were written.",
    ),
    "sheet-unlocked": Sentence(
        "‘{sheet}’ শিটের সুরক্ষা তুলে নেওয়া হয়েছে; ছকের লেখা কর্মপরিকল্পনার সঙ্গে মিলিয়ে দেখা হয়েছে।",
        "The protection of the sheet “{sheet}” was taken off; the printed form was held against the plan.",
    ),
    "template-other-version": Sentence(
        "ছকটি অন্য সংস্করণের ({found}, প্রোগ্রামের {known}); যা পড়া গেছে তা ধরা হয়েছে। নতুন সংস্করণের প্রোগ্রাম বা ছক নিন।",
        "The form is of another version ({found}, the program's is {known}); what can be read was taken. Get the newer program or form.",
    ),
}

_PRINTED = {
    "text-differs": Sentence(
        "ছকে লেখা ‘{printed}’, কর্মপরিকল্পনায় ‘{plan}’। নম্বর কর্মপরিকল্পনা অনুযায়ী; লেখাটি ঠিক করুন।",
        "The form prints “{printed}”, the plan has “{plan}”. Marks follow the plan; correct the text.",
    ),
    "area-weight-differs": Sentence(
        "ক্ষেত্রের মান ছকে {printed}, কর্মপরিকল্পনায় {plan}। নম্বর কর্মপরিকল্পনা অনুযায়ী; ছক ঠিক করুন।",
        "The area's weight is {printed} on the form, {plan} in the plan. Marks follow the plan; correct the form.",
    ),
    "tier-heading-differs": Sentence(
        "স্তরের শিরোনাম ছকে {printed}%, কর্মপরিকল্পনায় {plan}%। নম্বর কর্মপরিকল্পনা অনুযায়ী; ছক ঠিক করুন।",
        "A tier is headed {printed}% on the form, {plan}% in the plan. Marks follow the plan; correct the form.",
    ),
    "rows-reordered": Sentence(
        "সারির ক্রম বদলানো: {printed} আছে যেখানে {plan} থাকার কথা। সূচক চিনে পড়া হয়েছে; সারিগুলো আগের ক্রমে সাজান।",
        "The rows are in another order: {printed} is where {plan} should be. Each was read by its indicator; put the rows back in order.",
    ),
    "total-differs": Sentence(
        "ছকে মোট নম্বর {written}, কিন্তু সারির নম্বর যোগ করলে {marks}। মোটের ঘরটি ঠিক করুন।",
        "The form shows a total of {written}, but its rows add up to {marks}. Correct the total.",
    ),
}

ORIGINALS: dict[str, Sentence] = {**_PLAN, **_SHEETS, **_PRINTED}
