"""Data sets, read a bounded number of records at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

Record = Mapping[str, Any]
CHUNK = 2_048


def chunks(path: Path) -> Iterator[list[Record | None]]:
    """The records of a JSON-lines or Parquet file, in order; None stands for a line that is not a JSON object."""
    if path.suffix == ".parquet":
        yield from _parquet_chunks(path)
        return
    with path.open("rb") as file:
        while lines := list(islice(file, CHUNK)):
            yield [_record(line) for line in lines]


def _record(line: bytes) -> Record | None:
    try:
        found = orjson.loads(line)
    except orjson.JSONDecodeError:
        return None
    return found if isinstance(found, dict) else None


def _parquet_chunks(path: Path) -> Iterator[list[Record | None]]:
    from mspec.runtime.data import parquet

    parquet.require()
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(CHUNK):
            yield [_unpaired(row) for row in batch.to_pylist()]


def _unpaired(row: dict[str, Any]) -> Record:
    """A row with its lists of pairs as maps, so that it is the record that JSON lines hold."""
    metrics = dict(row["metrics"])
    metrics["operators"] = {pair["key"]: pair["value"] for pair in metrics["operators"]}
    found = {**row, "givens": dict(row["givens"]), "told": dict(row["told"]), "metrics": metrics}
    if found.get("pair"):
        pair, maps = found["pair"], ("givens", "told")
        found["pair"] = {**pair, **{name: {own["key"]: own["value"] for own in pair[name]} for name in maps}}
    if not found.get("plugins"):
        found.pop("plugins", None)
    if found.get("choices") is None:
        found.pop("choices", None)
        found.pop("correct", None)
    return found


def sample_lines(path: Path, n: int) -> list[str]:
    """`n` records spread evenly over a data set, as JSON; all of them if it has fewer. Two passes, one to count."""
    total = sum(len(chunk) for chunk in chunks(path))
    wanted = {position * total // n for position in range(n)} if total > n else set(range(total))
    found: list[str] = []
    position = 0
    for chunk in chunks(path):
        for record in chunk:
            if position in wanted and record is not None:
                found.append(orjson.dumps(record).decode())
            position += 1
    return found
