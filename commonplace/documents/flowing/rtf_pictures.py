"""The pictures in Rich Text: hexadecimal or binary data in a ``pict`` group, PNG or JPEG."""

from __future__ import annotations

from commonplace.documents.flowing.rtf_tokens import tokens

SHOWN_PICTURES = frozenset((b"pngblip", b"jpegblip"))


def rtf_picture(data: bytes, place: int) -> bytes:
    """Return the picture at a place among all ``pict`` groups; nothing where there is none that can be shown."""
    count, depth, inside = -1, 0, 0
    shown, pieces, binary = False, [], b""
    for token in tokens(data):
        depth += (token.sort == "open") - (token.sort == "close")
        if inside and depth < inside:
            break
        if token.sort == "word" and token.value == b"pict" and not inside:
            count += 1
            inside = depth if count == place else 0
        elif inside == depth and inside:
            # Groups inside this one say how the picture is placed.
            shown |= token.sort == "word" and token.value in SHOWN_PICTURES
            if token.sort == "bytes":
                pieces.append(token.value)
            elif token.sort == "binary":
                binary = token.value
    return (binary or _of_digits(b"".join(pieces))) if shown else b""


def _of_digits(digits: bytes) -> bytes:
    try:
        return bytes.fromhex("".join(digits.decode("ascii").split()))
    except ValueError:
        return b""
