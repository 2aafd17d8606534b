"""How the marks of one row came about, a sentence for each case.

`-skipped`: a tier that would have mattered has no target. `{sign}` is the percent sign of a percent row, or the name of the unit of a number.
"""

from __future__ import annotations

from xl_apa.core.messages.sentence import Sentence

EXPLANATIONS: dict[str, Sentence] = {
    "explain-none": Sentence(
        "কোনো অর্জন জানানো হয়নি, তাই নম্বর হিসাব হয়নি।",
        "Nothing is reported, so there is nothing to mark.",
    ),
    "explain-ongoing": Sentence(
        "কাজ এখনও চলমান, তাই নম্বর ০।",
        "The work is still going on, so the marks are 0.",
    ),
    "explain-unreadable": Sentence(
        "‘{text}’ থেকে অর্জন বোঝা যায়নি, তাই নম্বর হিসাব হয়নি।",
        "No achievement could be read from “{text}”, so there is nothing to mark.",
    ),
    "explain-unreadable-offer": Sentence(
        "‘{text}’ থেকে অর্জন নিশ্চিত বোঝা যায়নি (সম্ভবত {offer}), তাই নম্বর হিসাব হয়নি।",
        "No achievement could be read for certain from “{text}” (possibly {offer}), so there is nothing to mark.",
    ),
    "explain-best": Sentence(
        "অর্জন {value}{sign}, যা সর্বোচ্চ ({low}%) স্তরের লক্ষ্যমাত্রা {target}{sign} পূরণ করেছে, তাই {weight}-এর মধ্যে {marks} নম্বর।",
        "{value}{sign} meets the best ({low}%) target, {target}{sign}: {marks} marks of {weight}.",
    ),
    "explain-best-skipped": Sentence(
        "অর্জন {value}{sign}, যা {low}% স্তরের লক্ষ্যমাত্রা {target}{sign} পূরণ করেছে, আর {missing} স্তরের লক্ষ্যমাত্রা নেই, তাই {weight}-এর মধ্যে {marks} নম্বর।",
        "{value}{sign} meets the {low}% target, {target}{sign}, and there is no target for {missing}: {marks} marks of {weight}.",
    ),
    "explain-reached": Sentence(
        "অর্জন {value}{sign}, যা {low}% স্তরের লক্ষ্যমাত্রা {target}{sign} পূরণ করেছে, কিন্তু {high}% স্তরের লক্ষ্যমাত্রা ({next}{sign}) পূরণ করেনি, তাই {weight}-এর মধ্যে {marks} নম্বর।",
        "{value}{sign} meets the {low}% target, {target}{sign}, but not the {high}% target, {next}{sign}: {marks} marks of {weight}.",
    ),
    "explain-reached-skipped": Sentence(
        "অর্জন {value}{sign}, যা {low}% স্তরের লক্ষ্যমাত্রা {target}{sign} পূরণ করেছে, কিন্তু {high}% স্তরের লক্ষ্যমাত্রা ({next}{sign}) পূরণ করেনি ({missing} স্তরের লক্ষ্যমাত্রা নেই), তাই {weight}-এর মধ্যে {marks} নম্বর।",
        "{value}{sign} meets the {low}% target, {target}{sign}, but not the {high}% target, {next}{sign} (there is none for {missing}): {marks} marks of {weight}.",
    ),
    "explain-between": Sentence(
        "অর্জন {value}{sign}, যা {low}% স্তরের {target}{sign} ও {high}% স্তরের {next}{sign}, এ দুইয়ের মাঝে, তাই সমানুপাতিক হারে {percent}%: {weight}-এর মধ্যে {marks} নম্বর।",
        "{value}{sign} lies between the {low}% target, {target}{sign}, and the {high}% target, {next}{sign}, which in proportion is {percent}%: {marks} marks of {weight}.",
    ),
    "explain-between-skipped": Sentence(
        "অর্জন {value}{sign}, যা {low}% স্তরের {target}{sign} ও {high}% স্তরের {next}{sign}, এ দুইয়ের মাঝে ({missing} স্তরের লক্ষ্যমাত্রা নেই), তাই সমানুপাতিক হারে {percent}%: {weight}-এর মধ্যে {marks} নম্বর।",
        "{value}{sign} lies between the {low}% target, {target}{sign}, and the {high}% target, {next}{sign} (there is none for {missing}), which in proportion is {percent}%: {marks} marks of {weight}.",
    ),
    "explain-below": Sentence(
        "অর্জন {value}{sign}, যা সর্বনিম্ন ({low}%) স্তরের লক্ষ্যমাত্রা {target}{sign} পূরণ করেনি, তাই নম্বর ০।",
        "{value}{sign} does not meet the lowest ({low}%) target, {target}{sign}, so the marks are 0.",
    ),
    "explain-below-skipped": Sentence(
        "অর্জন {value}{sign}, যা {low}% স্তরের লক্ষ্যমাত্রা {target}{sign} পূরণ করেনি, আর {missing} স্তরের লক্ষ্যমাত্রা নেই, তাই নম্বর ০।",
        "{value}{sign} does not meet the {low}% target, {target}{sign}, and there is no target for {missing}, so the marks are 0.",
    ),
}
