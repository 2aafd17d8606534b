"""What `doctor` finds on a PC; how grave each sentence is says `xl_apa.setup.diagnosis`."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

_PROGRAM = {
    "doctor-python": Sentence("পাইথন {version} ঠিক আছে।", "Python {version} is fine."),
    "doctor-python-old": Sentence(
        "পাইথন {version} পুরোনো। {oldest} বা তার পরের ৬৪ বিট পাইথন ইনস্টল করে install.bat আবার চালান।",
        "Python {version} is too old. Install {oldest} or later, 64 bit, and run install.bat again.",
    ),
    "doctor-python-store": Sentence(
        "এই পাইথন Microsoft Store থেকে নেওয়া; এর লেখা ফাইল এক্সেল দেখতে পায় না। python.org-এর পাইথন ইনস্টল করে install.bat আবার চালান।",
        "This Python is from the Microsoft Store; Excel cannot see the files it writes. Install Python from python.org and run install.bat again.",
    ),
    "doctor-packages": Sentence("প্রোগ্রামের সব অংশ আছে।", "All parts of the program were found."),
    "doctor-packages-missing": Sentence(
        "প্রোগ্রামের কিছু অংশ নেই: {missing}। install.bat আবার চালান।",
        "Parts of the program are missing: {missing}. Run install.bat again.",
    ),
    "doctor-writing": Sentence("দরকারি ফোল্ডারগুলোতে লেখা যায়।", "The folders it needs can be written."),
    "doctor-writing-refused": Sentence(
        "‘{path}’ ফোল্ডারে লেখার অনুমতি নেই। দপ্তরের আইসিটি শাখার কাছ থেকে অনুমতি নিন।",
        "The folder “{path}” may not be written. Ask your ICT section for the right to.",
    ),
    "doctor-needs-windows": Sentence("যাচাই হয়নি: Windows লাগবে।", "Not checked: this needs Windows."),
    "doctor-not-checked": Sentence(
        "যাচাই করা যায়নি ({reason})। দপ্তরের আইসিটি শাখায় জানান।",
        "Could not be checked ({reason}). Tell your ICT section.",
    ),
    "doctor-folder-unknown": Sentence(
        "যাচাই করা যায়নি: Windows {variable} ফোল্ডারটি জানায়নি। সাধারণ ব্যবহারকারী হিসেবে লগইন করুন।",
        "Could not be checked: Windows does not say where {variable} is. Log in as an ordinary user.",
    ),
}

_EXCEL = {
    "doctor-excel": Sentence(
        "এক্সেল পাওয়া গেছে (সংস্করণ {version}, {bits} বিট)।", "Excel found (version {version}, {bits} bit)."
    ),
    "doctor-excel-store": Sentence(
        "এই Office Microsoft Store থেকে নেওয়া; অন্য প্রোগ্রাম এতে ঢুকতে পারে না (ত্রুটি -2147221164)। এটি আনইনস্টল করে office.com বা সিডি থেকে Office ইনস্টল করুন।",
        "This Office is from the Microsoft Store; other programs cannot reach it (error -2147221164). Uninstall it and install Office from office.com or a CD.",
    ),
    "doctor-excel-missing": Sentence(
        "এই কম্পিউটারে এক্সেল পাওয়া যায়নি। Office ইনস্টল করুন; ওয়েবের এক্সেলে অ্যাড-ইন চলে না।",
        "There is no Excel on this PC. Install Office; the add-in does not work in Excel on the web.",
    ),
    "doctor-excel-no-com": Sentence(
        "এক্সেল আছে, কিন্তু অন্য প্রোগ্রামের জন্য নিবন্ধিত নয়। Settings > Apps > Office > Modify থেকে ‘Quick Repair’ করুন।",
        "Excel was found but is not registered for other programs. Under Settings > Apps > Office > Modify, choose Quick Repair.",
    ),
    "doctor-excel-old": Sentence(
        "এক্সেলটি ২০১০-এর আগের; এতে অ্যাড-ইন চলে না। ম্যাক্রো ছাড়া ছক ব্যবহার করুন।",
        "This Excel is older than 2010; the add-in does not work in it. Use the form without macros.",
    ),
    "doctor-dll": Sentence("{name} পাওয়া গেছে।", "{name} found."),
    "doctor-dll-missing": Sentence(
        "‘{path}’ ফোল্ডারে {name} নেই; সাধারণত অ্যান্টিভাইরাস সরায়। ফোল্ডারটিকে অ্যান্টিভাইরাসে ছাড় দিয়ে install.bat আবার চালান।",
        "{name} is missing in “{path}”; a virus scanner usually took it. Make the folder an exception there and run install.bat again.",
    ),
    "doctor-dll-other": Sentence(
        "{name} দরকার, আছে {found}। install.bat আবার চালান।",
        "{name} is needed, but {found} was found. Run install.bat again.",
    ),
}

_ADDIN = {
    "doctor-addin": Sentence("অ্যাড-ইন জায়গামতো আছে।", "The add-in is in its place."),
    "doctor-addin-missing": Sentence(
        "অ্যাড-ইন ইনস্টল করা নেই। install.bat আবার চালান, অথবা: xl-apa addin install",
        "The add-in is not installed. Run install.bat again, or: xl-apa addin install",
    ),
    "doctor-addin-blocked": Sentence(
        "‘{path}’ ফাইলটি Windows আটকে রেখেছে (ইন্টারনেট থেকে আসা)। ফাইলে ডান ক্লিক > Properties > Unblock দিন।",
        "Windows blocks “{path}” as coming from the internet. Right-click it > Properties > tick Unblock.",
    ),
    "doctor-addin-switched-off": Sentence(
        "এক্সেল অ্যাড-ইনটি বন্ধ করে রেখেছে। File > Options > Add-ins > Manage: Disabled Items > Go থেকে চালু করুন।",
        "Excel has switched the add-in off. Turn it on under File > Options > Add-ins > Manage: Disabled Items > Go.",
    ),
    "doctor-addin-not-trusted": Sentence(
        "এক্সেলে Trusted Locations বন্ধ। File > Options > Trust Center > Trusted Locations-এ ‘Disable all’ তুলে দিন; না পারলে দপ্তরের আইসিটি শাখায় জানান।",
        "Trusted locations are off in Excel. Clear “Disable all” under File > Options > Trust Center > Trusted Locations, or ask your ICT section.",
    ),
    "doctor-addin-no-record": Sentence(
        "‘{path}’ আছে, কিন্তু এই প্রোগ্রাম সেটি ইনস্টল করেনি। ফাইলটি সরিয়ে চালান: xl-apa addin install",
        "“{path}” was not installed by this program. Move it away and run: xl-apa addin install",
    ),
    "doctor-vba": Sentence(
        "অ্যাড-ইন ও xlwings একই সংস্করণের ({version})।", "The add-in and xlwings are of one version ({version})."
    ),
    "doctor-vba-other": Sentence(
        "অ্যাড-ইনটি অন্য সংস্করণের xlwings দিয়ে তৈরি; এখানে আছে {version}। এক্সেল বন্ধ করে চালান: xl-apa addin install",
        "The add-in was built from another xlwings; here is {version}. Close Excel and run: xl-apa addin install",
    ),
    "doctor-vba-unreadable": Sentence(
        "‘{path}’ পড়া যায়নি ({reason})। এক্সেল বন্ধ করে চালান: xl-apa addin install",
        "“{path}” cannot be read ({reason}). Close Excel and run: xl-apa addin install",
    ),
    "doctor-config": Sentence("এক্সেলে সঠিক পাইথন নির্ধারিত আছে।", "Excel starts the right Python."),
    "doctor-config-missing": Sentence(
        "সেটিংস ফাইলে পাইথনের পথ নেই ({path})। চালান: xl-apa addin install",
        "The settings do not name a Python ({path}). Run: xl-apa addin install",
    ),
    "doctor-interpreter-gone": Sentence(
        "এক্সেল যে পাইথন চালাতে চায় তা আর নেই: {path}। install.bat আবার চালান।",
        "The Python that Excel wants to start is gone: {path}. Run install.bat again.",
    ),
    "doctor-interpreter-other": Sentence(
        "এক্সেল অন্য পাইথন চালায়: {path}। এটি ({name}) ব্যবহার করতে চালান: xl-apa addin install",
        "Excel starts another Python: {path}. To use this one ({name}), run: xl-apa addin install",
    ),
    "doctor-home-spelt": Sentence("ব্যবহারকারীর ফোল্ডারের নাম ইংরেজিতে।", "The user's folder has an English name."),
    "doctor-home-not-ascii": Sentence(
        "‘{path}’: Windows ব্যবহারকারীর নামে ইংরেজি ছাড়া অক্ষর আছে; এক্সেলের ম্যাক্রো সেটিংস না-ও পেতে পারে। ট্যাব কাজ না করলে ইংরেজি নামে নতুন Windows ব্যবহারকারী খুলুন।",
        "“{path}”: the Windows user name has letters other than English ones; macros in Excel may not find the settings. If the tab does not work, make a Windows user with an English name.",
    ),
}

_PC = {
    "doctor-onedrive": Sentence(
        "Documents ফোল্ডারটি OneDrive-এ ({path})। প্রতিবেদন অন্য ফোল্ডারে রাখুন, যেমন D:\\APA; না হলে এক্সেল ফাইলের আসল পথ দেয় না।",
        "Documents is kept in OneDrive ({path}). Keep reports in another folder, such as D:\\APA; else Excel does not tell where a file really is.",
    ),
    "doctor-no-onedrive": Sentence("Documents ফোল্ডারটি এই কম্পিউটারেই।", "Documents are kept on this PC."),
    "doctor-dates": Sentence("০৫/০৬ মানে ৫ জুন।", "05/06 means 5 June."),
    "doctor-dates-month-first": Sentence(
        "এই কম্পিউটারে ০৫/০৬ লিখলে ৬ মে হয়। Windows-এর Region-এ ‘Bengali (Bangladesh)’ বেছে নিয়ে এক্সেল আবার খুলুন।",
        "On this PC 05/06 means 6 May. Choose “Bengali (Bangladesh)” under Region in Windows and start Excel again.",
    ),
    "doctor-dates-unknown": Sentence(
        "তারিখের ক্রম জানা যায়নি। এক্সেলে 05/06 লিখে দেখুন ৫ জুন হয় কি না।",
        "The order of dates is not known. Type 05/06 in Excel and see whether it becomes 5 June.",
    ),
    "doctor-fonts": Sentence("{font} ফন্ট পাওয়া গেছে।", "The font {font} was found."),
    "doctor-fonts-other": Sentence(
        "{font} ফন্ট নেই, আছে {found}। সরকারি ছক ঠিকমতো ছাপতে {font} ইনস্টল করুন।",
        "The font {font} is missing; found: {found}. Install {font} to print the form as it should be.",
    ),
    "doctor-fonts-none": Sentence(
        "কোনো বাংলা ফন্ট নেই। {font} ফন্ট ইনস্টল করুন।",
        "There is no Bangla font. Install {font}.",
    ),
}

_SCREEN = {
    "said-healthy": Sentence("সব ঠিক আছে।", "Everything is fine."),
    "said-unhealthy": Sentence(
        "ত্রুটি {errors}টি, সতর্কতা {warnings}টি। ওপরে লেখা করণীয় শেষ করে আবার চালান: xl-apa doctor",
        "Errors: {errors}, warnings: {warnings}. Do what is said above, then run again: xl-apa doctor",
    ),
    "said-not-windows": Sentence(
        "এটি Windows কম্পিউটার নয়; বাকি {count}টি যাচাইয়ে Windows লাগবে।",
        "This is not a Windows PC. Checks that need Windows: {count}.",
    ),
    "findings-page-title": Sentence("এপিএ সহায়তা", "APA help"),
    "findings-page-of": Sentence(
        "এই কম্পিউটারে যা যাচাই করা হয়েছে। xl_apa {version}, {day}",
        "What was checked on this PC. xl_apa {version}, {day}",
    ),
    "findings-page-next": Sentence(
        "লাল ও হলুদ সারিতে লেখা কাজ করে Start মেনু থেকে আবার ‘এপিএ সহায়তা’ খুলুন। তাতেও না হলে এই পাতার ছবি দপ্তরের আইসিটি শাখায় পাঠান।",
        "Do what the red and yellow rows say, then open “এপিএ সহায়তা” in the Start menu again. If that does not help, send a picture of this page to your ICT section.",
    ),
    "findings-page-command": Sentence(
        "ওপরের কমান্ড চালাতে: কমান্ডে একবার ক্লিক করে Ctrl+C চাপুন। Start চেপে cmd লিখে Enter দিন, কালো উইন্ডোতে ডান ক্লিক করুন, তারপর Enter দিন।",
        "To run a command named above: click it once and press Ctrl+C. Press Start, type cmd, press Enter, right-click in the black window, then press Enter.",
    ),
    "word-ok": Sentence("ঠিক", "ok"),
    "word-skipped": Sentence("যাচাই হয়নি", "not checked"),
    "check-python": Sentence("পাইথন", "Python"),
    "check-packages": Sentence("প্রোগ্রাম", "Program"),
    "check-writing": Sentence("লেখার অনুমতি", "Write access"),
    "check-excel": Sentence("এক্সেল", "Excel"),
    "check-dll": Sentence("এক্সেল-সংযোগ", "Excel link (DLL)"),
    "check-addin": Sentence("অ্যাড-ইন", "Add-in"),
    "check-vba": Sentence("সংস্করণ", "Versions"),
    "check-config": Sentence("সেটিংস", "Settings"),
    "check-user-name": Sentence("ব্যবহারকারী", "User folder"),
    "check-onedrive": Sentence("ফোল্ডার", "OneDrive"),
    "check-dates": Sentence("তারিখ", "Dates"),
    "check-fonts": Sentence("ফন্ট", "Fonts"),
}

DOCTOR: dict[str, Sentence] = {**_PROGRAM, **_EXCEL, **_ADDIN, **_PC, **_SCREEN}
