"""Variants, distinct by structure and verified, for each second of processor time; cold and warm; and what they are.

    python benchmarks/variants.py [SPECS…] [-n ROWS] [--length 2..21] [--seed 1]

Cold is the first part of the rows in a fresh process, from the reading of the specs on; warm are the rows after it.
The whole way of a record is in it: plan, rules, world, solution, steps, labels, English, checks, hash, JSON.
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
from mspec.runtime.plan.path import Point

COLD = 100
"""Rows that count as cold."""


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
    structures: list[str] = []

    def note(point: Point) -> None:
        structures.append(graph_hash(point.variant.problem))

    recorder = VariantRecorder(Mixture(problems, plan), wanted.seed, noted=note)
    lines = recorder.batch(0, COLD)
    cold, known = time.process_time() - began, len(set(structures))
    began = time.process_time()
    lines += recorder.batch(COLD, COLD + wanted.n)
    warm = time.process_time() - began
    records = [orjson.loads(line) for line in lines]

    different = len(set(structures))
    print(f"{len(problems)} base problems, rows of length {wanted.length}")
    print(f"cold: {known / cold:.1f} distinct variants a CPU second ({COLD} rows, {cold:.2f} s, specs read in it)")
    print(f"warm: {(different - known) / warm:.1f} distinct variants a CPU second ({wanted.n} rows, {warm:.2f} s)")
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
