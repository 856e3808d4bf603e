"""The XMP packet of a file: what it says in Dublin Core and PRISM."""

from __future__ import annotations

from commonplace.documents.found.values import tidy

_DC = "{http://purl.org/dc/elements/1.1/}"
_LARGEST = 1 << 20


def xmp_values(packet: str) -> dict[str, list[str]]:
    """Return the packet's title, creator, date, doi, publicationName and the like, by lower-case local name.

    Nothing where it is damaged, or declares entities.
    """
    if "<" not in packet or len(packet) > _LARGEST or "<!DOCTYPE" in packet:
        return {}
    # Imported where a file has such a packet: most have none, and every worker would wait for it.
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(packet[packet.index("<") :].encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return {}
    values: dict[str, list[str]] = {}
    for element in [] if root is None else root.iter():
        if not isinstance(element.tag, str) or not _is_ours(element.tag):
            continue
        name = etree.QName(element).localname.lower()
        texts = [text for part in element.iter() if (text := tidy(part.text))]
        values.setdefault(name, []).extend(texts)
    return values


def _is_ours(tag: str) -> bool:
    return tag.startswith(_DC) or "prismstandard.org" in tag or "ns.adobe.com/pdfx" in tag
