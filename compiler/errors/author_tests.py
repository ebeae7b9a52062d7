"""MS5008-MS5010: what an author's `test` says and the worlds do not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, eq=False, repr=False)
class ImpossibleTest(Diagnostic):
    """The values that a test binds are in no world: outside a domain, or against a constraint.

    ```mspec
    problem p {
      given { n : int in 2..9 }
      steps { twice = 2 * n  "twice the number" }
      story \"\"\"A number is {n}.\"\"\"
      ask twice "What is twice that?"
      test "too large" {
        with n = 10
        expect twice == 20
      }
    }
    ```

    A test speaks of worlds that can be drawn. Widen the domain, or bind other values.
    """

    code: ClassVar[str] = "MS5008"
    message: ClassVar[str] = 'test "{title}": no world has these values'
    label: ClassVar[str] = "{why}"
    help: ClassVar[str] = "widen the domain, or bind other values"
    title: str = ""
    why: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class TestFails(Diagnostic):
    """What a test expects is false in a world that has the bound values. Givens that are not bound stand
    for all their values.

    ```mspec
    problem p {
      given { n : int in 2..9 }
      steps { twice = 2 * n  "twice the number" }
      story \"\"\"A number is {n}.\"\"\"
      ask twice "What is twice that?"
      test "unbound" {
        expect twice == 8
      }
    }
    ```

    Correct the step or the expected value; or bind the givens on which it depends.
    """

    code: ClassVar[str] = "MS5009"
    message: ClassVar[str] = 'test "{title}": {world}'
    label: ClassVar[str] = "false there"
    title: str = ""
    world: str = ""
    unbound: str = ""

    def help_text(self) -> str:
        if self.unbound:
            return f"bind what it depends on: `with {self.unbound}`"
        return "correct the step, or what is expected"


@dataclass(frozen=True, eq=False, repr=False)
class OnlySampled(Diagnostic):
    """An `always` or `expect` line could be neither proved nor refuted within the budget. It held in all the worlds
    that were drawn.

    ```mspec
    problem p {
      given { a, b, c : int in 1..1000000 }
      steps { total = a^3 + b^3  "sum of the cubes" }
      story \"\"\"The numbers are {a}, {b} and {c}.\"\"\"
      ask total "What is the sum of the cubes of the first two?"
      test "no cube" {
        always total != c^3
      }
    }
    ```

    It is evidence, not a proof. Narrower domains let it be decided.
    """

    code: ClassVar[str] = "MS5010"
    severity: ClassVar[Severity] = Severity.NOTE
    message: ClassVar[str] = 'test "{title}": not proved; it held in {worlds} drawn worlds'
    label: ClassVar[str] = "sampled only"
    help: ClassVar[str] = "narrow the domains to have it decided"
    title: str = ""
    worlds: int = 0
