"""Files of the ministry's review that cannot be used: decisions, letters, the summary before."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

REVIEW: dict[str, Sentence] = {
    "decisions-heading-missing": Sentence(
        "‘{path}’ ফাইলে এই শিরোনাম নেই: {headings}। শিরোনাম ফিরিয়ে আনুন; ফাইলটি সরিয়ে রাখলে নতুন একটি তৈরি হবে।",
        "“{path}” lacks these headings: {headings}. Restore them; if the file is moved away, a new one is made.",
    ),
    "decisions-ods-read": Sentence(
        "‘{path}’ পড়া হয়েছে, কিন্তু বদলানো হয়নি। এখন থেকে ‘{target}’ ফাইলে লিখুন।",
        "“{path}” was read and not changed. Write in “{target}” from now on.",
    ),
    "decisions-ending": Sentence(
        "‘{path}’ সিদ্ধান্তের ফাইল হতে পারে না। .xlsx, .xlsm, .ods বা .xls ফাইল দিন।",
        "“{path}” cannot hold decisions. Give a file that ends in .xlsx, .xlsm, .ods or .xls.",
    ),
    "feedback-folder-is-input": Sentence(
        "‘{path}’ ফোল্ডারেই প্রতিবেদনগুলো আছে। ফলাবর্তকের জন্য অন্য ফোল্ডার দিন।",
        "The reports lie in “{path}”. Give another folder for the feedback.",
    ),
    "feedback-not-folder": Sentence(
        "‘{path}’ একটি ফাইল। ফলাবর্তকের জন্য ফোল্ডারের নাম দিন।",
        "“{path}” is a file. Give the name of a folder for the feedback.",
    ),
    "before-not-summary": Sentence(
        "‘{path}’ মন্ত্রণালয়ের সারসংক্ষেপ নয়: ‘{sheet}’ শিট বা তার শিরোনাম নেই। এই প্রোগ্রামের তৈরি সারসংক্ষেপ দিন।",
        "“{path}” is not a ministry summary: the sheet “{sheet}” or its headings are missing. Give a summary made by this program.",
    ),
    "before-other-period": Sentence(
        "‘{path}’ সারসংক্ষেপে আছে: {found}। গত ত্রৈমাসিক বা গত বছরের একই ত্রৈমাসিকের সারসংক্ষেপ দিন।",
        "The summary “{path}” is for {found}. Give that of the quarter before, or of the same quarter last year.",
    ),
}
