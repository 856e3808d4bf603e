"""Pages, books and texts in every encoding that people save them in: declared, undeclared, and declared wrongly."""

import pytest

from commonplace.documents.flowing.charsets import codec_of, decoded
from commonplace.documents.flowing.encodings import decode
from commonplace.documents.flowing.html import read_html
from commonplace.documents.flowing.mhtml import read_mhtml
from commonplace.documents.flowing.text import read_text

JAPANESE = (
    "安全保障環境の変化に応じ、自由で開かれたインド太平洋を実現するための取組を進める。これは髙橋氏の論文である。"
)
PLAIN_JAPANESE = (
    "安全保障環境の変化に応じ、自由で開かれたインド太平洋を実現するための取組を進める。これは高橋氏の論文である。"
)
VENDORS = "第①章で㈱日本の例を挙げ、№１として述べた。これは制度の変化を示すものである。"
CHINESE = "中国的外交政策在过去十年中发生了很大的变化，这一点从官方文件中可以看得很清楚。"
TAIWAN = "中華民國的外交政策在過去十年中發生了很大的變化，這一點從官方文件中可以看得很清楚。"
KOREAN = "한국의 외교 정책은 지난 십 년 동안 크게 변화하였으며 이는 공식 문서에서도 확인할 수 있다."
RUSSIAN = "Внешняя политика России за последние десять лет сильно изменилась, и это видно из документов."
HEBREW = "מדיניות החוץ של ישראל השתנתה מאוד בעשר השנים האחרונות, וכך עולה מן המסמכים הרשמיים."
ARABIC = "تغيرت السياسة الخارجية كثيرا خلال السنوات العشر الماضية، وهذا ما تظهره الوثائق الرسمية."
GREEK = "Η εξωτερική πολιτική της χώρας άλλαξε πολύ τα τελευταία δέκα χρόνια, όπως δείχνουν τα έγγραφα."
FRENCH = "La politique étrangère a beaucoup changé : c’est ce que révèlent les “documents” publiés à Genève."
POLISH = "Polityka zagraniczna zmieniła się bardzo w ciągu ostatnich dziesięciu lat, co widać w źródłach."
THAI = "นโยบายต่างประเทศเปลี่ยนแปลงไปมากในช่วงสิบปีที่ผ่านมา"

DECLARED = [
    ("utf-8", "utf-8", JAPANESE + VENDORS + FRENCH),
    ("UTF8", "utf-8", RUSSIAN),
    ("shift_jis", "cp932", JAPANESE + VENDORS),
    ("x-sjis", "cp932", JAPANESE),
    ("Windows-31J", "cp932", VENDORS),
    ("ms_kanji", "cp932", JAPANESE),
    ("euc-jp", "euc_jp", PLAIN_JAPANESE),
    ("x-euc-jp", "euc_jp", PLAIN_JAPANESE),
    ("iso-2022-jp", "iso2022_jp", PLAIN_JAPANESE),
    ("gb2312", "gbk", CHINESE),
    ("gbk", "gbk", TAIWAN),
    ("gb18030", "gb18030", CHINESE + "𠮷"),
    ("big5", "big5", TAIWAN),
    ("big5-hkscs", "big5hkscs", TAIWAN + "嘅"),
    ("euc-kr", "euc_kr", KOREAN),
    ("ks_c_5601-1987", "cp949", KOREAN + "똠"),
    ("koi8-r", "koi8_r", RUSSIAN),
    ("koi8-u", "koi8_u", "Зовнішня політика України змінилася."),
    ("windows-1251", "cp1251", RUSSIAN),
    ("iso-8859-5", "iso8859_5", RUSSIAN),
    ("ibm866", "cp866", RUSSIAN),
    ("windows-1252", "cp1252", FRENCH),
    ("iso-8859-1", "cp1252", FRENCH),
    ("us-ascii", "cp1252", FRENCH),
    ("iso-8859-15", "iso8859_15", "Le prix est de 5 € et l'œuvre est à Liège."),
    ("windows-1250", "cp1250", POLISH),
    ("iso-8859-2", "iso8859_2", POLISH),
    ("windows-1253", "cp1253", GREEK),
    ("iso-8859-9", "cp1254", "Dış politika son on yılda çok değişti, şimdi de öyle."),
    ("windows-1255", "cp1255", HEBREW),
    ("iso-8859-8-i", "iso8859_8", HEBREW),
    ("windows-1256", "cp1256", ARABIC),
    ("windows-1257", "cp1257", "Užsienio politika per dešimt metų labai pasikeitė."),
    ("windows-1258", "cp1258", "chính sách".encode("cp1258", "ignore").decode("cp1258")),
    ("tis-620", "cp874", THAI),
    ("macintosh", "mac_roman", FRENCH),
]


def page(text, declaration=""):
    return f"<!DOCTYPE html><html><head>{declaration}<title>T</title></head><body><p>{text}</p></body></html>"


def read(data, **options):
    return read_html(data, whole_page=True, **options).text


@pytest.mark.parametrize(("label", "codec", "text"), DECLARED)
@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="{}">',
        "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset={}'>",
        "<meta charset = {} >",
        "<style>" + "p { color: red } " * 300 + '</style><meta charset="{}">',
        '<!-- <meta charset="utf-7"> --><meta charset="{}">',
    ],
    ids=["charset", "http-equiv", "bare", "late", "after a comment"],
)
def test_a_page_is_in_the_encoding_it_names(declaration, label, codec, text):
    assert read(page(text, declaration.replace("{}", label)).encode(codec)) == text


@pytest.mark.parametrize(("label", "codec", "text"), DECLARED)
def test_an_xml_declaration_names_it_as_well(label, codec, text):
    data = f'<?xml version="1.0" encoding="{label}"?>\n{page(text)}'.encode(codec)

    assert read(data) == text


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [JAPANESE, FRENCH, "A plain sentence.", "𠮷野家"])
@pytest.mark.parametrize("declaration", ["", '<meta charset="shift_jis">', '<meta charset="utf-16">'])
def test_unicode_is_known_by_its_mark_or_by_its_zeros(codec, text, declaration):
    assert read(page(text, declaration).encode(codec)) == text


@pytest.mark.parametrize("codec", ["utf-16-be", "utf-16-le", "utf-32-be", "utf-32-le"])
def test_a_text_in_unicode_without_its_mark(codec):
    assert read_text((JAPANESE + "\nAn end.\n").encode(codec)).text == JAPANESE + "\nAn end.\n"


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("utf-8", "cp932", PLAIN_JAPANESE),
        ("utf-8", "euc_jp", PLAIN_JAPANESE),
        ("utf-8", "gbk", CHINESE),
        ("utf-8", "big5", TAIWAN),
        ("utf-8", "euc_kr", KOREAN),
        ("utf-8", "cp1252", FRENCH),
        ("utf-8", "cp1251", RUSSIAN),
        ("utf-8", "koi8_r", RUSSIAN),
        ("shift_jis", "utf-8", JAPANESE),
        ("euc-jp", "utf-8", JAPANESE),
        ("iso-8859-1", "utf-8", FRENCH),
        ("windows-1251", "utf-8", RUSSIAN),
        ("iso-8859-1", "cp932", PLAIN_JAPANESE),
        ("iso-8859-1", "euc_jp", PLAIN_JAPANESE),
        ("windows-1252", "gbk", CHINESE),
        ("shift_jis", "euc_jp", PLAIN_JAPANESE),
        ("euc-jp", "cp932", PLAIN_JAPANESE),
        ("no-such-name", "cp932", PLAIN_JAPANESE),
        ("utf-7", "utf-8", JAPANESE),
    ],
)
@pytest.mark.parametrize("markup", ["", "<p>Menu</p>" * 500], ids=["much", "little"])
def test_a_page_that_names_a_wrong_one_is_read_as_what_it_is(label, codec, text, markup):
    data = page(text + markup, f'<meta charset="{label}">').encode(codec)

    assert read(data).startswith(text)


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp932", JAPANESE), ("cp932", VENDORS), ("euc_jp", PLAIN_JAPANESE), ("iso2022_jp", PLAIN_JAPANESE),
        ("gb18030", CHINESE), ("big5", TAIWAN), ("euc_kr", KOREAN), ("koi8_r", RUSSIAN), ("cp1251", RUSSIAN),
        ("cp1252", FRENCH), ("cp1250", POLISH), ("cp1253", GREEK), ("cp1255", HEBREW), ("cp1256", ARABIC),
        ("utf-8", JAPANESE + FRENCH + HEBREW),
    ],
)  # fmt: skip
def test_what_names_none_is_known_by_its_letters(codec, text):
    assert read(page(text).encode(codec)) == text
    assert decode((text + "\n").encode(codec))[0] == text + "\n"


def test_one_broken_byte_does_not_change_what_a_page_is():
    assert read(page(JAPANESE * 3 + "!", '<meta charset="utf-8">').encode()[:-40] + b"\xe3").startswith(JAPANESE)
    assert "caf\ufffd" in read(page(f"{FRENCH} caf@", '<meta charset="utf-8">').encode().replace(b"@", b"\xe9"))


def test_a_mark_inside_a_page_stays():
    assert read(page("One\ufefftwo", '<meta charset="utf-8">').encode("utf-8-sig")) == "One\ufefftwo"


@pytest.mark.parametrize(
    ("data", "codec", "text"),
    [
        (b"\xad\xa1\xad\xea\xfc\xe2", "euc_jp", "①㈱髙"),
        (b"a\x1b$B-!-j|b\x1b(Bb", "iso2022_jp", "a①㈱髙b"),
        (b"\x1b(I1\x1b(B", "iso2022_jp", "ｱ"),
        (b'\x1b$B$"\n.', "iso2022_jp", "あ\n."),
    ],
)
def test_the_signs_that_vendors_added_to_japanese(data, codec, text):
    assert decoded(data, codec) == text


def test_broken_japanese_is_replaced_sign_by_sign():
    assert decoded(b"\xa4\xa2\xff\xa4\xa4", "euc_jp", "replace") == "あ\ufffdい"
    with pytest.raises(UnicodeError):
        decoded(b"\xa4\xa2\xff\xa4\xa4", "euc_jp")


@pytest.mark.parametrize("label", ["", "rot13", "hex", "idna", "utf-7", "unicode_escape", "undefined", "x\x00y"])
def test_what_is_no_encoding_of_pages(label):
    assert codec_of(label) == ""


@pytest.mark.parametrize(("label", "codec", "text"), DECLARED)
def test_a_persons_word_and_the_header_of_an_archive_mean_the_same(label, codec, text):
    assert read(page(text).encode(codec), encoding=label) == text
    head = f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html; charset="{label}"\nContent-Transfer-Encoding: binary\n\n'  # noqa: E501
    assert read_mhtml(head.encode() + page(text).encode(codec) + b"\n--x--\n", whole_page=True).text == text
