"""What the records of a run have besides the fields that all records have, and what makes records with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import partial

import orjson

from mspec.compiler.ir import Problem, Value
from mspec.runtime.batch import Batch
from mspec.runtime.data.choices import Choices
from mspec.runtime.data.counterfactual import Counterfactuals
from mspec.runtime.data.records import More, Recorder
from mspec.runtime.data.wrong import WrongTraces
from mspec.runtime.render.styles import Pack, styled
from mspec.runtime.sample.held import Held
from mspec.runtime.sample.sampler import Sampler, sampler_for
from mspec.runtime.vary.difference import difference
from mspec.runtime.walked import Walked


@dataclass(frozen=True, slots=True)
class Besides:
    """Further fields of all records of a run."""

    style: Pack | None = None
    """`text`: problem and solution in a style."""
    wrong: int = 0
    """`wrong`: up to so many wrong solution traces."""
    pair: str = ""
    """`pair`: the same problem in a world with another "leaf", or without its last "rule"."""


NOTHING = Besides()


def recorder_with(
    problem: Problem,
    seed: int,
    besides: Besides = NOTHING,
    *,
    given: Mapping[str, Value] | None = None,
    proved: bool = False,
    pairs: bool = False,
    sampler: Sampler | Held | None = None,
    lineage: tuple[str, ...] = (),
    parent: Problem | None = None,
    evaluator: Walked | None = None,
) -> Recorder:
    """A recorder whose records have all their fields: choices where the question asks for them, and those of `besides`.

    Args:
        parent: what the last rule of the lineage was applied to; their `difference` is recorded.
        evaluator: what works the worlds out, where nothing is to be compiled for that.

    Raises:
        MspecError: as a recorder does.
    """
    sampler = sampler or sampler_for(problem, given)
    further: list[More] = []
    if problem.asks[-1].form.choices is not None:
        traces = WrongTraces(problem, seed, problem.asks[-1].form.choices, sampler, pairs)
        further.append(Choices(problem, seed, traces.of))
    if besides.wrong:
        further.append(WrongTraces(problem, seed, besides.wrong, sampler, pairs))
    if besides.pair:
        rule = lineage[-1] if len(lineage) > 1 else ""
        further.append(Counterfactuals(problem, seed, besides.pair, sampler, parent, rule, pairs))

    if parent is not None:
        further.append(partial(_with, "difference", orjson.dumps(difference(parent, problem)).decode()))
    in_style = besides.style
    if in_style is not None and problem.asks[-1].form.choices is not None:
        # The choices stand in the text, so it is made when they are there.
        further.append(partial(_styled, in_style))
        in_style = None

    def more(batch: Batch, lines: list[str]) -> list[str]:
        for add in further:
            lines = add(batch, lines)
        return lines

    return Recorder(
        problem,
        seed,
        proved=proved,
        pairs=pairs,
        style=in_style,
        sampler=sampler,
        lineage=lineage,
        more=more if further else None,
        evaluator=evaluator,
    )


def _with(name: str, text: str, batch: Batch, lines: list[str]) -> list[str]:
    """The records with a field that all of them have alike."""
    return [f'{line[:-1]},"{name}":{text}}}' for line in lines]


def _styled(style: Pack, batch: Batch, lines: list[str]) -> list[str]:
    """The records with their text in a style."""
    texts = [orjson.dumps(asdict(styled(style, orjson.loads(line)))).decode() for line in lines]
    return [f'{line[:-1]},"text":{text}}}' for line, text in zip(lines, texts, strict=True)]
