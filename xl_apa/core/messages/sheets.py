"""What stands on sheets besides headings: guidance on how to fill in, which figure is meant, how one came about."""

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
    **_WRITTEN,
    **_FIGURES,
    **_IMPORT,
}
