"""Worlds of a problem drawn straight from its domains, for tests that must not depend on the sampler."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from mspec.compiler.ir import Given, NodeId, Problem, Value
from mspec.compiler.lower.forms import Code, Form, Many, Scaled, Truth
from mspec.compiler.types import ListOf
from mspec.runtime.batch import Column

World = dict[NodeId, Value]


def draw(problem: Problem, rows: int, seed: int = 0) -> list[World]:
    """Independent uniform draws of every given; nothing is constrained."""
    chance = random.Random(seed)
    worlds: list[World] = [{} for _ in range(rows)]
    for node in problem.givens():
        given = problem.nodes[node]
        assert isinstance(given, Given)
        choices = list(given.domain)  # type: ignore[arg-type]
        for world in worlds:
            if isinstance(given.type, ListOf):
                world[node] = tuple(chance.choice(choices) for _ in range(given.type.length))
            else:
                world[node] = chance.choice(choices)
    return worlds


def as_columns(problem: Problem, worlds: Sequence[World]) -> tuple[dict[NodeId, Column], dict[NodeId, Form]]:
    """The givens of some worlds as columns and their forms."""
    columns: dict[NodeId, Column] = {}
    forms: dict[NodeId, Form] = {}
    for node in problem.givens():
        columns[node], forms[node] = as_column([world[node] for world in worlds])
    return columns, forms


def as_column(values: Sequence[Value]) -> tuple[Column, Form]:
    """One column of values of one sort."""
    first = values[0]
    if isinstance(first, bool):
        return np.array(values, dtype=bool), Truth()
    if isinstance(first, Fraction):
        numbers = [value for value in values if isinstance(value, Fraction)]
        den = math.lcm(*(number.denominator for number in numbers))
        wholes = [int(number * den) for number in numbers]
        small = all(abs(whole) < 1 << 62 for whole in wholes)
        return np.array(wholes, dtype=np.int64 if small else object), Scaled(den)
    if isinstance(first, tuple):
        flat = [entry for value in values if isinstance(value, tuple) for entry in value]
        whole, element = as_column(flat)
        assert isinstance(whole, np.ndarray) and isinstance(element, Scaled | Code)
        matrix = whole.reshape(len(values), len(first))
        return tuple(matrix.T), Many(element, len(first))
    known = tuple(dict.fromkeys(values))
    return np.array([known.index(value) for value in values], dtype=np.int64), Code(known)
