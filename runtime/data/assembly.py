"""The output of a run while it grows: shards in order, a journal of what is whole, nothing written twice.

`out` holds the shards that are done, one after another; each line of `journal` says how many there are and how long
`out` was then. A crash loses what stands behind the last line. Shards that are done before their turn wait as parts.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

_ENTRY = re.compile(rb"(\d+) (\d+)\n")


class Assembly:
    """The growing output in a folder of parts. `done` is the number of shards that it holds; use it as a context."""

    def __init__(self, folder: Path) -> None:
        self._out, self._journal = folder / "out", folder / "journal"
        self.done, length = self._recovered()
        self._file: IO[bytes] = self._out.open("r+b" if self._out.exists() else "w+b")
        self._file.truncate(length)
        self._file.seek(length)
        self._entries: IO[bytes] = self._journal.open("ab")

    def _recovered(self) -> tuple[int, int]:
        """What the journal says was whole, as far as the file is really that long."""
        if not (self._out.exists() and self._journal.exists()):
            return 0, 0
        size = self._out.stat().st_size
        entries = [(int(done), int(length)) for done, length in _ENTRY.findall(self._journal.read_bytes())]
        return max((entry for entry in entries if entry[1] <= size), default=(0, 0))

    def __enter__(self) -> Assembly:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        self._entries.close()

    def add(self, write: Callable[[IO[bytes]], None]) -> None:
        """Let the next shard be written, and note that it is whole once it has reached the disk."""
        write(self._file)
        self._file.flush()
        os.fsync(self._file.fileno())
        if hasattr(os, "posix_fadvise"):
            # What is on the disk need not fill the memory; in a virtual machine, taking fresh memory costs more than
            # the writing.
            os.posix_fadvise(self._file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        self.done += 1
        self._entries.write(b"%d %d\n" % (self.done, self._file.tell()))
        self._entries.flush()
        os.fsync(self._entries.fileno())

    def add_part(self, part: Path) -> None:
        """Put a part that was made elsewhere behind the others, and delete it."""

        def copy(file: IO[bytes]) -> None:
            with part.open("rb") as source:
                shutil.copyfileobj(source, file, 1 << 20)

        self.add(copy)
        part.unlink()

    def add_whole(self, write: Callable[[IO[bytes]], None]) -> None:
        """Let all of the output be written at once, in place of what is there."""
        self._file.seek(0)
        self._file.truncate()
        self.done = 0
        self.add(write)

    def finish(self, out: Path) -> None:
        """Rename the output into place."""
        self._out.replace(out)


def synced(folder: Path) -> None:
    """Make the names in a folder survive a crash, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
