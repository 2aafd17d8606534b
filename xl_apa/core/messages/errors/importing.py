"""Faults of a document of another form that is to be imported."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

IMPORTING: dict[str, Sentence] = {
    "import-no-form": Sentence(
        "‘{path}’-এ কর্মপরিকল্পনার ছক পাওয়া যায়নি: সূচক, একক ও মানের শিরোনামসহ সারণি দরকার। সঠিক নথিটি দিন।",
        "“{path}” holds no form of an action plan: a table with headings for indicator, unit and weight. Give the right document.",
    ),
    "import-no-table": Sentence(
        "‘{path}’-এ কোনো সারণি নেই, তাই প্রতিবেদন হিসেবে পড়া হয়নি। প্রতিবেদন হলে ছকসহ নথিটি দিন।",
        "“{path}” holds no table and was not read as a report. If it is one, give the document with its form.",
    ),
    "import-is-form": Sentence(
        "‘{path}’ দপ্তরের ছকই, আনার দরকার নেই। সরাসরি ব্যবহার করুন।",
        "“{path}” is an office workbook already and needs no import. Use it as it is.",
    ),
    "import-no-year": Sentence(
        "‘{path}’ কোন অর্থবছরের তা নথিতে লেখা নেই। শিরোনামে অর্থবছর লিখে আবার চেষ্টা করুন।",
        "“{path}” does not say for which fiscal year it is. Write the year into its title and try again.",
    ),
    "import-no-quarter": Sentence(
        "‘{path}’ কোন ত্রৈমাসিকের তা নথিতে লেখা নেই। --quarter দিয়ে বলুন।",
        "“{path}” does not say for which quarter it is. Say it with --quarter.",
    ),
    "import-no-achievement": Sentence(
        "‘{path}’-এ অর্জনের কলাম নেই; এটি প্রতিবেদন নয়, কর্মপরিকল্পনা বলে মনে হয়। প্রতিবেদনটি দিন।",
        "“{path}” has no column for achievements; it looks like a plan, not a report. Give the report.",
    ),
    "import-other-plan": Sentence(
        "‘{path}’-এর কোনো সারি ‘{plan}’ কর্মপরিকল্পনার সঙ্গে মেলে না। সঠিক কর্মপরিকল্পনা দিন (--plan)।",
        "No row of “{path}” fits the plan “{plan}”. Give the right plan (--plan).",
    ),
}
