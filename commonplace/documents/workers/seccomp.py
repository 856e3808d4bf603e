"""Linux's filter of system calls: no connection, no program, no other process, nothing written or changed on a disk.

A call that is refused fails as one without the right to it; nothing is ended by it. Numbers are those of
``asm/unistd.h``, layouts those of ``linux/filter.h`` and ``linux/seccomp.h``.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

_Instruction = tuple[int, int, int, int]

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER_AT, _MACHINE_AT, _ARGUMENTS_AT = 0, 4, 16
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | errno.EPERM
# The C library does without a call that the kernel seems not to know: it takes an older one, which can be judged.
_UNKNOWN = 0x00050000 | errno.ENOSYS
_CALLS_OF_32_BITS = 0x40000000

_SET_FILTER = 1
_ALL_THREADS = 1
_NEW_THREAD = 0x10000
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True, slots=True)
class _Machine:
    """A processor's numbers: its own, that of the call ``seccomp``, and those of the calls that are judged.

    Attributes:
        opening: Calls that open a file, and which of their arguments says whether for writing.
    """

    number: int
    seccomp: int
    clone: int
    limits: int
    signals: tuple[int, ...]
    opening: Mapping[int, int]
    refused: tuple[int, ...]


# clone3 and openat2 hide their arguments from the filter; everywhere the same numbers.
_HIDING = (435, 437)
# pidfd_send_signal, io_uring (3), open_tree, move_mount, fsopen, fsmount, pidfd_open, pidfd_getfd, process_madvise,
# mount_setattr, fchmodat2; everywhere the same numbers.
_REFUSED_EVERYWHERE = (424, 425, 426, 427, 428, 429, 430, 432, 434, 438, 440, 442, 452)

_MACHINES = MappingProxyType({
    "x86_64": _Machine(
        number=0xC000003E,
        seccomp=317,
        clone=56,
        limits=302,
        signals=(62, 234),
        opening=MappingProxyType({2: 1, 257: 2}),
        refused=(
            *(41, 42, 43, 44, 46, 49, 50, 53, 288, 307),  # sockets
            *(57, 58, 59, 322),  # fork, vfork, execve, execveat
            *(101, 310, 311, 312, 129, 200, 297),  # ptrace, other processes' memory, kcmp, other ways to signal
            *(85, 83, 258, 84, 87, 263, 82, 264, 316, 86, 265, 88, 266, 133, 259, 76),  # making, removing, renaming
            *(90, 91, 268, 92, 93, 94, 260, 132, 235, 261, 280),  # modes, owners, times
            *(188, 189, 190, 197, 198, 199),  # attributes
            *(165, 166, 155, 161, 272, 308, 303, 304),  # mounts, roots, namespaces, handles
            *(248, 249, 250, 298, 321, 323, 175, 176, 313, 246, 320),  # keys, perf, bpf, userfaultfd, modules, kexec
            *(29, 64, 68, 240, 141),  # shared memory, semaphores, queues, priorities
        ),
    ),
    "aarch64": _Machine(
        number=0xC00000B7,
        seccomp=277,
        clone=220,
        limits=261,
        signals=(129, 131),
        opening=MappingProxyType({56: 2}),
        refused=(
            *(198, 199, 200, 201, 202, 203, 206, 211, 242, 269),
            *(221, 281),
            *(117, 270, 271, 272, 138, 130, 240),
            *(34, 35, 38, 276, 37, 36, 33, 45),
            *(52, 53, 55, 54, 88),
            *(5, 6, 7, 14, 15, 16),
            *(40, 39, 41, 51, 97, 268, 264, 265),
            *(217, 218, 219, 241, 280, 282, 105, 106, 273, 104, 294),
            *(194, 190, 186, 180, 140),
        ),
    ),
})  # fmt: skip


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def refuse_calls(system: ctypes.CDLL) -> bool:
    """Put the filter over this process, with all its threads; return whether it holds.

    Needs the promise to gain no new rights to have been given.
    """
    machine = _MACHINES.get(platform.machine())
    if machine is None or ctypes.sizeof(ctypes.c_void_p) != 8:
        return False
    instructions = _filter(machine, os.getpid())
    code = b"".join(struct.pack("=HBBI", *instruction) for instruction in instructions)
    program = _Program(len(instructions), code)
    done = system.syscall(
        ctypes.c_long(machine.seccomp),
        ctypes.c_uint(_SET_FILTER),
        ctypes.c_uint(_ALL_THREADS),
        ctypes.byref(program),
    )
    return bool(done == 0)


def _filter(machine: _Machine, own: int) -> list[_Instruction]:
    return [
        (_LOAD, 0, 0, _MACHINE_AT),
        (_EQUAL, 1, 0, machine.number),
        (_RETURN, 0, 0, _REFUSE),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_AT_LEAST, 0, 1, _CALLS_OF_32_BITS),
        (_RETURN, 0, 0, _REFUSE),
        *_always(_HIDING, _UNKNOWN),
        *_always((*machine.refused, *_REFUSED_EVERYWHERE), _REFUSE),
        *_by_argument(machine.clone, 0, _ANY_BIT, _NEW_THREAD, yes=_ALLOW, no=_REFUSE),
        *_by_argument(machine.limits, 0, _EQUAL, 0, yes=_ALLOW, no=_REFUSE),
        *(
            instruction
            for call in machine.signals
            for instruction in _by_argument(call, 0, _EQUAL, own, yes=_ALLOW, no=_REFUSE)
        ),
        *(
            instruction
            for call, argument in machine.opening.items()
            for instruction in _by_argument(call, argument, _ANY_BIT, _WRITING, yes=_REFUSE, no=_ALLOW)
        ),
        (_RETURN, 0, 0, _ALLOW),
    ]


def _always(calls: Iterable[int], verdict: int) -> list[_Instruction]:
    return [instruction for call in calls for instruction in ((_EQUAL, 0, 1, call), (_RETURN, 0, 0, verdict))]


def _by_argument(call: int, argument: int, test: int, value: int, *, yes: int, no: int) -> list[_Instruction]:
    """Return the judgement of one call by the lower half of one of its arguments."""
    return [
        (_EQUAL, 0, 4, call),
        (_LOAD, 0, 0, _ARGUMENTS_AT + 8 * argument),
        (test, 0, 1, value),
        (_RETURN, 0, 0, yes),
        (_RETURN, 0, 0, no),
    ]
