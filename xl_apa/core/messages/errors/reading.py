"""Files that cannot be read: what they are instead, locked, damaged, too large, not of this plan or quarter."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

READING: dict[str, Sentence] = {
    "file-changing": Sentence(
        "‘{path}’ পড়ার সময় ফাইলটি বদলাচ্ছিল। সংরক্ষণ বা কপি শেষ হলে আবার চালান।",
        "“{path}” was changing while it was read. Wait until it is saved or copied, and run this again.",
    ),
    "file-missing": Sentence(
        "‘{path}’ ফাইলটি পাওয়া যায়নি। নাম ও ফোল্ডার দেখুন।",
        "“{path}” was not found. Check the name and the folder.",
    ),
    "file-is-folder": Sentence(
        "‘{path}’ একটি ফোল্ডার। একটি ফাইল দিন। ফোল্ডারের সব প্রতিবেদন একত্র করতে এপিএ ট্যাবের ‘প্রতিবেদন একত্র করুন’ চাপুন, বা চালান: xl-apa consolidate --help",
        "“{path}” is a folder. Give a file. To consolidate all reports of a folder, press “Consolidate” on the APA tab, or run: xl-apa consolidate --help",
    ),
    "file-not-readable": Sentence(
        "‘{path}’ পড়া যায়নি ({reason})। ফাইলটি অন্য ফোল্ডারে কপি করে আবার চেষ্টা করুন।",
        "“{path}” cannot be read ({reason}). Copy it to another folder and try again.",
    ),
    "folder-not-readable": Sentence(
        "‘{path}’ ফোল্ডারের ভেতরে দেখা যায়নি ({reason}); এর ফাইলগুলো বাদ গেছে। ফোল্ডারটি খোলার ব্যবস্থা করে আবার চেষ্টা করুন।",
        "The folder “{path}” cannot be looked into ({reason}); its files were left out. Make it readable and try again.",
    ),
    "file-empty": Sentence(
        "‘{path}’ ফাইলটি খালি। সংশ্লিষ্ট দপ্তর থেকে ফাইলটি আবার সংগ্রহ করুন।",
        "“{path}” is empty. Ask the office to send it again.",
    ),
    "not-a-workbook": Sentence(
        "‘{path}’ এক্সেল ফাইল নয়। এক্সেলে খুলে .xlsx হিসেবে সংরক্ষণ করুন।",
        "“{path}” is not an Excel workbook. Open it in Excel and save it as .xlsx.",
    ),
    "workbook-binary": Sentence(
        "‘{path}’ বাইনারি এক্সেল ফাইল (.xlsb)। এক্সেলে খুলে .xlsx হিসেবে সংরক্ষণ করুন।",
        "“{path}” is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx.",
    ),
    "workbook-ancient": Sentence(
        "‘{path}’ এক্সেলের অতি পুরোনো ধরনের (সংস্করণ ২ থেকে ৫) ফাইল। এক্সেলে খুলে .xlsx হিসেবে সংরক্ষণ করুন।",
        "“{path}” is a file of a very old kind (Excel 2 to 5). Open it in Excel and save it as .xlsx.",
    ),
    "workbook-text": Sentence(
        "‘{path}’ শুধু লেখার ফাইল (যেমন CSV), নাম যা-ই হোক এক্সেল ফাইল নয়। প্রতিবেদনটি xl_apa-এর ছকে লিখে পাঠান।",
        "“{path}” is plain text (such as CSV), whatever its name says. Fill in the report in an xl_apa template.",
    ),
    "workbook-parts-doubled": Sentence(
        "‘{path}’ ফাইলের ভেতরে একই নামের একাধিক অংশ আছে; কোনটি আসল তা বলা যায় না, তাই খোলা হয়নি। এক্সেলে খুলে নতুন নামে সংরক্ষণ করুন।",
        "“{path}” holds two parts of one name, and nobody can say which is meant; it was not opened. Save it in Excel under a new name.",
    ),
    "workbook-template": Sentence(
        "‘{path}’ এক্সেলের টেমপ্লেট ফাইল (.xltx), প্রতিবেদন নয়। এক্সেলে খুলে .xlsx হিসেবে সংরক্ষণ করুন।",
        "“{path}” is an Excel template (.xltx), not a report. Open it in Excel and save it as .xlsx.",
    ),
    "workbook-flat": Sentence(
        "‘{path}’ লিব্রেঅফিসের একটিমাত্র XML ফাইল (.fods)। লিব্রেঅফিসে খুলে .ods বা .xlsx হিসেবে সংরক্ষণ করুন।",
        "“{path}” is a flat XML file of LibreOffice (.fods). Open it in LibreOffice and save it as .ods or .xlsx.",
    ),
    "workbook-xml-2003": Sentence(
        "‘{path}’ এক্সেল ২০০৩-এর XML ফাইল। এক্সেলে খুলে .xlsx হিসেবে সংরক্ষণ করুন।",
        "“{path}” is an XML spreadsheet of Excel 2003. Open it in Excel and save it as .xlsx.",
    ),
    "workbook-web-page": Sentence(
        "‘{path}’ ওয়েব পাতা (HTML), নাম যা-ই হোক এক্সেল ফাইল নয়। এক্সেলে খুলে .xlsx হিসেবে সংরক্ষণ করুন।",
        "“{path}” is a web page (HTML), whatever its name says. Open it in Excel and save it as .xlsx.",
    ),
    "file-is-document": Sentence(
        "‘{path}’ লেখার ফাইল (Word), এক্সেল ফাইল নয়। প্রতিবেদনটি xl_apa-এর ছকে লিখে পাঠান।",
        "“{path}” is a text document (Word), not a workbook. Fill in the report in an xl_apa template and send that.",
    ),
    "file-is-pdf": Sentence(
        "‘{path}’ পিডিএফ ফাইল, এক্সেল ফাইল নয়। যে এক্সেল ফাইল থেকে এটি তৈরি, সেটি দিন।",
        "“{path}” is a PDF, not a workbook. Give the workbook that it was printed from.",
    ),
    "file-is-presentation": Sentence(
        "‘{path}’ উপস্থাপনার ফাইল (PowerPoint), এক্সেল ফাইল নয়। প্রতিবেদনটি xl_apa-এর ছকে লিখে পাঠান।",
        "“{path}” is a presentation (PowerPoint), not a workbook. Fill in the report in an xl_apa template and send that.",
    ),
    "file-is-mail": Sentence(
        "‘{path}’ একটি ইমেইল, এক্সেল ফাইল নয়। সংযুক্ত এক্সেল ফাইলটি বের করে দিন।",
        "“{path}” is an e-mail, not a workbook. Save the workbook attached to it and give that.",
    ),
    "file-is-archive": Sentence(
        "‘{path}’ একটি আর্কাইভ (zip, rar ইত্যাদি), এক্সেল ফাইল নয়। ভেতরের এক্সেল ফাইলগুলো বের করে (Extract) ফোল্ডারে রাখুন।",
        "“{path}” is an archive (zip, rar and the like), not a workbook. Extract the workbooks in it into the folder.",
    ),
    "workbook-damaged": Sentence(
        "‘{path}’ ফাইলটি নষ্ট। এক্সেলে ‘Open and Repair’ দিয়ে খুলুন; না হলে সংশ্লিষ্ট দপ্তর থেকে ফাইলটি আবার সংগ্রহ করুন।",
        "“{path}” is damaged. Try Excel's Open and Repair, or ask the office for the file again.",
    ),
    "workbook-password": Sentence(
        "‘{path}’ পাসওয়ার্ড দেওয়া। পাসওয়ার্ড সরিয়ে সংরক্ষণ করুন, বা পাসওয়ার্ডটি দিন (--password, --passwords)।",
        "“{path}” has a password. Remove the password and save it, or give the password (--password, --passwords).",
    ),
    "workbook-password-wrong": Sentence(
        "‘{path}’ পাসওয়ার্ড দেওয়া, আর দেওয়া পাসওয়ার্ডে খোলে না। দপ্তরের কাছে পাসওয়ার্ড জানুন।",
        "“{path}” has a password, and none that was given opens it. Ask the office for the password.",
    ),
    "workbook-lock-unknown": Sentence(
        "‘{path}’ এমনভাবে পাসওয়ার্ড দেওয়া যে এখানে খোলা যায় না। পাসওয়ার্ড সরিয়ে সংরক্ষণ করুন।",
        "“{path}” is locked in a way that cannot be opened here. Remove the password and save it.",
    ),
    "passwords-not-unicode": Sentence(
        "‘{path}’-এর লেখা পড়া গেল না। পাসওয়ার্ডের ফাইলটি UTF-8 হিসেবে সংরক্ষণ করুন।",
        "The text of “{path}” could not be read. Save the file of passwords as UTF-8.",
    ),
    "workbook-too-large": Sentence(
        "‘{path}’ যেকোনো দপ্তরের প্রতিবেদনের চেয়ে অনেক বড়; খোলা হয়নি। সঠিক ফাইল কি না দেখুন; হলে ছবি ও বাড়তি শিট সরিয়ে সংরক্ষণ করুন।",
        "“{path}” is far larger than any office report; it was not opened. Check that it is the right file; if so, remove pictures and other sheets and save it.",
    ),
    "sheet-too-large": Sentence(
        "‘{path}’ ফাইলের একটি শিটে ছকের বাইরে অসংখ্য খালি ঘর সাজানো আছে; খোলা হয়নি। ছকের নিচের ও পাশের সারি-কলাম মুছে (Delete) সংরক্ষণ করুন।",
        "“{path}” has countless formatted cells outside the form; it was not opened. Delete the rows below it and the columns beside it, and save.",
    ),
    "not-a-template": Sentence(
        "‘{path}’ এই কর্মপরিকল্পনার ছক নয়। মন্ত্রণালয় থেকে পাঠানো ছকে লিখুন।",
        "“{path}” was not made from an xl_apa template. Use the form that the ministry sends.",
    ),
    "template-newer": Sentence(
        "‘{path}’ ছকটি এই প্রোগ্রামের চেয়ে নতুন। xl_apa হালনাগাদ করুন।",
        "“{path}” is a newer template than this program knows. Update xl_apa.",
    ),
    "sheet-missing": Sentence(
        "‘{path}’ ফাইলে ‘{sheet}’ শিট নেই। নামটি বদলানো হয়ে থাকলে আগের নাম দিন।",
        "“{path}” has no sheet “{sheet}”. If it was renamed, give it its name back.",
    ),
    "cell-far-away": Sentence(
        "‘{path}’ ফাইলে ছকের অনেক বাইরে, {cell} ঘরে লেখা আছে। ঘরটি মুছে আবার সংরক্ষণ করুন।",
        "“{path}” has something in {cell}, far outside the form. Delete that cell and save again.",
    ),
    "form-missing": Sentence(
        "‘{path}’, শিট ‘{sheet}’: কলাম নম্বরের সারি (১ থেকে ১৪) নেই। ছকের শিরোনাম ফিরিয়ে আনুন।",
        "“{path}”, sheet “{sheet}”: there is no row of column numbers (1 to 14). Restore the form's headings.",
    ),
    "rows-missing": Sentence(
        "‘{path}’, শিট ‘{sheet}’: সূচকের কোনো সারি নেই। নতুন ছকে লিখুন।",
        "“{path}”, sheet “{sheet}”: there are no rows of indicators. Use a fresh template.",
    ),
    "column-missing": Sentence(
        "‘{path}’, শিট ‘{sheet}’: ‘{heading}’ কলামটি পাওয়া যায়নি। কলামের শিরোনাম ও নম্বর (১ থেকে ১৪) ফিরিয়ে আনুন।",
        "“{path}”, sheet “{sheet}”: the column “{heading}” was not found. Restore its heading and its number (1 to 14).",
    ),
    "column-twice": Sentence(
        "‘{path}’, শিট ‘{sheet}’: ‘{heading}’ কলাম দুটি, আর দুটির লেখা এক নয়। একটি মুছে দিন।",
        "“{path}”, sheet “{sheet}”: there are two columns “{heading}”, and they differ. Delete one of them.",
    ),
    "quarter-other": Sentence(
        "‘{path}’ ফাইলে {quarter} ত্রৈমাসিকের ছক নেই; আছে {held} ত্রৈমাসিকের। দপ্তর থেকে {quarter} ত্রৈমাসিকের প্রতিবেদন সংগ্রহ করুন।",
        "“{path}” has no form for quarter {quarter}; it holds quarter {held}. Ask for the report of quarter {quarter}.",
    ),
    "quarter-missing": Sentence(
        "‘{path}’ ফাইলে {quarter} ত্রৈমাসিকের শিট নেই। শিটটির নাম বদলানো হয়ে থাকলে আগের নাম দিন, না হলে নতুন ছকে লিখুন।",
        "“{path}” has no sheet for quarter {quarter}. If it was renamed, give it its name back; if not, use a fresh template.",
    ),
    "fiscal-year-wrong": Sentence(
        "‘{path}’ {found} অর্থবছরের ({cell}), কর্মপরিকল্পনা {year}-এর। {form}",
        "“{path}” is for {found} ({cell}), the plan for {year}. {form}",
    ),
    "fiscal-year-other": Sentence(
        "‘{path}’ {found} অর্থবছরের, কর্মপরিকল্পনা {year}-এর। {form}",
        "“{path}” is for {found}, the plan for {year}. {form}",
    ),
    # What follows on these two.
    "form-of-which-plan": Sentence("সঠিক ফাইল বা কর্মপরিকল্পনা (--plan) দিন।", "Give the right workbook or plan (--plan)."),
    "form-of-this-year": Sentence(
        "ছকটি {year} অর্থবছরেরই: {cell} ঘরের অর্থবছর ঠিক করুন।",
        "The form itself is that of {year}: correct the year in {cell}.",
    ),
    "form-of-other-year": Sentence(
        "ছকটি {own} অর্থবছরের: দপ্তর থেকে {year} অর্থবছরের প্রতিবেদন সংগ্রহ করুন, অথবা সেই কর্মপরিকল্পনা দিন (--plan {plan})।",
        "Its form is that of {own}: ask the office for its report of {year}, or give that plan (--plan {plan}).",
    ),
    "fiscal-year-not-read": Sentence(
        "‘{path}’: অর্থবছর ‘{text}’ বোঝা যায়নি ({cell})। এভাবে লিখুন: ২০২৩-২৪।",
        "“{path}”: the fiscal year “{text}” could not be read ({cell}). Write it like 2023-24.",
    ),
    "plan-wrong": Sentence(
        "‘{path}’, শিট ‘{sheet}’: কোনো সূচক কর্মপরিকল্পনা ‘{plan}’-এ নেই। {form}",
        "“{path}”, sheet “{sheet}”: no row belongs to the plan “{plan}”. {form}",
    ),
    "reading-failed": Sentence(
        "‘{path}’ পড়ার সময় অপ্রত্যাশিত ত্রুটি ({reason}); ফাইলটি বাদ গেছে। ফাইলটি দপ্তরের আইসিটি শাখায় পাঠান।",
        "“{path}” could not be read for an unexpected reason ({reason}) and was left out. Send it to your ICT section.",
    ),
    "calculate-locked": Sentence(
        "‘{path}’ ফাইলে পাসওয়ার্ড আছে, তাই নম্বর লেখা যায়নি। পাসওয়ার্ড তুলে সংরক্ষণ করে হিসাব করুন, পরে আবার পাসওয়ার্ড দিন।",
        "“{path}” has a password, so no marks were written. Remove the password, save and calculate; then set it again.",
    ),
    "worker-died": Sentence(
        "‘{path}’ পড়ার সময় প্রোগ্রামের একটি অংশ বন্ধ হয়ে গেছে; ফাইলটি বাদ গেছে। আবার চালান; আবার হলে ফাইলটি যে প্রোগ্রামে তৈরি, তাতে খুলে নতুন নামে সংরক্ষণ করুন।",
        "A part of the program stopped while reading “{path}”; the file was left out. Run it again; if that does not help, open the file in the program it was made with and save it under a new name.",
    ),
    "file-too-slow": Sentence(
        "‘{path}’ {seconds} সেকেন্ডেও পড়া শেষ হয়নি; ফাইলটি বাদ গেছে। যে প্রোগ্রামে তৈরি, তাতে খুলে নতুন নামে সংরক্ষণ করে আবার চেষ্টা করুন।",
        "“{path}” could not be read within {seconds} seconds and was left out. Open it in the program it was made with, save it under a new name and try again.",
    ),
    "memory-limit-reached": Sentence(
        "‘{path}’ পড়তে অস্বাভাবিক বেশি মেমরি লাগে; ফাইলটি বাদ গেছে। ফাইলে শুধু প্রতিবেদনটি রেখে আবার সংরক্ষণ করুন।",
        "“{path}” takes far more memory than any office report and was left out. Keep the report alone in the file, and save it.",
    ),
}
