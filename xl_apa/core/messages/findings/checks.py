"""What a careful reviewer notes about values, claims, the printed form and the plan."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

_VALUES = {
    "date-outside-year": Sentence(
        "{date} তারিখটি {year} অর্থবছরের নয়। নম্বর আপাতত ধরা হয়েছে; তারিখটি যাচাই করুন।",
        "{date} is not in the fiscal year {year}. The marks stand for now; check the date.",
    ),
    "date-after-quarter": Sentence(
        "{date} ত্রৈমাসিকের শেষ দিন {end}-এর পরে। নম্বর আপাতত ধরা হয়েছে; তারিখটি যাচাই করুন।",
        "{date} is after the quarter's last day, {end}. The marks stand for now; check the date.",
    ),
    "date-after-report": Sentence(
        "{date} প্রতিবেদনের তারিখ {report}-এর পরে। নম্বর আপাতত ধরা হয়েছে; তারিখ দুটি যাচাই করুন।",
        "{date} is after the report's own date, {report}. The marks stand for now; check both dates.",
    ),
    "report-date-not-read": Sentence(
        "প্রতিবেদনের তারিখ ‘{text}’ বোঝা যায়নি। দিন/মাস/বছর এভাবে লিখুন: ১৫/০১/২০২৪।",
        "The report's date “{text}” could not be read. Write day/month/year: 15/01/2024.",
    ),
    "report-before-quarter-end": Sentence(
        "প্রতিবেদনের তারিখ {report}; ত্রৈমাসিক শেষ হয় {end}। তারিখটি যাচাই করুন।",
        "The report is dated {report}, but the quarter ends on {end}. Check the date.",
    ),
    "report-late": Sentence(
        "প্রতিবেদনের তারিখ {report}; দাখিলের শেষ দিন ছিল {due}। বিলম্বের কারণ জানান।",
        "The report is dated {report}; it was due on {due}. State the reason for the delay.",
    ),
    "evidence-after-report": Sentence(
        "প্রমাণকের তারিখ {date} প্রতিবেদনে স্বাক্ষরের তারিখ {report}-এর পরে। তারিখ দুটি যাচাই করুন।",
        "Evidence is dated {date}, after the report was signed on {report}. Check both dates.",
    ),
    "evidence-missing": Sentence(
        "সূচক {code}: অর্জনের প্রমাণক উল্লেখ নেই। প্রমাণকের নাম ও তারিখ লিখুন।",
        "Indicator {code}: no evidence is named for the achievement. Name it, with its date.",
    ),
    "evidence-not-attached": Sentence(
        "সূচক {code}: অর্জন দেখানো হয়েছে, কিন্তু প্রমাণক সংযুক্ত নয় (‘{text}’)। প্রমাণক সংযুক্ত করুন।",
        "Indicator {code}: an achievement is reported, but its evidence is not attached (“{text}”). Attach it.",
    ),
    "evidence-other-period": Sentence(
        "সূচক {code}: প্রমাণকে শুধু {start}-{end} সময়ের উল্লেখ আছে; {last} পর্যন্ত প্রমাণক যুক্ত করুন।",
        "Indicator {code}: the evidence mentions only {start}-{end}. Attach evidence up to the end of {last}.",
    ),
    "below-last-quarter": Sentence(
        "{value} আগের ত্রৈমাসিকের {before}-এর চেয়ে কম। জুলাই থেকে ক্রমপুঞ্জিভূত সংখ্যা লিখুন।",
        "{value} is below the {before} reported before. Write the cumulative number since July.",
    ),
    "earlier-not-read": Sentence(
        "{quarter} ত্রৈমাসিকের অর্জন ‘{text}’ ধরা যায়নি, তাই বছরের অর্জন ও নম্বর হিসাব হয়নি। ওই ত্রৈমাসিকের ঘরে শুধু অর্জনটি লিখুন।",
        "The achievement of quarter {quarter}, “{text}”, cannot be counted, so the year has no figure and no marks. Write the achievement alone in that quarter's cell.",
    ),
    "earlier-missing": Sentence(
        "{quarter} ত্রৈমাসিকের অর্জন এই ফাইলে পাওয়া যায়নি, তাই বছরের অর্জন ও নম্বর হিসাব হয়নি। ওই ত্রৈমাসিকের শিট ও সূচকের সারি ফিরিয়ে আনুন।",
        "The achievement of quarter {quarter} is not in this file, so the year has no figure and no marks. Restore that quarter's sheet and the indicator's row.",
    ),
    "quarter-blank": Sentence(
        "আগের ত্রৈমাসিকে {before} লেখা ছিল, এবার ঘরটি ফাঁকা, তাই নম্বর হিসাব হয়নি। এই ত্রৈমাসিকে কিছু না হলে ‘-’ লিখুন।",
        "An earlier quarter reported {before}, this quarter's cell is blank, so there are no marks. If nothing was done in this quarter, write “-”.",
    ),
    "count-of-this-quarter": Sentence(
        "আগে {before}, এবার {value}, অথচ প্রমাণকে নতুন ঘটনা ({event})। {value} শুধু এই ত্রৈমাসিকের হলে জুলাই থেকে মোট {sum} লিখুন; না হলে প্রমাণক যাচাই করুন।",
        "{before} before, {value} now, yet the evidence is new ({event}). If {value} is this quarter's alone, write the total, {sum}; if not, check the evidence.",
    ),
    "reported-before": Sentence(
        "আগের ত্রৈমাসিকে {before} লেখা ছিল, এবার কিছু নেই। আগের অর্জন এবারও লিখুন।",
        "An earlier quarter reported {before}, now there is nothing. Write the earlier achievement again.",
    ),
    "date-changed": Sentence(
        "আগের ত্রৈমাসিকে তারিখ ছিল {before}, এবার {value}। কোনটি সঠিক যাচাই করুন।",
        "An earlier quarter gave {before}, now it is {value}. Check which is right.",
    ),
    "count-negative": Sentence(
        "সংখ্যা {value} ঋণাত্মক হতে পারে না। সংখ্যাটি সংশোধন করুন।",
        "A count cannot be negative: {value}. Correct it.",
    ),
    "count-not-whole": Sentence(
        "{value} পূর্ণ সংখ্যা নয়। পূর্ণ সংখ্যা লিখুন।",
        "{value} is not a whole number. Write a whole number.",
    ),
}


_CLAIMS = {
    "claimed-above-weight": Sentence(
        "দাবিকৃত নম্বর {claimed} সূচকের মান {weight}-এর চেয়ে বেশি; হিসাবে {marks}। নম্বরটি সংশোধন করুন।",
        "The claimed marks {claimed} are above the weight {weight}; computed: {marks}. Correct them.",
    ),
    "claimed-differs": Sentence(
        "দাবিকৃত নম্বর {claimed}, হিসাবে {marks}। নম্বর ও অর্জন মিলিয়ে সংশোধন করুন।",
        "Claimed marks {claimed}, computed {marks}. Compare marks and achievement, and correct them.",
    ),
    "claimed-is-count": Sentence(
        "দাবিকৃত নম্বর {claimed}, হিসাবে {marks}: নম্বরের ঘরে অর্জনের সংখ্যা লেখা হয়েছে। সেখানে নম্বর লিখুন।",
        "Claimed marks {claimed}, computed {marks}: the count was written where the marks go. Write the marks there.",
    ),
    "claimed-not-read": Sentence(
        "নম্বরের ঘরে ‘{text}’ কোনো সংখ্যা নয়। শুধু নম্বর লিখুন।",
        "“{text}” in the marks cell is not a number. Write the marks alone.",
    ),
    "marks-out-of-date": Sentence(
        "ঘরে পুরোনো নম্বর {written} আছে, এখন {marks}। আবার নম্বর হিসাব করুন।",
        "The sheet still shows {written}, now it is {marks}. Calculate marks again.",
    ),
}


_FORM = {
    "fiscal-year-differs": Sentence(
        "শিরোনামে অর্থবছর {found}, প্রতিবেদন {year}-এর। শিরোনাম সংশোধন করুন।",
        "The heading names {found}, the report is for {year}. Correct the heading.",
    ),
    "unit-differs": Sentence(
        "একক ‘{printed}’, কর্মপরিকল্পনায় ‘{plan}’। কর্মপরিকল্পনা অনুযায়ী সংশোধন করুন।",
        "The unit is “{printed}”, in the plan “{plan}”. Correct it by the plan.",
    ),
    "weight-differs": Sentence(
        "সূচকের মান {printed}, কর্মপরিকল্পনায় {plan}। কর্মপরিকল্পনা অনুযায়ী সংশোধন করুন।",
        "The weight is {printed}, in the plan {plan}. Correct it by the plan.",
    ),
    "target-differs": Sentence(
        "{tier}% স্তরের লক্ষ্যমাত্রা {printed}, কর্মপরিকল্পনায় {plan}, নম্বর সে অনুযায়ী। ছকে কর্মপরিকল্পনার লক্ষ্যমাত্রা লিখুন।",
        "The {tier}% target is {printed}, in the plan {plan}, which the marks follow. Correct it by the plan.",
    ),
    "weights-do-not-add-up": Sentence(
        "ক্ষেত্র {area}: সূচকগুলোর মানের সমষ্টি {sum}, হওয়ার কথা {weight}। মানগুলো কর্মপরিকল্পনা অনুযায়ী সংশোধন করুন।",
        "Area {area}: the weights add up to {sum}, not to {weight}. Correct them by the plan.",
    ),
    "area-does-not-fit": Sentence(
        "সূচক {code} ক্ষেত্র {printed}-এর নিচে লেখা; সারিটি ক্ষেত্র {area}-এর নিচে আনুন।",
        "Indicator {code} is under area {printed}. Move its row to area {area}, to which it belongs.",
    ),
    "code-does-not-fit": Sentence(
        "সারিতে সূচক নম্বর {printed} লেখা, কিন্তু একক, মান ও লক্ষ্যমাত্রা সূচক {code}-এর। কোনটি সঠিক দেখে সংশোধন করুন।",
        "The row is numbered {printed}, but its unit, weight and targets are those of indicator {code}. Check which is right and correct it.",
    ),
    "indicator-missing": Sentence(
        "সূচক {code}-এর সারি নেই। সারিটি ফিরিয়ে আনুন, বা নতুন ছকে লিখুন।",
        "Indicator {code} has no row. Restore the row, or use a fresh template.",
    ),
    "indicator-repeated": Sentence(
        "সূচক {code} একাধিকবার আছে; প্রথমটি ধরা হয়েছে। বাড়তি সারি মুছে দিন।",
        "Indicator {code} is here more than once; the first was used. Delete the other rows.",
    ),
    "indicator-unknown": Sentence(
        "‘{code}’ সূচকটি কর্মপরিকল্পনায় নেই; নম্বর দেওয়া হয়নি। সূচক নম্বরটি যাচাই করুন।",
        "“{code}” is not an indicator of the plan; it was not marked. Check its number.",
    ),
}


_PLAN = {
    "targets-missing": Sentence(
        "সূচক {code}: কোনো লক্ষ্যমাত্রা নেই, নম্বর দেওয়া যায় না। লক্ষ্যমাত্রা লিখুন।",
        "Indicator {code} has no target at all and cannot be marked. Write its targets.",
    ),
    "target-wrong-type": Sentence(
        "সূচক {code}, ‘{tier}’: লক্ষ্যমাত্রা একক ‘{unit}’-এর সঙ্গে মেলে না; নম্বর দেওয়া হয়নি। লক্ষ্যমাত্রা বা একক ঠিক করুন।",
        "Indicator {code}, “{tier}”: the target does not agree with the unit {unit}; nothing was marked. Correct one of them.",
    ),
    "tiers-not-monotone": Sentence(
        "সূচক {code}, ‘{tier}’: লক্ষ্যমাত্রা ধারাবাহিকভাবে বাড়েও না, কমেও না; নম্বর দেওয়া হয়নি। লক্ষ্যমাত্রা ঠিক করুন।",
        "Indicator {code}, “{tier}”: the targets neither rise nor fall throughout; nothing was marked. Correct the targets.",
    ),
    "best-tier-missing": Sentence(
        "সূচক {code}: সর্বোচ্চ স্তরের লক্ষ্যমাত্রা নেই, তাই পূর্ণ নম্বর পাওয়া যাবে না। চুক্তিতে থাকলে লিখুন।",
        "Indicator {code} lacks the best tier; full marks cannot be earned. Add it if the agreement has it.",
    ),
    "plan-field-missing": Sentence(
        "{where}: ‘{field}’ নেই। যোগ করুন।",
        "{where}: “{field}” is missing. Add it.",
    ),
    "plan-field-unknown": Sentence(
        "{where}: ‘{field}’ অজানা। বানান দেখুন; আছে: {known}।",
        "{where}: “{field}” is not known. Check the spelling; known: {known}.",
    ),
    "plan-value-wrong": Sentence(
        "{where}: ‘{field}’ হিসেবে ‘{value}’ চলে না। প্রোগ্রামের কর্মপরিকল্পনায় যেভাবে আছে, সেভাবে লিখুন।",
        "{where}: “{field}” cannot be “{value}”. Write it as in the plan that comes with the program.",
    ),
    "plan-unit-ambiguous": Sentence(
        'সূচক {code}: একক ‘{unit}’ দুই রকম হতে পারে। কোনটি গণনা হবে লিখুন: kind = "number", "date" বা "percent"।',
        'Indicator {code}: the unit “{unit}” may be of two kinds. Say which one counts: kind = "number", "date" or "percent".',
    ),
    "plan-decimals-unfit": Sentence(
        "সূচক {code}: decimals = {decimals}, কিন্তু লক্ষ্যমাত্রা {target}। decimals বা লক্ষ্যমাত্রা ঠিক করুন।",
        "Indicator {code}: decimals = {decimals}, but a target is {target}. Correct decimals or the target.",
    ),
    "plan-total": Sentence(
        "মোট মান {weight}, কিন্তু ক্ষেত্রগুলোর মানের সমষ্টি {sum}। যেটি ভুল, সেটি ঠিক করুন।",
        "The total is {weight}, but the areas add up to {sum}. Correct whichever is wrong.",
    ),
    "plan-area-weight": Sentence(
        "ক্ষেত্র {area}: মান {weight}, কিন্তু সূচকগুলোর মানের সমষ্টি {sum}। যেটি ভুল, সেটি ঠিক করুন।",
        "Area {area}: the weight is {weight}, but its indicators add up to {sum}. Correct whichever is wrong.",
    ),
    "plan-code-repeated": Sentence(
        "{code} একাধিকবার আছে। একটির নম্বর বদলান।",
        "{code} is in the plan more than once. Change one of them.",
    ),
    "plan-code-misplaced": Sentence(
        "{code} এখানে মেলে না। নম্বরটি {parent} দিয়ে শুরু করুন।",
        "{code} does not belong here. Let it begin with {parent}.",
    ),
    "plan-weight-not-positive": Sentence(
        "সূচক {code}: মান {weight}। শূন্যের বেশি একটি সংখ্যা লিখুন।",
        "Indicator {code}: the weight is {weight}. Write a number above zero.",
    ),
    "plan-rollup-unfit": Sentence(
        "সূচক {code}: একক ‘{unit}’, তাই দপ্তরগুলোর অর্জন ‘{rollup}’ করা যায় না। rollup বদলান।",
        "Indicator {code}: the unit is {unit}, so the offices' values have no “{rollup}”. Change rollup.",
    ),
    "plan-method-unfit": Sentence(
        "সূচক {code}: একক ‘{unit}’, তাই গণনা পদ্ধতি ‘{method}’ হতে পারে না। তারিখের পদ্ধতি শুধু date; অন্য এককে cumulative, sum বা mean লিখুন।",
        "Indicator {code}: the unit is {unit}, so its method cannot be “{method}”. Write date for a date, cumulative, sum or mean for any other unit.",
    ),
    "plan-target-outside-year": Sentence(
        "সূচক {code}: লক্ষ্যমাত্রার তারিখ {date}, যা {year} অর্থবছরের বাইরে। তারিখটি স্বাক্ষরিত চুক্তির সঙ্গে মিলিয়ে ঠিক করুন।",
        "Indicator {code}: the target day {date} lies outside the fiscal year {year}. Check it against the signed agreement.",
    ),
}


_ROW = {
    "row-targets-missing": Sentence(
        "সারিতে কোনো লক্ষ্যমাত্রা নেই, তাই নম্বর দেওয়া যায় না। লক্ষ্যমাত্রার ঘরগুলো দিন।",
        "The row has no target at all and cannot be marked. Give the cells of its targets.",
    ),
    "row-target-wrong-type": Sentence(
        "{tier}% স্তরের লক্ষ্যমাত্রা ‘{text}’ একক ‘{unit}’-এর সঙ্গে মেলে না, তাই নম্বর দেওয়া যায় না। লক্ষ্যমাত্রা বা একক ঠিক করুন।",
        "The {tier}% target “{text}” does not agree with the unit {unit}, so the row cannot be marked. Correct one of them.",
    ),
    "row-tiers-not-monotone": Sentence(
        "লক্ষ্যমাত্রা ({tier}% স্তর) ধারাবাহিকভাবে বাড়েও না, কমেও না, তাই নম্বর দেওয়া যায় না। লক্ষ্যমাত্রা ঠিক করুন।",
        "The targets neither rise nor fall throughout (see {tier}%), so the row cannot be marked. Correct the targets.",
    ),
}

CHECKS: dict[str, Sentence] = {**_VALUES, **_CLAIMS, **_FORM, **_PLAN, **_ROW}
