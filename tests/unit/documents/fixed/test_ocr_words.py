"""The recognition engine's page read back: words, lines, columns."""

from commonplace.documents.fixed.ocr_words import blank_between, lines_of, printed_words, run_downwards

HEIGHT = 100.0


def written(*steps):
    """Return a page's content as the engine writes it; a step is size, stretch, x, y, text."""
    parts, at = ["q Q BT\n3 Tr\n"], (0.0, 0.0)
    for size, stretch, x, y, text in steps:
        shown = "".join(f"{ord(char):04x}" for char in text)
        parts.append(f"/F0 {size} Tf\n{stretch} Tz\n{x - at[0]:g} {y - at[1]:g} Td\n<{shown}>Tj\n")
        at = x, y
    return ("".join(parts) + "ET\n").encode()


def texts(content):
    return [[word.text for word in line] for line in lines_of(printed_words(content, HEIGHT))]


def test_a_word_has_its_place_from_the_top_left():
    (word,) = printed_words(written((10, 120, 20, 70, "open")), HEIGHT)

    assert (word.text, word.left, word.top, word.right, word.bottom) == ("open", 20, 20, 44, 30)


def test_words_beside_each_other_are_a_line_and_a_step_down_begins_another():
    content = written((10, 100, 0, 80, "a"), (10, 100, 30, 80, "line"), (9, 100, 0, 66, "next"))

    assert texts(content) == [["a", "line"], ["next"]]


def test_a_step_back_begins_another_line_but_for_scripts_that_run_left():
    assert texts(written((10, 100, 50, 80, "two"), (10, 100, 0, 80, "one"))) == [["two"], ["one"]]
    assert texts(written((10, 100, 50, 80, "שלום"), (10, 100, 0, 80, "לך"))) == [["שלום", "לך"]]


def test_a_word_that_is_written_from_right_to_left_keeps_its_order():
    shown = "".join(f"-500<{ord(char):04x}>" for char in "שלום")
    content = f"/F0 10 Tf\n100 Tz\n5 80 Td\n[{shown}]TJ\n".encode()

    (word,) = printed_words(content, HEIGHT)

    assert (word.text, word.runs_left) == ("שלום", True)


def test_the_letters_of_a_column_are_read_downwards_though_they_are_written_upwards():
    content = written(
        (10, 200, 60, 60, "政"), (10, 200, 60, 70, "府"), (12, 160, 61, 46, "は"), (10, 200, 40, 80, "次")
    )

    words = printed_words(content, HEIGHT)

    assert [word.text for word in words] == ["政府", "は", "次"]
    assert words[0].down
    assert (words[0].top, words[0].bottom) == (20, 40)
    assert texts(content) == [["政府", "は"], ["次"]]
    assert run_downwards(lines_of(words))


def test_a_comma_at_the_right_of_its_square_belongs_to_the_column():
    content = written((10, 200, 60, 80, "し"), (4, 200, 69, 74, "、"), (10, 200, 60, 60, "反"))

    assert texts(content) == [["し", "、", "反"]]


def test_short_lines_of_latin_letters_are_no_column():
    assert texts(written((10, 100, 0, 80, "The"), (10, 100, 0, 66, "end"))) == [["The"], ["end"]]


def test_there_is_no_blank_beside_scripts_without_blanks():
    assert blank_between("one", "two") == " "
    assert blank_between("政府", "は") == ""
    assert blank_between("は、", "FOIP") == ""
    assert blank_between("2022", "年") == ""


def test_what_the_axis_cannot_hold_is_replaced():
    (word,) = printed_words(b"/F0 10 Tf\n100 Tz\n0 0 Td\n<00610000d83d0062>Tj\n", HEIGHT)

    assert word.text == "a\ufffd\ufffdb"


def test_a_character_beyond_the_first_plane_is_read():
    assert printed_words(b"/F0 10 Tf\n100 Tz\n0 0 Td\n<20bb7>Tj\n", HEIGHT)[0].text == "𠮷"
