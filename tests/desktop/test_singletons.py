"""None, True and False outlive what PySide6 does to them."""

import sys

import pytest

pytestmark = pytest.mark.gui


def test_they_do_not_die_of_calls_that_return_them(qtbot):
    from PySide6.QtWidgets import QWidget

    from desktop.singletons import keep_singletons

    keep_singletons()
    widget = QWidget()
    qtbot.addWidget(widget)
    for _ in range(50_000):
        widget.update()
        widget.isEnabled()
        widget.isHidden()

    assert sys.version_info >= (3, 12) or min(map(sys.getrefcount, (None, True, False))) > 1 << 30
