"""What a document of another form leaves to be looked at."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

IMPORTING: dict[str, Sentence] = {
    "import-unsure": Sentence(
        "সূচক {code}: ‘{text}’ অর্জন হিসেবে ধরা হয়েছে, তবে নিশ্চিত নয়; সারিতে আরও আছে: {rivals}। মূল নথি দেখে অর্জনটি লিখুন।",
        "Indicator {code}: “{text}” was taken for the achievement, but that is not sure; the row also holds {rivals}. "
        "Look at the document and write the achievement.",
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
        "সূচক {code}: ত্রৈমাসিকের ঘরে ‘{text}’, বছরের ঘরে ‘{other}’। ‘{other}’ ধরা হয়েছে; যাচাই করুন।",
        "Indicator {code}: the quarter's column says “{text}”, the year's “{other}”. The latter was taken; check it.",
    ),
    "import-converted": Sentence(
        "{count}টি ঘর বিজয় থেকে ইউনিকোডে রূপান্তর করা হয়েছে, যেমন ‘{text}’। বানান দেখে নিন।",
        "{count} cells were converted from Bijoy to Unicode, such as “{text}”. Check their spelling.",
    ),
    "import-table-not-read": Sentence(
        "‘{text}’ সারণিটি এই ছকের নয়, তাই পড়া হয়নি।",
        "The table “{text}” is not this form and was not read.",
    ),
}
