"""Files that cannot be written."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

WRITING: dict[str, Sentence] = {
    "output-open": Sentence(
        "‘{path}’ অন্য প্রোগ্রামে খোলা আছে। সেটি বন্ধ করে আবার চেষ্টা করুন।",
        "“{path}” is open in another program. Close it there and try again.",
    ),
    "output-locked": Sentence(
        "‘{path}’ অন্য কেউ খুলে রেখেছেন। বন্ধ করে আবার চেষ্টা করুন; খোলা না থাকলে পাশের ‘{lock}’ ফাইলটি মুছুন।",
        "“{path}” is open in another program. Close it and try again; if it is not open, delete “{lock}” beside it.",
    ),
    "output-device": Sentence(
        "‘{path}’: এই নাম Windows নিজের যন্ত্রের জন্য রাখে, কোনো ফাইলের হতে পারে না। অন্য নাম দিন।",
        "“{path}”: Windows keeps this name for a device, so no file can have it. Give another name.",
    ),
    "output-read-only": Sentence(
        "‘{path}’-এ লেখার অনুমতি নেই। অন্য নাম বা ফোল্ডার দিন।",
        "“{path}” may not be written. Give another name or folder.",
    ),
    "output-is-folder": Sentence(
        "‘{path}’ একটি ফোল্ডার। ফাইলের নামসহ দিন।",
        "“{path}” is a folder. Give the name of a file in it.",
    ),
    "path-too-long": Sentence(
        "‘{path}’: ফাইলের নাম ও ফোল্ডারের পথ খুব লম্বা (মোট {length} অক্ষর)। ছোট নাম দিন, বা C:\\APA-র মতো ছোট পথের ফোল্ডারে রাখুন।",
        "“{path}”: the name of the file and its folders is too long ({length} characters in all). Choose a shorter name, or a folder such as C:\\APA.",
    ),
    "output-failed": Sentence(
        "‘{path}’ লেখা যায়নি ({reason})। ডিস্কে জায়গা আছে কি না দেখুন; আগের ফাইলটি অক্ষত আছে।",
        "“{path}” could not be written ({reason}). Check the space on the disk; the old file is untouched.",
    ),
    "output-interrupted": Sentence(
        "‘{path}’ লেখা যায়নি ({reason})। অন্য প্রোগ্রাম বন্ধ করুন, ডিস্ক বা নেটওয়ার্ক সংযোগ দেখে আবার চেষ্টা করুন; আগের ফাইলটি অক্ষত আছে।",
        "“{path}” could not be written ({reason}). Close other programs, check the disk or network, and try again; the old file is untouched.",
    ),
    "output-below-file": Sentence(
        "‘{path}’ লেখা যায় না: ‘{file}’ একটি ফাইল, ফোল্ডার নয়। অন্য ফোল্ডার দিন।",
        "“{path}” cannot be written: “{file}” is a file, not a folder. Give another folder.",
    ),
    "temporary-not-written": Sentence(
        "‘{path}’ পড়া যায়নি: সাময়িক ফাইলের ফোল্ডার ‘{folder}’-এ লেখা যায় না ({reason})। সেখানে জায়গা করে আবার চেষ্টা করুন।",
        "“{path}” was not read: the folder for temporary files, “{folder}”, cannot be written ({reason}). Make room there and try again.",
    ),
    "output-temporary-full": Sentence(
        "‘{path}’ লেখা যায়নি: সাময়িক ফাইলের ফোল্ডার ‘{folder}’-এ জায়গা নেই। সেখানে জায়গা করে আবার চেষ্টা করুন; আগের ফাইলটি অক্ষত আছে।",
        "“{path}” could not be written: the folder for temporary files, “{folder}”, is full. Make room there and try again; the old file is untouched.",
    ),
    "output-is-input": Sentence(
        "‘{path}’ নিজেই একটি প্রতিবেদন ফাইল; ফলাফল অন্য নামে লিখুন।",
        "“{path}” is itself one of the reports; give the summary another name.",
    ),
    "calculate-columns": Sentence(
        "‘{path}’, শিট ‘{sheet}’: নম্বর লেখার কলামের শিরোনাম নেই, বা দুবার আছে: {headings}। কিছুই লেখা হয়নি। শিরোনাম ফিরিয়ে আনুন, বা নতুন ছকে লিখুন।",
        "“{path}”, sheet “{sheet}”: columns for the marks have no heading, or two: {headings}. Nothing was written. Restore the headings, or use a fresh template.",
    ),
    "calculate-working-columns": Sentence(
        "‘{path}’, শিট ‘{sheet}’: ছকের লুকানো হিসাবের কলাম বদলে গেছে বা মুছে গেছে। কিছুই লেখা হয়নি। নতুন ছকে লিখুন।",
        "“{path}”, sheet “{sheet}”: the form's hidden working columns were changed or deleted. Nothing was written. Use a fresh template.",
    ),
    "calculate-ending": Sentence(
        "‘{path}’: নম্বর লেখা যায় শুধু .xlsx ও .xlsm ফাইলে। এক্সেলে খুলে .xlsx হিসেবে সংরক্ষণ করুন।",
        "“{path}”: marks can be written into .xlsx and .xlsm files only. Save it as .xlsx first.",
    ),
    "output-filled": Sentence(
        "‘{path}’-এ অর্জন লেখা আছে; খালি ছক দিয়ে মুছে দেওয়া হয়নি। অন্য নাম দিন।",
        "“{path}” holds achievements; it was not replaced by a blank form. Give another name.",
    ),
    "output-exists": Sentence(
        "‘{path}’ আগে থেকেই আছে; মুছে দেওয়া হয়নি। অন্য নাম দিন।",
        "“{path}” exists already and was not replaced. Give another name.",
    ),
    "output-not-folder": Sentence(
        "‘{path}’ ফোল্ডার নয়; তালিকার প্রতি দপ্তরের জন্য একটি ফাইল হবে। -o-তে ফোল্ডারের নাম দিন।",
        "“{path}” is not a folder, and every office of the register gets a file of its own. Give the name of a folder with -o.",
    ),
    "output-ending": Sentence(
        "‘{path}’: নামের শেষে {ending} দিন।",
        "“{path}”: let the name end in {ending}.",
    ),
    "output-for-macro-edition": Sentence(
        "‘{path}’: .xlsm ফাইল ম্যাক্রোসহ হয়। --edition macro দিন; ম্যাক্রো ছাড়া চাইলে নামের শেষে .xlsx দিন।",
        "“{path}”: a .xlsm file is one with macros. Add --edition macro; without macros, let the name end in .xlsx.",
    ),
}
