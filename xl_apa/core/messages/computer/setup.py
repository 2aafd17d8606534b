"""What installing says: on one PC, and for a folder that installs without internet."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

_INSTALL = {
    "not-windows": Sentence(
        "এটি Windows কম্পিউটার নয় ({system})। অ্যাড-ইন শুধু Windows-এর এক্সেলে চলে; সেখানে চালান।",
        "This is not a Windows PC ({system}). The add-in works in Excel on Windows only; run this there.",
    ),
    "folder-unknown": Sentence(
        "Windows {variable} ফোল্ডারটি জানায়নি। সাধারণ ব্যবহারকারী হিসেবে লগইন করে আবার চেষ্টা করুন।",
        "Windows does not say where {variable} is. Log in as an ordinary user and try again.",
    ),
    "addin-open": Sentence(
        "এক্সেল এখন অ্যাড-ইনটি ব্যবহার করছে। এক্সেলের সব উইন্ডো বন্ধ করে আবার চালান। ({path})",
        "Excel is using the add-in now. Close all Excel windows and run this again. ({path})",
    ),
    "addin-not-ours": Sentence(
        "‘{path}’ আগে থেকে আছে, কিন্তু এই প্রোগ্রাম সেটি লেখেনি। ফাইলটি অন্য ফোল্ডারে সরিয়ে আবার চালান।",
        "“{path}” exists already and was not written by this program. Move it to another folder and run this again.",
    ),
    "addin-not-installed": Sentence(
        "এই ব্যবহারকারীর জন্য অ্যাড-ইন ইনস্টল করা নেই; আনইনস্টল করার কিছু নেই। ({path})",
        "The add-in is not installed for this user; there is nothing to remove. ({path})",
    ),
    "interpreter-not-ascii": Sentence(
        "‘{path}’: এই পথে ইংরেজি ছাড়া অন্য অক্ষর আছে, এক্সেল তা পড়তে পারে না। পাইথন এমন ফোল্ডারে ইনস্টল করুন যার নাম শুধু ইংরেজিতে, যেমন C:\\xl_apa।",
        "“{path}”: Excel cannot read a path with letters other than English ones. Put Python into a folder with an English name, such as C:\\xl_apa.",
    ),
    "said-installed": Sentence(
        "অ্যাড-ইন ইনস্টল হয়েছে: {path}\nএক্সেল বন্ধ করে আবার খুলুন; ওপরে ‘এপিএ’ ট্যাব দেখা যাবে।",
        "The add-in is installed: {path}\nClose Excel and start it again; the tab এপিএ is at the top.",
    ),
    "start-menu-entry": Sentence("এপিএ সহায়তা", "এপিএ সহায়তা"),
    "start-menu-hint": Sentence(
        "এই কম্পিউটারে কী সমস্যা ও কী করতে হবে",
        "What is wrong with this PC, and what to do about it",
    ),
    "said-removed": Sentence("সরানো হয়েছে: {path}", "Removed: {path}"),
    "said-kept": Sentence(
        "রাখা হয়েছে, কারণ এটি পরে বদলানো হয়েছে: {path}। দরকার না হলে নিজে মুছুন।",
        "Left, since it was changed after it was installed: {path}. Delete it yourself if it is not needed.",
    ),
}

_BUNDLE = {
    "bundle-not-empty": Sentence(
        "‘{path}’ খালি ফোল্ডার নয়। নতুন একটি ফোল্ডারের নাম দিন।",
        "“{path}” is not an empty folder. Give the name of a new one.",
    ),
    "bundle-platform": Sentence(
        "‘{platform}’ চেনা যায়নি। আছে: {known}।",
        "There is no platform “{platform}”. There are: {known}.",
    ),
    "bundle-python": Sentence(
        "পাইথন ‘{text}’-এর জন্য অফলাইন ফোল্ডার তৈরি করা যায় না। এভাবে দিন: {name} বা তার পরের।",
        "No bundle can be made for Python “{text}”. Give {name} or later, like that.",
    ),
    "bundle-python-not-here": Sentence(
        "এই কম্পিউটারের পাইথন {name}; এটি দিয়ে {text}-এর অফলাইন ফোল্ডার তৈরি করা যায় না। --python {name} দিন।",
        "The Python here is {name}; a bundle of {text} for this platform cannot be made with it. Give --python {name}.",
    ),
    "bundle-pip": Sentence(
        "দরকারি ফাইল আনা যায়নি: {reason}\nইন্টারনেট সংযোগ দেখে আবার চেষ্টা করুন; কিছু লেখা হয়নি।",
        "What is needed could not be fetched: {reason}\nCheck the internet connection and try again; nothing was written.",
    ),
    "bundle-needs-uv": Sentence(
        "অন্য কম্পিউটারে কোন কোন প্যাকেজ লাগবে তা ঠিক করতে uv লাগে; এখানে uv নেই। চালান: pip install uv, তারপর আবার চেষ্টা করুন।",
        "To work out which packages another computer needs, uv is required, and is not installed here. Run: pip install uv, then try again.",
    ),
    "bundle-not-whole": Sentence(
        "এখানে ইনস্টল করা xl_apa অক্ষত নয় ({path})। আবার ইনস্টল করে চেষ্টা করুন।",
        "The xl_apa installed here is not as it was installed ({path}). Install it again and try once more.",
    ),
    "said-bundle": Sentence(
        "তৈরি হয়েছে: {path}\nপাইথন {pythons}-এর জন্য {wheels}টি প্যাকেজ, {size} মেগাবাইট। ফোল্ডারটি পেনড্রাইভে কপি করুন; দপ্তরে install.bat চালাতে হবে।\nযে কম্পিউটারে পাইথন নেই তার জন্য python.org-এর ৬৪ বিট ইনস্টলারটি এই ফোল্ডারে রাখুন।",
        "Made: {path}\n{wheels} packages for Python {pythons}, {size} MB. Copy the folder to a USB stick; an office runs install.bat in it.\nFor PCs without Python, put the 64-bit installer from python.org into the folder.",
    ),
}

_HELP = {
    "help-addin-install": Sentence(
        "এই ব্যবহারকারীর এক্সেলে অ্যাড-ইন ইনস্টল করে; আবার চালালে হালনাগাদ করে।\n\nউদাহরণ: xl-apa addin install",
        "Installs the add-in for this Windows user; run again, it updates.\n\nExample: xl-apa addin install",
    ),
    "help-addin-remove": Sentence(
        "অ্যাড-ইন ও তার সেটিংস আনইনস্টল করে; আর কিছু নয়।\n\nউদাহরণ: xl-apa addin remove",
        "Removes the add-in and its settings, and nothing else.\n\nExample: xl-apa addin remove",
    ),
    "help-addin-bundle": Sentence(
        "ইন্টারনেট ছাড়া ইনস্টল করার ফোল্ডার তৈরি করে, পেনড্রাইভের জন্য।\n\nউদাহরণ: xl-apa addin bundle -o xl_apa_usb",
        "Makes a folder for a USB stick that installs without internet.\n\nExample: xl-apa addin bundle -o xl_apa_usb",
    ),
    "help-doctor": Sentence(
        "এই কম্পিউটারে অ্যাড-ইনের কী সমস্যা ও কী করণীয়, তা দেখায়।\n\nউদাহরণ: xl-apa doctor",
        "Shows what is wrong with this PC for the add-in, and what to do.\n\nExample: xl-apa doctor",
    ),
    "option-page": Sentence("যা পাওয়া গেল তা এই পাতায় (.html) লেখে।", "Writes what was found as a page (.html)."),
    "option-open_page": Sentence("পাতাটি ব্রাউজারে খোলে।", "Opens the page in the browser."),
    "option-pythons": Sentence("পাইথনের সংস্করণ; একাধিকবার দেওয়া যায়।", "A Python version; may be given more than once."),
    "option-with_import": Sentence(
        "Word, PDF ও অন্য ছকের প্রতিবেদন আনার অংশসহ (প্রতি সংস্করণে প্রায় ৬০ মেগাবাইট বেশি); কেন্দ্রের কম্পিউটারের জন্য।",
        "With what reads reports in Word, PDF and other forms (about 60 MB more for each version); for the centre's PC.",
    ),
    "option-platform": Sentence("কোন কম্পিউটারের জন্য।", "The kind of computer it is for."),
}

SETUP: dict[str, Sentence] = {**_INSTALL, **_BUNDLE, **_HELP}
