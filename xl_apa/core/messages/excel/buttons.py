"""What the buttons in Excel say."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

BUTTONS: dict[str, Sentence] = {
    "button-title": Sentence("এপিএ", "APA"),
    # ---- while it works
    "button-calculating": Sentence("নম্বর হিসাব হচ্ছে…", "Calculating marks…"),
    "button-checking": Sentence("যাচাই হচ্ছে…", "Checking…"),
    "button-exporting": Sentence("ফাইল তৈরি হচ্ছে…", "Making the file…"),
    "button-consolidating": Sentence("প্রতিবেদন একত্র হচ্ছে…", "Consolidating…"),
    "button-progress": Sentence("{done} / {total}টি ফাইল পড়া হয়েছে", "{done} of {total} files read"),
    # ---- what came of it
    "button-marks": Sentence(
        "{quarter} ত্রৈমাসিক: {out_of}-এর মধ্যে {total} নম্বর। বছর শেষে সর্বোচ্চ {attainable} পর্যন্ত সম্ভব।",
        "Quarter {quarter}: {total} of {out_of} marks. Up to {attainable} is still possible this year.",
    ),
    "button-no-problems": Sentence("কোনো পর্যবেক্ষণ নেই।", "There are no findings."),
    "button-some-problems": Sentence(
        "পর্যবেক্ষণ {count}টি; ‘সর্বশেষ যাচাইয়ের বার্তা’ কলামও দেখুন।",
        "Findings: {count}. See also the column “সর্বশেষ যাচাইয়ের বার্তা”.",
    ),
    "button-more-problems": Sentence("… এবং আরও {count}টি।", "… and {count} more."),
    "button-carried": Sentence(
        "আগের ত্রৈমাসিকের অর্জন {count}টি খালি ঘরে আনা হয়েছে। প্রতিটি দেখে হালনাগাদ করুন।",
        "Blank cells filled with last quarter's achievement: {count}. Look at each and bring it up to date.",
    ),
    "button-nothing-to-carry": Sentence(
        "আনার মতো কিছু নেই: অর্জনের ঘর পূরণ করা আছে, অথবা আগের ত্রৈমাসিক খালি।",
        "Nothing to carry forward: the cells are filled, or the last quarter is blank.",
    ),
    "button-nothing-before": Sentence(
        "১ম ত্রৈমাসিকের আগে কিছু নেই। পরের ত্রৈমাসিকের শিটে গিয়ে চাপুন।",
        "There is nothing before the first quarter. Go to the sheet of a later quarter and press again.",
    ),
    "button-saved": Sentence("ফাইলটি এখানে আছে: {path}", "The file is here: {path}"),
    "button-saved-as-last-saved": Sentence(
        "এই এক্সেল খোলা ফাইলের অনুলিপি তৈরি করে না, তাই {time} তারিখে সংরক্ষিত ফাইল থেকে এটি তৈরি হয়েছে। তার পরে কিছু লিখে থাকলে ফাইলটি সংরক্ষণ করে আবার চাপুন।",
        "This Excel makes no copy of an open workbook, so this was made from the file as saved on {time}. If you typed anything since then, save the workbook and press again.",
    ),
    "button-saved-with-problems": Sentence(
        "তবে পাঠানোর আগে নিচের ত্রুটি সংশোধন করে ফাইলটি আবার তৈরি করুন।",
        "Before sending it, correct the following and make the file again.",
    ),
    "button-consolidated": Sentence(
        "প্রতিবেদন একত্র হয়েছে। দপ্তর {offices}টি, বাদ যাওয়া ফাইল {refused}টি, ত্রুটি {errors}টি।",
        "Consolidated. Offices: {offices}; files refused: {refused}; errors: {errors}.",
    ),
    "button-importing": Sentence("প্রতিবেদন পড়া হচ্ছে…", "Reading the report…"),
    "button-imported": Sentence(
        "{quarter} ত্রৈমাসিকের প্রতিবেদন আনা হয়েছে: {out_of}-এর মধ্যে {total}। {weight} মানের সূচক নিশ্চিতভাবে পড়া গেছে; মূল নথি দেখে লিখতে হবে {count}টি সূচক। কোনগুলো, তা ‘{sheet}’ শিটে আছে।",
        "The report of quarter {quarter} was imported: {total} of {out_of}. Indicators worth {weight} were read without a "
        "question; {count} are to be written by the document. The sheet “{sheet}” says which.",
    ),
    "button-imported-name": Sentence("{name} (দপ্তরের ছক)", "{name} (office workbook)"),
    "button-summary-name": Sentence("সারসংক্ষেপ {quarter} ত্রৈমাসিক", "Summary Q{quarter}"),
    # ---- questions
    "button-which-folder": Sentence("দপ্তরগুলোর ফাইল যে ফোল্ডারে আছে", "The folder with the offices' workbooks"),
    "button-which-register": Sentence(
        "দপ্তর-তালিকার ফাইল (না থাকলে বাতিল করুন)", "The register of offices (cancel if there is none)"
    ),
    "button-which-report": Sentence("যে প্রতিবেদন আনতে হবে", "The report to import"),
    "button-which-quarter": Sentence("কোন ত্রৈমাসিক? (১, ২, ৩ বা ৪)", "Which quarter? (1, 2, 3 or 4)"),
    # ---- what went wrong
    "button-no-form": Sentence(
        "‘{path}’-এ প্রতিবেদনের ছক নেই। দপ্তরের ফাইলটি খুলে ত্রৈমাসিকের শিটে গিয়ে আবার চাপুন।",
        "“{path}” holds no report form. Open the office's workbook, go to a quarter's sheet and press again.",
    ),
    "button-no-office-code": Sentence(
        "দপ্তরের কোড লেখা নেই। ‘তথ্য’ শিটে কোড লিখে আবার চাপুন।",
        "The office's code is missing. Write it on the sheet “তথ্য” and press again.",
    ),
    "button-not-saved": Sentence(
        "‘{path}’ এখনও সংরক্ষণ করা হয়নি। আগে সংরক্ষণ করুন (Ctrl+S), তারপর আবার চাপুন।",
        "“{path}” was never saved. Save it first (Ctrl+S), then press again.",
    ),
    "button-quarter-not-understood": Sentence(
        "‘{text}’ কোনো ত্রৈমাসিক নয়। ১, ২, ৩ বা ৪ লিখুন।",
        "“{text}” is not a quarter. Write 1, 2, 3 or 4.",
    ),
    "button-no-pdf": Sentence(
        "এই এক্সেলে বোতাম চেপে পিডিএফ তৈরি করা যায় না। File মেনু থেকে পিডিএফ হিসেবে সংরক্ষণ করুন।",
        "In this Excel no button can make a PDF. Save the sheet as a PDF in the menu File.",
    ),
    # ---- why how cells look could not be read
    "copy-not-offered": Sentence(
        "এই এক্সেল (ম্যাক বা ওয়েব) ফাইলের অনুলিপি তৈরি করে না। জমা দেওয়ার আগে ফাইলটি উইন্ডোজের এক্সেলে খুলে আবার চাপুন।",
        "This Excel (on a Mac or the web) makes no copy of a workbook. Before handing it in, open it in Excel on Windows and press again.",
    ),
    "copy-not-saved": Sentence(
        "এক্সেল ফাইলের অনুলিপি রাখতে পারেনি ({reason})। ‘{folder}’ ফোল্ডারের ডিস্কে জায়গা আছে কি না দেখে আবার চাপুন।",
        "Excel could not save a copy of the workbook ({reason}). Check the space on the disk of “{folder}” and press again.",
    ),
    "copy-missing": Sentence(
        "এক্সেল ‘{folder}’ ফোল্ডারে ফাইলের কোনো অনুলিপি রাখেনি। ফোল্ডারটির ডিস্কে জায়গা আছে কি না দেখে আবার চাপুন।",
        "Excel left no copy of the workbook in “{folder}”. Check the space on the disk of that folder and press again.",
    ),
    "copy-locked": Sentence(
        "ফাইলটি পাসওয়ার্ড দেওয়া, তাই তার অনুলিপি পড়া যায় না। পাসওয়ার্ড সরিয়ে আবার চাপুন।",
        "The workbook has a password, so its copy cannot be read. Remove the password and press again.",
    ),
    "copy-not-read": Sentence(
        "এক্সেল ফাইলের যে অনুলিপি রেখেছে তা পড়া যায়নি। ফাইলটি সংরক্ষণ করুন, বন্ধ করে আবার খুলুন, তারপর আবার চাপুন।",
        "The copy that Excel saved cannot be read. Save the workbook, close it, open it and press again.",
    ),
    "copy-without-form": Sentence(
        "এক্সেল ফাইলের যে অনুলিপি রেখেছে তাতে এই ত্রৈমাসিকের ছক নেই। ফাইলটি সংরক্ষণ করুন, বন্ধ করে আবার খুলুন, তারপর আবার চাপুন।",
        "The copy that Excel saved does not hold this quarter's form. Save the workbook, close it, open it and press again.",
    ),
    "copy-of-other-sheet": Sentence(
        "এই ত্রৈমাসিকের ছক ‘{sheet}’ শিটেও আছে, এবং জমা দিলে সেটিই পড়া হয়। যে শিট জমা দেবেন না তা মুছে আবার চাপুন।",
        "The sheet “{sheet}” is also this quarter's form, and it is the one that is read when you hand in. Delete the sheet you do not hand in and press again.",
    ),
    "button-fault": Sentence(
        "কাজটি করা গেল না ({reason})। আপনার ফাইল আগের মতোই আছে। দপ্তরের আইসিটি শাখায় এই ফাইলটি পাঠান: {log}",
        "This did not work ({reason}). Your workbook is as it was. Send this file to your ICT section: {log}",
    ),
}
