"""Help texts of the commands, each with an example, and of their options."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

_COMMANDS = {
    "help-program": Sentence(
        "ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা: ছক, নম্বর, যাচাই ও মন্ত্রণালয়ের সারসংক্ষেপ।\n\nউদাহরণ: xl-apa demo",
        "The e-Governance and Innovation Action Plan: forms, marks, checks, ministry summaries.\n\nExample: xl-apa demo",
    ),
    "help-plan": Sentence(
        "কর্মপরিকল্পনা: তালিকা, বিবরণ, যাচাই।\n\nউদাহরণ: xl-apa plan list",
        "Plans: list, show, check.\n\nExample: xl-apa plan list",
    ),
    "help-plan-list": Sentence(
        "প্রোগ্রামের সঙ্গে থাকা কর্মপরিকল্পনার তালিকা।\n\nউদাহরণ: xl-apa plan list",
        "Lists the plans that come with the program.\n\nExample: xl-apa plan list",
    ),
    "help-plan-show": Sentence(
        "একটি কর্মপরিকল্পনার সূচক, মান ও লক্ষ্যমাত্রা দেখায়।\n\nউদাহরণ: xl-apa plan show 2023-24",
        "Shows a plan: indicators, weights, targets. NAME is a shipped plan or a file.\n\nExample: xl-apa plan show 2023-24",
    ),
    "help-plan-from-report": Sentence(
        "স্বাক্ষরিত কর্মপরিকল্পনা বা প্রতিবেদনের ফাইল থেকে কর্মপরিকল্পনার খসড়া তৈরি করে ও তার ত্রুটিগুলো দেখায়।\n\n"
        "উদাহরণ: xl-apa plan from-report agreement.docx -o 2024-25.toml",
        "Drafts a plan from a signed plan or a report, and lists what is wrong with it.\n\n"
        "Example: xl-apa plan from-report agreement.docx -o 2024-25.toml",
    ),
    "help-plan-check": Sentence(
        "কর্মপরিকল্পনার ফাইল যাচাই করে ও সব ত্রুটি দেখায়।\n\nউদাহরণ: xl-apa plan check my-plan.toml",
        "Checks a plan file and lists everything that is wrong with it.\n\nExample: xl-apa plan check my-plan.toml",
    ),
    "help-template": Sentence(
        "দপ্তরের জন্য সরকারি ছকের এক্সেল ফাইল তৈরি করে; --register দিলে তালিকার প্রতি দপ্তরের জন্য একটি, -o ফোল্ডারে।\n\n"
        'উদাহরণ: xl-apa template --office-code N-01 --office-name "নমুনা দপ্তর" -o form.xlsx',
        "Builds the official form as a workbook for an office; with --register one for every office, into the folder -o."
        '\n\nExample: xl-apa template --office-code N-01 --office-name "Sample Office" -o form.xlsx',
    ),
    "help-score": Sentence(
        "একটি ফাইলের নম্বর ও ত্রুটি দেখায়; ফাইলে কিছু বদলায় না।\n\nউদাহরণ: xl-apa score report.xlsx --quarter 2",
        "Shows marks and findings of a workbook; changes nothing.\n\nExample: xl-apa score report.xlsx --quarter 2",
    ),
    "help-calculate": Sentence(
        "নম্বর হিসাব করে ফাইলে লেখে; কর্মকর্তার লেখা কিছু বদলায় না।\n\nউদাহরণ: xl-apa calculate report.xlsx --quarter 2",
        "Writes the marks beside the form; nothing that was typed is changed.\n\n"
        "Example: xl-apa calculate report.xlsx --quarter 2",
    ),
    "help-consolidate": Sentence(
        "ফোল্ডারের সব প্রতিবেদন একত্র করে মন্ত্রণালয়ের সারসংক্ষেপ তৈরি করে।\n\n"
        "উদাহরণ: xl-apa consolidate reports/ -o summary.xlsx --quarter 2",
        "Merges the reports in files and folders into one ministry summary.\n\n"
        "Example: xl-apa consolidate reports/ -o summary.xlsx --quarter 2",
    ),
    "help-import": Sentence(
        "অন্য ছকের প্রতিবেদন (ওয়ার্ড, এক্সেল, পিডিএফ, স্ক্যানের লেখা) থেকে দপ্তরের এক্সেল ফাইল তৈরি করে; কী বোঝা গেছে ও কী দেখতে হবে তা জানায়।\n\n"
        "উদাহরণ: xl-apa import report.docx -o N-01.xlsx",
        "Makes an office workbook of a report in another form (Word, Excel, PDF, text of a scan), says what was understood "
        "and what to look at.\n\nExample: xl-apa import report.docx -o N-01.xlsx",
    ),
    "help-register": Sentence(
        "দপ্তর-তালিকা: কে প্রতিবেদন দেবে, কার কাছে।\n\nউদাহরণ: xl-apa register new -o register.xlsx",
        "The register: who should report, and to whom.\n\nExample: xl-apa register new -o register.xlsx",
    ),
    "help-register-new": Sentence(
        "পূরণের জন্য ফাঁকা দপ্তর-তালিকা তৈরি করে।\n\nউদাহরণ: xl-apa register new -o register.xlsx",
        "Makes a blank register to fill in.\n\nExample: xl-apa register new -o register.xlsx",
    ),
    "help-addin": Sentence(
        "এক্সেলের ভেতরের ট্যাব ও বোতাম (অ্যাড-ইন)।\n\nউদাহরণ: xl-apa addin build -o xl_apa.xlam",
        "The tab and buttons inside Excel (add-in).\n\nExample: xl-apa addin build -o xl_apa.xlam",
    ),
    "help-addin-build": Sentence(
        "এক্সেলের অ্যাড-ইন ফাইল (.xlam) তৈরি করে।\n\nউদাহরণ: xl-apa addin build -o xl_apa.xlam",
        "Builds the Excel add-in (.xlam).\n\nExample: xl-apa addin build -o xl_apa.xlam",
    ),
    "help-demo": Sentence(
        "নমুনা: দুটি প্রকৃত প্রতিবেদন ও তেরো দপ্তরের একটি কাল্পনিক মন্ত্রণালয়।\n\nউদাহরণ: xl-apa demo my-demo",
        "Shows it all on two real reports and a made-up ministry of thirteen offices.\n\nExample: xl-apa demo my-demo",
    ),
}

_OPTIONS = {
    "option-help": Sentence("এই সাহায্য দেখায়।", "Shows this help."),
    "option-version": Sentence("সংস্করণ দেখায়।", "Shows the version."),
    "option-lang": Sentence("বার্তার ভাষা; না দিলে কম্পিউটারের ভাষা।", "Language of the messages; else that of the computer."),
    "option-plan": Sentence("কর্মপরিকল্পনার নাম বা .toml ফাইল।", "Name of a plan, or a .toml file."),
    "option-plan-of-file": Sentence(
        "কর্মপরিকল্পনার নাম বা .toml ফাইল; না দিলে প্রতিবেদনের নিজের কর্মপরিকল্পনা।",
        "Name of a plan, or a .toml file; else the plan of the report itself.",
    ),
    "option-plan-of-year": Sentence(
        "কর্মপরিকল্পনার নাম বা .toml ফাইল; না দিলে --fiscal-year যে বছরের, তার।",
        "Name of a plan, or a .toml file; else the one of --fiscal-year.",
    ),
    "option-layout": Sentence("১৪ নম্বর কলামে কী থাকবে: নম্বর (marks) না মন্তব্য (remarks)।", "What column 14 holds."),
    "option-edition": Sentence("ম্যাক্রো ছাড়া (native) বা ম্যাক্রোসহ।", "Without macros (native) or with."),
    "option-office_code": Sentence("দপ্তরের কোড।", "The office's code."),
    "option-office_name": Sentence("দপ্তরের নাম।", "The office's name."),
    "option-parent": Sentence("ঊর্ধ্বতন দপ্তরের নাম।", "Name of the office it reports to."),
    "option-output-file": Sentence("যে ফাইলে লেখা হবে।", "The file to write."),
    "option-output-folder": Sentence("যে ফোল্ডারে লেখা হবে।", "The folder to write into."),
    "option-output-forms": Sentence(
        "যে ফাইলে লেখা হবে; --register দিলে যে ফোল্ডারে।", "The file to write; with --register the folder."
    ),
    "option-output-marks": Sentence(
        "নম্বরসহ কপি যে ফাইলে লেখা হবে; না দিলে মূল ফাইলেই।", "The file to write; without it, into the same file."
    ),
    "option-output-imported": Sentence(
        "যে ফাইলে লেখা হবে; একাধিক প্রতিবেদন হলে যে ফোল্ডারে।", "The file to write; for several reports the folder."
    ),
    "option-accept_offers": Sentence(
        "বাক্য থেকে যে অর্জন বোঝা যায় তা গৃহীত অর্জনের ঘরে লেখে; না দিলে শুধু প্রস্তাব হিসেবে দেখায়।",
        "Put what sentences seem to say into the column “গৃহীত অর্জন”; otherwise it is only offered.",
    ),
    "option-quarter": Sentence("ত্রৈমাসিক।", "The quarter."),
    "option-quarter-filled": Sentence(
        "ত্রৈমাসিক; না দিলে শেষ যেটি পূরণ করা।", "The quarter; else the last one that is filled in."
    ),
    "option-quarter-of-document": Sentence(
        "ত্রৈমাসিক; না দিলে নথিতে যা লেখা আছে।", "The quarter; else the one that the document names."
    ),
    "option-explain": Sentence("প্রতিটি নম্বর কীভাবে এসেছে তা দেখায়।", "Show how every mark came about."),
    "option-rule": Sentence("নম্বরের নিয়ম; না দিলে কর্মপরিকল্পনার নিয়ম।", "The rule of marks; else the plan's."),
    "option-as_of": Sentence(
        "যে তারিখে হিসাব; না দিলে ত্রৈমাসিকের শেষ দিন।", "The day to judge by; else the quarter's last."
    ),
    "option-as_json": Sentence("প্রোগ্রামের জন্য JSON।", "JSON, for programs."),
    "option-fiscal_year": Sentence("অর্থবছর, যেমন ২০২৩-২৪।", "The fiscal year, like 2023-24."),
    "option-summary_language": Sentence(
        "সারসংক্ষেপের ভাষা: বাংলা (bn) বা ইংরেজি (en); ফলাবর্তকের ভাষা --lang।",
        "Language of the summary, Bangla (bn) or English (en); that of the feedback is --lang.",
    ),
    "option-register": Sentence(
        "দপ্তর-তালিকা (.xlsx বা .csv): কে প্রতিবেদন দেবে, কার কাছে।",
        "The register (.xlsx or .csv): who should report, and to whom.",
    ),
    "option-imports": Sentence(
        "দপ্তরের ছক নয় এমন প্রতিবেদনও (ওয়ার্ড, পিডিএফ, অন্য এক্সেল) পড়া হবে; নিশ্চিত না হলে গণনায় ধরা হবে না।",
        "Read reports that are no office workbooks too (Word, PDF, other Excel); what is not sure does not count.",
    ),
    "option-feedback": Sentence(
        "প্রতি দপ্তরের জন্য ফলাবর্তক ও সিদ্ধান্তের ফাইল (decisions.xlsx) এই ফোল্ডারে লেখা হবে।",
        "Write feedback to every office, and decisions.xlsx for the ministry's decisions, into this folder.",
    ),
    "option-decisions": Sentence(
        "সিদ্ধান্ত ও মন্তব্যের ফাইল; না দিলে --feedback ফোল্ডারের decisions.xlsx।",
        "The workbook of decisions and comments; else decisions.xlsx in the folder of --feedback.",
    ),
    "option-reply_by": Sentence(
        "সংশোধিত প্রতিবেদনের শেষ তারিখ; না দিলে দাখিলের তারিখের ১৫ দিন পর।",
        "The deadline for corrected reports; else 15 days after reports were due.",
    ),
    "option-send_to": Sentence(
        "সংশোধিত প্রতিবেদন যেখানে পাঠাতে হবে; না দিলে তালিকার ঊর্ধ্বতন দপ্তর, তালিকায় না থাকলে দপ্তরকে জেনে নিতে বলা হয়।",
        "Where corrected reports go; else to the parent office of the register, and an office that is not in it is told to ask.",
    ),
    "option-before": Sentence(
        "গত ত্রৈমাসিকের বা গত বছরের সারসংক্ষেপ, যার নম্বর পাশে দেখানো হবে; একাধিকবার দেওয়া যায়।",
        "A summary of last quarter or last year, whose marks are shown beside; may be given more than once.",
    ),
    "option-jobs": Sentence(
        "একসঙ্গে কয়টি ফাইল পড়া হবে; না দিলে প্রোগ্রাম নিজে ঠিক করে।",
        "How many files to read at a time; else the program decides.",
    ),
    "option-executor": Sentence(
        "যে Dask ক্লাস্টারে ফাইল পড়া হবে, যেমন tcp://host:8786।",
        "The Dask cluster to read the files on, like tcp://host:8786.",
    ),
    "option-csv": Sentence(
        "উপাত্ত CSV ফাইলেও লেখা হবে (প্রতি দপ্তর ও সূচকে একটি সারি)।",
        "Write the data as CSV too, a row per office and indicator.",
    ),
    "option-parquet": Sentence("উপাত্ত Parquet ফাইলেও লেখা হবে।", "Write the data as Parquet too."),
    "option-password": Sentence(
        "পাসওয়ার্ড দেওয়া ফাইল খোলার পাসওয়ার্ড; একাধিকবার দেওয়া যায়। কোথাও রাখা হয় না।",
        "A password that opens locked files; may be given more than once. It is kept nowhere.",
    ),
    "option-password_file": Sentence(
        "পাসওয়ার্ডের ফাইল (UTF-8), প্রতি লাইনে একটি।",
        "A text file (UTF-8) of passwords, one to a line.",
    ),
    "option-fresh": Sentence(
        "আগে পড়া ফাইলও আবার পড়া হবে।", "Read every file again, also those that have not changed since the last run."
    ),
    "option-quiet": Sentence(
        "অগ্রগতি ও সারণি দেখায় না; সব ঠিক না থাকলে এক লাইনে জানায়।",
        "No progress and no table; one line on stderr unless all is well.",
    ),
}

GUIDE: dict[str, Sentence] = {**_COMMANDS, **_OPTIONS}
