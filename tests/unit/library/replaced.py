"""The truth about new versions of the sample's texts: how each was made, and what must become of each highlight.

An edit is one of: ``move`` the paragraph with some words before the one with others; ``change`` words; ``cut`` words,
which may be a whole paragraph; ``add`` a paragraph before the one with some words.  What must become of a highlight
stands by the words it begins with.
"""

TRUTH = {
    "pellworth-council-at-ten.txt": (
        [
            ("move", "The first large product", "A council that meets often"),
            ("change", "the prime minister, the chief cabinet secretary", "the prime minister, her chief secretary"),
            ("cut", "Without a standing secretariat it is hard to imagine a text that ties counterstrike capability,"
             " active cyber defence and two per cent of national output into one argument."),
        ],
        {
            "At the centre of the new council": "uncertain",
            "The document mattered less": "moved",
            "Without a standing secretariat": "lost",
        },
    ),
    "tarrow-nairobi-to-new-delhi.txt": (
        [
            ("move", "What made the second attempt last", "The thought was older than the name."),
            ("change", "a coast guard vessel and a legal training course", "a patrol boat and a course in law"),
            ("cut", "The Quad is not an alliance and does not pretend to be one; its use is that four capitals which"
             " agree on much, but not on everything, now meet by calendar and not by crisis."),
            ("cut", "In April 2024 the three defence ministers said that they were considering cooperation with Japan"
             " on projects in that second field,"),
        ],
        {
            "On 27 August 2016": "exact",
            "Three strands give": "uncertain",
            "The Free and Open Indo-Pacific, or FOIP": "moved",
            "The Quad is not an alliance": "lost",
            "In April 2024": "uncertain",
        },
    ),
    "sakuma-two-capabilities.txt": (
        [
            ("move", "もう一つの新しい言葉が", "抑止の観点から見れば"),
            ("change", "必要最小限度の自衛の措置として", "自衛のための最小限の手段として"),
            ("cut", "反撃能力もサイバー防御も、その秩序が破られたときの備えであって、秩序そのものを作るものではない。"),
        ],
        {
            "政府の説明によれば": "uncertain",
            "能力を持つことと": "exact",
            "反撃能力もサイバー防御も": "lost",
        },
    ),
    "solvane-means-and-ends.pdf": (
        [
            ("move", "Cyber defence is cheaper and slower.", "2 What the money buys"),
            ("change", "a chain of that kind is bought with patience", "such a chain is paid for with patience"),
            ("change", "A fighter built for three air forces alone", "An aircraft for three services alone"),
            ("cut", "Budgets rose from that year on, every year, but slowly: the habit bent before it broke."),
        ],
        {
            "Budgets rose from that year on": "lost",
            "The missiles are the visible end": "uncertain",
            "And the taxes meant to carry": "moved",
            "A fighter built for three": "uncertain",
            "The Three Principles on": "moved",
            "Official Security Assistance": "moved",
        },
    ),
    "venning-one-headquarters.html": (
        [
            ("add", "On March 24, 2025", "Corrected on April 9, 2025: the number of staff."),
            ("change", "take their orders from two capitals", "obey two capitals"),
            ("cut", "Stand-off missiles may be launched from land, from ships or from aircraft, and a decision to use"
             " them has to be matched with air and missile defense in the same minutes."),
        ],
        {
            "The change on the organization chart": "moved",
            "Stand-off missiles may be launched": "lost",
            "The cabinet decision of July 1, 2014": "moved",
            "Two headquarters that plan together": "uncertain",
        },
    ),
    "harbour-three-documents.txt": (
        [
            ("move", "3.3 Resources", "3.1 Counterstrike capability"),
            ("change", "detect and, where necessary, disable", "find and, where it must, switch off"),
            ("cut", "Japan will acquire the means to strike back at an opponent’s territory, as a minimum necessary"
             " measure of self-defence, when an armed attack by missiles or similar means has been carried out"
             " against it."),
        ],
        {
            "Japan will acquire the means": "lost",
            "The strategy announces that Japan": "uncertain",
            "Spending on defence": "moved",
        },
    ),
}  # fmt: skip


def edited(paragraphs: list[str], edits) -> list[str]:
    """Return the paragraphs of a text after some edits; each edit must find what it speaks of."""
    found = list(paragraphs)

    def holding(words: str) -> int:
        return next(at for at, paragraph in enumerate(found) if words in paragraph)

    for what, words, *other in edits:
        at = holding(words)
        if what == "move":
            paragraph = found.pop(at)
            found.insert(holding(other[0]), paragraph)
        elif what == "add":
            found.insert(at, other[0])
        else:
            found[at] = found[at].replace(words, other[0] if other else "").strip()
    return [paragraph for paragraph in found if paragraph]
