"""Variants, distinct by structure and verified, for each second of processor time; cold and warm; and what they are.

    python benchmarks/variants.py [SPECS…] [-n ROWS] [--length 2..21] [--seed 1]

Cold is the first part in a fresh process, from the reading of the specs on; warm is what comes when each base problem
was used once. Two ways are measured. `variants`: rules are applied, a world goes on, it is worked out by the
interpreter and held against the conditions, the structure is hashed; no text is made. `records`: the whole way, with
plan, steps, labels, English, every equation read again, JSON.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter

import orjson

from mspec import api, varying
from mspec.compiler.hashes import graph_hash
from mspec.runtime.data.records import spec_hash
from mspec.runtime.data.variants import Mixture, VariantRecorder
from mspec.runtime.interpret import Interpreter
from mspec.runtime.plan.path import Point
from mspec.runtime.plan.paths import Paths

COLD = 100
"""Variants and rows that count as cold."""
ROUNDS = 8
"""Rules of the longest of the variants of which no record is made; each path has one with each number of them."""


def variants(paths: Paths, rows: range) -> set[str]:
    """The structures (`graph_hash`) of variants with 1 to `ROUNDS` rules, each verified in a world."""
    found: set[str] = set()
    for row in rows:
        point = next(paths.points(row))
        problem, names = point.variant.problem, point.variant.problem.names()
        world = {node: point.world[names[node]] for node in problem.givens()}
        assert Interpreter(problem, world).admissible()
        found.add(graph_hash(problem))
    return found


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("specs", nargs="*", default=["specs"])
    parser.add_argument("-n", type=int, default=1000)
    parser.add_argument("--length", default="2..21")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()

    plan = varying.plan_of(length=wanted.length)
    assert plan is not None
    began = time.process_time()
    chosen = {(problem.name, spec_hash(problem)): problem for problem in api.problems_of(wanted.specs)}
    problems = tuple(chosen[key] for key in sorted(chosen))
    read = time.process_time() - began
    print(f"{len(problems)} base problems, read in {read:.2f} s")

    rounds = varying.plan_of(rounds=f"1..{ROUNDS}")
    assert rounds is not None
    paths, every = Paths(problems, rounds, wanted.seed), ROUNDS * len(problems)
    began = time.process_time()
    known = variants(paths, range(COLD))
    spent = read + time.process_time() - began
    print(f"variants, cold: {len(known) / spent:.1f} distinct a CPU second ({COLD}, {spent:.2f} s, specs read in it)")
    known |= variants(paths, range(COLD, every))
    began = time.process_time()
    found = variants(paths, range(every, every + wanted.n)) - known
    spent = time.process_time() - began
    print(f"variants, warm: {len(found) / spent:.1f} distinct a CPU second ({wanted.n}, {spent:.2f} s)")

    structures: list[str] = []

    def note(point: Point) -> None:
        structures.append(graph_hash(point.variant.problem))

    recorder = VariantRecorder(Mixture(problems, plan), wanted.seed, noted=note)
    began = time.process_time()
    lines = recorder.batch(0, wanted.n)
    spent, different = time.process_time() - began, len(set(structures))
    print(f"records: {different / spent:.1f} distinct a CPU second ({wanted.n} of {wanted.length}, {spent:.2f} s)")
    records = [orjson.loads(line) for line in lines]

    print(f"distinct structures: {different} of {len(lines)} rows, {different / len(lines):.1%}")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    bases = len({record["lineage"][0] for record in records})
    total, (first, most) = sum(recorder.used.values()), recorder.used.most_common(1)[0]
    print(f"{bases} base problems used, {len(recorder.used)} rules; the commonest: {first}, {most / total:.1%} of uses")
    shapes = Counter(record["metrics"]["shape"] for record in records)
    print("shapes:", ", ".join(f"{name} {count / len(records):.1%}" for name, count in shapes.most_common()))
    off = Counter(abs(record["metrics"]["length"] - plan.wanted(row)) for row, record in enumerate(records))
    print("length off by:", ", ".join(f"{by}: {count / len(records):.1%}" for by, count in sorted(off.items())))
    reasons: Counter[str] = Counter()
    for reason, count in recorder.discarded.items():
        reasons["no such size beside a path" if " beside a path" in reason else reason] += count
    print("discarded before any text:", ", ".join(f"{reason} {count}" for reason, count in reasons.most_common()))


if __name__ == "__main__":
    main()
