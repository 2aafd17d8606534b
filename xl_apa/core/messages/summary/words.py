"""Short words of the summary: what became of files, labels of cards and charts, words of the official form."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

_CODES = {
    "summary-yes": Sentence("হ্যাঁ", "Yes"),
    "summary-no": Sentence("না", "No"),
    "outcome-read": Sentence("পড়া হয়েছে", "read"),
    "outcome-refused": Sentence("বাদ", "refused"),
    "outcome-aside": Sentence("গণনায় নেই", "not counted"),
    "file-reported": Sentence("প্রতিবেদন দিয়েছে", "reported"),
    "file-blank": Sentence("ফাঁকা প্রতিবেদন", "blank report"),
    "file-to-confirm": Sentence("নিশ্চিত করা বাকি", "to be confirmed"),
    "file-refused": Sentence("ফাইল বাদ গেছে", "files refused"),
    "summary-not-due": Sentence("সময় হয়নি", "Not due"),
    "summary-report-due": Sentence("প্রতিবেদন দাখিল", "Report to be handed in"),
    # What is due after each quarter; in July the annual report.
    "report-of-quarter-1": Sentence("১ম ত্রৈমাসিক", "Quarter 1"),
    "report-of-quarter-2": Sentence("২য় ত্রৈমাসিক (অর্ধবার্ষিক)", "Quarter 2 (half-yearly)"),
    "report-of-quarter-3": Sentence("৩য় ত্রৈমাসিক", "Quarter 3"),
    "report-of-quarter-4": Sentence("৪র্থ ত্রৈমাসিক (বার্ষিক)", "Quarter 4 (annual)"),
    # Behind a rank that several offices have: ৮ (যৌথভাবে).
    "summary-rank-shared": Sentence("যৌথভাবে", "shared"),
}

_BASIS = {
    "summary-fiscal-year": Sentence("অর্থবছর", "Fiscal year"),
    "summary-plan": Sentence("কর্মপরিকল্পনা", "Plan"),
    "summary-as-of": Sentence("যে তারিখের হিসাব", "As of"),
    "summary-quarter": Sentence("{quarter} ত্রৈমাসিক ({first}-{last})", "Quarter {quarter} ({first}-{last})"),
    "page-footer": Sentence("পৃষ্ঠা &P / &N", "Page &P / &N"),
}

_CARDS = {
    "summary-found": Sentence("ফাইল পাওয়া গেছে", "Files found"),
    "summary-read": Sentence("ফাইল পড়া হয়েছে", "Files read"),
    "summary-refused": Sentence("ফাইল বাদ গেছে", "Files refused"),
    "summary-offices": Sentence("দপ্তর", "Offices"),
    "summary-offices-of-register": Sentence("তালিকার দপ্তর", "Offices of the register"),
    "summary-to-be-looked-at": Sentence("ফাইল এসেছে, দেখতে হবে", "File came, to be looked at"),
    "summary-mean-reported": Sentence("গড় নম্বর: যারা প্রতিবেদন দিয়েছে", "Mean marks: those that reported"),
    "summary-best": Sentence("সর্বোচ্চ নম্বর", "Highest marks"),
    "summary-weakest": Sentence("সর্বনিম্ন নম্বর", "Lowest marks"),
    "summary-indicators-title": Sentence("সূচক অনুযায়ী ফল", "Results by indicator"),
    "summary-not-reported-title": Sentence("যে দপ্তর প্রতিবেদন দেয়নি", "Offices that have not reported"),
    "summary-refused-title": Sentence("যে ফাইল বাদ গেছে", "Files refused"),
}

_CHARTS = {
    "chart-indicators": Sentence("সূচকের মান ও গড় নম্বর", "Weight and mean marks by indicator"),
    "chart-areas": Sentence("কর্মসম্পাদন ক্ষেত্র অনুযায়ী গড় নম্বর", "Mean marks by performance area"),
    "charts-title": Sentence("লেখচিত্রে ফল", "Results in charts"),
    "chart-short-name": Sentence("লেখচিত্রে নাম", "Name in charts"),
    "chart-tiers": Sentence("কোন সূচকে কত দপ্তর কোন স্তরে", "Offices by tier, indicator by indicator"),
    "chart-submissions": Sentence("প্রতিবেদন দাখিল (দপ্তর)", "Reports handed in (offices)"),
    "chart-files": Sentence("প্রতিবেদন ও ফাইল", "Reports and files"),
    "chart-area": Sentence("কর্মসম্পাদন ক্ষেত্র", "Performance area"),
    "chart-all-areas": Sentence("মোট", "Total"),
    "chart-still-missing": Sentence("ঘাটতি", "Shortfall"),
    "chart-part-of-weight": Sentence("প্রাপ্তির হার (%)", "Part of the weight (%)"),
    "chart-no-report": Sentence("প্রতিবেদন নেই", "No report"),
    "chart-band": Sentence("পূর্ণ নম্বরের কত %", "% of the full marks"),
    "chart-band-start": Sentence("শুরুর নম্বর", "From"),
    "chart-count-of-offices": Sentence("কত দপ্তর", "Offices"),
    "chart-count": Sentence("সংখ্যা", "Count"),
}

_OFFICIAL_FORM = {
    # The government's own form; of these the offices' workbooks show the Bangla.
    "official-serial": Sentence("ক্রম", "No."),
    "official-area": Sentence("কর্মসম্পাদন ক্ষেত্র", "Performance area"),
    "official-area_weight": Sentence("মান", "Weight"),
    "official-activity": Sentence("কার্যক্রম", "Activity"),
    "official-indicator": Sentence("কর্মসম্পাদন সূচক", "Performance indicator"),
    "official-unit": Sentence("একক", "Unit"),
    "official-weight": Sentence("কর্মসম্পাদন সূচকের মান", "Weight of the indicator"),
    "official-targets": Sentence("লক্ষ্যমাত্রা {text}", "Targets {text}"),
    "official-achieved-marks": Sentence("ত্রৈমাসিক ভিত্তিতে মূল্যায়ন অর্জন", "Achievement, evaluated by quarter"),
    "official-achieved-remarks": Sentence("{quarter} ত্রৈমাসিক অর্জন", "Achievement of quarter {quarter}"),
    "official-last-marks": Sentence("স্কোর (Marks)", "Marks"),
    "official-last-remarks": Sentence("মন্তব্য", "Remarks"),
    "official-plan-of-year": Sentence("{name} {year} অর্থ-বছরের", "{name}, fiscal year {year}"),
    "official-example": Sentence(" (উদাহরণ, সরকারি নয়)", " (example, not official)"),
    "official-quarter-marks": Sentence(
        "({first}-{last}) {quarter} ত্রৈমাসিক{text} প্রতিবেদন", "Report of quarter {quarter}{text}, {first}-{last}"
    ),
    "official-quarter-remarks": Sentence(
        "({quarter} ত্রৈমাসিক{text} অগ্রগতি প্রতিবেদন)", "(Progress report of quarter {quarter}{text})"
    ),
    "official-half-year": Sentence(" (অর্ধবার্ষিক)", " (half-yearly)"),
    "official-year": Sentence(" (বার্ষিক)", " (annual)"),
    "official-how": Sentence("যেভাবে নির্ধারিত", "How it came about"),
    "official-signature": Sentence("স্বাক্ষর:", "Signature:"),
    "official-signed-officer": Sentence("নাম:", "Name:"),
    "official-signed-designation": Sentence("পদবি:", "Post:"),
    "official-signed-office_name": Sentence("দপ্তর:", "Office:"),
    "official-signed-date": Sentence("তারিখ:", "Date:"),
    "official-total": Sentence("মোট", "Total"),
}

WORDS: dict[str, Sentence] = {**_CODES, **_BASIS, **_CARDS, **_CHARTS, **_OFFICIAL_FORM}
