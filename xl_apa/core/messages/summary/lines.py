"""What the sheets of the summary say of their numbers: what they rest on, what is missing, what is not printed."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

_NO_ROW = {
    # What a sheet of the summary says when its table has no row.
    "no-row-offices": Sentence("কোনো দপ্তরের প্রতিবেদন পড়া যায়নি।", "No office's report could be read."),
    "no-row-levels": Sentence(
        "কোন দপ্তর কার আওতাধীন, তা জানা নেই: তালিকায় ‘ঊর্ধ্বতন দপ্তরের কোড’ লিখুন।",
        "Which office reports to which is not known: fill in the parent codes in the register.",
    ),
    "no-row-register": Sentence("তালিকায় কোনো দপ্তর নেই।", "The register lists no office."),
    "no-row-claims": Sentence("দাবিকৃত ও প্রাপ্ত নম্বরে কোনো পার্থক্য নেই।", "Claimed and earned marks do not differ."),
    "no-row-plan": Sentence("সব ছক মন্ত্রণালয়ের কর্মপরিকল্পনার মতোই।", "All forms have the ministry's plan."),
    "no-row-indicators": Sentence("কর্মপরিকল্পনায় কোনো সূচক নেই।", "The plan has no indicator."),
    "no-row-deadlines": Sentence("সামনে আর কোনো তারিখ নেই।", "There is no date to come."),
    "no-row-audit": Sentence("কোনো নম্বর নেই।", "There are no marks."),
    "audit-all": Sentence("সব দপ্তরের সব সূচক", "all indicators of all offices"),
    "audit-some": Sentence(
        "প্রথম {count}টি সারি; শুধু যেসব সূচকে পর্যবেক্ষণ আছে। অন্যগুলোর জন্য: xl-apa score FILE --explain",
        "{count} rows at most, of indicators with findings only. For others: xl-apa score FILE --explain",
    ),
    "no-row-findings": Sentence("কোনো পর্যবেক্ষণ নেই।", "There are no findings."),
    "no-row-files": Sentence("কোনো ফাইল নেই।", "There are no files."),
}

_CLAIM_REASONS = {
    "claim-reason-above-weight": Sentence("দাবি সূচকের মানের চেয়ে বেশি।", "The claim is above the indicator's weight."),
    "claim-reason-count": Sentence("নম্বরের ঘরে সংখ্যাটিই লেখা হয়েছে।", "The count itself was written where marks belong."),
    "claim-reason-nothing-reported": Sentence(
        "অর্জন লেখা নেই, তবু নম্বর দাবি করা হয়েছে।", "Marks are claimed without an achievement."
    ),
    "claim-reason-not-read": Sentence(
        "অর্জনের ঘরে যা লেখা আছে তা বোঝা যায়নি।", "What is written as the achievement was not understood."
    ),
    "claim-reason-other-rule": Sentence("অন্য নিয়মে হিসাব করা হয়েছে।", "They were calculated by the other rule."),
    "claim-reason-other-plan": Sentence(
        "ছকের একক, মান বা লক্ষ্যমাত্রা কর্মপরিকল্পনার মতো নয়।", "Unit, weight or targets in the form are not the plan's."
    ),
    "claim-reason-full": Sentence("পূর্ণ নম্বর দাবি করা হয়েছে।", "Full marks are claimed."),
    "claim-reason-unknown": Sentence("কারণ দেখা যায় না; দপ্তরকে জিজ্ঞাসা করুন।", "No reason can be seen; ask the office."),
}

_FORM = {
    "form-of-offices": Sentence("{name}: {count}টি দপ্তরের সমন্বিত প্রতিবেদন", "{name}: joint report (offices: {count})"),
    "form-without-name": Sentence("{title}: {count}টি দপ্তর", "{title} (offices: {count})"),
    "form-marks": Sentence(
        "প্রাপ্ত নম্বরের {base}; মন্ত্রণালয়ের নিজস্ব সূচকে মন্ত্রণালয়ের নিজের নম্বর।",
        "Marks: {base}; for the ministry's own indicators, its own marks.",
    ),
    "form-targets": Sentence(
        "লক্ষ্যমাত্রা প্রতিটি দপ্তরের জন্য; সমষ্টি তার সঙ্গে তুলনীয় নয়। ঋণাত্মক সংখ্যা এবং ০-১০০-এর বাইরের শতকরা হার সমষ্টি ও গড়ে ধরা হয়নি।",
        "Targets are those of one office; sums cannot be compared with them. Negative counts and percents beyond 0-100 are in no sum and no mean.",
    ),
    "form-out-of": Sentence("{weight}-এর মধ্যে; {codes} বাদ", "out of {weight}; without {codes}"),
    "how-none": Sentence("{count}টি দপ্তরের কোনোটির অর্জন পাওয়া যায়নি", "no achievement found (offices: {count})"),
    "how-share": Sentence(
        "{reached}/{count} দপ্তর সর্বোচ্চ স্তরে; অর্জন জানিয়েছে {counted}টি",
        "{reached} of {count} offices reach the best tier; {counted} reported an achievement",
    ),
    "how-all": Sentence("{count}টি দপ্তরের {how}", "{how} (offices: {count})"),
    "how-some": Sentence(
        "{how}: {count}টির মধ্যে {counted}টি দপ্তরের অর্জন", "{how}: achievements of {counted} of {count} offices"
    ),
    "how-of-year": Sentence(
        "{line}; প্রতি দপ্তরের বছরের অর্জন: ত্রৈমাসিকগুলোর {method}",
        "{line}; each office's figure of the year is the {method} of its quarters",
    ),
    "how-own": Sentence("মন্ত্রণালয়ের নিজের অর্জন", "the ministry's own achievement"),
    "how-own-blank": Sentence("মন্ত্রণালয়ের নিজের প্রতিবেদনে অর্জন নেই", "the ministry's own report has no achievement"),
    "how-own-missing": Sentence("মন্ত্রণালয়ের নিজের প্রতিবেদন নেই", "there is no report of the ministry's own"),
    "how-own-unknown": Sentence(
        "মন্ত্রণালয়ের নিজস্ব; দপ্তর-তালিকা ছাড়া জানা যায় না", "the ministry's own; not known without a register"
    ),
}

_PRINTED = {
    "prints-first": Sentence(
        "ছাপা হয় প্রথম {count}টি সারি; সব ছাপাতে Page Layout > Print Area > Clear Print Area",
        "The first {count} rows are printed; for all of them Page Layout > Print Area > Clear Print Area",
    ),
    "prints-not": Sentence(
        "এই শিট ছাপা হয় না; ছাপাতে Page Layout > Print Area > Clear Print Area",
        "This sheet is not printed; to print it, Page Layout > Print Area > Clear Print Area",
    ),
}

_OVERVIEW = {
    "rule-exceptions": Sentence("{rule}; ব্যতিক্রম: {exceptions}", "{rule}; exceptions: {exceptions}"),
    "base-register": Sentence(
        "গড়: তালিকার {count}টি দপ্তর, প্রতিবেদন না পাওয়া গেলে ০",
        "means are over all offices of the register ({count}), 0 where there is no report",
    ),
    "base-read": Sentence(
        "গড়: যে {count}টি দপ্তরের ফাইল পড়া গেছে, ফাঁকা প্রতিবেদনে ০",
        "means are over all offices read ({count}), 0 for a blank report",
    ),
    "title-of-offices": Sentence("{title} ({count}টি দপ্তর)", "{title} (offices: {count})"),
    "mean-counts-blank": Sentence("ফাঁকা প্রতিবেদনে ০ ধরা হয়েছে", "A blank report counts as 0"),
    "mean-counts-missing": Sentence("প্রতিবেদন পাওয়া না গেলে ০ ধরা হয়েছে", "An office without a report counts as 0"),
    "form-total-differs": Sentence(
        "‘{sheet}’ শিটের মোট এই গড় থেকে ভিন্ন হতে পারে: মন্ত্রণালয়ের নিজস্ব সূচকে সেখানে শুধু মন্ত্রণালয়ের নম্বর।",
        "The total on the sheet ‘{sheet}’ may differ from this mean: of the ministry's own indicators it has the ministry's marks alone.",
    ),
    "mean-of-register": Sentence(
        "গড় নম্বর: তালিকার {count}টি দপ্তর ({weight}-এর মধ্যে)",
        "Mean marks, register of {count} (out of {weight})",
    ),
    "mean-of-read": Sentence(
        "গড় নম্বর: যে {count}টি দপ্তরের ফাইল পড়া গেছে ({weight}-এর মধ্যে)",
        "Mean marks, offices read: {count} (out of {weight})",
    ),
    "apart-title": Sentence(
        "গড় ও অবস্থানে ধরা হয়নি: তালিকায় যে দপ্তরের প্রতিবেদন দেওয়ার কথা নয়, বা যার পরিচয় নিশ্চিত নয়",
        "In no mean and no rank: offices that the register does not expect, or of which it is not certain who they are",
    ),
    "apart-line": Sentence(
        "গড় ও অবস্থানে ধরা হয়নি ({count}টি): {names}। বিস্তারিত ‘{sheet}’ শিটে।",
        "In no mean and no rank ({count}): {names}. In full on the sheet ‘{sheet}’.",
    ),
    "ranking-of-offices": Sentence(
        "দপ্তরের অবস্থান: মোট নম্বর ({weight}-এর মধ্যে)", "Offices by rank: total marks (out of {weight})"
    ),
    "spread-of-totals": Sentence(
        "মোট নম্বরের বিন্যাস: {weight}-এর কত % কত দপ্তরের",
        "Spread of total marks: how many offices have which % of {weight}",
    ),
    "tiers-explained": Sentence(
        "প্রাপ্ত নম্বর যে স্তরে পৌঁছায়, দপ্তর সেই স্তরে; ‘প্রতিবেদন নেই’: প্রতিবেদন পাওয়া যায়নি, ফাইল পড়া যায়নি, বা প্রতিবেদন ফাঁকা।",
        "An office is in the tier that its marks reach; ‘No report’: no file came, it cannot be read, or nothing is written in it.",
    ),
    "everyone-reported": Sentence("পড়া সব ফাইলে প্রতিবেদন আছে।", "Every file that was read holds a report."),
    "nothing-refused": Sentence("কোনো ফাইল বাদ যায়নি।", "No file was refused."),
    "count-of-offices": Sentence("{count}টি দপ্তর", "Offices: {count}"),
    "count-of-kind": Sentence("{kind} {count}টি", "{kind}: {count}"),
    "findings-and-where": Sentence(
        "পর্যবেক্ষণ: {listed}। বিস্তারিত ‘{sheet}’ শিটে।", "Findings: {listed}. In full on the sheet ‘{sheet}’."
    ),
    "errors-card": Sentence("ত্রুটি {count}টি: ‘{sheet}’ শিট দেখুন", "Errors: {count}, see the sheet ‘{sheet}’"),
    "contact-above": Sentence("ঊর্ধ্বতন: {name}, {contact}", "Reports to: {name}, {contact}"),
    "contact-above-unknown": Sentence("ঊর্ধ্বতন: {name}", "Reports to: {name}"),
    "contact-unknown": Sentence("দপ্তর-তালিকায় যোগাযোগ নেই", "The register names no contact"),
    "more-on-sheet": Sentence("আরও {count}টি; ‘{sheet}’ শিট দেখুন।", "{count} more; see the sheet ‘{sheet}’."),
    "and-more-offices": Sentence("{text} এবং আরও {count}টি দপ্তর", "{text} and {count} more"),
}

LINES: dict[str, Sentence] = {**_NO_ROW, **_CLAIM_REASONS, **_FORM, **_PRINTED, **_OVERVIEW}
