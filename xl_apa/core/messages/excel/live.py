"""What the native formulas of the form say beside a row: short, since a formula holds no longer text."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

LIVE: dict[str, Sentence] = {
    "live-cell-error": Sentence(
        "অর্জনের ঘরে এক্সেলের ত্রুটি (যেমন #REF!) আছে। অর্জনটি আবার লিখুন।",
        "The achievement cell shows an error of Excel (such as #REF!). Write the achievement again.",
    ),
    "live-date-not-understood": Sentence(
        "তারিখ বোঝা যায়নি। শুধু তারিখ লিখুন, দিন/মাস/বছর: ১৬/০৫/২০২৪।",
        "No date could be read. Write the date alone, day/month/year: 16/05/2024.",
    ),
    "live-number-not-understood": Sentence(
        "সংখ্যা বোঝা যায়নি। শুধু সংখ্যা লিখুন, যেমন ৪ বা ৪টি।",
        "No number could be read. Write the number alone, like 4.",
    ),
    "live-percent-not-understood": Sentence(
        "শতকরা হার বোঝা যায়নি। শুধু হারটি লিখুন, যেমন ৯৬ বা ৯৬%।",
        "No percent could be read. Write the percent alone, like 96 or 96%.",
    ),
    "live-targets-faulty": Sentence(
        "এই সারির লক্ষ্যমাত্রা ঠিক নেই, তাই নম্বর হয় না। নতুন ছকে লিখুন।",
        "The targets of this row cannot be used, so there are no marks. Use a fresh template.",
    ),
    "live-date-outside-year": Sentence(
        "তারিখটি এই অর্থবছরের নয়; নম্বর আপাতত ধরা হয়েছে। যাচাই করুন।",
        "The date is not in this fiscal year; the marks stand for now. Check it.",
    ),
    "live-date-after-quarter": Sentence(
        "তারিখটি ত্রৈমাসিকের শেষ দিনের পরে; নম্বর আপাতত ধরা হয়েছে। যাচাই করুন।",
        "The date is after this quarter's last day; the marks stand for now. Check it.",
    ),
    "live-percent-out-of-range": Sentence(
        "শতকরা হার ০ থেকে ১০০-এর মধ্যে লিখুন।",
        "Write a percent between 0 and 100.",
    ),
    "live-count-negative": Sentence(
        "সংখ্যা ঋণাত্মক হতে পারে না। সংশোধন করুন।",
        "A count cannot be negative. Correct it.",
    ),
    "live-count-not-whole": Sentence(
        "পূর্ণ সংখ্যা লিখুন।",
        "Write a whole number.",
    ),
    "live-below-last-quarter": Sentence(
        "আগের ত্রৈমাসিকের চেয়ে কম। জুলাই থেকে মোট সংখ্যা লিখুন।",
        "Below the last quarter. Write the total since July.",
    ),
    "live-claim-above-weight": Sentence(
        "১৪ নম্বর কলামের নম্বর সূচকের মানের চেয়ে বেশি। সংশোধন করুন।",
        "The marks in column 14 are above the weight. Correct them.",
    ),
    "live-count-not-meant": Sentence(
        "সংখ্যাটি লক্ষ্যমাত্রার চেয়ে অনেক বড়, অথবা তারিখ বা বছর। যাচাই করুন।",
        "Far above the targets, or a date or a year. Check the count.",
    ),
    "live-percent-doubtful": Sentence(
        "১.০৫% না ১০৫% বোঝা যায় না। বাংলা অঙ্কে চিহ্নসহ লিখুন, যেমন ১.০৫%।",
        "1.05% or 105%? Write it in Bengali digits with the sign, like ১.০৫%.",
    ),
    "live-date-unclear": Sentence(
        "ছকের সূত্রে পড়া যায়নি। শুধু তারিখ লিখুন: দিন/মাস/বছর।",
        "The form itself cannot read this. Write the date alone: day/month/year.",
    ),
    "live-number-unclear": Sentence(
        "ছকের সূত্রে পড়া যায়নি। শুধু সংখ্যা লিখুন, যেমন ৪ বা ৪টি।",
        "The form itself cannot read this. Write the number alone, like 4.",
    ),
    "live-percent-unclear": Sentence(
        "ছকের সূত্রে পড়া যায়নি। শুধু হারটি লিখুন, যেমন ৯৬ বা ৯৬%।",
        "The form itself cannot read this. Write the percent alone, like 96 or 96%.",
    ),
    "live-earlier-unclear": Sentence(
        "আগের ত্রৈমাসিকের অর্জন ছকের সূত্রে পড়া যায়নি। সেখানে শুধু অর্জনটি লিখুন।",
        "The form cannot read an earlier quarter's achievement, so the year has no figure. Write the value alone there.",
    ),
    "live-percent-is-one": Sentence(
        "‘১’ লেখাটি ১% ধরা হয়েছে; ১০০% বোঝালে ১০০ লিখুন।",
        "1 was read as 1%; if 100% is meant, write 100.",
    ),
    "live-accepted-not-used": Sentence(
        "গৃহীত অর্জন ধরা হয়নি: অর্জনের ঘরে যা আছে সেটিই গণ্য। সেখানেই লিখুন।",
        "The accepted value was not used: the achievement cell counts. Write it there.",
    ),
    "live-claim-differs": Sentence(
        "১৪ নম্বর কলামের নম্বর হিসাবের নম্বরের সঙ্গে মেলে না। যাচাই করুন।",
        "The marks in column 14 are not the computed ones. Check them.",
    ),
    "live-accepted-used": Sentence(
        "গৃহীত অর্জন ধরা হয়েছে।",
        "The accepted value was used.",
    ),
    "live-percent-was-fraction": Sentence(
        "ভগ্নাংশটিকে শতকরা হার ধরা হয়েছে।",
        "The fraction was read as a percent.",
    ),
    "live-below-lowest": Sentence(
        "সর্বনিম্ন লক্ষ্যমাত্রাও পূরণ হয়নি, তাই নম্বর ০।",
        "Not even the lowest target is met, so there are no marks.",
    ),
}
