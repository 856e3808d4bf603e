"""Words by which a line is known for what it is: an organisation, an occupation, a section, navigation."""

from __future__ import annotations

import re


def _any(words: str) -> str:
    return "|".join(words.split())


ORGANISATION = re.compile(
    r"\b(?:"
    + _any(
        "Ministry Department Agency Institute Institution Institutes Center Centre University College "
        "Foundation Council "
        "Association Society Office Bureau Embassy Government Cabinet Secretariat Committee Commission Organisation "
        "Organization Forum Group Network Company Corporation Inc Ltd LLC Press Times News Journal "
        "Magazine Agency Bank "
        "Fund Union Federation League Team Staff Desk Editors Editorial Board Authority Administration "
        "School Laboratory"
    )
    + r")\b|(?:省|庁|局|研究所|大学|新聞|新聞社|通信|財団|協会|センター|委員会|編集部|事務局|官房|政府|"
    r"機構|学会|会社|取材班)$"
)

OCCUPATION = re.compile(
    r"\b(?:"
    + _any(
        "advis[eo]rs? fellows? professors? presidents? directors? analysts? researchers? scholars? "
        "journalists? writers? "
        "editors? correspondents? lecturers? ministers? ambassadors? officers? chairs? chairman "
        "chairwoman chairperson "
        "students? candidates? historians? economists? authors? experts? specialists? members? heads? founders? "
        "co-founders? consultants? columnists? reporters? diplomats? commentators? teachers? "
        "scientists? strategists? "
        "associates? instructors? generals? admirals? colonels? captains? commanders? secretary secretaries chiefs? "
        "deans? essayists? novelists? translators? attorneys? lawyers? managers? graduates? interns? coordinators? "
        "engineers? assistants? postdoctoral visiting emeritus"
    )
    + r")\b",
    re.I,
)

OCCUPATION_JA = re.compile(
    "教授|准教授|講師|助教|研究員|研究官|室長|所長|部長|課長|局長|次官|大使|顧問|主任|記者|編集委員|"
    "論説委員|評論家|作家|ジャーナリスト|"
    "議員|大臣|長官|理事|会長|社長|代表|学者|専門家|幕僚長|陸将|海将|空将|フェロー|アナリスト|委員"
)

_SECTION_WORDS = frozenset(
    _any(
        "foreign policy politics political opinion opinions commentary comment comments analysis analyses editorial "
        "editorials world asia pacific indo-pacific east northeast southeast south north west middle "
        "africa europe america "
        "americas international domestic national global regional security defense defence economy "
        "economic economics "
        "business culture society features feature blog blogs research publications publication reports "
        "report news press "
        "release releases statements statement speeches speech interviews interview articles article essays essay "
        "reviews review books book events event home topics topic issues issue strategy military cyber "
        "technology tech "
        "science energy climate environment diplomacy diplomatic relations affairs perspectives perspective insights "
        "insight briefs brief briefing briefings papers paper working policies latest top stories story "
        "archive archives "
        "resources about us op-ed op-eds exclusive sponsored local life lifestyle sports health "
        "education column columns "
        "columnists special series project projects programs program japan china korea united states "
        "u.s. uk and & of the "
        "in for on to a an"
    ).split("|")
)
_SMALL = frozenset(["and", "&", "of", "the", "in", "for", "on", "to", "a", "an"])
_SECTION_JA = re.compile(
    "(?:政治|経済|国際|社会|社説|論説|コラム|外交政策|外交|安全保障|防衛|特集|オピニオン|解説|トップ|"
    "トップページ|ホーム|記者会見|報道発表|"
    "報道発表資料|お知らせ|新着情報|新着|政策|ニュース|速報|文化|科学|地域|論文|寄稿|書評|インタビュー|"
    "連載|会員限定|有料記事|目次|海外|国内|"
    "公式サイト|・|/|／|と|、)+"
)
_INSTITUTION = re.compile(
    r"(?:The )?(?:Ministry|Department|Office|Embassy|Institute|Center|Centre|Government|Council|Agency|"
    r"University|House|"
    r"Bureau|Academy|School|Association|Society|Cabinet)(?: (?:of|for|on|de)(?: the)?(?: "
    r"[A-Z][\w’'&.-]*| and| of| the|,)+)?"
    r"(?: \([A-Z]+\))?"
)
_NAMED_SITE = re.compile(
    r"(?:The )?(?:[A-Z][\w.’&-]*,? |of |on |and |the |for ){0,6}(?:Institute|Institution|Times|News|"
    r"Journal|Forum|Magazine|Daily|"
    r"Tribune|Herald|Gazette|Chronicle|Observer|Ministry|Agency|Foundation|University|Association|"
    r"Centre|Center|Society|"
    r"Online|Blog|Weekly|Quarterly|Bulletin|Newsletter|Digest|Mail|Telegraph|Guardian|Broadcasting|"
    r"Council|Post|Press|"
    r"Review|Today|Watch|Network|Reports|Archives?)"
)
_NEWSPAPER = re.compile(r"(?:The|Le|La|Der|Die|El) [A-Z][\w-]+")
_SITE_JA = re.compile(
    "[^をはがへ、？]{1,16}(?:省|庁|研究所|新聞|新聞社|通信|オンライン|大学|財団|協会|センター|ホームページ|公式サイト|"
    "委員会|官邸|機構|学会|放送|デジタル|ニュース|ウェブサイト|コメンタリー|ニュースレター|マガジン|フォーラム|ブログ|ブリーフ)"
)

_NAVIGATION = re.compile(
    r"(?:skip to|jump to|back to|return to|go to|to top$|home\s*[>›»/|]|home$|menu$|search$|share|print|"
    r"email|e-mail|tweet|"
    r"facebook|twitter|subscribe|sign (?:in|up)|log ?in|read (?:in|this|more|the)|related|advertisement|"
    r"listen|download|"
    r"cookie|copyright|©|all rights|photo|image|credit|source:|tags?:|categor(?:y|ies):|view|follow|contents$|"
    r"table of contents|\+ ?posts|\d+ (?:min|comments?|shares?|views?)|click|available in|english$|japanese$|日本語$|"
    r"language|text size|font size|save$|bookmark|comments?$|https?://|www\.|page \d|p\.? ?\d+$|isbn|"
    r"issn|doi\b|abstract$|"
    r"keywords|key ?points|summary$|introduction$|vol\.|volume \d|no\. ?\d)",
    re.I,
)
_NAVIGATION_JA = re.compile(
    "このページ|.*で読む$|ホーム(?:$|[>＞›])|トップ(?:$|[>＞›])|トップページ|印刷|本文へ|メニュー|検索$|"
    "シェア|ツイート|ログイン|会員登録|"
    "関連|目次$|続きを読む|戻る$|前へ|次へ|English|文字サイズ|写真|画像|お問い合わせ|サイトマップ|要旨$|"
    "はじめに$|概要$|.*へ(?:戻る|移動|スキップ)|"
    "有料会員|無断転載|広告"
)
_BREADCRUMBS = re.compile(r".*\S\s*(?:[>＞›»→]|::)\s*\S")


def leading_section(text: str) -> str:
    """Return the section words a text begins with."""
    match = re.match(r"(?:[A-Za-z-]+[,/&]? +)+", text)
    words = match[0].split() if match else []
    count = next((n for n, word in enumerate(words) if word.strip(",/&").lower() not in _SECTION_WORDS), len(words))
    return " ".join(words[:count])


def is_section_word(word: str) -> bool:
    return word.lower() in _SECTION_WORDS


_VOLUME = re.compile(r"\b(?:vol(?:ume)?|no|issue|pp?)\.? ?\d+|第\d+[巻号]|通巻", re.I)


def is_volume(line: str) -> bool:
    """True for a line that names a periodical and its number."""
    return len(_VOLUME.findall(line)) > 1 or (_VOLUME.search(line) is not None and len(line) < 40)


def is_navigation(line: str) -> bool:
    """True for a line of a page's furniture: a menu, a trail of breadcrumbs, an invitation to share."""
    return bool(_NAVIGATION.match(line) or _NAVIGATION_JA.match(line) or _BREADCRUMBS.match(line))


def is_label(line: str) -> bool:
    """True for a line that only names a site, an organisation or a section of one."""
    bare = line.strip(" \t　:：|-–—[]【】<>＜＞")
    if not bare:
        return True
    parts = re.split(r"\s*[|｜/>＞›»·•]\s*", bare)
    if len(parts) > 1:
        return all(is_label(part) for part in parts)
    if _SECTION_JA.fullmatch(bare) or _SITE_JA.fullmatch(bare) or re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", bare):
        return True
    words = [word.strip(",/|").lower() for word in bare.split()]
    if (
        len(words) <= 5
        and all(word in _SECTION_WORDS or not word for word in words)
        and not all(word in _SMALL for word in words)
    ):
        return True
    proper = bare.title() if bare.isupper() else bare
    return any(form.fullmatch(proper) for form in (_INSTITUTION, _NAMED_SITE, _NEWSPAPER))
