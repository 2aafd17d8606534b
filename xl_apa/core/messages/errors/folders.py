"""Files among the reports of a folder: what is none, what cannot be looked into, what was sent more than once."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

_SENT_AGAIN = {
    "office-twice": Sentence(
        "দপ্তর {office}-এর একাধিক ফাইল: ‘{kept}’ ধরা হয়েছে, ‘{other}’ ধরা হয়নি। {reason} ঠিক না হলে বাড়তি ফাইলটি সরান।",
        "There is more than one file of office {office}: “{kept}” was used, “{other}” was not. {reason} If that is wrong, remove the other file.",
    ),
    "file-same-content": Sentence(
        "‘{other}’ আর ‘{kept}’ হুবহু একই ফাইল; একবারই ধরা হয়েছে।",
        "“{other}” is the same file as “{kept}”, byte for byte; it was counted once.",
    ),
    "file-same-report": Sentence(
        "‘{other}’ আর ‘{kept}’ ফাইলে একই প্রতিবেদন আছে; একবারই ধরা হয়েছে।",
        "“{other}” holds the same report as “{kept}”; it was counted once.",
    ),
}


_NOT_READ = {
    "nothing-found": Sentence(
        "{paths}: কোনো এক্সেল ফাইল পাওয়া যায়নি। দপ্তরগুলোর ফাইল যে ফোল্ডারে আছে সেটি দিন।",
        "{paths}: no Excel file was found. Give the folder that holds the offices' workbooks.",
    ),
    "archive-too-large": Sentence(
        "‘{path}’ এত বড়, বা এতে এত ফাইল, যে ভেতরে দেখা হয়নি। ফাইলগুলো বের করে (Extract) ফোল্ডারে রাখুন।",
        "“{path}” is too large, or holds too many files, to be looked into. Extract its files into the folder.",
    ),
    "archive-damaged": Sentence(
        "‘{path}’ নষ্ট বা অসম্পূর্ণ; এর ভেতরের কিছু পড়া যায়নি। আবার ডাউনলোড করুন; না হলে প্রেরকের কাছ থেকে আবার সংগ্রহ করুন।",
        "“{path}” is damaged or not complete; nothing in it could be read. Download it again, or ask the sender for it again.",
    ),
    "archive-password": Sentence(
        "‘{path}’ পাসওয়ার্ড দেওয়া আর্কাইভে আছে। পাসওয়ার্ড দিয়ে ফাইলটি বের করে ফোল্ডারে রাখুন।",
        "“{path}” is locked with the archive's password. Extract it with the password into the folder.",
    ),
    "archive-too-deep": Sentence(
        "‘{path}’ অনেকগুলো আর্কাইভের ভেতরে আর্কাইভ; খোলা হয়নি। ফাইলগুলো বের করে ফোল্ডারে রাখুন।",
        "“{path}” lies in an archive in an archive in an archive; it was not opened. Extract its files into the folder.",
    ),
    "archive-other-kind": Sentence(
        "‘{path}’ এমন আর্কাইভ (.rar, .7z ইত্যাদি) যা এখানে খোলা যায় না। ফাইলগুলো বের করে ফোল্ডারে রাখুন।",
        "“{path}” is an archive (.rar, .7z and the like) that cannot be opened here. Extract its files into the folder.",
    ),
    "archive-without-workbook": Sentence(
        "‘{path}’-এর ভেতরে কোনো এক্সেল ফাইল নেই। প্রতিবেদন থাকার কথা হলে প্রেরকের কাছ থেকে সংগ্রহ করুন।",
        "There is no workbook in “{path}”. If it should hold a report, ask whoever sent it.",
    ),
    "file-unfinished": Sentence(
        "‘{path}’ অর্ধেক ডাউনলোড হওয়া বা অর্ধেক লেখা ফাইল। ডাউনলোড শেষ হতে দিন বা আবার ডাউনলোড করুন; পুরোনো হলে মুছুন।",
        "“{path}” is half downloaded or half written. Let it finish or download it again; if it is an old one, delete it.",
    ),
    "file-lock": Sentence(
        "‘{path}’ জানায় যে ফাইলটি কেউ খুলে রেখেছেন; সংরক্ষণ না করা লেখা গণনায় নেই। ফাইলটি বন্ধ করে আবার চালান।",
        "“{path}” says that somebody has the file open; what is not saved yet does not count. Close it and run this again.",
    ),
    "file-hidden": Sentence(
        "‘{path}’ লুকানো; পড়া হয়নি। এতে প্রতিবেদন থাকলে নামের শুরুর বিন্দুটি বাদ দিন।",
        "“{path}” is hidden and was not read. If it holds a report, take the dot off the beginning of its name.",
    ),
    "file-is-picture": Sentence(
        "‘{path}’ ছবি, এক্সেল ফাইল নয়। প্রতিবেদনের ছবি হলে সংশ্লিষ্ট দপ্তর থেকে এক্সেল ফাইলটি সংগ্রহ করুন।",
        "“{path}” is a picture, not a workbook. If it shows a report, ask the office for the workbook.",
    ),
    "file-not-read": Sentence(
        "‘{path}’ এক্সেল ফাইল নয়; পড়া হয়নি। এতে প্রতিবেদন থাকলে সংশ্লিষ্ট দপ্তর থেকে এক্সেল ফাইলটি সংগ্রহ করুন।",
        "“{path}” is not a workbook and was not read. If it holds a report, ask the office for the workbook.",
    ),
    "file-ending-wrong": Sentence(
        "‘{path}’ এক্সেল ফাইল, কিন্তু নামের শেষ অংশ অন্য, তাই পড়া হয়নি। প্রতিবেদন হলে নামের শেষে .xlsx দিন।",
        "“{path}” is a workbook, but its name has another ending, so it was not read. If it is a report, let the name end in .xlsx.",
    ),
    "file-is-summary": Sentence(
        "‘{path}’ আগের কোনো মন্ত্রণালয়-সারসংক্ষেপ, দপ্তরের প্রতিবেদন নয়। অন্য ফোল্ডারে রাখুন।",
        "“{path}” is an earlier ministry summary, not an office's report. Keep it in another folder.",
    ),
    "file-is-feedback": Sentence(
        "‘{path}’ মন্ত্রণালয়ের পাঠানো ফলাবর্তক, প্রতিবেদন নয়। দপ্তর থেকে এলে দপ্তরের নিজের ফাইলটি সংগ্রহ করুন।",
        "“{path}” is the ministry's own feedback, not a report. If an office sent it, ask for the office's own workbook.",
    ),
    "file-is-decisions": Sentence(
        "‘{path}’ মন্ত্রণালয়ের সিদ্ধান্তের ফাইল, প্রতিবেদন নয়। এটি ব্যবহার করতে --feedback ও --decisions দিন।",
        "“{path}” holds the ministry's decisions, not a report. Give it with --feedback and --decisions to use it.",
    ),
    "file-is-register": Sentence(
        "‘{path}’ দপ্তরের তালিকা, প্রতিবেদন নয়। এটি দিয়ে মেলাতে --register দিন।",
        "“{path}” is a register of offices, not a report. Give it with --register to compare with it.",
    ),
    "nothing-but-others": Sentence(
        "{paths}: কোনো এক্সেল ফাইল পাওয়া যায়নি। দপ্তরগুলোর ফাইল যে ফোল্ডারে আছে সেটি দিন। এখানে আছে: {others}",
        "{paths}: no Excel file was found. Give the folder that holds the offices' workbooks. Found here: {others}",
    ),
}

FOLDERS: dict[str, Sentence] = {**_SENT_AGAIN, **_NOT_READ}
