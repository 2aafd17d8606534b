"""Return for correction: the letters to the offices, and the workbook in which the ministry decides."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

_STATUSES = {
    "review-open": Sentence("সিদ্ধান্ত হয়নি", "not decided"),
    "review-accepted": Sentence("গৃহীত", "accepted"),
    "review-to-correct": Sentence("সংশোধন করতে হবে", "to be corrected"),
    "review-again": Sentence("আবার দেখতে হবে", "to be looked at again"),
    "review-unclear": Sentence("অস্পষ্ট", "unclear"),
    "submission-in-time": Sentence("যথাসময়ে", "in time"),
    "submission-late": Sentence("বিলম্বে", "late"),
    "submission-undated": Sentence("প্রতিবেদনে তারিখ নেই", "without a date"),
    "submission-blank": Sentence("ফাঁকা প্রতিবেদন", "blank report"),
    "submission-refused": Sentence("ফাইল পড়া যায়নি", "file cannot be read"),
    "submission-unclear": Sentence("ফাইলটি কোন দপ্তরের, নিশ্চিত নয়", "unclear whose file"),
    "submission-to-confirm": Sentence("অন্য ছকের প্রতিবেদন, নিশ্চিত করতে হবে", "in another form, to be confirmed"),
    "submission-missing": Sentence("প্রতিবেদন পাওয়া যায়নি", "no report received"),
}

_LETTER = {
    "letter-sheet": Sentence("ফলাবর্তক", "Feedback"),
    "letter-marks-sheet": Sentence("নম্বর", "Marks"),
    "letter-title": Sentence("ফলাবর্তক: {title}", "Feedback: {title}"),
    "letter-marks-title": Sentence("সূচক অনুযায়ী নম্বর: {office}", "Marks by indicator: {office}"),
    "letter-basis": Sentence(
        "{quarter} ত্রৈমাসিক; নম্বরের নিয়ম: {rule}; {date} তারিখের হিসাব",
        "Quarter {quarter}; rule of marks: {rule}; as of {date}",
    ),
    "letter-office": Sentence("দপ্তর", "Office"),
    "letter-name-and-code": Sentence("{office} (কোড {code})", "{office} (code {code})"),
    "letter-file": Sentence("যে ফাইল ধরা হয়েছে", "File counted"),
    "letter-report": Sentence("প্রতিবেদন", "Report"),
    "letter-report-dated": Sentence("{state}; প্রতিবেদনের তারিখ {date}", "{state}; dated {date}"),
    "letter-total": Sentence("প্রাপ্ত নম্বর", "Marks earned"),
    "letter-total-is": Sentence(
        "{weight}-এর মধ্যে {total}; বছর শেষে সর্বোচ্চ {attainable} পর্যন্ত সম্ভব।",
        "{total} of {weight}; up to {attainable} is still possible this year.",
    ),
    "letter-claimed": Sentence("দাবিকৃত নম্বর", "Marks claimed"),
    "letter-claimed-is": Sentence(
        "দপ্তর নিজে লিখেছে মোট {claimed}। নম্বর লেখা অর্জন থেকে আবার হিসাব করা হয়েছে; {count}টি সূচকে পার্থক্য আছে।",
        "The office gives itself {claimed}. Marks were computed again from the achievements; indicators that differ: {count}.",
    ),
    "letter-apa": Sentence("এপিএ-তে নম্বর", "Marks in the APA"),
    "letter-of": Sentence("{weight}-এর মধ্যে {total}", "{total} of {weight}"),
    "letter-last-quarter": Sentence("গত ত্রৈমাসিক শেষে", "At the end of last quarter"),
    "letter-last-year": Sentence("গত বছরের একই ত্রৈমাসিক", "Same quarter last year"),
    "letter-status": Sentence("মন্ত্রণালয়ের সিদ্ধান্ত", "Decision of the ministry"),
    "letter-status-again": Sentence(
        "নতুন ফাইল পাওয়া গেছে, আগের ফাইলের বদলে এটি ধরা হয়েছে; আবার দেখা হবে। আগের সিদ্ধান্ত: {earlier}",
        "A new file came and replaces the earlier one; it will be looked at again. Earlier decision: {earlier}",
    ),
    "letter-replaced": Sentence(
        "নতুন ফাইল পাওয়া গেছে; আগের ফাইলের বদলে এটি ধরা হয়েছে।", "A new file came and replaces the earlier one."
    ),
    "letter-comment": Sentence("মন্ত্রণালয়ের মন্তব্য", "Comment of the ministry"),
    "letter-do": Sentence("করণীয়", "What to do"),
    "letter-do-accepted": Sentence(
        "প্রতিবেদন গৃহীত হয়েছে; এই ত্রৈমাসিকের জন্য আর কিছু পাঠাতে হবে না।",
        "The report is accepted; nothing more is to be sent for this quarter.",
    ),
    "letter-do-correct": Sentence(
        "নিচের {errors}টি ত্রুটি সংশোধন করুন ও {warnings}টি সতর্কতা যাচাই করুন।",
        "Correct the errors below ({errors}) and check the warnings ({warnings}).",
    ),
    "letter-do-errors": Sentence("নিচের {errors}টি ত্রুটি সংশোধন করুন।", "Correct the errors below ({errors})."),
    "letter-do-warnings": Sentence("নিচের {warnings}টি সতর্কতা যাচাই করুন।", "Check the warnings below ({warnings})."),
    "letter-do-notes": Sentence(
        "কোনো ত্রুটি পাওয়া যায়নি। নিচের {count}টি জ্ঞাতব্যে যা চাওয়া হয়েছে তা দেখুন।",
        "No error was found. See what the notes below ask for ({count}).",
    ),
    "letter-do-where": Sentence(
        "দপ্তরের নিজের এক্সেল ফাইলে, উল্লিখিত শিট ও ঘরে লিখুন; তারপর পুরো ফাইলটি আবার পাঠান। এই ফলাবর্তকে কিছু লিখবেন না।",
        "Write in the office's own workbook, in the sheets and cells named; then send the whole workbook again. Do not write in this letter.",
    ),
    "letter-do-nothing": Sentence(
        "কোনো ত্রুটি পাওয়া যায়নি; সংশোধনের কিছু নেই।", "No error was found; nothing is to be corrected."
    ),
    "letter-do-returned": Sentence(
        "মন্ত্রণালয়ের মন্তব্য অনুযায়ী দপ্তরের নিজের এক্সেল ফাইল সংশোধন করে আবার পাঠান।",
        "Correct the office's own workbook as the ministry's comment says, and send it again.",
    ),
    "letter-do-report": Sentence(
        "এই ত্রৈমাসিকের প্রতিবেদন পাওয়া যায়নি ({date} তারিখের মধ্যে দেওয়ার কথা ছিল)। দপ্তরের ছক পূরণ করে পাঠান।",
        "No report of this quarter was received (it was due on {date}). Fill in the office's form and send it.",
    ),
    "letter-do-confirm": Sentence(
        "প্রতিবেদনটি অন্য ছকে এসেছে, তাই নিশ্চিত না হওয়া পর্যন্ত গণনায় নেই। নিচের মান ঠিক কি না দেখুন; দপ্তরের ছকে লিখে আবার পাঠান।",
        "The report came in another form and is not counted until it is confirmed. Check the values below; send them again in "
        "the office's form.",
    ),
    "letter-do-fill": Sentence(
        "ফাইল পাওয়া গেছে, কিন্তু এই ত্রৈমাসিকের কোনো অর্জন লেখা নেই। অর্জনের ঘরগুলো পূরণ করে আবার পাঠান।",
        "A file came, but it holds no achievement of this quarter. Fill in the achievements and send it again.",
    ),
    "letter-do-resend": Sentence(
        "পাঠানো ফাইলটি পড়া যায়নি: {reason} সংশোধন করে আবার পাঠান।",
        "The file that was sent could not be used: {reason} Put it right and send it again.",
    ),
    "letter-do-identify": Sentence(
        "‘{file}’ ফাইলটি এই দপ্তরের কি না নিশ্চিত নয়: কোড ও নাম মেলে না। ‘তথ্য’ শিটে কোড ও নাম ঠিক করে আবার পাঠান।",
        "It is not certain that “{file}” is this office's: code and name do not agree. Correct both on the sheet ‘তথ্য’ and send it again.",
    ),
    "letter-by": Sentence("শেষ তারিখ", "Deadline"),
    "letter-by-days": Sentence(
        "এই পত্র পাওয়ার {count} কর্মদিবসের মধ্যে", "Within {count} working days of receiving this letter"
    ),
    "letter-to": Sentence("যেখানে পাঠাতে হবে", "Where to send it"),
    "letter-to-sender": Sentence("যে কার্যালয় থেকে এই ফলাবর্তক এসেছে", "The office that this letter came from"),
    "letter-to-ask": Sentence(
        "দপ্তরটি দপ্তর-তালিকায় পাওয়া যায়নি। কোথায় পাঠাতে হবে, যে কার্যালয় থেকে এই ফলাবর্তক এসেছে সেখানে জেনে নিন।",
        "This office was not found in the register. Ask the office that this letter came from where to send it.",
    ),
    "letter-not-counted": Sentence("যে ফাইল ধরা হয়নি", "Files not counted"),
    "letter-findings": Sentence("যা সংশোধন বা যাচাই করতে হবে", "What to correct or check"),
    "letter-no-findings": Sentence("কোনো পর্যবেক্ষণ নেই।", "There are no findings."),
    "letter-difference-note": Sentence(
        "প্রাপ্ত নম্বর লেখা অর্জন ও কর্মপরিকল্পনার লক্ষ্যমাত্রা থেকে হিসাব করা; দাবিকৃত নম্বর দপ্তর নিজে লিখেছে।",
        "Marks are computed from the achievements and the plan's targets; claimed marks were written by the office.",
    ),
    "letter-why-claimed": Sentence("দাবির পার্থক্য: {reason}", "Claim: {reason}"),
}

_COLUMNS = {
    "column-number": Sentence("ক্রমিক", "No."),
    "column-kind": Sentence("ধরন", "Kind"),
    "column-indicator": Sentence("সূচক", "Indicator"),
    "column-sheet": Sentence("শিট", "Sheet"),
    "column-cell": Sentence("ঘর", "Cell"),
    "column-found": Sentence("যা পাওয়া গেছে", "What was found"),
    "column-do": Sentence("করণীয়", "What to do"),
    "column-title": Sentence("কর্মসম্পাদন সূচক", "Performance indicator"),
    "column-weight": Sentence("মান", "Weight"),
    "column-typed": Sentence("যা লেখা হয়েছে", "As typed"),
    "column-read": Sentence("যেভাবে পড়া হয়েছে", "As read"),
    "column-tier": Sentence("স্তর (%)", "Tier (%)"),
    "column-marks": Sentence("প্রাপ্ত নম্বর", "Marks"),
    "column-claimed": Sentence("দাবিকৃত নম্বর", "Claimed"),
    "column-difference": Sentence("পার্থক্য", "Difference"),
    "column-why": Sentence("যেভাবে নম্বর এসেছে", "How the marks came about"),
    "column-total": Sentence("মোট", "Total"),
}

_TO_DO = {
    "do-none": Sentence("কিছু করতে হবে না।", "Nothing to do."),
    "do-value": Sentence(
        "ঘরটিতে শুধু অর্জনটি লিখুন; বিবরণ মন্তব্য বা প্রমাণকের ঘরে দিন।",
        "Write the achievement alone into the cell; describe under remarks or evidence.",
    ),
    "do-as-said": Sentence(
        "পাশে যা করতে বলা হয়েছে তা করে ঘরটিতে অর্জন আবার লিখুন।", "Do what is said beside, and write the achievement again."
    ),
    "do-date": Sentence(
        "সঠিক তারিখ দিন/মাস/বছর হিসেবে লিখুন, যেমন ১৬/০৫/২০২৪।",
        "Write the right date as day/month/year, such as 16/05/2024.",
    ),
    "do-correct": Sentence("প্রমাণকের সঙ্গে মিলিয়ে অর্জনটি সংশোধন করুন।", "Compare it with the evidence and correct it."),
    "do-check": Sentence(
        "যাচাই করুন; ভুল হলে সংশোধন করুন, ঠিক হলে কারণ জানান।", "Check it; correct it if it is wrong, say why if it is right."
    ),
    "do-evidence": Sentence(
        "প্রমাণকের নাম, স্মারক নম্বর ও তারিখ লিখুন এবং কপি সঙ্গে পাঠান।",
        "Name the evidence with its number and date, and send a copy with the report.",
    ),
    "do-claim": Sentence(
        "নিজেদের লেখা নম্বর সংশোধন করুন; একমত না হলে কারণ জানান।",
        "Correct the marks that the office wrote; if you do not agree, say why.",
    ),
    "do-plan": Sentence(
        "ঘরটিতে কর্মপরিকল্পনায় যা আছে তা লিখুন, অথবা নতুন ছকে লিখুন।",
        "Restore what the plan says there, or use a fresh template.",
    ),
    "do-office": Sentence(
        "‘তথ্য’ শিটে দপ্তরের কোড ও নাম ঠিক করুন।", "Correct the office's code and name on the sheet ‘তথ্য’."
    ),
    "do-quarter": Sentence(
        "এই ত্রৈমাসিকের শিটে অর্জনগুলো লিখে ফাইলটি আবার পাঠান।",
        "Write the achievements on this quarter's sheet and send the workbook again.",
    ),
    "do-form": Sentence(
        "মন্ত্রণালয়ের পাঠানো এই বছরের ছকে লিখে আবার পাঠান।",
        "Write the report into this year's form, as the ministry sent it, and send it again.",
    ),
    "do-own-form": Sentence(
        "ছকের নিজের নয় এমন শিট, ম্যাক্রো, লিংক ও বস্তু বাদ দিয়ে ফাইলটি আবার পাঠান।",
        "Take out sheets, macros, links and objects that are not the form's own, and send the workbook again.",
    ),
    "do-which-file": Sentence("কোন ফাইলটি ঠিক তা জানান।", "Say which of the files is right."),
    "do-workbook": Sentence(
        "ফাইলটি দেখে নিন; প্রয়োজনে নতুন ছকে আবার লিখুন।",
        "Look through the workbook; if need be, write it into a fresh template.",
    ),
    "do-ministry": Sentence(
        "দপ্তরের কিছু করার নেই; মন্ত্রণালয় কর্মপরিকল্পনা দেখবে।",
        "Nothing for the office to do; the ministry will look at the plan.",
    ),
}

_DECISIONS = {
    "decisions-sheet": Sentence("সিদ্ধান্ত", "Decisions"),
    "decisions-title": Sentence("প্রতিবেদনের ওপর সিদ্ধান্ত ও মন্তব্য", "Decisions and comments on the reports"),
    "decisions-guidance": Sentence(
        "হলুদ ঘরে লিখুন: অবস্থা (গৃহীত / সংশোধন করতে হবে) ও মন্তব্য। অন্য ঘর প্রোগ্রাম লেখে। ফাইল বন্ধ করে consolidate আবার চালান।",
        "Write in the yellow cells: status (accepted / to be corrected) and comment. The program writes the others. Close the file, then run consolidate again.",
    ),
    "decisions-code": Sentence("দপ্তরের কোড", "Office code"),
    "decisions-name": Sentence("দপ্তর", "Office"),
    "decisions-status": Sentence("অবস্থা", "Status"),
    "decisions-comment": Sentence("মন্তব্য", "Comment"),
    "decisions-report": Sentence("প্রতিবেদন", "Report"),
    "decisions-total": Sentence("মোট নম্বর", "Total marks"),
    "decisions-errors": Sentence("ত্রুটি", "Errors"),
    "decisions-earlier": Sentence("আগের সিদ্ধান্ত", "Earlier decision"),
    "decisions-note": Sentence("জ্ঞাতব্য", "Note"),
    "decisions-year": Sentence("অর্থবছর", "Fiscal year"),
    "decisions-quarter": Sentence("ত্রৈমাসিক", "Quarter"),
    "decisions-sha256": Sentence("ফাইল (SHA-256)", "File (SHA-256)"),
    "decisions-replaced": Sentence(
        "নতুন ফাইল আগেরটির বদলে ধরা হয়েছে; আবার দেখুন।", "A new file replaces the earlier one; look at it again."
    ),
    "decisions-gone": Sentence("এবার এই দপ্তরের কিছু পাওয়া যায়নি।", "This time there is nothing of this office."),
    "decisions-not-understood": Sentence(
        "অবস্থাটি বোঝা যায়নি। লিখুন: গৃহীত, অথবা সংশোধন করতে হবে।",
        "The status is not understood. Write: accepted, or to be corrected.",
    ),
    "decisions-twice": Sentence(
        "এই দপ্তরের একাধিক সারিতে অবস্থা এক নয়। একটি সারি রাখুন।",
        "Rows of this office do not have the same status. Keep one of them.",
    ),
    "decisions-written-elsewhere": Sentence("অন্য ফাইলে ছিল: {text}", "In the other file: {text}"),
}

_SAID = {
    "said-feedback": Sentence(
        "দপ্তরের ফলাবর্তক লেখা হয়েছে {count}টি: {folder}", "Feedback to offices written: {count}, into {folder}"
    ),
    "said-decisions": Sentence("সিদ্ধান্ত ও মন্তব্য লেখার ফাইল: {path}", "Write decisions and comments here: {path}"),
    "said-replaced": Sentence(
        "নতুন ফাইল আগেরটির বদলে ধরা হয়েছে, আবার দেখুন: {office} {name}",
        "A new file replaces the earlier one, look at it again: {office} {name}",
    ),
    "said-unclear": Sentence(
        "অবস্থা ‘{text}’ বোঝা যায়নি: {office} {name}", "The status “{text}” is not understood: {office} {name}"
    ),
}

REVIEW: dict[str, Sentence] = {**_STATUSES, **_LETTER, **_COLUMNS, **_TO_DO, **_DECISIONS, **_SAID}
