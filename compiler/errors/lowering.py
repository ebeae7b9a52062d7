"""MS45xx: what generated code cannot hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic


@dataclass(frozen=True, eq=False, repr=False)
class NumberTooLong(Diagnostic):
    """A number that a record shows may have more than 4,000 digits in a world of the domains, or any other number more
    than 65,536 bits (some 20,000 digits).

    ```mspec
    problem tower {
      given {
        n : int in 2..9       "number of branches"
        k : int in 1..99999   "number of levels"
      }
      steps { leaves = n ^ k  "number of leaves" }
      story \"\"\"
        Each branch of a tree splits into {n}, at each of {k} levels.
      \"\"\"
      ask leaves "How many leaves are there?"
    }
    ```

    Bounds are taken from the domains of the givens alone, so a `require` does not help; a smaller domain does.
    """

    code: ClassVar[str] = "MS4501"
    message: ClassVar[str] = "{what} may be longer than {limit}"
    label: ClassVar[str] = "too long a number, for some values of its givens"
    help: ClassVar[str] = "narrow the domains of the givens that it is computed from"

    what: str = "a number"
    limit: str = "65,536 bits"


@dataclass(frozen=True, eq=False, repr=False)
class TooManyUnknowns(Diagnostic):
    """A `solve` has more than eight unknowns. A spec is refused sooner (MS3018); a graph made by a program may come
    this far.
    """

    code: ClassVar[str] = "MS4502"
    message: ClassVar[str] = "a system of more than eight linear equations"
    label: ClassVar[str] = "too many unknowns"
    help: ClassVar[str] = "solve it in parts, as steps"
