"""What stands on the buttons inside Excel, and what their macros say when Python does not answer.

A button has a label, a tip (what it does) and a detail (what it changes, and what to know before). The English of
`macro-…` is ASCII: it is for a PC on which Excel can show no Bangla.
"""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

_GROUPS = {
    "ribbon-tab": Sentence("এপিএ", "APA"),
    "ribbon-marks": Sentence("নম্বর", "Marks"),
    "ribbon-report": Sentence("প্রতিবেদন", "Report"),
    "ribbon-ministry": Sentence("মন্ত্রণালয়", "Ministry"),
    "ribbon-support": Sentence("সহায়তা", "Support"),
}

_BUTTONS = {
    "ribbon-calculate-marks": Sentence("নম্বর হিসাব করুন", "Calculate marks"),
    "ribbon-calculate-marks-tip": Sentence("খোলা ত্রৈমাসিকের নম্বর হিসাব", "Marks of the open quarter"),
    "ribbon-calculate-marks-detail": Sentence(
        "স্তর, নম্বর ও বার্তা হিসাবের ঘরে লেখে। আপনার লেখা কিছু বদলায় না।",
        "Writes tier, marks and message beside the form. Nothing you typed is changed.",
    ),
    "ribbon-validate": Sentence("যাচাই করুন", "Validate"),
    "ribbon-validate-tip": Sentence("ত্রুটি ও যাচাইযোগ্য বিষয়ের তালিকা", "What to correct or check"),
    "ribbon-validate-detail": Sentence(
        "পর্যবেক্ষণগুলো দেখায় এবং প্রথমটিতে নিয়ে যায়। কিছু বদলায় না।",
        "Shows the findings and goes to the first. Nothing is changed.",
    ),
    "ribbon-carry-forward": Sentence("আগের অর্জন আনুন", "Carry forward"),
    "ribbon-carry-forward-tip": Sentence("আগের ত্রৈমাসিকের অর্জন দিয়ে শুরু", "Start from last quarter's achievements"),
    "ribbon-carry-forward-detail": Sentence(
        "জুলাই থেকে মোট অর্জন এই ত্রৈমাসিকের খালি ঘরে আনে। পূরণ করা ঘর বদলায় না।",
        "Brings the figures since July into blank cells of this quarter. Filled cells stay.",
    ),
    "ribbon-export-pdf": Sentence("পিডিএফ তৈরি করুন", "Export PDF"),
    "ribbon-export-pdf-tip": Sentence("স্বাক্ষরের জন্য পিডিএফ", "A PDF to sign"),
    "ribbon-export-pdf-detail": Sentence(
        "খোলা ত্রৈমাসিকের ছক পিডিএফ হিসেবে ফাইলটির পাশে রাখে।",
        "Saves the form of the open quarter as a PDF beside the workbook.",
    ),
    "ribbon-make-submission": Sentence("দাখিলের ফাইল তৈরি করুন", "Make submission"),
    "ribbon-make-submission-tip": Sentence("ঊর্ধ্বতন দপ্তরে পাঠানোর ফাইল", "The file to send to the parent office"),
    "ribbon-make-submission-detail": Sentence(
        "যাচাই করে ম্যাক্রো ছাড়া একটি কপি তৈরি করে, সূত্র বাদে শুধু লেখা ও সংখ্যাসহ। মূল ফাইল বদলায় না।",
        "Checks, then saves a copy without macros, values only. The workbook itself stays as it is.",
    ),
    "ribbon-import-report": Sentence("পুরোনো প্রতিবেদন আনুন", "Import a report"),
    "ribbon-import-report-tip": Sentence(
        "অন্য ছকের প্রতিবেদন থেকে দপ্তরের ছক", "An office workbook of a report in another form"
    ),
    "ribbon-import-report-detail": Sentence(
        "ওয়ার্ড, পিডিএফ বা অন্য এক্সেল ফাইল জিজ্ঞেস করে, তার পাশে দপ্তরের ছক তৈরি করে খোলে। মূল ফাইল বদলায় না।",
        "Asks for a Word, PDF or other Excel file, makes an office workbook beside it and opens that. The file stays as it is.",
    ),
    "ribbon-consolidate": Sentence("প্রতিবেদন একত্র করুন", "Consolidate"),
    "ribbon-consolidate-tip": Sentence("সব দপ্তরের প্রতিবেদন থেকে সারসংক্ষেপ", "A summary of all offices' reports"),
    "ribbon-consolidate-detail": Sentence(
        "ফোল্ডার ও ত্রৈমাসিক জিজ্ঞেস করে, সব ফাইল পড়ে, সারসংক্ষেপ খোলে। দপ্তরের ফাইল বদলায় না।",
        "Asks for folder and quarter, reads all files, opens the summary. The offices' files stay as they are.",
    ),
    "ribbon-help": Sentence("সাহায্য", "Help"),
    "ribbon-help-tip": Sentence("কোন বোতাম কী করে", "What each button does"),
    "ribbon-help-detail": Sentence("ছোট একটি বিবরণ দেখায়।", "Shows a short description."),
}

_TEXTS = {
    "macro-title": Sentence("এপিএ", "APA"),
    "macro-running": Sentence("এপিএ: কাজ চলছে…", "APA: working..."),
    "macro-failed": Sentence(
        "কাজটি করা যায়নি।\n"
        "১. এপিএ ছকের ফাইলটি খোলা রেখে আবার চেষ্টা করুন।\n"
        "২. আবার হলে Start মেনু থেকে ‘এপিএ সহায়তা’ খুলুন; কী করতে হবে তা সেখানে লেখা থাকবে।",
        "This could not be done.\n"
        "1. Keep the workbook with the APA form open and try again.\n"
        "2. If it fails again, open the entry in Bangla letters (APA help) in the Start menu; it says what to do.",
    ),
    "macro-help": Sentence(
        "এপিএ ট্যাবের বোতাম:\n{buttons}\n\nকিছু কাজ না করলে Start মেনু থেকে ‘এপিএ সহায়তা’ খুলুন।",
        "Buttons of the APA tab:\n{buttons}\n\nIf something does not work, open the entry in Bangla letters (APA help) in the Start menu.",
    ),
}

RIBBON: dict[str, Sentence] = {**_GROUPS, **_BUTTONS, **_TEXTS}
