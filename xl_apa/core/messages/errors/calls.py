"""Faults of a call: of the command, a plan, a cluster or a worksheet function."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

_PLANS = {
    "plan-unknown": Sentence(
        "‘{plan}’ নামে কোনো কর্মপরিকল্পনা নেই। আছে: {known}; অথবা ফাইলের নাম দিন।",
        "There is no plan “{plan}”. There are: {known}; or give the name of a file.",
    ),
    "plan-not-text": Sentence(
        "‘{plan}’ কর্মপরিকল্পনার ফাইল (.toml) নয়। ‘xl-apa plan list’-এ থাকা একটি নাম, অথবা একটি .toml ফাইল দিন।",
        "“{plan}” is not a plan file (.toml). Give a plan that “xl-apa plan list” names, or a .toml file.",
    ),
    "plan-not-toml": Sentence(
        '‘{plan}’, {row} নম্বর লাইন, {column} নম্বর অক্ষর: লেখাটি TOML-এর নিয়মে নয়। উদ্ধৃতি চিহ্ন ("), সমান চিহ্ন (=) ও বন্ধনী ঠিক আছে কি না দেখুন।',
        '“{plan}”, line {row}, column {column}: this is not valid TOML. Check the quotation marks ("), the equals sign (=) and the brackets.',
    ),
    "plan-is-folder": Sentence(
        "‘{plan}’ একটি ফোল্ডার। কর্মপরিকল্পনার নাম বা একটি .toml ফাইল দিন।",
        "“{plan}” is a folder. Give the name of a plan or a .toml file.",
    ),
    "plan-faulty": Sentence(
        "‘{name}’ কর্মপরিকল্পনাটি ব্যবহার করা যায় না; ত্রুটি {count}টি। দেখুন: xl-apa plan check {name}",
        "The plan “{name}” cannot be used; errors in it: {count}. See them with: xl-apa plan check {name}",
    ),
    "plan-data-broken": Sentence(
        "‘{path}’ ফাইলের ভেতরের কর্মপরিকল্পনা পড়া যায়নি। --plan দিয়ে কর্মপরিকল্পনা দিন।",
        "The plan inside “{path}” cannot be read. Give the plan with --plan.",
    ),
}


_CALLS = {
    "call-wrong": Sentence(
        "কমান্ডটি বোঝা যায়নি: {reason}\nবিস্তারিত দেখুন: {command} --help",
        "The command could not be understood: {reason}\nFor help, run: {command} --help",
    ),
    "call-missing": Sentence(
        "{name} দেওয়া হয়নি, কিন্তু দিতেই হবে।\nবিস্তারিত দেখুন: {command} --help",
        "{name} is missing.\nFor help, run: {command} --help",
    ),
    "call-option-unknown": Sentence(
        "{name} নামে কোনো বিকল্প নেই।\nবিস্তারিত দেখুন: {command} --help",
        "There is no option {name}.\nFor help, run: {command} --help",
    ),
    "call-option-unknown-but-like": Sentence(
        "{name} নামে কোনো বিকল্প নেই। কাছাকাছি আছে: {known}\nবিস্তারিত দেখুন: {command} --help",
        "There is no option {name}. Close to it: {known}\nFor help, run: {command} --help",
    ),
    "call-command-unknown": Sentence(
        "‘{name}’ নামে কোনো কমান্ড নেই।\nবিস্তারিত দেখুন: {command} --help",
        "There is no command “{name}”.\nFor help, run: {command} --help",
    ),
    "call-command-unknown-but-like": Sentence(
        "‘{name}’ নামে কোনো কমান্ড নেই। কাছাকাছি আছে: {known}\nবিস্তারিত দেখুন: {command} --help",
        "There is no command “{name}”. Close to it: {known}\nFor help, run: {command} --help",
    ),
    "call-value-missing": Sentence(
        "{name} লেখার পর কী, তা দেওয়া হয়নি।\nবিস্তারিত দেখুন: {command} --help",
        "Nothing was given after {name}.\nFor help, run: {command} --help",
    ),
    "call-value-unwanted": Sentence(
        "{name} একাই যথেষ্ট; এর সঙ্গে কিছু দিতে হয় না।\nবিস্তারিত দেখুন: {command} --help",
        "{name} stands alone and takes no value.\nFor help, run: {command} --help",
    ),
    "call-too-much": Sentence(
        "বাড়তি লেখা: {text}। নামের মধ্যে ফাঁকা থাকলে উদ্ধৃতি চিহ্নের ভেতরে দিন।\nবিস্তারিত দেখুন: {command} --help",
        "There is more than this command takes: {text}. Put a name with blanks in quotation marks.\nFor help, run: {command} --help",
    ),
    "count-wrong": Sentence(
        "{name}: ‘{text}’ দেওয়া যায় না। ১ বা তার বেশি একটি পূর্ণ সংখ্যা দিন।",
        "{name}: “{text}” cannot be used. Give a whole number, 1 or more.",
    ),
    "import-not-installed": Sentence(
        "অন্য ছকের প্রতিবেদন আনার জন্য দরকারি অংশ ({name}) ইনস্টল করা নেই। ইনস্টল করুন: pip install xl_apa[import]",
        "The part for reports in another form ({name}) is not installed. Install it: pip install xl_apa[import]",
    ),
    "import-one-office": Sentence(
        "--office-code শুধু একটি প্রতিবেদনের জন্য দেওয়া যায়। একবারে একটি ফাইল দিন।",
        "--office-code is for one report alone. Give one file at a time.",
    ),
    "quarter-wrong": Sentence(
        "‘{value}’ কোনো ত্রৈমাসিক নয়। ১, ২, ৩ বা ৪ দিন।",
        "“{value}” is not a quarter. Give 1, 2, 3 or 4.",
    ),
    "date-wrong": Sentence(
        "‘{value}’ তারিখ হিসেবে বোঝা যায়নি। দিন/মাস/বছর এভাবে লিখুন: ৩১/১২/২০২৩।",
        "“{value}” could not be read as a date. Write day/month/year: 31/12/2023.",
    ),
    "year-wrong": Sentence(
        "অর্থবছর ‘{value}’ বোঝা যায়নি। এভাবে লিখুন: ২০২৩-২৪।",
        "The fiscal year “{value}” could not be read. Write it like 2023-24.",
    ),
    "feedback-missing": Sentence(
        "ফলাবর্তকের ফোল্ডার দেওয়া হয়নি। --feedback দিয়ে ফোল্ডার দিন।",
        "No folder for the feedback was given. Give one with --feedback.",
    ),
    "plan-not-for-year": Sentence(
        "কর্মপরিকল্পনা ‘{plan}’ {found} অর্থবছরের, চাওয়া হয়েছে {year}। অন্য কর্মপরিকল্পনা দিন (--plan)।",
        "The plan “{plan}” is for {found}, not for {year}. Give another plan (--plan).",
    ),
    "xlwings-incomplete": Sentence(
        "ইনস্টল করা xlwings {version}-এ ‘{name}’ নেই। এটি আবার ইনস্টল করুন: pip install --force-reinstall xlwings",
        "The installed xlwings {version} lacks “{name}”. Install it again: pip install --force-reinstall xlwings",
    ),
    "output-not-printed": Sentence(
        "যা দেখানোর কথা তা লেখা যায়নি ({reason})। ডিস্কে জায়গা করে আবার চালান, বা অন্য জায়গায় পাঠান।",
        "What was to be printed could not be written ({reason}). Make room on the disk or send it elsewhere, and run this again.",
    ),
    "path-special": Sentence(
        "‘{path}’ কোনো ফাইল নয়, একটি যন্ত্র বা পাইপ। একটি ফাইলের নাম দিন।",
        "“{path}” is a device or a pipe, not a file. Give the name of a file.",
    ),
    "interrupted": Sentence("থামানো হয়েছে; কোনো ফাইল অর্ধেক লেখা হয়নি।", "Stopped; no file is half written."),
    "no-fault-log": Sentence(
        "(বিবরণ লেখার জায়গা পাওয়া যায়নি; এই বার্তার ছবি তুলে দিন)",
        "(there was no place to write one; send a picture of this message)",
    ),
    "program-fault": Sentence(
        "প্রোগ্রামে একটি ত্রুটি হয়েছে: {reason}। বিবরণ ‘{log}’ ফাইলে; ফাইলটি দপ্তরের আইসিটি শাখায় পাঠান।",
        "The program itself failed: {reason}. Details are in “{log}”; send it to your ICT section.",
    ),
}


_CLUSTER = {
    "cluster-address-wrong": Sentence(
        "‘{address}’ কোনো ক্লাস্টারের ঠিকানা নয়। এভাবে দিন: tcp://host:8786।",
        "“{address}” is not a cluster address. Give one like tcp://host:8786.",
    ),
    "parquet-not-installed": Sentence(
        "Parquet-এর জন্য দরকারি অংশ ইনস্টল করা নেই। ইনস্টল করুন: pip install xl_apa[parquet]; অথবা --csv দিন।",
        "The part for Parquet is not installed. Install it: pip install xl_apa[parquet]; or use --csv.",
    ),
    "cluster-not-installed": Sentence(
        "ক্লাস্টারের জন্য দরকারি অংশ ইনস্টল করা নেই। ইনস্টল করুন: pip install xl_apa[cluster]; অথবা --executor ছাড়া চালান।",
        "The part for clusters is not installed. Install it: pip install xl_apa[cluster]; or leave out --executor.",
    ),
    "cluster-not-reached": Sentence(
        "‘{address}’ সাড়া দেয়নি। ঠিকানা ও নেটওয়ার্ক দেখুন; অথবা --executor ছাড়া চালান।",
        "“{address}” does not answer. Check the address and the network; or leave out --executor.",
    ),
    "cluster-without-workers": Sentence(
        "‘{address}’-এ কাজ করার মতো কোনো কম্পিউটার যুক্ত নেই। চালু করুন: dask worker {address}",
        "No computer works for “{address}” yet. Start one: dask worker {address}",
    ),
    "cluster-workers-silent": Sentence(
        "‘{address}’ ক্লাস্টারের একটি কম্পিউটার সাড়া দিচ্ছে না। সেটি আবার চালু করুন বা বন্ধ করুন; অথবা --executor ছাড়া চালান।",
        "A computer of the cluster “{address}” does not answer. Restart it or shut it down; or leave out --executor.",
    ),
    "cluster-without-program": Sentence(
        "ক্লাস্টারের সব কম্পিউটারে xl_apa {version} নেই। সেগুলোতে ইনস্টল করুন: pip install xl_apa=={version}",
        "Not every computer of the cluster has xl_apa {version}. Install it there: pip install xl_apa=={version}",
    ),
    "cluster-folder-not-shared": Sentence(
        "ক্লাস্টারের কম্পিউটার থেকে ‘{path}’ দেখা যায় না। ফাইলগুলো এমন ফোল্ডারে রাখুন যা সব কম্পিউটারে একই পথে আছে।",
        "The computers of the cluster cannot see “{path}”. Keep the files in a folder that all of them have by the same path.",
    ),
}


_FUNCTIONS = {
    "unit-wrong": Sentence(
        "একক ‘{text}’ বোঝা যায়নি। তারিখ, % বা যা গোনা হয় তার নাম (সংখ্যা, জন, কোটি টাকা) লিখুন।",
        "The unit “{text}” could not be read. Write date, % or the name of what is counted (number, persons, crore taka).",
    ),
    "tiers-wrong": Sentence(
        "স্তরের শতকরা হার ‘{text}’ ঠিক নেই। সর্বোচ্চ থেকে নিচের দিকে সর্বাধিক {most}টি দিন, প্রতিটি ০-এর বেশি ও ১০০-এর মধ্যে।",
        "The tiers “{text}” cannot be used. Give at most {most} percents, best first, each above 0 and up to 100.",
    ),
    "weight-wrong": Sentence(
        "সূচকের মান ‘{text}’ ঠিক নেই। ০-এর বেশি একটি সংখ্যা লিখুন।",
        "The weight “{text}” cannot be used. Write a number above 0.",
    ),
    "choice-wrong": Sentence(
        "{name}: ‘{text}’ বলে কিছু নেই। এর একটি দিন: {known}।",
        "{name}: there is no “{text}”. Give one of these: {known}.",
    ),
    "rule-wrong": Sentence(
        "নিয়ম ‘{text}’ নেই। স্তরভিত্তিক (tier) বা সমানুপাতিক (proportional) লিখুন।",
        "There is no rule “{text}”. Write tier or proportional.",
    ),
    "method-wrong": Sentence(
        "গণনা পদ্ধতি ‘{text}’ নেই। ক্রমপুঞ্জিভূত (cumulative), সমষ্টি (sum), গড় (mean) বা তারিখ (date) লিখুন।",
        "There is no calculation method “{text}”. Write cumulative, sum, mean or date.",
    ),
    "method-unfit": Sentence(
        "এককের সঙ্গে গণনা পদ্ধতি ‘{text}’ মেলে না। তারিখের জন্য তারিখ (date), অন্য এককের জন্য ক্রমপুঞ্জিভূত, সমষ্টি বা গড় লিখুন।",
        "The calculation method “{text}” does not fit the unit. Write date for a date, cumulative, sum or mean for any other unit.",
    ),
    "quarters-too-many": Sentence(
        "আগের ত্রৈমাসিকের ঘর দেওয়া হয়েছে {count}টি; সর্বোচ্চ {most}টি দিন।",
        "{count} cells of quarters before were given; give {most} at most.",
    ),
    "one-cell": Sentence(
        "এখানে {count}টি ঘর দেওয়া হয়েছে। একটি ঘর দিন।",
        "{count} cells were given here. Give one.",
    ),
    "targets-too-many": Sentence(
        "লক্ষ্যমাত্রার ঘর দেওয়া হয়েছে {count}টি; সর্বোচ্চ {most}টি দিন।",
        "{count} target cells were given; give {most} at most.",
    ),
    "table-too-wide": Sentence(
        "সারণিতে কলাম {count}টি; একক থেকে অর্জন পর্যন্ত {most}টি কলাম দিন।",
        "The table has {count} columns; give the {most} from unit to achievement.",
    ),
    "function-fault": Sentence(
        "প্রোগ্রামে একটি ত্রুটি হয়েছে ({reason})। দপ্তরের আইসিটি শাখায় এই ফাইলটি পাঠান: {log}",
        "The program itself failed ({reason}). Send this file to your ICT section: {log}",
    ),
}

CALLS: dict[str, Sentence] = {**_PLANS, **_CALLS, **_CLUSTER, **_FUNCTIONS}
