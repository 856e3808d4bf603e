"""Documents that reach for files, addresses and programs: their text is read, and nothing else happens."""

import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pymupdf
import pytest

from commonplace.documents.workers import process
from commonplace.documents.workers.operations import Limits
from commonplace.documents.workers.pool import DocumentWorkers
from commonplace.library import importing

ROOT = Path(__file__).resolve().parents[2]
TRIALS = ROOT / "tests" / "unit" / "documents" / "workers" / "trials.py"
TEXT = "Words that anybody may read."
SECRET = "Words that lie beside the document."

LISTENER = """
import socket, sys
server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname()[1], flush=True)
while True:
    caller = server.accept()[0]
    with open(sys.argv[1], "a") as log:
        log.write("a call\\n")
    caller.close()
"""


@pytest.fixture
def calls(tmp_path):
    """Listen in a process of its own; return the port, and a file that is there once anybody called."""
    log = tmp_path / "calls"
    with subprocess.Popen([sys.executable, "-c", LISTENER, log], stdout=subprocess.PIPE, text=True) as listener:
        yield int(listener.stdout.readline()), log
        listener.terminate()
        listener.stdout.close()


def places(port, folder):
    """Return what a document may reach for: files, shares and addresses."""
    return (
        f"http://127.0.0.1:{port}/x",
        f"//127.0.0.1:{port}/x",
        "file:///etc/passwd",
        (folder / "secret.txt").as_uri(),
        "secret.txt",
        "../secret.txt",
        "/etc/passwd",
        "\\\\127.0.0.1\\share\\x",
        "file://127.0.0.1/share/x",
    )


def zipped(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def page(reached):
    """A web page that reaches for a place with everything that can."""
    everything = "".join(
        f"""<img src="{place}"><img srcset="{place} 2x"><iframe src="{place}"></iframe><object data="{place}"></object>
        <embed src="{place}"><script src="{place}"></script><link rel="stylesheet" href="{place}">
        <video src="{place}" poster="{place}"></video><audio src="{place}"></audio><input type="image" src="{place}">
        <svg xmlns:xlink="http://www.w3.org/1999/xlink"><image href="{place}" xlink:href="{place}"/>
        <use xlink:href="{place}#a"/></svg><a href="{place}" ping="{place}">a place</a>
        <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{place}" parse="text"/>
        <form action="{place}"><button>Send</button></form><style>@import url("{place}"); p {{background: url({place})}}
        @font-face {{font-family: x; src: url({place})}}</style><frame src="{place}"><math href="{place}"></math>"""
        for place in reached
    )
    first = reached[0]
    return f"""<html manifest="{first}"><head><title>A page</title><base href="{first}">
        <meta http-equiv="refresh" content="0;url={first}"><link rel="preload" href="{first}"></head>
        <body background="{first}" onload="fetch('{first}')"><article><h1>A page</h1><p>{TEXT}</p>
        <p>It goes on for a while, so that it may count as an article of some length.</p>{everything}</article>
        <script>fetch('{first}'); new WebSocket('{first}')</script></body></html>"""


def web_archive(reached):
    return (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b; type=text/html\n\n"
        f"--b\nContent-Type: text/html; charset=utf-8\nContent-Location: {reached[0]}\n\n{page(reached)}\n"
        + "".join(
            f'--b\nContent-Type: message/external-body; access-type=URL; URL="{place}"\nContent-Location: {place}\n\n\n'
            for place in reached
        )
        + "--b--\n"
    )


def book(reached):
    xhtml = "http://www.w3.org/1999/xhtml"
    items = "".join(
        f'<item id="i{number}" href="{place}" media-type="application/xhtml+xml"/>'
        for number, place in enumerate(reached)
    )
    order = "".join(f'<itemref idref="i{number}"/>' for number in range(len(reached)))
    drawn = "".join(f'<img src="{place}" alt=""/><a href="{place}">a place</a>' for place in reached)
    container = "urn:oasis:names:tc:opendocument:xmlns:container"
    return zipped({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": f'<container xmlns="{container}"><rootfiles><rootfile full-path="b.opf"/></rootfiles>'
        "</container>",
        "b.opf": f'<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest><item id="a" href="a.xhtml" '
        f'media-type="application/xhtml+xml"/>{items}</manifest><spine><itemref idref="a"/>{order}</spine></package>',
        "a.xhtml": f'<?xml-stylesheet href="{reached[0]}"?><html xmlns="{xhtml}"><head><title>A</title>'
        f'<link rel="stylesheet" href="{reached[0]}"/></head><body><p>{TEXT}</p><div>{drawn}</div></body></html>',
    })  # fmt: skip


def word(reached):
    kinds = ("image", "attachedTemplate", "oleObject", "hyperlink", "frame", "subDocument", "aFChunk", "footnotes")
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="r{number}{kind}" Type="{office}/{kind}" Target="{place}" TargetMode="External"/>'
        for number, place in enumerate(reached)
        for kind in kinds
    )
    fields = "".join(
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code} "{place}" \\d</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        for place in reached
        for code in ("INCLUDETEXT", "INCLUDEPICTURE", "DDEAUTO cmd", "LINK")
    )
    chunks = "".join(f'<w:altChunk r:id="r{number}aFChunk"/>' for number in range(len(reached)))
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return zipped({
        "word/document.xml": f'<w:document xmlns:w="{main}" xmlns:r="{office}"><w:body><w:p><w:r><w:t>{TEXT}</w:t>'
        f"</w:r>{fields}</w:p>{chunks}</w:body></w:document>",
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{links}</Relationships>',
    })  # fmt: skip


def open_document(reached):
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("text", "text"), ("draw", "drawing"))
    )
    drawn = "".join(
        f'<draw:frame><draw:image xlink:href="{place}" xlink:actuate="onLoad"/><draw:object xlink:href="{place}"/>'
        f'</draw:frame><text:section text:name="s"><text:section-source xlink:href="{place}"/></text:section>'
        f'<text:p><text:a xlink:href="{place}">a place</text:a></text:p>'
        for place in reached
    )
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink"><office:body>'
        f"<office:text><text:p>{TEXT}</text:p>{drawn}</office:text></office:body></office:document-content>",
    })  # fmt: skip


def rich_text(reached):
    def quoted(place):
        return place.replace("\\", "\\\\")

    fields = "".join(
        f'{{\\field{{\\*\\fldinst {code} "{quoted(place)}" \\\\d}}{{\\fldrslt }}}}{{\\*\\template {quoted(place)}}}'
        for place in reached
        for code in ("INCLUDETEXT", "INCLUDEPICTURE", "DDEAUTO cmd", "LINK")
    )
    return "{\\rtf1\\ansi " + TEXT + fields + "\\par}"


def xps(reached):
    fixed, relations = "http://schemas.microsoft.com/xps/2005/06", "http://schemas.openxmlformats.org/package/2006"
    brushes = "".join(
        f'<Path Data="M 0,0 L 9,0 9,9 Z" FixedPage.NavigateUri="{place}"><Path.Fill><ImageBrush ImageSource="{place}" '
        'Viewbox="0,0,9,9" Viewport="0,0,9,9" ViewboxUnits="Absolute" ViewportUnits="Absolute"/></Path.Fill></Path>'
        for place in reached
    )
    dictionaries = "".join(f'<ResourceDictionary Source="{place}"/>' for place in reached)
    links = "".join(
        f'<Relationship Id="r{number}" Type="{fixed}/required-resource" Target="{place}"/>'
        for number, place in enumerate(reached)
    )
    return zipped({
        "[Content_Types].xml": f'<Types xmlns="{relations}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{relations}/relationships"><Relationship Id="r" Target="/s.fdseq" '
        f'Type="{fixed}/fixedrepresentation"/></Relationships>',
        "s.fdseq": f'<FixedDocumentSequence xmlns="{fixed}"><DocumentReference Source="/d.fdoc"/>'
        "</FixedDocumentSequence>",
        "d.fdoc": f'<FixedDocument xmlns="{fixed}"><PageContent Source="/p.fpage"/></FixedDocument>',
        "_rels/p.fpage.rels": f'<Relationships xmlns="{relations}/relationships">{links}</Relationships>',
        "p.fpage": f'<FixedPage xmlns="{fixed}" Width="400" Height="400"><FixedPage.Resources>{dictionaries}'
        f"</FixedPage.Resources>{brushes}</FixedPage>",
    })  # fmt: skip


def paper(reached, canary):
    """A PDF with an action of each kind in each slot that a reader may run by itself."""
    actions = [
        f"<</S/JavaScript/JS(app.launchURL\\('{reached[0]}'\\); this.submitForm\\('{reached[0]}'\\);)>>",
        f"<</S/Launch/F(/bin/touch)/Win<</F(cmd.exe)/P(/c echo x > {canary})>>/Unix<</F(touch {canary})>>>>",
        *(f"<</S/SubmitForm/F<</FS/URL/F({place})>>>>" for place in reached[:2]),
        *(f"<</S/URI/URI({place})>>" for place in reached[:3]),
        *(f"<</S/GoToR/F({place})/D[0/Fit]>>".replace("\\", "/") for place in reached),
        *(f"<</S/GoToE/F({place})/D[0/Fit]/T<</R/C>>>>".replace("\\", "/") for place in reached[:4]),
        f"<</S/ImportData/F({reached[3]})>>",
        f"<</S/Rendition/OP 0/R<</S/MR/C<</S/MCD/D({reached[0]})>>>>>>",
    ]
    chain = actions[0]
    for action in actions[1:]:
        chain = action[:-2] + f"/Next {chain}>>"
    slots = "<<" + "".join(f"/{slot} {chain}" for slot in ("O", "C", "WC", "WS", "DS", "WP", "DP", "PV", "PO")) + ">>"
    with pymupdf.open() as document:
        sheet = document.new_page()
        sheet.insert_text((72, 72), TEXT)
        widget = pymupdf.Widget()
        widget.field_name, widget.field_type, widget.rect = (
            "f",
            pymupdf.PDF_WIDGET_TYPE_TEXT,
            pymupdf.Rect(72, 100, 200, 120),
        )
        sheet.add_widget(widget)
        field = next(sheet.widgets()).xref
        catalog = document.pdf_catalog()
        document.xref_set_key(catalog, "OpenAction", chain)
        document.xref_set_key(catalog, "AA", slots)
        document.xref_set_key(catalog, "Names", f"<</JavaScript<</Names[(a) {actions[0]}]>>>>")
        document.xref_set_key(sheet.xref, "AA", slots)
        document.xref_set_key(field, "A", chain)
        document.xref_set_key(field, "AA", f"<</K {chain}/F {chain}/V {chain}/C {chain}/E {chain}/Fo {chain}>>")
        # A stream whose content lies in another file, and a page drawn from another document.
        outside = document.get_new_xref()
        document.update_object(outside, f"<</Length 0/F<</FS/URL/F({reached[0]})>>/FFilter/FlateDecode>>")
        document.update_stream(outside, b"", new=True)
        other = document.get_new_xref()
        form = f"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Ref<</F({reached[3]})/Page 0>>>>"
        document.update_object(other, form)
        document.update_stream(other, b"", new=True)
        return document.tobytes()


def hostile(folder, port, canary):
    """Write a document of each kind that reaches for everything; return those whose text is to be read."""
    reached = places(port, folder)
    (folder / "secret.txt").write_text(SECRET)
    documents = {
        "page.html": page(reached),
        "archive.mhtml": web_archive(reached),
        "book.epub": book(reached),
        "word.docx": word(reached),
        "open.odt": open_document(reached),
        "rich.rtf": rich_text(reached),
        "marks.md": f"{TEXT}\n\n" + "".join(f"![x]({place}) <{place}> <img src='{place}'>\n\n" for place in reached),
        "fixed.xps": xps(reached),
        "paper.pdf": paper(reached, canary),
    }
    (folder / "documents").mkdir()
    for name, content in documents.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / "documents" / name).write_bytes(data)
    return [name for name in documents if name != "fixed.xps"]


def test_what_a_document_reaches_for_stays_where_it_is(cli, tmp_path, calls):
    port, log = calls
    readable = hostile(tmp_path, port, tmp_path / "canary")

    def inside(*words):
        return cli("--library", tmp_path / "n.commonplace", *words)

    assert inside("new").status == 0
    told = inside("import", tmp_path / "documents", "--json")
    assert told.status in (0, 1)
    texts = {source["id"]: inside("text", source["id"]).out for source in inside("sources", "--json").json}

    assert len(texts) >= len(readable), told.out
    assert sum(TEXT in text for text in texts.values()) >= len(readable)
    assert not [text for text in texts.values() if SECRET in text or "root:" in text]
    assert not log.exists()
    assert not (tmp_path / "canary").exists()


def test_the_listener_would_have_heard_a_call(calls):
    port, log = calls
    calling = f"import socket; socket.create_connection(('127.0.0.1', {port})).recv(1)"
    subprocess.run([sys.executable, "-c", calling], check=True)
    assert log.read_text() == "a call\n"


def test_files_that_break_their_reader_cost_themselves_only(cli, tmp_path, monkeypatch):
    """Three files each crash, hang or grow without end; what was there, and what comes with them, is whole."""
    library = ("--library", tmp_path / "n.commonplace")
    (tmp_path / "before.txt").write_text("A text that was there before, with a free and open sea.")
    (tmp_path / "files").mkdir()
    for name in ("segv", "spin", "alloc", "one", "two", "three", "four"):
        (tmp_path / "files" / f"{name}.txt").write_text(f"The text of {name}.")
    assert cli(*library, "new").status == 0
    assert cli(*library, "import", tmp_path / "before.txt").status == 0

    def breakable(count):
        return DocumentWorkers(count, operation=broken_by_name, trials=TRIALS)

    monkeypatch.setattr(importing, "DocumentWorkers", breakable)
    monkeypatch.setattr(process, "limits_of", lambda _: Limits(opening=8.0))
    told = cli(*library, "import", tmp_path / "files", "--json").json
    monkeypatch.undo()

    reasons = {Path(entry["path"]).stem: entry["reason"] for entry in told if entry["status"] == "failed"}
    assert set(reasons) == {"segv", "spin", "alloc"}
    assert "crashed" in reasons["segv"]
    assert "too long" in reasons["spin"]
    assert "memory" in reasons["alloc"]
    assert len(cli(*library, "sources", "--json").json) == 5
    assert cli(*library, "check").status == 0
    again = cli(*library, "import", tmp_path / "files", "--json").json
    assert sorted(entry["status"] for entry in again) == ["duplicate"] * 4 + ["imported"] * 3


def broken_by_name(request):
    return request.path.stem if request.path.stem in ("segv", "spin", "alloc") else "read"


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not here")
def test_nothing_is_even_tried(tmp_path, calls):
    port, log = calls
    hostile(tmp_path, port, tmp_path / "canary")
    words = [sys.executable, ROOT / "main.py", "--library", "notes.commonplace"]
    subprocess.run([*words, "new"], cwd=tmp_path, check=True, capture_output=True)
    traced = ["strace", "-f", "-qq", "-e", "trace=socket,connect,execve,openat,open", "-o", "trace"]
    subprocess.run([*traced, *words, "import", "documents"], cwd=tmp_path, capture_output=True, timeout=300)
    trace = (tmp_path / "trace").read_text(errors="replace") if (tmp_path / "trace").exists() else ""
    if "execve" not in trace:
        pytest.skip("processes may not be traced here")

    lines = trace.splitlines()
    assert not [line for line in lines if "AF_INET" in line]
    assert not [line for line in lines if "execve(" in line and "python" not in line]
    assert not [line for line in lines if "secret.txt" in line or '"/etc/passwd"' in line]
    assert not log.exists()
