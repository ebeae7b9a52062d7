"""MS51xx: worlds that cannot be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic, Label
from mspec.compiler.source import NOWHERE, Span


def _placed(labels: tuple[Label, ...], besides: Span) -> tuple[Label, ...]:
    return tuple(label for label in labels if label.span not in (NOWHERE, besides))


@dataclass(frozen=True, eq=False, repr=False)
class NoWorlds(Diagnostic):
    """No choice of the givens satisfies all constraints. The marked lines clash: without any one of them there
    would be a world.

    ```mspec
    problem p {
      given { a, b : int in 1..9 }
      require { a + b > 12
                a * b < 10 }
      steps { total = a + b  "total" }
      story \"\"\"Two numbers are {a} and {b}.\"\"\"
      ask total "What is their sum?"
    }
    ```

    Widen a domain or weaken one of the lines.
    """

    code: ClassVar[str] = "MS5101"
    message: ClassVar[str] = "no world satisfies all constraints on {names}"
    label: ClassVar[str] = "{first}"
    help: ClassVar[str] = "widen a domain, or weaken one of the marked lines"
    names: str = ""
    first: str = "cannot hold"
    clashing: tuple[Label, ...] = ()
    remarks: tuple[str, ...] = ()

    def others(self) -> tuple[Label, ...]:
        return _placed(self.clashing, self.span)

    def notes(self) -> tuple[str, ...]:
        return self.remarks


@dataclass(frozen=True, eq=False, repr=False)
class TooFewToDiffer(Diagnostic):
    """Givens that must differ have fewer values than there are givens: people and nouns with overlapping domains
    (unless `repeat` is written), and the elements of a list that is `distinct`.

    ```mspec
    problem p {
      given { xs : list(int, 5) in 1..4 distinct }
      steps { total = sum(xs)  "total" }
      story \"\"\"The numbers are {xs}.\"\"\"
      ask total "What is their sum?"
    }
    ```

    Give the domain more values, or write `repeat` (drop `distinct`).
    """

    code: ClassVar[str] = "MS5102"
    message: ClassVar[str] = "there are too few values for {names} to be different"
    label: ClassVar[str] = "must differ"
    help: ClassVar[str] = "give the domain more values; or write `repeat` (people, nouns), drop `distinct` (lists)"
    names: str = ""
    places: tuple[Label, ...] = ()

    def others(self) -> tuple[Label, ...]:
        return _placed(self.places, self.span)


@dataclass(frozen=True, eq=False, repr=False)
class HopelessDraw(Diagnostic):
    """Worlds are so rare among the choices of the givens that they can neither be listed nor be met by chance.

    ```mspec
    problem p {
      given { a, b, c : int in 1..100000 }
      require { a * a + b * b == c * c }
      steps { total = a + b + c  "perimeter" }
      story \"\"\"The sides are {a}, {b} and {c}.\"\"\"
      ask total "What is the perimeter?"
    }
    ```

    Make a given that the constraints determine into a step, or narrow the domains.
    """

    code: ClassVar[str] = "MS5103"
    message: ClassVar[str] = "worlds of {names} are too rare to draw: {hits} in {trials} of {bound} choices"
    label: ClassVar[str] = "{first}"
    help: ClassVar[str] = "turn a given that the others determine into a step, or narrow the domains"
    names: str = ""
    hits: int = 0
    trials: int = 0
    bound: int = 0
    first: str = ""
    rates: tuple[Label, ...] = ()
    remarks: tuple[str, ...] = ()

    def others(self) -> tuple[Label, ...]:
        return _placed(self.rates, self.span)

    def notes(self) -> tuple[str, ...]:
        return self.remarks


@dataclass(frozen=True, eq=False, repr=False)
class OutsideDomain(Diagnostic):
    """A value that was asked for (`--given n=99`) is not in the given's domain.

    ```mspec-with n=99
    problem p {
      given { n : int in 1..9 }
      steps { twice = 2 * n  "twice the number" }
      story \"\"\"A number is {n}.\"\"\"
      ask twice "What is twice the number?"
    }
    ```

    Choose a value of the domain.
    """

    code: ClassVar[str] = "MS5104"
    message: ClassVar[str] = "{value} is not in the domain of `{name}`"
    label: ClassVar[str] = "the domain: {domain}"
    help: ClassVar[str] = "choose a value of the domain"
    name: str = ""
    value: str = ""
    domain: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class NoSuchGiven(Diagnostic):
    """A value was asked for (`--given m=3`) for a name that is not a given of the problem.

    ```mspec-with m=3
    problem p {
      given { n : int in 1..9 }
      steps { twice = 2 * n  "twice the number" }
      story \"\"\"A number is {n}.\"\"\"
      ask twice "What is twice the number?"
    }
    ```

    Only givens can be set; steps follow from them.
    """

    code: ClassVar[str] = "MS5105"
    message: ClassVar[str] = "`{name}` is not a given"
    help: ClassVar[str] = "the givens are {known}"
    name: str = ""
    known: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class AttemptsSpent(Diagnostic):
    """A row was drawn again and again and never met the constraints, although a trial found worlds often enough.

    A draw stops with this message rather than give back fewer rows. It is next to impossible by chance: the
    trial's share of worlds would have to be far from the truth. Narrow the domains so that the worlds can be listed.
    """

    code: ClassVar[str] = "MS5106"
    message: ClassVar[str] = "row {row} found no world of {names} in {attempts} attempts"
    help: ClassVar[str] = "narrow the domains"
    names: str = ""
    row: int = 0
    attempts: int = 0
