"""Parquet: nested columns from the same lines that JSON lines are made of.

The lines of a batch are read by Arrow's own reader against a fixed schema, so there is one path from worlds to records
and no object a row. Needs the extra `parquet`.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.data import NeedsExtra
from mspec.runtime.vary.difference import Difference

if TYPE_CHECKING:
    import pyarrow as pa

GROUP = 8_192
"""Rows in a row group at most; part of the format, whatever the batches are."""


DIFFERENCE = tuple(field.name for field in fields(Difference))
"""The fields of the difference between a variant and its parent."""


def require() -> None:
    """Raises MspecError (MS8202) where pyarrow is not installed."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise MspecError([NeedsExtra(what="the format parquet", package="pyarrow", extra="parquet")]) from error


def schema(besides: frozenset[str] = frozenset()) -> pa.Schema:
    """The columns of a data set. Values are exact text, as in JSON lines.

    Args:
        besides: of "text" (in a style), "choices", "wrong" (traces), "pair" and "difference", what some records have.
    """
    import pyarrow as pa

    text, whole = pa.string(), pa.int32()
    texts = pa.list_(text)
    steps = pa.list_(
        pa.struct(
            {
                **dict.fromkeys(("name", "kind", "description", "sentence", "expression"), text),
                **dict.fromkeys(("equation", "claim", "value", "unit"), text),
                "inputs": texts,
                "depth": whole,
            }
        )
    )
    trace = {"id": text, "mistake": text, "first_wrong": whole, "steps": steps, "answer": _answer()}
    pair = {
        **dict.fromkeys(("kind", "what", "from", "to", "question"), text),
        "answer": _answer(),
        **dict.fromkeys(("givens", "told"), pa.list_(pa.struct({"key": text, "value": text}))),
        "steps": steps,
        **dict.fromkeys(("changed", "same", "untouched"), texts),
    }
    further = {
        "text": {"text": pa.struct(dict.fromkeys(("style", "problem", "solution"), text))},
        "choices": {"choices": texts, "correct": whole},
        "wrong": {"wrong": pa.list_(pa.struct(trace))},
        "pair": {"pair": pa.struct(pair)},
        "difference": {"difference": pa.struct(dict.fromkeys(DIFFERENCE, texts))},
    }
    return pa.schema(
        {
            "id": text,
            "spec": text,
            "spec_hash": text,
            "seed": pa.int64(),
            "index": pa.int64(),
            "question": text,
            "answer": _answer(),
            "parts": pa.list_(pa.struct({"question": text, "answer": _answer()})),
            "steps": steps,
            "givens": pa.map_(text, text),
            "told": pa.map_(text, text),
            "metrics": _metrics(),
            "lineage": texts,
            "verified": texts,
            "plugins": texts,
            **{name: type_ for what, own in further.items() if what in besides for name, type_ in own.items()},
        }
    )


def _metrics() -> pa.DataType:
    import pyarrow as pa

    whole = ("length", "steps", "width", "branching", "shared", "treewidth", "digits")
    return pa.struct(
        {
            **{name: pa.int32() for name in whole},
            "shape": pa.string(),
            "largest": pa.string(),
            "operators": pa.list_(pa.struct({"key": pa.string(), "value": pa.int32()})),
            "unused": pa.list_(pa.string()),
            "arms": pa.list_(pa.string()),
        }
    )


def _answer() -> pa.DataType:
    import pyarrow as pa

    return pa.struct({name: pa.string() for name in ("text", "value", "type", "unit")})


def write(file: IO[bytes], batches: Iterable[list[str]], besides: frozenset[str] = frozenset()) -> None:
    """Write batches of lines (made with `pairs`, see `records.Recorder`) as one Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = schema(besides)
    with pq.ParquetWriter(file, columns, compression="zstd") as writer:
        for lines in batches:
            writer.write_table(_table(lines, columns, pa), row_group_size=GROUP)


def concatenate(parts: Iterable[Path], file: IO[bytes], besides: frozenset[str] = frozenset()) -> None:
    """Put the row groups of several files into one, in order."""
    import pyarrow.parquet as pq

    columns = schema(besides)
    with pq.ParquetWriter(file, columns, compression="zstd") as writer:
        for part in parts:
            with pq.ParquetFile(part) as source:
                for group in range(source.num_row_groups):
                    writer.write_table(source.read_row_group(group), row_group_size=GROUP)


def _table(lines: list[str], columns: pa.Schema, pa: Any) -> pa.Table:
    import pyarrow.json as arrow_json

    pairs = pa.list_(pa.struct({"key": pa.string(), "value": pa.string()}))
    loose = pa.schema([pa.field(f.name, pairs if pa.types.is_map(f.type) else f.type) for f in columns])
    table = arrow_json.read_json(
        io.BytesIO("\n".join(lines).encode()),
        read_options=arrow_json.ReadOptions(use_threads=False, block_size=1 << 28),
        parse_options=arrow_json.ParseOptions(explicit_schema=loose, unexpected_field_behavior="error"),
    ).combine_chunks()
    arrays = []
    for name, column in zip(columns.names, table.columns, strict=True):
        (array,) = column.chunks
        if pa.types.is_map(columns.field(name).type):
            entries = array.values
            array = pa.MapArray.from_arrays(array.offsets, entries.field("key"), entries.field("value"))
        arrays.append(array)
    return pa.table(arrays, schema=columns)
