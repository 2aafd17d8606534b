"""What a document of another form leaves to be looked at."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

IMPORTING: dict[str, Sentence] = {
    "import-unsure": Sentence(
        "সূচক {code}: ‘{text}’ অর্জন হিসেবে ধরা হয়েছে, তবে নিশ্চিত নয়; সারিতে আরও আছে: {rivals}। মূল নথি দেখে অর্জনটি লিখুন।",
        "Indicator {code}: “{text}” was taken for the achievement, but that is not sure; the row also holds {rivals}. "
        "Look at the document and write the achievement.",
    ),
    "import-claim-unsure": Sentence(
        "সূচক {code}: দাবিকৃত নম্বর ‘{text}’ কি না, নিশ্চিত নয়। মূল নথি দেখে নম্বরটি লিখুন।",
        "Indicator {code}: it is not sure that the claimed marks are “{text}”. Look at the document and write the marks.",
    ),
    "import-row-unknown": Sentence(
        "‘{text}’ সারিটি কর্মপরিকল্পনার কোনো সূচকের সঙ্গে মেলেনি, তাই বাদ গেছে। মূল নথি দেখুন।",
        "The row “{text}” fits no indicator of the plan and was left out. Look at the document.",
    ),
    "import-cell-left-over": Sentence(
        "সূচক {code}: ‘{text}’ কোন ঘরের তা বোঝা যায়নি, তাই বাদ গেছে। মূল নথি দেখুন।",
        "Indicator {code}: “{text}” belongs to no column and was left out. Look at the document.",
    ),
    "import-target-joined": Sentence(
        "সূচক {code}: দুই ঘরে ভাগ হওয়া তারিখ জোড়া দেওয়া হয়েছে: {text}।",
        "Indicator {code}: a date split over two cells was put together: {text}.",
    ),
    "import-two-figures": Sentence(
        "সূচক {code}: ত্রৈমাসিকের ঘরে ‘{text}’, বছরের ঘরে ‘{other}’। ‘{other}’ ধরা হয়েছে; দেখে নিন কোনটি ঠিক।",
        "Indicator {code}: the quarter's column says “{text}”, the year's “{other}”. The latter was taken; check it.",
    ),
    "import-converted": Sentence(
        "{count}টি ঘর বিজয় থেকে ইউনিকোডে রূপান্তর করা হয়েছে, যেমন ‘{text}’। বানান দেখে নিন।",
        "Cells converted from Bijoy to Unicode: {count}, such as “{text}”. Check their spelling.",
    ),
    "imported": Sentence(
        "প্রতিবেদনটি অন্য ছকের ফাইল ({kind}) থেকে পড়া: {weight} মানের মধ্যে {sure} মানের সূচক নিশ্চিতভাবে পড়া গেছে ({percent}%)।",
        "The report was read from a file in another form ({kind}): indicators worth {sure} of {weight} were read without a "
        "question ({percent}%).",
    ),
    "import-to-confirm": Sentence(
        "প্রতিবেদনটি নিশ্চিত করতে হবে: {reasons} নিশ্চিত করুন; তার আগে গড়, অবস্থান ও সময়সীমায় ধরা হবে না।",
        "Confirm the report: {reasons} Until then it is in no mean, no ranking and no deadline.",
    ),
    "import-confirmed": Sentence(
        "অন্য ছকের প্রতিবেদনটি মন্ত্রণালয় ‘{typed}’ লিখে নিশ্চিত করেছে, তাই ধরা হয়েছে।",
        "The ministry confirmed this report in another form by “{typed}”, so it counts.",
    ),
    "import-office-by-file": Sentence(
        "নথিতে দপ্তরের নাম তালিকার মতো নেই; ফাইলের নাম অনুযায়ী দপ্তর ‘{code}’ ({office}) ধরা হয়েছে।",
        "The document does not name an office of the register; by the file's name it is “{code}” ({office}).",
    ),
    "import-office-similar": Sentence(
        "নথিতে লেখা ‘{text}’; তালিকার ‘{office}’ ({code}) ধরা হয়েছে। দপ্তরটি ঠিক কি না দেখুন।",
        "The document says “{text}”; it was taken for “{office}” ({code}) of the register. Check that this is the office.",
    ),
    "import-table-not-read": Sentence(
        "‘{text}’ সারণিটি এই ছকের নয়, তাই পড়া হয়নি।",
        "The table “{text}” is not this form and was not read.",
    ),
}
