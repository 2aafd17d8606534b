"""What the offline folder says: install.bat (English, as its console shows), check.py, and the officer's page (Bangla).

None of the three can ask the program for a sentence, since it is not installed yet: `xl_apa.setup.bundle` puts the
sentences in when it makes a folder. Those of install.bat are ASCII in English, and go through `echo` of cmd.
"""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

_STEPS = {
    "installer-start": Sentence(
        "এই Windows ব্যবহারকারীর জন্য xl_apa {version} ইনস্টল করা হচ্ছে।",
        "xl_apa {version} is being installed for this Windows user.",
    ),
    "installer-find-python": Sentence("পাইথন খোঁজা হচ্ছে ...", "Looking for Python ..."),
    "installer-install-python": Sentence(
        "এই ফোল্ডার থেকে পাইথন ইনস্টল করা হচ্ছে। কয়েক মিনিট লাগবে ...",
        "Installing Python from this folder. This takes a few minutes ...",
    ),
    "installer-check-files": Sentence("এই ফোল্ডারের ফাইল যাচাই করা হচ্ছে ...", "Checking the files of this folder ..."),
    "installer-prepare": Sentence("প্রোগ্রামের নিজের ফোল্ডার তৈরি হচ্ছে ...", "Creating the program folder ..."),
    "installer-install": Sentence(
        "প্রোগ্রাম ইনস্টল করা হচ্ছে। দু-এক মিনিট লাগবে ...", "Installing the program. This takes a minute or two ..."
    ),
    "installer-addin": Sentence("এক্সেলের অ্যাড-ইন ইনস্টল করা হচ্ছে ...", "Installing the Excel add-in ..."),
    "installer-doctor": Sentence("এই কম্পিউটারে আরও কিছু দরকার হলে:", "What this PC still needs, if anything:"),
    "installer-done": Sentence(
        "সম্পন্ন। এক্সেল বন্ধ করে আবার খুলুন: এখন xl_apa-এর ট্যাব আছে।",
        "DONE. Close Excel and start it again: it now has the tab of xl_apa.",
    ),
    "installer-help": Sentence(
        "কোনো সমস্যা হলে Start মেনুতে ‘এপিএ সহায়তা’ খুলুন।",
        "When something does not work, open the entry in Bangla letters (APA help) in the Start menu.",
    ),
    "installer-remove": Sentence("আনইনস্টল করতে চাইলে:", "To remove it again:"),
}

_STOPS = {
    "installer-no-profile": Sentence(
        "থেমে গেছে। আপনার নিজের ফাইল কোথায় তা Windows জানায়নি। সাধারণ ব্যবহারকারী হিসেবে লগইন করে আবার চেষ্টা করুন।",
        "STOPPED. Windows does not say where your own files are. Log in as an ordinary user and try again.",
    ),
    "installer-no-folder": Sentence(
        "থেমে গেছে। এই ফোল্ডারটি খোলা যায়নি। এটি ডেস্কটপে কপি করে সেখানে install.bat চালান।",
        "STOPPED. This folder cannot be opened. Copy it to the Desktop and run install.bat there.",
    ),
    "installer-no-write": Sentence("থেমে গেছে। এই ফোল্ডারে লেখা যায় না:", "STOPPED. This folder may not be written:"),
    "installer-ask-for-right": Sentence(
        "সেখানে লেখার অনুমতি দপ্তরের আইসিটি শাখার কাছ থেকে নিন।",
        "Ask your ICT section for the right to write there.",
    ),
    "installer-no-python": Sentence(
        "থেমে গেছে। এই কম্পিউটারে xl_apa-এর উপযোগী পাইথন নেই। python.org-এর ৬৪ বিট, এগুলোর একটি লাগবে: {pythons}",
        "STOPPED. There is no Python for xl_apa on this PC. It has to be one of these, 64 bit, from python.org: {pythons}",
    ),
    "installer-no-store-python": Sentence(
        "Microsoft Store থেকে নেওয়া পাইথন ব্যবহার করা যায় না।", "A Python from the Microsoft Store cannot be used."
    ),
    "installer-add-python": Sentence(
        "তার ইনস্টলারটি এই ফোল্ডারে রাখুন, যেমন python-3.12.10-amd64.exe, তারপর install.bat আবার চালান।",
        "Put its installer into this folder, for example python-3.12.10-amd64.exe, and run install.bat again.",
    ),
    "installer-broken-files": Sentence(
        "থেমে গেছে। ওপরে নাম লেখা ফাইলগুলো ঠিক নেই। পুরো ফোল্ডারটি আবার কপি করে install.bat চালান।",
        "STOPPED. The files named above are not as they should be. Copy the whole folder again, then run install.bat.",
    ),
    "installer-no-place": Sentence(
        "থেমে গেছে। প্রোগ্রামের ফোল্ডার তৈরি করা যায়নি। এক্সেল বন্ধ করে এক মিনিট পরে install.bat আবার চালান।",
        "STOPPED. The program folder could not be created. Close Excel, wait a minute and run install.bat again.",
    ),
    "installer-no-program": Sentence(
        "থেমে গেছে। প্রোগ্রামটি ইনস্টল করা যায়নি। এক্সেল বন্ধ করে install.bat আবার চালান।",
        "STOPPED. The program could not be installed. Close Excel and run install.bat again.",
    ),
    "installer-no-addin": Sentence(
        "থেমে গেছে। প্রোগ্রাম ইনস্টল হয়েছে, এক্সেলের অ্যাড-ইন হয়নি: কারণ ওপরে লেখা আছে। করণীয় শেষ করে install.bat আবার চালান।",
        "STOPPED. The program is installed, the Excel add-in is not: the reason is above. Do what it says, then run install.bat again.",
    ),
    "installer-send-log": Sentence(
        "আবার এখানেই থামলে এই ফাইলটি দপ্তরের আইসিটি শাখায় পাঠান:",
        "If it stops here again, send this file to your ICT section:",
    ),
}

_CHECK = {
    "installer-file-bad": Sentence("নষ্ট বা অপ্রত্যাশিত ফাইল: {name}", "damaged or unexpected file: {name}"),
    "installer-files-checked": Sentence("যাচাই করা ফাইল {count}টি, ঠিক নেই {bad}টি", "files checked: {count}, bad: {bad}"),
}

_PAGE = {
    "page-title": Sentence("xl_apa ইনস্টল করার নির্দেশিকা", "Installing xl_apa"),
    "page-what": Sentence(
        "ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনার নম্বর, যাচাই ও একত্রীকরণ, এক্সেলের ভেতরেই। ইন্টারনেট লাগে না, অ্যাডমিন অনুমতি লাগে না।",
        "Marks, checks and summaries of the e-Governance and Innovation Action Plan, inside Excel. No internet, no administrator.",
    ),
    "page-needs": Sentence("কী লাগবে", "What it needs"),
    "page-needs-windows": Sentence("Windows 10 বা তার পরের সংস্করণ (৬৪ বিট)।", "Windows 10 or later (64 bit)."),
    "page-needs-excel": Sentence(
        "এক্সেল ২০১০ বা তার পরের সংস্করণ। Microsoft Store থেকে নেওয়া Office চলবে না।",
        "Excel 2010 or later. Office from the Microsoft Store does not work.",
    ),
    "page-needs-python": Sentence(
        "পাইথন আগে থেকে না থাকলে python.org-এর ৬৪ বিট ইনস্টলারটি (যেমন {setup}) এই ফোল্ডারে রাখুন; বাকি কাজ স্বয়ংক্রিয়ভাবে হবে।",
        "Without Python, put the 64-bit installer from python.org (such as {setup}) into this folder; the rest is done by itself.",
    ),
    "page-install": Sentence("ইনস্টল করা", "Installing"),
    "page-copy": Sentence(
        "পুরো ফোল্ডারটি পেনড্রাইভ থেকে ডেস্কটপে কপি করুন।", "Copy the whole folder from the USB stick to the desktop."
    ),
    "page-close-excel": Sentence("এক্সেলের সব উইন্ডো বন্ধ করুন।", "Close all Excel windows."),
    "page-run": Sentence(
        "{installer} ফাইলে ডাবল-ক্লিক করুন। নীল সতর্কবার্তা এলে ‘More info’, তারপর ‘Run anyway’ চাপুন।",
        "Double-click {installer}. When a blue warning appears, press ‘More info’, then ‘Run anyway’.",
    ),
    "page-wait": Sentence(
        "কয়েক মিনিট অপেক্ষা করুন। ‘DONE’ লেখা এলে যেকোনো কী চাপুন।", "Wait a few minutes. When it says ‘DONE’, press any key."
    ),
    "page-open-excel": Sentence("এক্সেল খুলুন। ওপরে ‘এপিএ’ ট্যাব দেখা যাবে।", "Start Excel. The tab ‘এপিএ’ is at the top."),
    "page-form": Sentence("ছক", "The form"),
    "page-templates": Sentence(
        "{templates} ফোল্ডারে খালি ছক আছে। একটি কপি করে নিজের দপ্তরের তথ্য লিখুন।",
        "Blank forms are in the folder {templates}. Copy one and fill in your office.",
    ),
    "page-trouble": Sentence("সমস্যা হলে", "When something is wrong"),
    "page-stopped": Sentence(
        "কালো উইন্ডোতে ‘STOPPED’ লেখা এলে তার পাশেই করণীয় লেখা থাকে। সেটি করে আবার {installer} চালান।",
        "When the black window says ‘STOPPED’, what to do is beside it. Do that and run {installer} again.",
    ),
    "page-no-tab": Sentence(
        "ট্যাব দেখা না গেলে Start মেনুতে ‘এপিএ সহায়তা’ খুলুন। কী সমস্যা ও কী করতে হবে, বাংলায় দেখাবে।",
        "When the tab is missing, open ‘এপিএ সহায়তা’ in the Start menu. It shows what is wrong and what to do, in Bangla.",
    ),
    "page-no-entry": Sentence(
        "সেটি না থাকলে Start চেপে {cmd} লিখে Enter দিন, তারপর লিখুন:",
        "When it is not there, press Start, type {cmd}, press Enter, then type:",
    ),
    "page-dates": Sentence(
        "তারিখ উল্টে গেলে (০৫/০৬ লিখলে ৬ মে হলে) Windows-এর Region-এ ‘Bengali (Bangladesh)’ বেছে নিন।",
        "When dates are turned round (05/06 becomes 6 May), choose ‘Bengali (Bangladesh)’ under Region in Windows.",
    ),
    "page-font": Sentence(
        "বাংলা ঠিকমতো দেখা না গেলে Nikosh ফন্ট ইনস্টল করুন।",
        "When Bangla does not show as it should, install the font Nikosh.",
    ),
    "page-remove": Sentence("আনইনস্টল করা", "Removing"),
    "page-remove-command": Sentence("এক্সেল বন্ধ করে {cmd} উইন্ডোতে লিখুন:", "Close Excel and type in a {cmd} window:"),
    "page-remove-folder": Sentence(
        "তারপর {folder} ফোল্ডারটি মুছুন। আপনার কোনো প্রতিবেদন মুছবে না।",
        "Then delete the folder {folder}. None of your reports is deleted.",
    ),
}

INSTALLER: dict[str, Sentence] = {**_STEPS, **_STOPS, **_CHECK, **_PAGE}
