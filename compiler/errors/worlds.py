"""MS50xx: what must hold in every world, and what the worlds of a problem show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic, Label, Severity


@dataclass(frozen=True, eq=False, repr=False)
class OffGrid(Diagnostic):
    """A step without a declared type has a value that its type cannot take: part of a count, or part of a cent.
    The message shows a world in which it happens.

    ```mspec
    problem p {
      given { price : money in $0.50..$6.00 by $0.25
              off : percent in {10%, 25%} }
      steps { cut = price * off  "discount" }
      story \"\"\"A loaf costs {price}. The bakery takes {off} off.\"\"\"
      ask cut "What is the discount?"
    }
    ```

    Declare the step's type (`cut : money = price * off`): then only worlds in which it fits are drawn, and `check`
    says how many that leaves. Or round it: `round(price * off, $0.01)`.
    """

    code: ClassVar[str] = "MS5001"
    message: ClassVar[str] = "`{name}` is not always {what}: {world}"
    label: ClassVar[str] = "not always {what}"
    help: ClassVar[str] = (
        "declare the step's type, `{name} : {type}`, so that only worlds with {plural} are drawn; or round it"
    )
    name: str = ""
    what: str = "whole"
    plural: str = "whole numbers"
    type: str = "int"
    world: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class OutOfRange(Diagnostic):
    """A count is negative, or a probability is not between 0 and 1, in a world that may be drawn.

    ```mspec
    problem p {
      given { had : count(thing) in 1..9
              gone : count(thing) in 1..9 }
      steps { left = had - gone  "number left" }
      story \"\"\"There were {had of thing}. Then {gone of thing} went.\"\"\"
      ask left "How many are left?"
    }
    ```

    Exclude such worlds: `require { gone <= had }`.
    """

    code: ClassVar[str] = "MS5002"
    message: ClassVar[str] = "`{name}` is not always {what}: {world}"
    label: ClassVar[str] = "not always {what}"
    help: ClassVar[str] = "exclude such worlds, for example `require {{ {condition} }}`"
    name: str = ""
    what: str = "at least 0"
    condition: str = ""
    world: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class NoValue(Diagnostic):
    """An operator is asked for something that does not exist: a quotient by 0, a root of a negative number, the
    solution of equations that have none or many.

    ```mspec
    problem p {
      given { a, b : int in 1..9
              c : int in 10..20 }
      steps { share = c / (a - b)  "quotient" }
      story \"\"\"The numbers are {a}, {b} and {c}.\"\"\"
      ask share "What is the third divided by the difference of the first two?"
    }
    ```

    Exclude such worlds: `require { a != b }`; or compute it only under a condition: `if a != b then … else …`.
    """

    code: ClassVar[str] = "MS5003"
    message: ClassVar[str] = "{what}: {world}"
    label: ClassVar[str] = "{short}"
    help: ClassVar[str] = "exclude such worlds with a `require`, or compute it only under a condition (`if`)"
    what: str = "the divisor can be 0"
    short: str = "has no value there"
    world: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class NoClosedForm(Diagnostic):
    """An answer is wanted in exact form, but it is no sum of rational multiples of roots and pi: 3√5, 18π, 6π + 12.

    ```mspec
    problem p {
      given { angle : int in 10..80 by 10 }
      steps { height = 10 * sin(angle)  "height" }
      story \"\"\"A ladder of 10 metres leans at an angle of {angle} degrees.\"\"\"
      ask height "How many metres high does it reach?" (form = "exact")
    }
    ```

    Roots of rational numbers, pi, the sine, cosine and tangent of multiples of 15°, and `+ - *` of these have one; a
    quotient has, where the divisor is no sum. Round any other answer: `(round = 1)`.
    """

    code: ClassVar[str] = "MS5011"
    message: ClassVar[str] = "the answer has no exact form: {why}"
    label: ClassVar[str] = "no exact form"
    help: ClassVar[str] = "round it: `(round = 1)`"
    why: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class NotProved(Diagnostic):
    """Something that must hold in every world could be neither proved nor refuted within the budget. It is checked
    again for every row that is drawn, and a row that breaks it is an error.

    ```mspec
    problem p {
      given { a, b, c : int in 1..1000000 }
      steps { share = 1 / (a^3 + b^3 - c^3)  "quotient" }
      story \"\"\"The numbers are {a}, {b} and {c}.\"\"\"
      ask share "What is 1 divided by the first two cubes less the third?"
    }
    ```

    Narrower domains, a `require` that says it, or a declared type settle it.
    """

    code: ClassVar[str] = "MS5004"
    severity: ClassVar[Severity] = Severity.WARNING
    message: ClassVar[str] = "not proved: {claim}"
    label: ClassVar[str] = "not proved"
    help: ClassVar[str] = "narrow the domains, or say it in a `require`"
    claim: str = ""
    remarks: tuple[str, ...] = ()

    def notes(self) -> tuple[str, ...]:
        return self.remarks


@dataclass(frozen=True, eq=False, repr=False)
class NegativeMoney(Diagnostic):
    """An amount of money is below zero in some world. It may be meant (a debt, a loss), so this is a warning.

    ```mspec
    problem p {
      given { earned : money in $1..$9
              spent : money in $1..$9 }
      steps { kept = earned - spent  "amount kept" }
      story \"\"\"A stall earned {earned} and spent {spent}.\"\"\"
      ask kept "How much is kept?"
    }
    ```
    """

    code: ClassVar[str] = "MS5005"
    severity: ClassVar[Severity] = Severity.WARNING
    message: ClassVar[str] = "`{name}` can be negative: {world}"
    label: ClassVar[str] = "below zero"
    help: ClassVar[str] = "if it is not meant, `require {{ {name} >= {zero} }}`"
    name: str = ""
    zero: str = "$0"
    world: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class NeverBinds(Diagnostic):
    """A `require` holds in every world that the domains and the other lines leave: it does nothing.

    ```mspec
    problem p {
      given { n : int in 2..9 }
      require { n > 1 }
      steps { twice = 2 * n  "twice the number" }
      story \"\"\"A number is {n}.\"\"\"
      ask twice "What is twice the number?"
    }
    ```
    """

    code: ClassVar[str] = "MS5006"
    severity: ClassVar[Severity] = Severity.WARNING
    message: ClassVar[str] = "this `require` never binds"
    label: ClassVar[str] = "holds anyway"
    help: ClassVar[str] = "remove it, or widen the domains that make it hold"


@dataclass(frozen=True, eq=False, repr=False)
class FewWorlds(Diagnostic):
    """The constraints leave a small share of the choices of the givens. Worlds can still be drawn; but it is often a
    sign that a given should be a step.

    ```mspec
    problem p {
      given { a, b : int in 1..400 }
      require { a * b == 3600 }
      steps { total = a + b  "sum of the sides" }
      story \"\"\"A rectangle has the sides {a} and {b}.\"\"\"
      ask total "What is the sum of the sides?"
    }
    ```
    """

    code: ClassVar[str] = "MS5007"
    severity: ClassVar[Severity] = Severity.WARNING
    message: ClassVar[str] = "the constraints leave {share} of the choices of {names}"
    label: ClassVar[str] = "leaves {own} of them"
    help: ClassVar[str] = "make a given that the others determine into a step, or narrow the domains"
    names: str = ""
    share: str = ""
    own: str = ""
    rates: tuple[Label, ...] = ()

    def others(self) -> tuple[Label, ...]:
        return self.rates
