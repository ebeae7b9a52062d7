"""Variants that are written down as specs: drawn by a plan, or all of so many rounds. Each checks without an error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.plans import OnePlan
from mspec.compiler.hashes import surface_hash, world_hash
from mspec.compiler.ir import Problem
from mspec.compiler.print_spec import print_problem
from mspec.runtime.plan.paths import Paths
from mspec.runtime.plan.plan import Plan
from mspec.runtime.plan.reach import out_of_reach
from mspec.runtime.prove.check import check_problem
from mspec.runtime.vary.idle import without_idle
from mspec.runtime.vary.variant import Variant, offers, settled


def variants(problem: Problem, plan: Plan, n: int, seed: int) -> Iterator[Variant]:
    """The first `n` variants of a problem under a seed, or fewer where no more are found that differ; each is a
    problem like any other.

    Raises:
        MspecError: MS8501, the problem and its rules do not lead there.
    """
    # A path for each: variants that shared one would be each other's beginnings.
    paths, known = Paths((problem,), plan, seed), set[str]()
    for index in range(n):
        texts = ((one, print_problem(one.problem)) for one in _sound(paths, index))
        found, text = next(((one, text) for one, text in texts if text not in known), (None, ""))
        if found is None and known:
            return
        if found is None:
            raise out_of_reach(paths, index, paths.refused, problem.name)
        known.add(text)
        yield replace(found, problem=replace(found.problem, name=f"{problem.name}_s{seed}_{index}"))


def every(problem: Problem, plan: Plan) -> Iterator[Variant]:
    """All variants of a problem after so many rounds as a plan by rounds asks for: fewer rounds first, then in the
    order in which rules are offered; those of one world and one wording (`world_hash`, `surface_hash`) once.

    Raises:
        MspecError: MS8502, the plan is not by rounds; MS8501, MS8507, there is none.
    """
    if plan.kind != "rounds":
        raise MspecError([OnePlan(given=f"--all with --{plan.kind}")])
    layer: Iterable[Variant] = [Variant.of(problem)]
    known, made = {_identity(problem)}, 0
    for rounds in range(plan.high + 1):
        if rounds < plan.high:
            layer = list(layer)
        for variant in layer if rounds >= plan.low else []:
            whole, error = _checked(variant)
            if not error:
                yield replace(whole, problem=replace(whole.problem, name=f"{problem.name}_all_{made}"))
                made += 1
        layer = (further for variant in layer for further in _next(variant, plan, known))
    if not made:
        raise out_of_reach(Paths((problem,), plan, 0), 0, Counter({"all rules tried": 1}), problem.name)


def _next(variant: Variant, plan: Plan, known: set[tuple[str, str]]) -> Iterator[Variant]:
    """What one more rule makes of a variant, so far as it is not known."""
    for offer in offers(variant.problem):
        if plan.limits.allows(offer.name):
            with suppress(MspecError):  # it does not fit here
                further = variant.then(offer)
                identity = _identity(further.problem)
                if identity not in known:
                    known.add(identity)
                    yield further


def _identity(problem: Problem) -> tuple[str, str]:
    return world_hash(problem), surface_hash(print_problem(problem))


def _sound(paths: Paths, index: int) -> Iterator[Variant]:
    """Variants for an index that check without an error, on one path after another: a world was met on the way to
    each, but worlds may be too rare to be drawn, or a step may break what its type promises in another world."""
    plan = paths.plan
    span = plan.high - plan.low + 1
    for found in paths.points(index * span + index % span):
        whole, error = _checked(found.variant)
        if not error:
            yield whole
        else:
            paths.refused[f"{error} in some world"] += 1


def _checked(variant: Variant) -> tuple[Variant, str]:
    """A variant as it is written down, and the code of the first error that it has, if any."""
    problem = without_idle(settled(variant.problem))
    errors = (one.code for one in check_problem(problem) if one.severity == "error")
    return replace(variant, problem=problem), next(errors, "")
