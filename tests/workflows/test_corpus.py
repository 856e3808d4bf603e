"""Every real file at hand, as it is and damaged in ten thousand ways: read or refused with a reason, never worse."""

import io
import os
import random
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from commonplace.documents.reading import ReadRequest
from commonplace.documents.workers.pool import DocumentWorkers

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
SUFFIXES = {".pdf", ".epub", ".docx", ".odt", ".html"}
SEED = 20_260
MUTATIONS = 500
LARGEST = 100_000
MOST_SECONDS_A_PAGE = 10.0
# What is said where a reader raised what nobody foresaw.
UNFORESEEN = "damaged or unusual"

RICH_TEXT = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times;}{\f1\fnil\fcharset128 MS Mincho;}}{\info{\title A "
    r"letter}{\author Anne Writer}}\pard\s1\b A heading\b0\par\pard Words with \u24179?\u21644? and a note{\footnote "
    r"the note}.\par{\field{\*\fldinst HYPERLINK " + '"https://example.org"' + r"}{\fldrslt a link}}\par"
    r"\trowd\cellx2000\cellx4000 one\cell two\cell\row\pard{\listtext 1.}An item\par \'93quoted\'94\par}"
).encode()

WEB_ARCHIVE = (
    b"From: <Saved>\r\nMIME-Version: 1.0\r\nSubject: A page\r\nContent-Type: multipart/related; boundary=\"--b\"; "
    b'type="text/html"\r\n\r\n----b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: '
    b"quoted-printable\r\nContent-Location: https://example.org/a\r\n\r\n<html><head><title>A page</title></head><body>"
    b"<article><h1>A page</h1><p>Some words, =E5=B9=B3=E5=92=8C, and some more of them, so that it counts.</p><p>A "
    b'second paragraph with <a href=3D"https://example.org">a link</a>.</p></article></body></html>\r\n----b\r\n'
    b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.org/a.png\r\n\r\n"
    b"iVBORw0KGgo=\r\n----b--\r\n"
)  # fmt: skip


def files():
    return sorted(path for path in CORPUS.rglob("*") if path.is_file()) if CORPUS.is_dir() else []


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """A folder for temporary files that this test has to itself."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def timed(requests, workers=2):
    """Read files; yield each result with the seconds since the one before it."""
    last = time.monotonic()
    with DocumentWorkers(workers) as pool:
        for result in pool.read(requests):
            now = time.monotonic()
            yield result, now - last
            last = now


@pytest.mark.corpus
def test_every_file_is_imported_or_refused_with_a_reason(cli, tmp_path, temporary):
    assert cli("--library", tmp_path / "n.commonplace", "new").status == 0
    told = cli("--library", tmp_path / "n.commonplace", "import", CORPUS, "--json").json

    assert len(told) == len(files())
    for entry in told:
        assert entry["status"] in ("imported", "duplicate", "skipped", "failed")
        assert entry["status"] == "imported" or entry["reason"], entry
        assert "crashed" not in entry["reason"]
        assert "too long" not in entry["reason"]
    assert list(temporary.iterdir()) == []
    assert cli("--library", tmp_path / "n.commonplace", "check").status == 0


@pytest.mark.corpus
def test_no_page_of_them_takes_long():
    for result, seconds in timed(map(ReadRequest, files()), workers=1):
        pages = max(result.reading.pages if result.reading else 0, 1)
        assert seconds < MOST_SECONDS_A_PAGE * pages, result.request.path


@pytest.mark.corpus
@pytest.mark.slow
def test_ten_thousand_damaged_files_are_read_or_refused(tmp_path, temporary):
    seeds = damageable()
    assert len(seeds) == 20
    counted: Counter[str] = Counter()
    asked = 0

    def requests():
        nonlocal asked
        for name, data in seeds.items():
            for number in range(MUTATIONS):
                path = tmp_path / f"{number:03} {name}"
                path.write_bytes(damaged(data, random.Random(f"{SEED} {name} {number}")))
                asked += 1
                yield ReadRequest(path)

    bad = []
    for result, _ in timed(requests()):
        counted[result.failure.code if result.failure else "read"] += 1
        if result.failure:
            assert result.failure.reason.endswith(".")
            if result.failure.code in ("crashed", "too-slow") or UNFORESEEN in result.failure.reason:
                bad.append(f"{result.request.path.name}: {result.failure.reason}")
        result.request.path.unlink()

    assert sum(counted.values()) == asked == len(seeds) * MUTATIONS
    assert bad == []
    assert list(temporary.iterdir()) == []


def damageable():
    """Return twenty documents by name, of every kind: the small ones at hand, and two that none at hand is like."""
    made = {"letter.rtf": RICH_TEXT, "archive.mhtml": WEB_ARCHIVE}
    kept = [path for path in files() if path.suffix in SUFFIXES and path.stat().st_size <= LARGEST]
    of_kinds = {suffix: [path for path in kept if path.suffix == suffix] for suffix in sorted(SUFFIXES)}
    # In turns, so that no kind is left out for having fewer files.
    in_turns = [paths[turn] for turn in range(len(kept)) for paths in of_kinds.values() if turn < len(paths)]
    return made | {path.name: path.read_bytes() for path in in_turns[: 20 - len(made)]}


def damaged(data, chance):
    """Return bytes with one to three harms done to them; of a zip, as often to a member as to the whole."""
    if data.startswith(b"PK") and chance.random() < 0.5:
        return with_a_member_damaged(data, chance)
    return harmed(data, chance)


def with_a_member_damaged(data, chance):
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        hit = chance.choice([member.filename for member in old.infolist() if member.file_size])
        for member in old.infolist():
            content = old.read(member)
            new.writestr(member.filename, harmed(content, chance) if member.filename == hit else content)
    return buffer.getvalue()


def harmed(data, chance):
    for _ in range(chance.randint(1, 3)):
        data = chance.choice(HARMS)(data, chance)
    return data


def cut_short(data, chance):
    return data[: chance.randint(1, max(len(data) - 1, 1))]


def bits_flipped(data, chance):
    changed = bytearray(data)
    for _ in range(chance.choice((1, 5, 50, 500))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def run_zeroed(data, chance):
    at, length = stretch(data, chance)
    return data[:at] + bytes(length) + data[at + length :]


def run_lost(data, chance):
    at, length = stretch(data, chance)
    return data[:at] + data[at + length :] or data


def run_doubled(data, chance):
    at, length = stretch(data, chance)
    return data[: at + length] + data[at : at + length] * chance.choice((1, 2, 10)) + data[at + length :]


def run_moved(data, chance):
    at, length = stretch(data, chance)
    taken, left = data[at : at + length], data[:at] + data[at + length :]
    to = chance.randint(0, len(left))
    return left[:to] + taken + left[to:]


def run_made_up(data, chance):
    at, length = stretch(data, chance)
    return data[:at] + chance.randbytes(length) + data[at + length :]


def number_changed(data, chance):
    """Put an absurd number where one stands: lengths, counts and offsets are written in digits in many formats."""
    digits = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    if not digits:
        return data
    at = chance.choice(digits)
    return data[:at] + chance.choice((b"0", b"-1", b"99999999", b"2147483648", b"1e9")) + data[at + 1 :]


def stretch(data, chance):
    length = min(chance.choice((1, 4, 16, 256, 4096)), len(data))
    return chance.randint(0, len(data) - length), length


HARMS = (cut_short, bits_flipped, run_zeroed, run_lost, run_doubled, run_moved, run_made_up, number_changed)


def test_harms_are_the_same_each_time():
    data = os.urandom(2000) + b"obj 12 0 R stream 345"
    for number in range(50):
        assert damaged(data, random.Random(number)) == damaged(data, random.Random(number))
