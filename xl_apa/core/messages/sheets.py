"""What stands on sheets besides headings: guidance on how to fill in, notes under figures, how a value came about."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

_GUIDANCE = {
    "guidance-1": Sentence(
        "১. হলুদ ঘরগুলো পূরণ করুন; দপ্তর, কর্মকর্তা ও তারিখ প্রতিটি ত্রৈমাসিকের ছকে স্বয়ংক্রিয়ভাবে আসবে।",
        "1. Fill in the yellow cells; office, officer and date are then filled in on every quarter's form.",
    ),
    "guidance-2": Sentence(
        "২. ‘অর্জন’ ঘরে শুধু অর্জনটি লিখুন: তারিখ (দিন/মাস/বছর, যেমন ১৬/০৫/২০২৪), সংখ্যা অথবা শতকরা হার (৯৬, ০.৯৬ নয়)।",
        "2. Under achievement write this alone: a date (day/month/year, such as 16/05/2024), a count or a percent (96, not 0.96).",
    ),
    "guidance-3": Sentence(
        "৩. ‘যা লিখতে হবে’ ঘর দেখুন: ‘ক্রমপুঞ্জিভূত’ হলে জুলাই থেকে মোট, ‘এই ত্রৈমাসিকের নিজস্ব’ হলে শুধু এ ত্রৈমাসিকের সংখ্যা; বাংলা ও ইংরেজি দুই অঙ্কই চলে।",
        "3. See the cell ‘যা লিখতে হবে’: the total since July, or this quarter's number alone; Bengali and English digits will both do.",
    ),
    "guidance-4": Sentence(
        "৪. বিবরণ ‘অর্জন’ ঘরে না লিখে ‘মন্তব্য’ বা ‘প্রমাণক’ ঘরে লিখুন।",
        "4. Describe under remarks or evidence, not under achievement.",
    ),
    "help-more": Sentence("বিস্তারিত: ‘সহায়তা’ শিট", "More: the sheet ‘সহায়তা’"),
    "help-go": Sentence("ঘরে যান", "Go to the cell"),
    "help-1": Sentence(
        "‘তথ্য’ শিটের হলুদ ঘরে দপ্তরের কোড, নাম এবং কর্মকর্তার নাম ও পদবি লিখুন।",
        "On the sheet ‘তথ্য’ fill in the yellow cells: the office's code and name, the officer's name and post.",
    ),
    "help-2": Sentence(
        "প্রতিবেদনের তারিখ লিখুন; পাশে তারিখটি কথায় দেখা যায়, মিলিয়ে নিন।",
        "Write the report's date; it is shown in words beside the cell: check it.",
    ),
    "help-3": Sentence(
        "ত্রৈমাসিকের শিটে ‘অর্জন’ ঘরে শুধু তারিখ, সংখ্যা বা শতকরা হার লিখুন; প্রতিটির পর Enter চাপুন।",
        "On the quarter's sheet write only the date, count or percent under achievement; press Enter after each.",
    ),
    "help-4": Sentence(
        "কী লিখতে হবে তা ‘যা লিখতে হবে’ ঘরে আছে: তারিখ, জুলাই থেকে মোট, না এ ত্রৈমাসিকের নিজস্ব সংখ্যা।",
        "The cell ‘যা লিখতে হবে’ says which value: a date, the total since July, or this quarter's number alone.",
    ),
    "help-5": Sentence(
        "তারিখ লিখুন দিন/মাস/বছর হিসেবে: ১৬/০৫/২০২৪। বাংলা ও ইংরেজি দুই অঙ্কই চলে।",
        "Write dates as day/month/year: 16/05/2024. Bengali and English digits will both do.",
    ),
    "help-6": Sentence(
        "সংখ্যা লিখুন ৪ বা ৪টি, শতকরা হার লিখুন ৯৬ বা ৯৬%।",
        "Write counts as 4 or ৪টি, percents as 96 or 96%.",
    ),
    "help-7": Sentence(
        "কাজ চলতে থাকলে ‘চলমান’, কিছু না হলে ‘-’ লিখুন।",
        "Write ‘চলমান’ for work that goes on, ‘-’ for nothing.",
    ),
    "help-8": Sentence(
        "ডান পাশে নম্বর ও বার্তা দেখুন: লাল হলে সংশোধন করুন, বেগুনি হলে আরও সহজ করে লিখুন।",
        "See marks and message on the right: correct what is red, write more plainly what is violet.",
    ),
    "help-9": Sentence(
        "বিবরণ লিখুন ‘মন্তব্য’ ঘরে, প্রমাণকের নাম ‘প্রমাণক’ ঘরে; সংযুক্ত থাকলে পাশে ‘হ্যাঁ’ বেছে নিন।",
        "Describe under remarks; name the evidence under ‘প্রমাণক’, and choose ‘হ্যাঁ’ beside it when it is attached.",
    ),
    "help-10": Sentence(
        "মুদ্রণে শুধু সরকারি ছকটি আসে; পাশের ঘর ও রং আসে না।",
        "Only the official form is printed, without the columns beside it and without colours.",
    ),
    "help-11": Sentence(
        "মোট নম্বর ও পরবর্তী সময়সীমা ‘অগ্রগতি’ শিটে দেখুন।",
        "See the total and the next deadlines on the sheet ‘অগ্রগতি’.",
    ),
    "help-12": Sentence(
        "সংরক্ষণ করে ফাইলটি ঊর্ধ্বতন দপ্তরে পাঠান; সংশোধন চাইলে একই ফাইলে সংশোধন করে আবার পাঠান।",
        "Save the file and send it to the office above; when asked to correct, correct the same file and send it again.",
    ),
    "register-guidance-1": Sentence(
        "প্রতি সারিতে একটি দপ্তর। কোডটি দপ্তরের ফাইলের ‘তথ্য’ শিটের কোডের মতোই হবে।",
        "One office a row. Its code is the one on the sheet ‘তথ্য’ of the office's file.",
    ),
    "register-guidance-2": Sentence(
        "‘ঊর্ধ্বতন দপ্তরের কোড’: যে দপ্তরে প্রতিবেদন পাঠায়, তার কোড; সবার ওপরের দপ্তরে ফাঁকা।",
        "‘ঊর্ধ্বতন দপ্তরের কোড’: the code of the office that it reports to; blank for the office above all others.",
    ),
}

_NO_ROW = {
    # What a sheet of the summary says when its table has no row.
    "no-row-offices": Sentence("কোনো দপ্তরের প্রতিবেদন পড়া যায়নি।", "No office's report could be read."),
    "no-row-levels": Sentence(
        "কোন দপ্তর কার আওতাধীন, তা জানা নেই: তালিকায় ‘ঊর্ধ্বতন দপ্তরের কোড’ লিখুন।",
        "Which office reports to which is not known: write ‘ঊর্ধ্বতন দপ্তরের কোড’ in the register.",
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
    "form-of-offices": Sentence("{name}: {count}টি দপ্তরের সমন্বিত প্রতিবেদন", "{name}: joint report of {count} offices"),
    "form-without-name": Sentence("{title}: {count}টি দপ্তর", "{title}: {count} offices"),
    "form-marks": Sentence(
        "প্রাপ্ত নম্বরের {base}; মন্ত্রণালয়ের নিজস্ব সূচকে মন্ত্রণালয়ের নিজের নম্বর।",
        "Marks are {base}; for the ministry's own indicators the ministry's own marks.",
    ),
    "form-targets": Sentence(
        "লক্ষ্যমাত্রা প্রতিটি দপ্তরের জন্য; সমষ্টি তার সঙ্গে তুলনীয় নয়। ঋণাত্মক সংখ্যা এবং ০-১০০-এর বাইরের শতকরা হার সমষ্টি ও গড়ে ধরা হয়নি।",
        "Targets are those of one office; sums cannot be compared with them. Negative counts and percents beyond 0-100 are in no sum and no mean.",
    ),
    "form-out-of": Sentence("{weight}-এর মধ্যে; {codes} বাদ", "out of {weight}; without {codes}"),
    "how-none": Sentence("{count}টি দপ্তরের কোনোটির অর্জন পাওয়া যায়নি", "no achievement found in any of {count} offices"),
    "how-share": Sentence(
        "{reached}/{count} দপ্তর সর্বোচ্চ স্তরে; অর্জন জানিয়েছে {counted}টি",
        "{reached} of {count} offices reach the best tier; {counted} reported an achievement",
    ),
    "how-all": Sentence("{count}টি দপ্তরের {how}", "{how} of {count} offices"),
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

_WRITTEN = {
    # Beside a row of the form: which figure is to be written.
    "write-cumulative": Sentence("ক্রমপুঞ্জিভূত (জুলাই থেকে মোট)", "cumulative (total since July)"),
    "write-latest": Sentence("এ পর্যন্ত সর্বশেষ হার", "the latest percent"),
    "write-sum": Sentence("এই ত্রৈমাসিকের নিজস্ব (বছরে সমষ্টি)", "this quarter's own (added up over the year)"),
    "write-mean": Sentence("এই ত্রৈমাসিকের নিজস্ব (বছরে গড়)", "this quarter's own (averaged over the year)"),
    "write-date": Sentence("তারিখ", "the date"),
}

_FIGURES = {
    # How the year's figure came of the quarters; `{figure}` is ১২ + ৮ + ১০ = ৩০.
    "explain-sum": Sentence("বছরের সমষ্টি: {figure}।", "Sum of the year: {figure}."),
    "explain-sum-gaps": Sentence(
        "বছরের সমষ্টি: {figure} (যে ত্রৈমাসিকে অর্জন নেই, তার জন্য ০)।",
        "Sum of the year: {figure} (0 for a quarter without an achievement).",
    ),
    "explain-mean": Sentence("বছরের গড়: {figure}।", "Mean of the year: {figure}."),
    "explain-mean-gaps": Sentence(
        "বছরের গড়: {figure} (যে ত্রৈমাসিকে অর্জন নেই, তা গড়ে ধরা হয়নি)।",
        "Mean of the year: {figure} (a quarter without an achievement is left out).",
    ),
    "explain-cumulative": Sentence(
        "জুলাই থেকে মোট (ক্রমপুঞ্জিভূত): শেষ ত্রৈমাসিকের {figure} গণ্য।",
        "Cumulative since July: the latest figure, {figure}, counts.",
    ),
    "explain-date": Sentence("তারিখ একবারই গণ্য: {figure}।", "The day counts once: {figure}."),
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
        "means: the {count} offices of the register, 0 where there is no report",
    ),
    "base-read": Sentence(
        "গড়: যে {count}টি দপ্তরের ফাইল পড়া গেছে, ফাঁকা প্রতিবেদনে ০", "means: the {count} offices read, 0 for a blank report"
    ),
    "title-of-offices": Sentence("{title} ({count}টি দপ্তর)", "{title} ({count} offices)"),
    "mean-counts-blank": Sentence("ফাঁকা প্রতিবেদনে ০ ধরা হয়েছে", "A blank report counts as 0"),
    "mean-counts-missing": Sentence("প্রতিবেদন পাওয়া না গেলে ০ ধরা হয়েছে", "An office without a report counts as 0"),
    "form-total-differs": Sentence(
        "‘{sheet}’ শিটের মোট এই গড় থেকে ভিন্ন হতে পারে: মন্ত্রণালয়ের নিজস্ব সূচকে সেখানে শুধু মন্ত্রণালয়ের নম্বর।",
        "The total on the sheet ‘{sheet}’ may differ from this mean: of the ministry's own indicators it has the ministry's marks alone.",
    ),
    "mean-of-register": Sentence(
        "গড় নম্বর: তালিকার {count}টি দপ্তর ({weight}-এর মধ্যে)",
        "Mean marks: {count} offices of the register (out of {weight})",
    ),
    "mean-of-read": Sentence(
        "গড় নম্বর: যে {count}টি দপ্তরের ফাইল পড়া গেছে ({weight}-এর মধ্যে)",
        "Mean marks: {count} offices read (out of {weight})",
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
        "An office is in the tier that its marks reach; ‘প্রতিবেদন নেই’: no file came, it cannot be read, or nothing is written in it.",
    ),
    "everyone-reported": Sentence("পড়া সব ফাইলে প্রতিবেদন আছে।", "Every file that was read holds a report."),
    "nothing-refused": Sentence("কোনো ফাইল বাদ যায়নি।", "No file was refused."),
    "count-of-offices": Sentence("{count}টি দপ্তর", "{count} offices"),
    "count-of-kind": Sentence("{kind} {count}টি", "{kind}: {count}"),
    "findings-and-where": Sentence(
        "পর্যবেক্ষণ: {listed}। বিস্তারিত ‘{sheet}’ শিটে।", "Findings: {listed}. In full on the sheet ‘{sheet}’."
    ),
    "errors-card": Sentence("ত্রুটি {count}টি: ‘{sheet}’ শিট দেখুন", "Errors: {count}, see the sheet ‘{sheet}’"),
    "contact-above": Sentence("ঊর্ধ্বতন: {name}, {contact}", "Reports to: {name}, {contact}"),
    "contact-above-unknown": Sentence("ঊর্ধ্বতন: {name}", "Reports to: {name}"),
    "contact-unknown": Sentence("দপ্তর-তালিকায় যোগাযোগ নেই", "The register names no contact"),
    "more-on-sheet": Sentence("আরও {count}টি; ‘{sheet}’ শিট দেখুন।", "{count} more; see the sheet ‘{sheet}’."),
    "and-more-offices": Sentence("{text} এবং আরও {count}টি দপ্তর", "{text} and {count} more offices"),
}

_IMPORT: dict[str, Sentence] = {
    "import-sheet": Sentence("যেভাবে পড়া হয়েছে", "As understood"),
    "import-sheet-title": Sentence("যেমন ছাপা, যেভাবে পড়া হয়েছে, কতটা নিশ্চিত", "As printed, as understood, how sure"),
    "import-sheet-source": Sentence("মূল নথি ({kind}): {path}", "The document ({kind}): {path}"),
    "import-sheet-sure": Sentence(
        "{weight} মানের মধ্যে {sure} মানের সূচক নিশ্চিতভাবে পড়া গেছে ({percent}%)। লাল ঘরের সূচকগুলো মূল নথির সঙ্গে মিলিয়ে ছকে লিখুন।",
        "Indicators worth {sure} of {weight} were read without a question ({percent}%). Compare those in red with the document "
        "and write them into the form.",
    ),
    "import-sheet-is-sure": Sentence("নিশ্চিত ({percent}%)", "sure ({percent}%)"),
    "import-sheet-is-unsure": Sentence("নিশ্চিত নয় ({percent}%)", "not sure ({percent}%)"),
    "import-sheet-not-found": Sentence("পাওয়া যায়নি", "not found"),
    "import-sheet-missing": Sentence("সূচকটির সারি নথিতে পাওয়া যায়নি।", "No row of the document is this indicator's."),
    "import-sheet-look": Sentence(
        "মূল নথি দেখুন; এই সূচকের অর্জন থাকলে ছকে লিখুন।",
        "Look at the document; write an achievement that it holds into the form.",
    ),
    "import-sheet-others": Sentence("যা কোনো সূচকের নয়", "What belongs to no indicator"),
    "import-sheet-no-others": Sentence(
        "নথির সব সারি কোনো না কোনো সূচকের; কিছু বাদ যায়নি।",
        "Every row of the document is an indicator's; nothing was left out.",
    ),
    "place-table": Sentence("সারণি", "table"),
    "place-row": Sentence("সারি", "row"),
    "place-column": Sentence("কলাম", "column"),
    "place-page": Sentence("পাতা", "page"),
    "place-line": Sentence("লাইন", "line"),
    "place-text-box": Sentence("লেখার বাক্স", "text box"),
    "place-paragraph": Sentence("অনুচ্ছেদ", "paragraph"),
    "column-import-indicator": Sentence("সূচক", "Indicator"),
    "column-import-title": Sentence("কর্মসম্পাদন সূচক", "Performance indicator"),
    "column-import-printed": Sentence("যেমন ছাপা", "As printed"),
    "column-import-place": Sentence("নথির স্থান", "Where in the document"),
    "column-import-understood": Sentence("অর্জন, যেভাবে পড়া হয়েছে", "Achievement, as understood"),
    "column-import-by": Sentence("যা দেখে চেনা গেছে", "Known by"),
    "column-import-sure": Sentence("কতটা নিশ্চিত", "How sure"),
    "column-import-confirm": Sentence("যা নিশ্চিত করতে হবে", "What to confirm"),
}

SHEETS: dict[str, Sentence] = {
    **_GUIDANCE,
    **_NO_ROW,
    **_CLAIM_REASONS,
    **_FORM,
    **_WRITTEN,
    **_FIGURES,
    **_PRINTED,
    **_OVERVIEW,
    **_IMPORT,
}
