"""What is kept between runs in the user's cache directory: parse tables and parsed libraries.

`$MSPEC_CACHE_DIR`, `$XDG_CACHE_HOME` or `~/.cache`, folder `mspec`. Losing it costs time only.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


def kept_file(kind: str, content: str) -> Path | None:
    """Where what is made of `content` is kept, or None where there is no folder that only this user can write."""
    key = hashlib.sha256(f"{content} {sys.version_info[:2]}".encode()).hexdigest()[:24]
    folder = _folder()
    return None if folder is None else folder / f"{kind}-{key}"


def _folder() -> Path | None:
    try:
        base = os.environ.get("MSPEC_CACHE_DIR") or os.environ.get("XDG_CACHE_HOME")
        folder = Path(base) / "mspec" if base else Path.home() / ".cache" / "mspec"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    # What is kept is pickled: nobody else may be able to write it.
    if not os.access(folder, os.W_OK) or (hasattr(os, "getuid") and folder.stat().st_uid != os.getuid()):
        return None
    return folder


@contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """A file written beside and moved into place: nobody reads half of it. Not being able to keep is no fault."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        try:
            with beside.open("wb") as stream:
                yield stream
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
