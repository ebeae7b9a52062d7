"""MS7xxx: intervention rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic


@dataclass(frozen=True, eq=False, repr=False)
class UnknownRule(Diagnostic):
    """`apply` names a rule that no `use`d library declares.

    ```mspec
    problem p {
      given { n : int in 2..9 }
      steps { a = n + 1  "the next number" }
      story \"\"\"A number is {n}.\"\"\"
      ask a "What is next?"
      vary { apply ops.money.tax to a }
    }
    ```

    Add the `use` of the library that declares it.
    """

    code: ClassVar[str] = "MS7001"
    message: ClassVar[str] = "there is no rule `{name}`"
    label: ClassVar[str] = "unknown rule"
    name: str = ""
    nearest: str = ""

    def help_text(self) -> str:
        return f"did you mean `{self.nearest}`?" if self.nearest else "add the `use` of the library that declares it"


@dataclass(frozen=True, eq=False, repr=False)
class BodyDoesNotFit(Diagnostic):
    """A statement stands in the body of a rule of a kind that has no use for it: a `distract` asks nothing, an
    `insert` does not move the question.

    ```mspec
    problem p {
      given { n : int in 2..9 }
      steps { a = n + 1  "the next number" }
      story \"\"\"A number is {n}.\"\"\"
      ask a "What is next?"
      vary {
        distract age {
          with old : int in 2..9
          say "The teacher has taught for {old} years."
          ask "How old?"
        }
      }
    }
    ```
    """

    code: ClassVar[str] = "MS7002"
    message: ClassVar[str] = "`{statement}` has no place in a rule of kind `{kind}`"
    label: ClassVar[str] = "not in `{kind}`"
    help: ClassVar[str] = "remove it, or use another kind of rule (`extend` and `invert` move the question)"
    kind: str = ""
    statement: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class WrongRuleTarget(Diagnostic):
    """`apply` names a node for a rule that has no parameter, or none for a rule that has one.

    ```mspec
    rule distract age {
      with old : int in 20..60
      say "The shop has been open for {old} years."
    }
    problem p {
      given { n : int in 2..9 }
      steps { a = n + 1  "the next number" }
      story \"\"\"
        A number is {n}.
      \"\"\"
      ask a "What is next?"
      vary { apply age to n }
    }
    ```
    """

    code: ClassVar[str] = "MS7003"
    name: str = ""
    needed: str = ""
    target: str = ""

    def text(self) -> str:
        if self.needed:
            return f"the rule `{self.name}` is applied to a node, `{self.needed}`, and none is named"
        return f"the rule `{self.name}` has no parameter, so it is not applied `to {self.target}`"

    def help_text(self) -> str:
        return f"write `apply {self.name} to NODE`" if self.needed else f"write `apply {self.name}`"
