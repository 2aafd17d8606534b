"""What a cell says, and what of it can be counted."""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

_READING = {
    "date-not-real": Sentence(
        "‘{text}’ তারিখটি পঞ্জিকায় নেই। সঠিক তারিখ লিখুন।",
        "“{text}” is not a real date. Write the right date.",
    ),
    "date-not-understood": Sentence(
        "‘{text}’ তারিখ হিসেবে বোঝা যায়নি। দিন/মাস/বছর এভাবে লিখুন: ১৬/০৫/২০২৪।",
        "“{text}” could not be read as a date. Write day/month/year: 16/05/2024.",
    ),
    "narrative": Sentence(
        "ঘরে বাক্য লেখা হয়েছে: ‘{text}’। শুধু অর্জনটি লিখুন; বাক্যটি প্রমাণক বা মন্তব্যের ঘরে লিখুন।",
        "The cell holds a sentence: “{text}”. Write the achievement alone; the sentence belongs under evidence or remarks.",
    ),
    "not-understood": Sentence(
        "‘{text}’ বোঝা যায়নি। শুধু সংখ্যা লিখুন।",
        "“{text}” could not be understood. Write the number alone.",
    ),
    "unit-mismatch": Sentence(
        "‘{text}’ এই সূচকের এককের ({unit}) সঙ্গে মেলে না। এককটি দেখে আবার লিখুন।",
        "“{text}” does not agree with this indicator's unit ({unit}). Look at the unit and write it again.",
    ),
    "unit-unclear": Sentence(
        "‘{text}’ থেকে অর্জন কত ‘{unit}’ তা নিশ্চিত হওয়া যায়নি। ‘{unit}’ এককে শুধু সংখ্যাটি লিখুন।",
        "“{text}” may mean two things in a row counted in “{unit}”. Write the number alone, counted in “{unit}”.",
    ),
    "amount-reckoned": Sentence(
        "‘{text}’ লেখাটি থেকে অর্জন {value} ধরা হয়েছে (একক ‘{unit}’)।",
        "“{text}” was read as {value} (unit “{unit}”).",
    ),
    "number-not-plausible": Sentence(
        "‘{text}’ এই সূচকের অর্জন হতে পারে না (সর্বোচ্চ লক্ষ্যমাত্রা {largest})। তারিখ, সাল বা ফোন নম্বর হলে মুছে শুধু অর্জনের সংখ্যা লিখুন।",
        "“{text}” cannot be this indicator's achievement (largest target: {largest}). If it is a date, a year or a phone "
        "number, replace it by the count achieved.",
    ),
    "percent-was-fraction": Sentence(
        "‘{typed}’ লেখাটি {value}% ধরা হয়েছে।",
        "“{typed}” was read as {value}%.",
    ),
    "percent-is-one": Sentence(
        "‘১’ লেখাটি ১% ধরা হয়েছে; ১০০% বোঝালে ১০০ লিখুন।",
        "1 was read as 1%; if 100% is meant, write 100.",
    ),
    "percent-doubtful": Sentence(
        "{value}%, নাকি {hundredfold}%, তা বোঝা যায় না। বাংলা অঙ্কে চিহ্নসহ লিখুন, যেমন ‘{value}%’।",
        "{value}% or {hundredfold}%? Write it with an apostrophe before and the sign behind: '{value}%.",
    ),
    "percent-out-of-range": Sentence(
        "শতকরা হার {value}; ০ থেকে {largest}-এর মধ্যে লিখুন।",
        "The percent is {value}; write one between 0 and {largest}.",
    ),
    "accepted-used": Sentence(
        "‘{text}’ লেখার স্থলে গৃহীত অর্জন {value} ধরা হয়েছে।",
        "The accepted value {value} was used in place of “{text}”.",
    ),
    "accepted-not-used": Sentence(
        "গৃহীত অর্জন ‘{accepted}’ ব্যবহার করা হয়নি, কারণ অর্জনের ঘরে বাক্য নেই। অর্জনের ঘরটি সংশোধন করুন।",
        "The accepted value “{accepted}” was not used: the achievement cell holds no sentence. Correct the achievement itself.",
    ),
}


_CELLS = {
    "cell-error": Sentence(
        "ঘরে {text} ত্রুটি দেখাচ্ছে। সূত্রটি মুছে অর্জনটি সরাসরি লিখুন।",
        "The cell shows {text}. Delete the formula and write the achievement itself.",
    ),
    "formula-without-result": Sentence(
        "ঘরে সূত্র আছে ({text}), কিন্তু ফাইলে তার ফল নেই। ফাইলটি এক্সেলে খুলে সংরক্ষণ করুন, অথবা অর্জনটি সরাসরি লিখুন।",
        "The cell holds a formula ({text}) whose result is not in the file. Open and save the file in Excel, or write the value itself.",
    ),
    "struck-out": Sentence(
        "‘{text}’ লেখাটি কেটে দেওয়া। লেখাটি ঠিক হলে দাগ তুলে দিন, না হলে ঘরটি খালি করুন।",
        "“{text}” is struck through. If it is right, remove the line; if not, empty the cell.",
    ),
    "cell-merged": Sentence(
        "ঘরটি {text} ঘরের সঙ্গে একত্র (Merge) করা, তাই এই সূচকের অর্জন বোঝা যায় না। একত্র করা বাতিল করে প্রতিটি ঘরে অর্জন লিখুন।",
        "The cell is merged with {text}, so it has no value of its own. Unmerge the cells and write a value in each.",
    ),
    "something-over-cell": Sentence(
        "ঘরটি খালি, কিন্তু তার ওপরে মন্তব্য বা টেক্সট বক্সে লেখা আছে: ‘{text}’। অর্জনটি ঘরেই লিখুন।",
        "The cell is blank, but a comment or text box over it says “{text}”. Write the value in the cell itself.",
    ),
    "picture-over-cell": Sentence(
        "ঘরটি খালি, কিন্তু তার ওপরে একটি ছবি আছে। ছবিতে যা আছে তা ঘরে লিখুন।",
        "The cell is blank, but a picture lies over it. Write in the cell what the picture says.",
    ),
    "shown-otherwise": Sentence(
        "ঘরে আছে {value}, কিন্তু ঘরের বিন্যাসের (Number Format) কারণে অন্য কিছু দেখা যায়, বা কিছুই দেখা যায় না। অর্জনটি বাংলা অঙ্কে আবার লিখুন।",
        "The cell holds {value}, but its number format shows something else, or nothing. Write the value again, in Bengali digits.",
    ),
    "part-not-counted": Sentence(
        "‘{text}’ থেকে {value} ধরা হয়েছে; কেটে দেওয়া বা ওপরে-নিচে ছোট করে লেখা অক্ষর ধরা হয়নি।",
        "“{text}” was read as {value}: what is struck through, raised or lowered does not count.",
    ),
    "count-looks-like-day": Sentence(
        "{value} সংখ্যাটি আসলে তারিখ {date} বলে মনে হয়। সংখ্যাটি আবার লিখুন।",
        "{value} is the number behind the date {date} and cannot be a count. Write the count again.",
    ),
    "days-shifted": Sentence(
        "এই ফাইলের সব তারিখ চার বছর এক দিন সরে গেছে: তারিখ গণনার ধরন (date system) পরে বদলানো হয়েছে। এক্সেলে File, Options, Advanced-এ সেটি আগের মতো করুন।",
        "Every date in this file is off by four years and a day: “Use 1904 date system” was changed afterwards. Change it back in Excel under File, Options, Advanced.",
    ),
}

READING: dict[str, Sentence] = {**_READING, **_CELLS}
