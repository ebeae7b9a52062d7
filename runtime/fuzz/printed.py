"""Properties 6 and 7: a record of the world is true by its own text, and is the same bytes however it is made."""

from __future__ import annotations

from collections.abc import Iterator

import orjson

from mspec.compiler.diagnostics import MspecError
from mspec.runtime.data.records import Recorder
from mspec.runtime.data.self_check import check_record, check_texts, malformed
from mspec.runtime.data.variants import origin, recorder_of
from mspec.runtime.fuzz.journey import Journey, retraced
from mspec.runtime.fuzz.values import held
from mspec.runtime.testing import World


def true_by_itself(journey: Journey, world: World) -> Iterator[str]:
    """Every equation and claim of the record, its values, units, depths and metrics, read again from its text."""
    problem = journey.problem
    lineage = (origin(journey.base), *journey.heads)
    try:
        line = Recorder(problem, 0, sampler=held(problem, world), lineage=lineage).rows(range(1))[0]
    except MspecError as error:
        yield f"no record: {error.diagnostics[0].code} {error.diagnostics[0].text()}"
        return
    record = orjson.loads(line)
    why = malformed(record)
    if why is not None:
        yield f"the record is malformed: {why}"
        return
    for _, fault in check_texts([record], {record["spec_hash"]: problem.lexicon}):
        yield f"{fault.kind}: {fault.text}"
    for fault in check_record(record):
        yield f"{fault.kind}: {fault.text}"


def same_bytes(journey: Journey, row: int) -> Iterator[str]:
    """The rules taken again give the same problem, and a row alone the bytes that it has after others."""
    again = retraced(journey.base, [move.head for move in journey.moves])
    if again.heads != journey.heads or again.problem != journey.problem:
        yield "the same rules on the same problem made another one"
        return
    try:
        after_others = recorder_of(journey.variant, 0).rows(range(row + 1, row - 1, -1))[1]
        alone = recorder_of(again.variant, 0).rows(range(row, row + 1))[0]
    except MspecError:
        return  # no world, or what another property says
    if after_others != alone:
        yield f"row {row} has other bytes alone than after row {row + 1}"
