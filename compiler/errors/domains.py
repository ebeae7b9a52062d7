"""MS3xxx: the values that a given may take, and whether its type can be declared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic


@dataclass(frozen=True, eq=False, repr=False)
class WrongDomain(Diagnostic):
    """A domain does not fit the type of the given.

    ```mspec
    problem p {
      given { price : money in 2..9 }
      story \"\"\"It costs {price}.\"\"\"
      ask price "What does it cost?"
    }
    ```
    """

    code: ClassVar[str] = "MS3011"
    message: ClassVar[str] = "the domain does not fit {type}: {why}"
    label: ClassVar[str] = "{why}"
    help: ClassVar[str] = "{way_out}"
    type: str = ""
    why: str = ""
    way_out: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class EmptyDomain(Diagnostic):
    """A domain holds no value.

    ```mspec
    problem p {
      given { n : int in 9..2 }
      story \"\"\"A number is {n}.\"\"\"
      ask n "What is it?"
    }
    ```
    """

    code: ClassVar[str] = "MS3012"
    message: ClassVar[str] = "the domain is empty: {why}"
    label: ClassVar[str] = "no value"
    help: ClassVar[str] = "the smaller bound stands first, and the stride is positive"
    why: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class MissingDomain(Diagnostic):
    """A given has no domain, and its type offers none.

    ```mspec
    problem p {
      given { n : int }
      story \"\"\"A number is {n}.\"\"\"
      ask n "What is it?"
    }
    ```
    """

    code: ClassVar[str] = "MS3013"
    message: ClassVar[str] = "`{name}` has no domain"
    label: ClassVar[str] = "which values?"
    help: ClassVar[str] = "write `{name} : {type} in low..high by stride` or `in {{a, b, c}}`"
    name: str = ""
    type: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class CannotDeclare(Diagnostic):
    """The expression of a step (or a mistake) cannot be of the declared type.

    ```mspec
    problem p {
      given { n : int in 2..9 }
      steps { a : money = n + 1  "sum" }
      story \"\"\"A number is {n}.\"\"\"
      ask a "What is it?"
    }
    ```
    """

    code: ClassVar[str] = "MS3014"
    message: ClassVar[str] = "`{name}` is declared {declared}, and its expression is {inferred}"
    label: ClassVar[str] = "this is {inferred}"
    help: ClassVar[str] = "{way_out}"
    name: str = ""
    declared: str = ""
    inferred: str = ""
    way_out: str = "change the declared type or the expression"
