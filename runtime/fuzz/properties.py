"""What must hold for every variant: eight properties, numbered as docs/fuzzing.md has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mspec.runtime.fuzz import cascade, form, lengths, printed, refusals, solved, told, values
from mspec.runtime.fuzz.journey import Journey
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.testing import World


@dataclass(frozen=True, slots=True)
class Fault:
    """A property that does not hold: its number, and how."""

    number: int
    text: str

    def __str__(self) -> str:
        return f"{self.number} ({PROPERTIES[self.number]}): {self.text}"


PROPERTIES = {
    1: "it prints, type-checks and reads back",
    2: "all evaluations agree",
    3: "told enough, told nothing away, told in order",
    4: "what is untouched keeps its value, and the rest follows",
    5: "the length changes as declared",
    6: "what is printed is true",
    7: "the same bytes in any order",
    8: "a refusal says why",
}
SAME_BYTES_ONE_IN = 4
"""Places for one at which records are made twice."""
_OF_JOURNEYS: tuple[tuple[int, Callable[[Journey], Iterator[str]]], ...] = (
    (8, refusals.explained),
    (1, form.well_formed),
    (3, told.follows),
    (5, lengths.as_declared),
)


def faults_of_journey(journey: Journey) -> Iterator[Fault]:
    """What is wrong whatever the world. Each property is looked at only if those before it hold."""
    for number, property_ in _OF_JOURNEYS:
        found = [Fault(number, text) for text in property_(journey)]
        yield from found
        if found:
            return


def faults_in_world(journey: Journey, world: World, place: int = 0, *, solvers: bool = False) -> Iterator[Fault]:
    """What is wrong in a world of the variant.

    Args:
        journey: in which nothing is wrong whatever the world.
        world: of what the rules made.
        place: decides which other world is compared with, and which row of its stream is made again.
        solvers: Z3 and, where it is installed, cvc5 compute the world too.
    """
    problem = journey.problem
    reader = Interpreter(problem, world)
    broken = reader.broken()
    last = next((move for move in reversed(journey.moves) if move.after is not None), None)
    if isinstance(broken, Undefined):
        forced = None if last is None else cascade.as_forced(last, world)
        if forced is not None and not isinstance(forced.broken(), Undefined):
            yield Fault(4, f"the last rule brings what has no value: {broken.why}")
        return
    if broken is not None:
        yield Fault(2, f"the sampler drew what the interpreter does not admit: {broken.reason}")
        return
    if last is not None:
        yield from (Fault(4, text) for text in cascade.kept(last, world))
    checks: tuple[tuple[int, Iterator[str]], ...] = (
        (1, form.typed(problem, reader)),
        (4, cascade.twin_worlds(problem, world, place)),
        (4, cascade.always(journey, world)),
        (2, values.one_value(problem, world)),
        (3, told.determined(problem, world)),
        (6, printed.true_by_itself(journey, world)),
        (7, printed.same_bytes(journey, place % 1000) if place % SAME_BYTES_ONE_IN == 0 else iter(())),
    )
    for number, texts in checks:
        found = [Fault(number, text) for text in texts]
        yield from found
        if found:
            return
    if solvers:
        yield from (Fault(2, text) for text in solved.same_by_solvers(problem, world))
