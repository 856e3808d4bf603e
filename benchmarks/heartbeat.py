"""How long the interface thread is held at a time, while something goes on."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QApplication

_PATIENCE = 600.0


@dataclass(slots=True)
class Heartbeat:
    """Turns of the event loop in seconds: of the clock, and of the processor for this thread alone.

    On a busy computer the clock also counts what others do; the processor's time does not count the waiting for
    another thread of this program that holds Python.
    """

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def beat(self, work: Callable[[], object] = lambda: None) -> float:
        """Do a work and look at the events that wait; return the seconds by the clock."""
        application = QApplication.instance()
        assert application is not None
        began, used = time.perf_counter(), time.thread_time()
        work()
        application.processEvents()
        self.processor.append(time.thread_time() - used)
        self.clock.append(time.perf_counter() - began)
        return self.clock[-1]

    def beat_until(self, done: Callable[[], bool]) -> float:
        """Go on until something is done; return how many seconds that took."""
        began = time.perf_counter()
        while not done():
            self.beat()
            if time.perf_counter() - began > _PATIENCE:
                raise TimeoutError("what was waited for did not happen")
            time.sleep(0.0005)
        return time.perf_counter() - began


def wait(done: Callable[[], bool]) -> float:
    """Let events happen until something is done; return how many seconds that took."""
    return Heartbeat().beat_until(done)
