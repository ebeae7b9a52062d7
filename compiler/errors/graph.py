"""MS4xxx: what is told, what is asked, and whether the one leads to the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, eq=False, repr=False)
class NeedsUntold(Diagnostic):
    """The answer depends on a given that no sentence tells, and nothing that is told depends on it.

    ```mspec
    problem apples {
      given {
        n : int in 1..9  "number of bags"
        k : int in 2..5  "apples in a bag"
      }
      steps { total = n * k  "number of apples" }
      story \"\"\"
        There are {n} bags of apples.
      \"\"\"
      ask total "How many apples are there?"
    }
    ```
    """

    code: ClassVar[str] = "MS4001"
    message: ClassVar[str] = "the answer `{asked}` needs `{given}`, which no sentence tells"
    label: ClassVar[str] = "`{given}` is not told"
    help: ClassVar[str] = "tell it in the story with `{{{given}}}`"

    asked: str = ""
    given: str = ""
    remarks: tuple[str, ...] = ()

    def notes(self) -> tuple[str, ...]:
        return self.remarks


@dataclass(frozen=True, eq=False, repr=False)
class CannotRecover(Diagnostic):
    """A hidden given is needed, something told depends on it, and yet it cannot be found from it step by step.

    Recovery goes backwards through + - * /, conversions and powers, along one operand at each; or it
    solves as many linear equations as there are unknowns.

    ```mspec
    problem boxes {
      given {
        n : int in 10..99  "number of eggs"
      }
      steps { full = quotient(n, 6)  "number of full boxes" }
      tell full
      story \"\"\"
        The eggs fill {full} boxes of six.
      \"\"\"
      ask n "How many eggs are there?"
    }
    ```
    """

    code: ClassVar[str] = "MS4002"
    message: ClassVar[str] = "`{given}` is not told and cannot be recovered for the answer `{asked}`: {reason}"
    label: ClassVar[str] = "hidden, and needed"
    help: ClassVar[str] = "{way_out}"

    asked: str = ""
    given: str = ""
    reason: str = ""
    way_out: str = ""
    remarks: tuple[str, ...] = ()

    def notes(self) -> tuple[str, ...]:
        return self.remarks


@dataclass(frozen=True, eq=False, repr=False)
class StepGivenAway(Diagnostic):
    """The story or a question shows the value of a step that `tell` does not name.

    ```mspec
    problem apples {
      given {
        n : int in 1..9  "number of bags"
        k : int in 2..5  "apples in a bag"
      }
      steps {
        total = n * k     "number of apples"
        left  = total - 1 "number of apples left"
      }
      story \"\"\"
        There are {n} bags with {k} apples each.
        One of the {total} apples is eaten.
      \"\"\"
      ask left "How many apples are left?"
    }
    ```
    """

    code: ClassVar[str] = "MS4003"
    message: ClassVar[str] = "the text gives away the step `{step}`"
    label: ClassVar[str] = "shows `{step}`"
    help: ClassVar[str] = "leave `{{{step}}}` out, or write `tell {step}` if the reader should be told"

    step: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class NothingAsked(Diagnostic):
    """A problem without an `ask` has no answer.

    ```mspec
    problem apples {
      given { n : int in 1..9  "number of apples" }
      steps { more = n + 1  "number of apples afterwards" }
      story \"\"\"
        There are {n} apples, and one more is bought.
      \"\"\"
    }
    ```
    """

    code: ClassVar[str] = "MS4004"
    message: ClassVar[str] = "the problem `{problem}` asks nothing"
    label: ClassVar[str] = "no `ask`"
    help: ClassVar[str] = 'add a line such as `ask more "How many are there now?"`'

    problem: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class AnswerTold(Diagnostic):
    """The text tells what it asks for.

    ```mspec
    problem apples {
      given { n : int in 1..9  "number of apples" }
      story \"\"\"
        There are {n} apples.
      \"\"\"
      ask n "How many apples are there?"
    }
    ```
    """

    code: ClassVar[str] = "MS4005"
    message: ClassVar[str] = "the text tells `{asked}`, which is what it asks for"
    label: ClassVar[str] = "asked and told"
    help: ClassVar[str] = "ask for another node, or take `{asked}` out of the text and out of `tell`"

    asked: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class PrivateColumn(Diagnostic):
    """The answer needs a table column that the reader cannot be expected to know.

    ```mspec
    table packs(name : word, size : int) {
      "small", 6
      "large", 12
    }
    problem eggs {
      given {
        p : packs         "kind of pack"
        n : int in 2..9   "number of packs"
      }
      steps { total = n * p.size  "number of eggs" }
      story \"\"\"
        There are {n} {p.name} packs of eggs.
      \"\"\"
      ask total "How many eggs are there?"
    }
    ```
    """

    code: ClassVar[str] = "MS4006"
    message: ClassVar[str] = "the answer `{asked}` needs `{row}.{column}`, which no sentence tells"
    label: ClassVar[str] = "`{column}` is a private column"
    help: ClassVar[str] = "tell it with `{{{row}.{column}}}`, or mark the column `known`"

    asked: str = ""
    row: str = ""
    column: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class TooSymmetric(Diagnostic):
    """The structure has so many symmetries that its hash was not found within the budget.

    No spec written by hand is known to be so; a generated one may be.
    """

    code: ClassVar[str] = "MS4007"
    message: ClassVar[str] = "the structure of `{problem}` is too symmetric to be hashed ({budget} labellings tried)"
    help: ClassVar[str] = "use the spec without structural splits, or break the symmetry between its givens"

    problem: str = ""
    budget: int = 0


@dataclass(frozen=True, eq=False, repr=False)
class MistakeWithoutTrace(Diagnostic):
    """A mistake of which no wrong solution can be written, in any world.

    ```mspec
    problem eggs {
      given {
        n : int in 2..9    "number of boxes"
        k : int in 4..12   "number of eggs in a box"
      }
      steps {
        boxed = n * k      "number of eggs in the boxes"
        more  = boxed + 1  "number of eggs"
      }
      tell boxed
      story \"\"\"
        Some boxes hold {boxed} eggs in all, and one egg lies beside them.
      \"\"\"
      ask more "How many eggs are there?"
      mistakes { added : boxed = n + k  "adds where it should multiply" }
    }
    ```

    A wrong solution is the right one with one of its steps redefined, and is worked out from there. So that step must
    be one that the solution computes as it is written: not one that the text tells, nor one that is found by undoing
    others because the question asks for what it was computed from. And the wrong expression may speak of nothing that a
    reader does not know. (`when` may: it says in which worlds the mistake is made.)
    """

    code: ClassVar[str] = "MS4008"
    severity: ClassVar[Severity] = Severity.WARNING
    message: ClassVar[str] = "the mistake `{mistake}` never gives a wrong solution: {why}"
    label: ClassVar[str] = "no trace"
    help: ClassVar[str] = "{way_out}"

    mistake: str = ""
    why: str = ""
    way_out: str = ""
