"""What a workbook as a whole gives reason to say: its sheets, whose it is, and other files of the same office."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

WORKBOOKS: dict[str, Sentence] = {
    "columns-missing": Sentence(
        "ছকের এই কলামের শিরোনাম নেই, বা দুবার আছে: {headings}। কলামগুলো পড়া হয়নি; শিরোনাম ফিরিয়ে আনুন।",
        "These columns of the form have no heading, or two: {headings}. They were not read; restore the headings.",
    ),
    "value-outside-rows": Sentence(
        "‘{text}’ লেখা আছে {row} নম্বর সারিতে, যা কোনো সূচকের সারি নয়; ধরা হয়নি। সূচকের নিজের সারিতে লিখুন, বা মুছে দিন।",
        "“{text}” is in row {row}, which is not an indicator's row; it was not counted. Write it in the indicator's own row, or delete it.",
    ),
    "formulas-changed": Sentence(
        "‘{sheet}’ শিটে ছকের নিজের সূত্র বদলে গেছে: {cells}; শিটের নম্বর ভুল হতে পারে। যা লেখা হয়েছে তা একটি নতুন ছকে কপি করুন।",
        "On the sheet “{sheet}” formulas of the form were changed: {cells}; marks shown there may be wrong. Copy what was typed into a fresh form.",
    ),
    "formulas-lost": Sentence(
        "‘{sheet}’ শিটে ছকের নিজের সূত্র নষ্ট: {cells}; শিটের নম্বর ভুল হতে পারে। নতুন ছকে লিখুন।",
        "On the sheet “{sheet}” formulas of the form are broken: {cells}; marks shown there may be wrong. Use a fresh template.",
    ),
    "looks-not-read": Sentence(
        "শুধু ঘরের মান পড়া হয়েছে, বিন্যাস নয়। {reason} তাতেও না হলে কেটে দেওয়া লেখা, সংখ্যার বিন্যাস ও একত্র করা ঘর নিজে মিলিয়ে দেখুন।",
        "Only the values of the cells were read, not how they look. {reason} If that does not help, check struck-out digits, number formats and merged cells yourself.",
    ),
    "info-blank": Sentence(
        "‘{sheet}’ শিটে কিছুই লেখা নেই: কোন দপ্তরের, কোন অর্থবছরের প্রতিবেদন তা জানা যায় না। শিটটি পূরণ করুন।",
        "The sheet “{sheet}” says nothing: neither the office nor the fiscal year is known. Fill it in.",
    ),
    "foreign-macros": Sentence(
        "ফাইলে এমন ম্যাক্রো আছে যা এই ছকের নয়: {names}। চালানো হয়নি। এক্সেলে ম্যাক্রো চালু করবেন না; দপ্তর থেকে ম্যাক্রো ছাড়া ফাইল সংগ্রহ করুন।",
        "The file holds macros that are not the template's: {names}. They were not run. Do not enable macros in Excel; ask for a file without them.",
    ),
    "outside-links": Sentence(
        "ফাইলটি বাইরের ফাইল, ঠিকানা বা প্রোগ্রামের সঙ্গে যুক্ত: {names}। খোলা হয়নি। এক্সেলে খুললে ‘Update links’-এ ‘না’ বলুন; লিংক ছাড়া ফাইল চান।",
        "The file is linked to something outside it: {names}. It was not followed. Say no to “Update links” in Excel; ask for a file without links.",
    ),
    "embedded-objects": Sentence(
        "ফাইলে অন্য প্রোগ্রামের বস্তু আছে: {names}। খোলা হয়নি; এক্সেলে সেগুলোতে ক্লিক করবেন না।",
        "The file holds objects of other programs: {names}. They were not opened; do not click them in Excel.",
    ),
    "foreign-sheets-hidden": Sentence(
        "ফাইলে লুকানো শিট আছে যা ছকের নয়: {names}। পড়া হয়নি। কেন আছে দপ্তরকে জিজ্ঞাসা করুন।",
        "The file has hidden sheets that are not the template's: {names}. They do not count. Ask the office what they are for.",
    ),
    "form-sheet-hidden": Sentence(
        "‘{sheet}’ শিটটি লুকানো, কিন্তু এর লেখা হিসাবে ধরা হয়েছে। শিটটি দেখান (Unhide) ও মিলিয়ে দেখুন।",
        "The sheet “{sheet}” is hidden, yet what is on it counts. Unhide it and look through it.",
    ),
    "form-rows-hidden": Sentence(
        "‘{sheet}’ শিটে সূচকের সারি লুকানো: {rows}; এর লেখাও হিসাবে ধরা হয়েছে। সারি দেখান (Unhide) ও মিলিয়ে দেখুন।",
        "On the sheet “{sheet}” rows of indicators are hidden: {rows}; what stands there counts. Unhide them and look through them.",
    ),
    "form-cells-unseen": Sentence(
        "‘{sheet}’ শিটে এসব ঘরের লেখা বা তার অংশ দেখা যায় না (ঘরের রঙে বা অতি ছোট): {cells}; তবু ধরা হয়েছে। রং ও আকার ঠিক করে মিলিয়ে দেখুন।",
        "On “{sheet}” text in {cells} is not seen, being in the cell's colour or far too small; it counts all the same. Correct colour and size and check it.",
    ),
    "form-columns-hidden": Sentence(
        "‘{sheet}’ শিটে ছকের কলাম লুকানো: {columns}; এর লেখাও হিসাবে ধরা হয়েছে। কলাম দেখান (Unhide) ও মিলিয়ে দেখুন।",
        "On the sheet “{sheet}” columns of the form are hidden: {columns}; what stands there counts. Unhide them and look through them.",
    ),
    "office-code-blank": Sentence(
        "দপ্তরের কোড লেখা নেই। ‘তথ্য’ শিটে কোডটি লিখুন।",
        "The office code is blank. Write it on the sheet “তথ্য”.",
    ),
    "office-code-is-day": Sentence(
        "দপ্তরের কোড এক্সেলে তারিখ ({date}) হয়ে গেছে। দপ্তরের কাছে কোড জেনে নিন; ঘরটি Text করে কোডটি আবার লিখুন।",
        "Excel has made a date ({date}) of the office code. Ask the office for its code; format the cell as Text and write it again.",
    ),
    "field-beside-its-cell": Sentence(
        "‘{field}’ পাশের ঘরে লেখা হয়েছে: ‘{text}’। এটিই ধরা হয়েছে; {cell} ঘরে লিখুন।",
        "“{field}” was written in the next cell: “{text}”. It was taken from there; write it in {cell}.",
    ),
    "copy-filled": Sentence(
        "অর্জন লেখা আছে ‘{copy}’ শিটে, কিন্তু হিসাব হয় ‘{sheet}’ শিট থেকে, যা ফাঁকা। লেখাগুলো ‘{sheet}’ শিটে আনুন।",
        "The achievements are on the sheet “{copy}”, but marks come from “{sheet}”, which is blank. Bring them to “{sheet}”.",
    ),
    "copy-differs": Sentence(
        "‘{copy}’ শিটের অর্জন ‘{sheet}’ শিটের সঙ্গে মেলে না; হিসাবে ‘{sheet}’ ধরা হয়েছে। কোনটি সঠিক দেখে অন্যটি মুছে দিন।",
        "The achievements on the sheet “{copy}” differ from those on “{sheet}”, from which the marks come. Check which is right and delete the other.",
    ),
    "info-copy-differs": Sentence(
        "‘{copy}’ শিটে ‘{field}’ ভিন্ন: ‘{text}’; ‘{sheet}’ শিটেরটি ধরা হয়েছে। কোনটি সঠিক দেখে অন্য শিটটি মুছে দিন।",
        "On the sheet “{copy}” the field “{field}” is another: “{text}”; the one on “{sheet}” was taken. Check which is right and delete the other sheet.",
    ),
    "quarter-not-read": Sentence(
        "{quarter} ত্রৈমাসিকের ছক (‘{sheet}’ শিট) পাওয়া যায়নি বা পড়া যায়নি, তাই সেটির সঙ্গে মেলানো হয়নি। শিটের নাম ও ছকের শিরোনাম দেখুন।",
        "The form of quarter {quarter} (sheet “{sheet}”) is missing or cannot be read, so nothing was compared with it. Check the sheet's name and the form's headings.",
    ),
    "sheet-of-other-quarter": Sentence(
        "শিটের নাম ‘{sheet}’, কিন্তু ছকটি {quarter} ত্রৈমাসিকের। ঠিক শিটে লেখা হয়েছে কি না দেখুন।",
        "The sheet is called “{sheet}”, but its form is that of quarter {quarter}. Check that this is the right sheet.",
    ),
    "form-for-other-year": Sentence(
        "ছকটি {own} অর্থবছরের, নম্বর {year} অর্থবছরের কর্মপরিকল্পনা অনুযায়ী। দপ্তর থেকে {year} অর্থবছরের ছকে প্রতিবেদন সংগ্রহ করুন।",
        "The form is that of {own}; the marks follow the plan of {year}. Ask for the report on the form of {year}.",
    ),
    "other-quarter-filled": Sentence(
        "{quarter} ত্রৈমাসিকের শিটে কোনো অর্জন লেখা নেই; শেষ লেখা হয়েছে {held} ত্রৈমাসিকে। দপ্তর থেকে {quarter} ত্রৈমাসিকের প্রতিবেদন সংগ্রহ করুন।",
        "Nothing is typed for quarter {quarter}; the last quarter filled is {held}. Ask for the report of quarter {quarter}.",
    ),
    "sent-again": Sentence(
        "দপ্তরটির একাধিক ফাইল: ‘{kept}’ ধরা হয়েছে, ‘{other}’ ধরা হয়নি। {reason} ঠিক না হলে বাড়তি ফাইলটি সরান।",
        "The office has more than one file: “{kept}” was used, “{other}” was not. {reason} If that is wrong, remove the other file.",
    ),
    "sent-again-undecided": Sentence(
        "দুটি ফাইল এক নয়, কোনটি পরের তা বোঝা যায় না: আপাতত ‘{kept}’ ধরা হয়েছে, ‘{other}’ নয়। দপ্তরকে জিজ্ঞাসা করে একটি সরান।",
        "Two files differ, and which is later cannot be told: “{kept}” was used for now, not “{other}”. Ask the office and remove one.",
    ),
    "office-unknown": Sentence(
        "দপ্তরের কোড ‘{code}’ ({office}) তালিকায় নেই; নম্বর গড়ে ধরা হয়নি। দপ্তরের কাছে কোড জেনে ফাইলে লিখুন, বা দপ্তরটি তালিকায় যোগ করুন।",
        "The office code “{code}” ({office}) is not in the register; its marks are in no mean. Ask the office for its code, or add it to the register.",
    ),
    "office-unknown-but-name": Sentence(
        "কোড ‘{code}’ তালিকায় নেই; সেখানে ‘{office}’-এর কোড ‘{listed}’। নম্বর গড়ে ধরা হয়নি। দপ্তরকে জিজ্ঞাসা করে ফাইলের কোড ঠিক করুন।",
        "The code “{code}” is not in the register, which has “{listed}” for “{office}”. The marks are in no mean. Ask the office, correct the code.",
    ),
    "office-name-of-other": Sentence(
        "কোড ‘{code}’ তালিকায় ‘{owner}’-এর, নামটি ‘{listed}’-এর। কারও নামে ধরা হয়নি। ‘{office}’-কে জিজ্ঞাসা করুন ফাইলটি তাদের কি না, তারপর কোড ঠিক করুন।",
        "The code “{code}” is that of “{owner}”, the name that of “{listed}”; it counts for neither. Ask “{office}” if it is theirs, correct the code.",
    ),
    "office-name-differs": Sentence(
        "কোড ‘{code}’ তালিকায় ‘{owner}’, ফাইলে ‘{office}’। একই দপ্তর কি না দেখুন; না হলে দপ্তরের কাছে সঠিক কোড জানুন।",
        "The code “{code}” is “{owner}” in the register, “{office}” in the file. Check that it is one office; if not, ask it for its code.",
    ),
    "office-code-shared": Sentence(
        "কোড ‘{code}’ আরও ফাইলে: {others}। নম্বর আলাদা রাখা হয়েছে। ‘{office}’-এর কাছে সঠিক কোড জানুন; একই দপ্তর হলে পুরোনো ফাইলটি সরান।",
        "Others have the code “{code}” too: {others}. All are kept apart. Ask “{office}” for its code; if it is one office, remove the older file.",
    ),
    "office-by-name": Sentence(
        "ফাইলে কোড নেই; নাম অনুযায়ী দপ্তরটি তালিকার ‘{listed}’। ফাইলে কোডটি লিখুন।",
        "The file has no code; by its name it is “{listed}” of the register. Write the code in the file.",
    ),
    "office-by-name-taken": Sentence(
        "কোড নেই; নাম অনুযায়ী তালিকার ‘{listed}’, যার ফাইল ‘{other}’। এটির নম্বর ধরা হয়নি। ‘{office}’-কে জিজ্ঞাসা করুন কোনটি ঠিক, অন্যটি সরান।",
        "There is no code; by name it is “{listed}”, whose file is “{other}”. This one does not count. Ask “{office}” which is right, remove the other.",
    ),
    "plan-from-workbook": Sentence(
        "‘{plan}’ কর্মপরিকল্পনা মন্ত্রণালয়ের তালিকায় নেই; ফাইলের ভেতরেরটি ব্যবহার করা হয়েছে। দপ্তরটি সঠিক ছক ব্যবহার করেছে কি না দেখুন।",
        "The plan “{plan}” is not among the shipped ones; the one inside the workbook was used. Check that the office has the right form.",
    ),
}
