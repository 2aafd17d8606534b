"""Short words and lines on screens."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

_WORDS = {
    "word-usage": Sentence("ব্যবহার", "Usage"),
    "word-options": Sentence("বিকল্প", "Options"),
    "word-commands": Sentence("কমান্ড", "Commands"),
    "word-and": Sentence("{text} ও {name}", "{text} and {name}"),
    "plan-top": Sentence("ফাইলের শুরুর অংশ", "top of the file"),
    "word-empty": Sentence("খালি", "empty"),
    "word-required": Sentence("দিতেই হবে", "required"),
    "word-default": Sentence("না দিলে: {name}", "default: {name}"),
    "usage-options": Sentence("[বিকল্প]", "[OPTIONS]"),
    "usage-command": Sentence("কমান্ড [বাকি অংশ]...", "COMMAND [ARGS]..."),
    "metavar-file": Sentence("ফাইল", "FILE"),
    "metavar-folder": Sentence("ফোল্ডার", "FOLDER"),
    "metavar-file-or-folder": Sentence("ফাইল|ফোল্ডার", "FILE|FOLDER"),
    "metavar-path": Sentence("ফাইল|ফোল্ডার", "FILE|FOLDER"),
    "metavar-quarter": Sentence("১-৪", "1-4"),
    "metavar-date": Sentence("তারিখ", "DATE"),
    "metavar-year": Sentence("অর্থবছর", "YEAR"),
    "metavar-plan": Sentence("কর্মপরিকল্পনা", "PLAN"),
    "metavar-count": Sentence("সংখ্যা", "NUMBER"),
    "metavar-text": Sentence("লেখা", "TEXT"),
    "metavar-code": Sentence("কোড", "CODE"),
    "metavar-name": Sentence("নাম", "NAME"),
    "metavar-address": Sentence("ঠিকানা", "ADDRESS"),
    "metavar-version": Sentence("সংস্করণ", "VERSION"),
    "word-indicator": Sentence("সূচক", "Indicator"),
    "word-title": Sentence("কর্মসম্পাদন সূচক", "Performance indicator"),
    "word-unit": Sentence("একক", "Unit"),
    "word-weight": Sentence("মান", "Weight"),
    "word-achievement": Sentence("অর্জন", "Achievement"),
    "word-tier": Sentence("স্তর", "Tier"),
    "word-marks": Sentence("নম্বর", "Marks"),
    "word-attainable": Sentence("সর্বোচ্চ অর্জনযোগ্য", "Attainable"),
    "word-claimed": Sentence("দাবিকৃত", "Claimed"),
    "word-total": Sentence("মোট", "Total"),
    "word-rank": Sentence("অবস্থান", "Rank"),
    "word-code": Sentence("কোড", "Code"),
    "word-office": Sentence("দপ্তর", "Office"),
    "word-error": Sentence("ত্রুটি", "error"),
    "word-warning": Sentence("সতর্কতা", "warning"),
    "word-note": Sentence("জ্ঞাতব্য", "note"),
    "word-errors": Sentence("ত্রুটি", "Errors"),
    "word-sure": Sentence("নিশ্চিত", "Sure"),
    "word-to-confirm": Sentence("নিশ্চিত করতে হবে", "To confirm"),
    "word-file": Sentence("ফাইল", "File"),
    "word-warnings": Sentence("সতর্কতা", "Warnings"),
    "word-understood": Sentence("যা বোঝা গেছে", "Understood"),
    "word-how": Sentence("যেভাবে", "How"),
    "word-rule": Sentence("নম্বরের নিয়ম", "Rule"),
    "word-method": Sentence("গণনা পদ্ধতি", "Method"),
    "method-cumulative": Sentence("ক্রমপুঞ্জিভূত", "cumulative"),
    "method-sum": Sentence("সমষ্টি", "sum"),
    "method-mean": Sentence("গড়", "mean"),
    "method-date": Sentence("তারিখ", "date"),
    "word-rollup": Sentence("মন্ত্রণালয় পর্যায়ে", "For the ministry"),
    "rollup-sum": Sentence("সমষ্টি", "sum"),
    "rollup-mean": Sentence("গড়", "mean"),
    "rollup-share": Sentence("সর্বোচ্চ স্তর পাওয়া দপ্তরের হার", "share"),
    "rollup-own": Sentence("মন্ত্রণালয়ের নিজস্ব", "own"),
    "status-reported": Sentence("অর্জন আছে", "reported"),
    "status-ongoing": Sentence("চলমান", "ongoing"),
    "status-none": Sentence("অর্জন নেই", "nothing reported"),
    "status-unreadable": Sentence("পড়া যায়নি", "not readable"),
    "rule-tier": Sentence("স্তরভিত্তিক", "tier"),
    "rule-proportional": Sentence("সমানুপাতিক", "proportional"),
}

# How a typed text was understood; a few words in a column.
_HOW = {
    "how-typed": Sentence("যেমন লেখা", "as typed"),
    "how-accepted": Sentence("গৃহীত অর্জনের ঘর থেকে", "from the accepted value"),
    "how-fraction": Sentence("ভগ্নাংশকে শতকরা ধরা হয়েছে", "a fraction, read as a percent"),
    "how-reckoned": Sentence("লাখ, কোটি ইত্যাদি হিসাব করে", "reckoned from lakh, crore and the like"),
    "how-part": Sentence("লেখার একটি অংশ বাদে", "without a part of the text"),
    "how-nothing": Sentence("কিছু লেখা নেই", "nothing is typed"),
    "how-ongoing": Sentence("কাজ চলমান", "work goes on"),
    "how-not-read": Sentence("বোঝা যায়নি", "not understood"),
}

# What of a plan is another one in a file; each stands inside a longer message.
_PARTS = {
    "plan-part-year": Sentence("অর্থবছর", "fiscal year"),
    "plan-part-title": Sentence("শিরোনাম", "title"),
    "plan-part-rule": Sentence("নম্বরের নিয়ম", "rule of marks"),
    "plan-part-tiers": Sentence("স্তরের হার", "percents of the tiers"),
    "plan-part-tier-names": Sentence("স্তরের নাম", "names of the tiers"),
    "plan-part-codes": Sentence("সূচকের তালিকা", "list of indicators"),
    "plan-part-areas": Sentence("কর্মসম্পাদন ক্ষেত্র", "performance areas"),
    "plan-part-activities": Sentence("কার্যক্রম", "activities"),
    "plan-part-text": Sentence("সূচকের লেখা", "text of the indicator"),
    "plan-part-unit": Sentence("একক", "unit"),
    "plan-part-weight": Sentence("মান", "weight"),
    "plan-part-targets": Sentence("লক্ষ্যমাত্রা", "targets"),
    "plan-part-method": Sentence("গণনা পদ্ধতি", "calculation method"),
    "plan-part-decimals": Sentence("দশমিক ঘর", "decimals"),
    "plan-part-name": Sentence("কর্মপরিকল্পনার নাম", "name of the plan"),
    "plan-part-layout": Sentence("ছকের ধরন", "layout of the form"),
}

# Why one of an office's files counts and not another; each stands inside a longer message.
_GROUNDS = {
    "later-filled": Sentence("অন্যটিতে কোনো অর্জন লেখা নেই।", "The other one holds no achievement."),
    "later-report-date": Sentence(
        "এটির প্রতিবেদনের তারিখ {later}, অন্যটির {earlier}।",
        "Its report is dated {later}, the other one's {earlier}.",
    ),
    "later-saved": Sentence(
        "এটি শেষ সংরক্ষণ করা হয়েছে {later}, অন্যটি {earlier}।",
        "It was last saved on {later}, the other one on {earlier}.",
    ),
    "later-file": Sentence(
        "এই ফাইলের সময় {later}, অন্যটির {earlier}।",
        "This file is of {later}, the other one of {earlier}.",
    ),
    "later-name": Sentence(
        "তারিখ ও সময়ে পার্থক্য নেই; ফাইলের নাম দেখে এটি পরের বলে ধরা হয়েছে।",
        "Dates and times are the same; by its name this file is the later one.",
    ),
    "later-unknown": Sentence(
        "প্রতিবেদনের তারিখ, সংরক্ষণের সময় ও ফাইলের নামে পার্থক্য নেই।",
        "Neither report date nor time of saving nor file name tells them apart.",
    ),
}

_LINES = {
    # Follows the sentence of a finding that has a value to offer.
    "offer": Sentence(
        "সম্ভবত {offer}; ঠিক হলে ‘গৃহীত অর্জন’ ঘরে লিখুন।",
        "Possibly {offer}; if so, write it in the cell “গৃহীত অর্জন”.",
    ),
    # The same for a row by itself, which has no such cell.
    "row-offer": Sentence(
        "সম্ভবত {offer}; ঠিক হলে শুধু সেটি লিখুন।",
        "Possibly {offer}; if so, write that alone.",
    ),
    "said-forms": Sentence("দপ্তরের ছক লেখা হয়েছে {count}টি: {folder}", "Forms written: {count}, into {folder}"),
    "said-forms-kept": Sentence(
        "আগে থেকেই ছিল, তাই বদলানো হয়নি: {count}টি।",
        "There already, and left as they are: {count}.",
    ),
    "said-columns-ignored": Sentence(
        "দপ্তর-তালিকার এই কলামগুলো ধরা হয়নি: {headings}", "Columns of the register that were not read: {headings}"
    ),
    "said-unchanged": Sentence(
        "আগের মতোই আছে, তাই আবার লেখা হয়নি: {path}", "Nothing has changed, so it was not written again: {path}"
    ),
    "said-written": Sentence("লেখা হয়েছে: {path}", "Written: {path}"),
    "said-plan": Sentence(
        "{name}: {title}; সূচক {count}টি, মোট মান {weight}", "{name}: {title}; indicators: {count}, out of {weight}"
    ),
    "said-rule": Sentence("নম্বরের নিয়ম: {rule}", "Rule of marks: {rule}"),
    "said-plan-checked": Sentence("{name}: পর্যবেক্ষণ {count}টি।", "{name}: findings: {count}."),
    "said-plan-fine": Sentence("{name}: কোনো ত্রুটি নেই।", "{name}: nothing is wrong with it."),
    "said-no-findings": Sentence("কোনো পর্যবেক্ষণ নেই।", "There are no findings."),
    "said-audit": Sentence("কর্মপরিকল্পনা {plan} ({digest}), প্রোগ্রাম {name}", "plan {plan} ({digest}), program {name}"),
    "said-basis": Sentence(
        "অর্থবছর {year}, {quarter} ত্রৈমাসিক; নিয়ম: {rule}; {date} তারিখে",
        "Fiscal year {year}, quarter {quarter}; rule: {rule}; as of {date}",
    ),
    "said-total": Sentence(
        "{weight}-এর মধ্যে {total}; বছর শেষে সর্বোচ্চ {attainable} পর্যন্ত সম্ভব।",
        "{total} of {weight}. Up to {attainable} is still possible this year.",
    ),
    "said-not-reported": Sentence("{office} (ফাঁকা প্রতিবেদন)", "{office} (blank report)"),
    "said-more": Sentence("আরও {count}টি দপ্তর সারসংক্ষেপ ফাইলে আছে।", "More offices: {count}. The summary has them all."),
    "said-missing": Sentence("প্রতিবেদন পাওয়া যায়নি: {office} {name}", "No report came from {office} {name}"),
    "said-missing-blank": Sentence(
        "ফাঁকা প্রতিবেদন: {office} {name} (‘{path}’)", "The report of {office} {name} is blank (“{path}”)"
    ),
    "said-missing-refused": Sentence(
        "ফাইল পড়া যায়নি: {office} {name} (‘{path}’)", "The file of {office} {name} could not be read (“{path}”)"
    ),
    "said-missing-unclear": Sentence(
        "{office} {name}: এই দপ্তরের প্রতিবেদন কি না নিশ্চিত নয় (‘{path}’); পর্যবেক্ষণ দেখুন",
        "{office} {name}: it is not certain whether “{path}” is this office's report; see the findings",
    ),
    "said-rank-shared": Sentence("{rank} (যৌথভাবে)", "{rank} (shared)"),
    "said-apart": Sentence(
        "গড় ও অবস্থানে ধরা হয়নি ({count}টি দপ্তর): {offices}", "In no mean and no rank (offices: {count}): {offices}"
    ),
    "said-refused": Sentence("বাদ গেছে: {reason}", "Refused: {reason}"),
    "hint-import": Sentence(
        "{count}টি ফাইল দপ্তরের ছক নয় (যেমন ‘{name}’)। এগুলোতে প্রতিবেদন থাকলে --import দিয়ে আবার চালান।",
        "{count} files are no office workbooks (such as “{name}”). If they hold reports, run again with --import.",
    ),
    "said-imported": Sentence(
        "{found}টি ফাইলের {written}টি থেকে দপ্তরের ছক লেখা হয়েছে (নিশ্চিত করার মতো সূচক আছে {confirm}টিতে), {refused}টি বাদ। ফোল্ডার: {folder}",
        "Office workbooks written of {written} of {found} files ({confirm} with indicators to confirm), refused: {refused}. "
        "Folder: {folder}",
    ),
    "said-to-confirm": Sentence(
        "নিশ্চিত করতে হবে ({count}টি দপ্তর): {offices}; পর্যবেক্ষণ দেখুন।",
        "To be confirmed ({count} offices): {offices}; see the findings.",
    ),
    "hint-quarter": Sentence(
        "{total}টি ফাইলের {count}টিতে {held} ত্রৈমাসিকের প্রতিবেদন, {asked} ত্রৈমাসিকের নয়। --quarter {option} হবে কি?",
        "{count} of {total} files hold quarter {held}, not quarter {asked}. Is --quarter {option} meant?",
    ),
    "hint-year": Sentence(
        "{total}টি ফাইলের {count}টি {held} অর্থবছরের, {asked}-এর নয়। --plan {option} হবে কি?",
        "{count} of {total} files are for {held}, not for {asked}. Is --plan {option} meant?",
    ),
    "said-not-well": Sentence(
        "সব ঠিক নেই: {refused}টি ফাইল বাদ, {errors}টি ত্রুটি, {away}টি দপ্তরের প্রতিবেদন নেই। বিস্তারিত: {path}",
        "Not all is well: files refused: {refused}, errors: {errors}, offices without a report: {away}. See {path}",
    ),
    "said-aside": Sentence("গণনায় নেই: {reason}", "Not counted: {reason}"),
    "said-more-aside": Sentence(
        "আরও {count}টি ফাইল গণনায় নেই; সবগুলো সারসংক্ষেপের ‘{sheet}’ শিটে আছে।",
        "More files that were not counted: {count}. The sheet “{sheet}” of the summary has them all.",
    ),
    "said-consolidated": Sentence(
        "ফাইল {found}টি, বাদ {refused}টি; দপ্তর {offices}টি, প্রতিবেদন দিয়েছে {reported}টি। গড় নম্বর {weight}-এর মধ্যে {mean} ({base}টি দপ্তরের গড়)।",
        "Files: {found}, refused: {refused}; offices: {offices}, reported: {reported}. Mean marks {mean} of {weight} (offices in the mean: {base}).",
    ),
    "said-demo": Sentence(
        "ছক, দপ্তরের ফাইল ও সারসংক্ষেপ এই ফোল্ডারে: {folder}",
        "Templates, office workbooks and the summary lie in: {folder}",
    ),
    "said-summary": Sentence("মন্ত্রণালয়ের সারসংক্ষেপ: {path}", "The ministry summary: {path}"),
    "said-reading": Sentence("পড়া হচ্ছে", "Reading"),
    "said-read": Sentence("{total}টির মধ্যে {done}টি ফাইল পড়া হয়েছে", "{done} of {total} files read"),
    "said-speed": Sentence("সেকেন্ডে {rate}টি, বাকি {left}", "{rate} a second, {left} left"),
}

_DRAFT = {
    "draft-plan": Sentence(
        "নথি থেকে তৈরি খসড়া। স্বাক্ষরিত চুক্তির সঙ্গে মিলিয়ে সংশোধন করুন, তারপর দেখুন: xl-apa plan check",
        "A draft from a document. Correct it against the signed agreement, then check it: xl-apa plan check",
    ),
    "draft-area-title": Sentence("ক্ষেত্রের নাম নথিতে নেই", "the document does not name the area"),
    "draft-weight": Sentence("মান পড়া যায়নি", "the weight could not be read"),
    "draft-method-date": Sentence('অনুমান: method = "date"', 'a guess: method = "date"'),
    "draft-method-number": Sentence('অনুমান: method = "cumulative"', 'a guess: method = "cumulative"'),
    "draft-method-percent": Sentence('অনুমান: method = "cumulative"', 'a guess: method = "cumulative"'),
}

_IMPORTS = {
    "import-by-code": Sentence("কোড", "code"),
    "import-by-text": Sentence("শিরোনাম", "title"),
    "import-by-unit": Sentence("একক", "unit"),
    "import-by-weight": Sentence("মান", "weight"),
    "import-by-targets": Sentence("লক্ষ্যমাত্রা", "targets"),
    "import-kind-text": Sentence("লেখা", "text"),
    "import-kind-csv": Sentence("সিএসভি", "CSV"),
    "import-kind-docx": Sentence("ওয়ার্ড", "Word"),
    "import-kind-workbook": Sentence("এক্সেল", "workbook"),
    "import-kind-xlsb": Sentence("এক্সেল", "workbook"),
    "import-kind-pdf": Sentence("পিডিএফ", "PDF"),
    "import-kind-html": Sentence("ওয়েব পাতা", "web page"),
    "import-kind-mail": Sentence("ই-মেইল", "mail"),
    "import-kind-zip": Sentence("জিপ", "zip"),
    "import-kind-office": Sentence("ওয়ার্ড", "Word"),
    "origin-imported": Sentence("{kind}, {percent}% নিশ্চিত", "{kind}, {percent}% sure"),
    "origin-to-confirm": Sentence(
        "{kind}, {percent}% নিশ্চিত; নিশ্চিত করতে হবে", "{kind}, {percent}% sure; to be confirmed"
    ),
    "import-kind-form": Sentence("দপ্তরের ছক", "office workbook"),
    # Why an imported report does not count yet; each stands inside a longer message.
    "import-doubt-reading": Sentence(
        "{weight} মানের মধ্যে মাত্র {sure} মানের সূচক ({percent}%) নিশ্চিতভাবে পড়া গেছে, ৯০% দরকার।",
        "only indicators worth {sure} of {weight} ({percent}%) were read without a question; 90% are needed.",
    ),
    "import-doubt-quarter": Sentence(
        "নথিতে লেখা নেই এটি কোন ত্রৈমাসিকের।", "the document does not say for which quarter it is."
    ),
    "import-doubt-office": Sentence("কোন দপ্তরের তা জানা যায়নি।", "it does not say from which office it is."),
}

LABELS: dict[str, Sentence] = {**_WORDS, **_HOW, **_PARTS, **_GROUNDS, **_LINES, **_DRAFT, **_IMPORTS}
