"""Pages given to workers for recognition: what they answer is checked, and their failures cost a page each."""

from pathlib import Path

import pytest

from commonplace.documents.reading import Failure
from commonplace.documents.workers.frames import Frame, FrameError
from commonplace.documents.workers.recognisers import HowToRead, PageRecognisers, _page

ANSWER = {
    "text": "one two\n",
    "words": [[0, 3, 1, 2, 30, 4], [4, 7, 40, 2, 70, 4]],
    "engine": "ocr/1",
    "languages": ["eng"],
    "downwards": False,
}


def test_an_answer_is_a_page_with_words():
    page = _page(Frame(ANSWER))

    assert (page.text, page.languages) == ("one two\n", ("eng",))
    assert [page.text[word.start : word.end] for word in page.words] == ["one", "two"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "one two"},
        {"text": "on\0 two\n"},
        {"text": "on\ud800 two\n"},
        {"text": "on\n"},
        {"words": [[3, 3, 1, 2, 30, 4]]},
        {"words": [[4, 7, 1, 2, 3, 4], [0, 3, 1, 2, 3, 4]]},
        {"words": [[-1, 3, 1, 2, 3, 4]]},
        {"words": [[0, 3, 30, 2, 3, 4]]},
        {"words": [[0, 3, 1, 2]]},
    ],
)
def test_an_answer_that_cannot_be_is_refused(wrong):
    with pytest.raises((FrameError, ValueError)):
        _page(Frame({**ANSWER, **wrong}))


def test_a_file_that_is_no_document_costs_its_pages_only(tmp_path):
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7 and nothing more")

    with PageRecognisers(path, "", HowToRead(Path("/nowhere"), ("eng",)), workers=1) as recognisers:
        done = dict(recognisers.recognise([0, 1]))

    assert sorted(done) == [0, 1]
    assert all(isinstance(page, Failure) for page in done.values())


def test_a_file_that_is_gone_is_said_to_be(tmp_path):
    with PageRecognisers(tmp_path / "gone.pdf", "", HowToRead(Path("/nowhere"), ("eng",)), workers=1) as recognisers:
        ((_, failure),) = recognisers.recognise([0])

    assert failure.code == "missing"
