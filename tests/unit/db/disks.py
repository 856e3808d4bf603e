"""A disk that fails, for tests of what is then on it."""

import apsw


class FailingDisk(apsw.VFS):
    """A disk that fails once, at the n-th write, sync or truncation of our files."""

    def __init__(self, error):
        super().__init__("failing", "")
        self.error = error
        self.left = None

    def xOpen(self, name, flags):
        return _FailingFile(self, name, flags)

    def count(self):
        if self.left is not None:
            self.left -= 1
            if self.left == 0:
                raise self.error("the disk fails")


class _FailingFile(apsw.VFSFile):
    def __init__(self, disk, name, flags):
        self._disk = disk
        super().__init__("", name, flags)

    def xWrite(self, data, offset):
        self._disk.count()
        super().xWrite(data, offset)

    def xSync(self, flags):
        self._disk.count()  # and no more: a real sync would only take time

    def xTruncate(self, size):
        self._disk.count()
        super().xTruncate(size)
