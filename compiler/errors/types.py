"""MS3xxx: types, labels, units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic, Edit, Label
from mspec.compiler.source import NOWHERE, Span


@dataclass(frozen=True, eq=False, repr=False)
class Mismatch(Diagnostic):
    """Base of the diagnostics about two operands that do not go together."""

    operator: str = ""
    left: str = ""
    right: str = ""
    left_span: Span = NOWHERE
    right_span: Span = NOWHERE

    def others(self) -> tuple[Label, ...]:
        sides = ((self.left_span, self.left), (self.right_span, self.right))
        return tuple(Label(s, f"this is {type_}") for s, type_ in sides if s not in (NOWHERE, self.span) and type_)


@dataclass(frozen=True, eq=False, repr=False)
class NotANumber(Mismatch):
    """An operator that computes is given something that is no number.

    ```mspec
    problem p {
      given { kid : person
        n : int in 2..9 }
      steps { a = n + kid  "sum" }
      story \"\"\"{kid} has {n}.\"\"\"
      ask a "What is it?"
    }
    ```
    """

    code: ClassVar[str] = "MS3001"
    message: ClassVar[str] = "`{operator}` needs numbers, and this is {left}"
    label: ClassVar[str] = "not a number"
    help: ClassVar[str] = "use a number, or a column of a table row"


@dataclass(frozen=True, eq=False, repr=False)
class NotABool(Mismatch):
    """A condition is needed.

    ```mspec
    problem p {
      given { n : int in 2..9 }
      require { n + 1 }
      steps { a = n + 1  "sum" }
      story \"\"\"A number is {n}.\"\"\"
      ask a "What is it?"
    }
    ```
    """

    code: ClassVar[str] = "MS3002"
    message: ClassVar[str] = "a condition is needed, and this is {left}"
    label: ClassVar[str] = "not a condition"
    help: ClassVar[str] = "compare it with something: `== != < <= > >= in`"


@dataclass(frozen=True, eq=False, repr=False)
class DimensionMismatch(Mismatch):
    """Quantities that measure different things are added, compared or declared alike.

    ```mspec
    use units.si
    problem p {
      given {
        v : speed[m/s] in 2 m/s..9 m/s
        t : time[s] in 2 s..9 s
      }
      steps { a = v + t  "sum" }
      story \"\"\"It moves at {v} for {t}.\"\"\"
      ask a "How far does it go?"
    }
    ```
    """

    code: ClassVar[str] = "MS3003"
    message: ClassVar[str] = "{left} and {right} measure different things"
    label: ClassVar[str] = "different dimensions"
    help: ClassVar[str] = (
        "only quantities of one dimension can be added or compared; a bare number has no unit (write `$5`, `5 m`)"
    )


@dataclass(frozen=True, eq=False, repr=False)
class LabelMismatch(Mismatch):
    """Counts of different things are added or compared without saying what the result counts.

    ```mspec
    noun apple "apple"
    noun orange "orange"
    problem p {
      given {
        a : count(apple) in 2..9
        b : count(orange) in 2..9
      }
      steps { total = a + b  "all the fruit" }
      story \"\"\"There are {a of apple} and {b of orange}.\"\"\"
      ask total "How many are there?"
    }
    ```

    Declare the step with a noun that covers both: `noun apple "apple" : fruit` and `total : count(fruit) = a + b`
    (`thing` covers everything).
    """

    code: ClassVar[str] = "MS3004"
    message: ClassVar[str] = "{left} and {right} count different things"
    label: ClassVar[str] = "different things"
    help: ClassVar[str] = (
        "declare the step's type with a noun that covers both, such as `count(thing)`; or count both with one noun"
    )


@dataclass(frozen=True, eq=False, repr=False)
class TwoLabels(Mismatch):
    """A product or quotient of counts leaves two labels; only the author knows what it counts.

    ```mspec
    noun box "box" "boxes"
    noun pen "pen"
    problem p {
      given {
        a : count(box) in 2..9
        b : count(pen) in 2..9
      }
      steps { total = a * b  "all the pens" }
      story \"\"\"There are {a of box} with {b of pen} each.\"\"\"
      ask total "How many pens are there?"
    }
    ```

    Declare the result: `total : count(pen) = a * b`.
    """

    code: ClassVar[str] = "MS3005"
    message: ClassVar[str] = "a product of counts: what does {left} count?"
    label: ClassVar[str] = "two labels remain"
    help: ClassVar[str] = "declare the step's type, such as `count({noun})`"
    noun: str = "thing"


@dataclass(frozen=True, eq=False, repr=False)
class NotAlike(Mismatch):
    """Two values of different sorts are compared or are the arms of one `if`.

    ```mspec
    problem p {
      given { n : int in 2..9 }
      steps { a = if n > 3 then n else true  "odd" }
      story \"\"\"A number is {n}.\"\"\"
      ask a "What is it?"
    }
    ```
    """

    code: ClassVar[str] = "MS3006"
    message: ClassVar[str] = "{left} and {right} are not alike"
    label: ClassVar[str] = "two different types"
    help: ClassVar[str] = "make both of one type"


@dataclass(frozen=True, eq=False, repr=False)
class NotWhole(Mismatch):
    """An operator of whole numbers is given a number that need not be whole.

    ```mspec
    problem p {
      given { n : int in 2..9 }
      steps { a = gcd(n / 2, 6)  "divisor" }
      story \"\"\"A number is {n}.\"\"\"
      ask a "What is it?"
    }
    ```

    Name the operand as a step of type `int` or `count(…)`, or round it with `floor`, `ceil`, `round`. A quantity with a
    unit is not whole: `remainder(t, 30 min) == 0 min` says that half hours divide a time, and `quotient` counts them.
    """

    code: ClassVar[str] = "MS3007"
    message: ClassVar[str] = "`{operator}` needs whole numbers, and this is {left}"
    label: ClassVar[str] = "not whole by type"
    help: ClassVar[str] = (
        "declare it as a step of type `int`, or round it; for quantities there are `remainder` and `quotient`"
    )


@dataclass(frozen=True, eq=False, repr=False)
class NotPure(Mismatch):
    """An operator of pure numbers is given a quantity or a count.

    ```mspec
    use units.si
    problem p {
      given { n : length[m] in 2 m..9 m }
      steps { a = 2 ^ n  "power" }
      story \"\"\"A length is {n}.\"\"\"
      ask a "What is it?"
    }
    ```
    """

    code: ClassVar[str] = "MS3008"
    message: ClassVar[str] = "`{operator}` needs a pure number here, and this is {left}"
    label: ClassVar[str] = "has a unit, a label, or is not whole"
    help: ClassVar[str] = "divide by a unit or use `magnitude(…)`"


@dataclass(frozen=True, eq=False, repr=False)
class CurrencyMismatch(Mismatch):
    """Two currencies meet; a problem has one, unless an exchange rate converts.

    ```mspec
    problem p {
      given {
        a : money in $2..$9
        b : money[€] in €2..€9
      }
      steps { c = a + b  "sum" }
      story \"\"\"{a} and {b}.\"\"\"
      ask c "How much is it?"
    }
    ```
    """

    code: ClassVar[str] = "MS3009"
    message: ClassVar[str] = "{left} and {right} are different currencies"
    label: ClassVar[str] = "two currencies"
    help: ClassVar[str] = "convert with an exchange rate given as `money[€/$]`"


@dataclass(frozen=True, eq=False, repr=False)
class NotAPercent(Diagnostic):
    """A plain number stands where a percent is declared. `20` is twenty, `20%` is a fifth.

    ```mspec
    problem p {
      given { off : percent in {10, 20} }
      story \"\"\"The shop takes {off} off.\"\"\"
      ask off "How much?"
    }
    ```
    """

    code: ClassVar[str] = "MS3010"
    message: ClassVar[str] = "a percent is needed, and {spelling} is a plain number"
    label: ClassVar[str] = "not a percent"
    spelling: str = ""

    @property
    def better(self) -> str:
        """The same number of percent: `10%`, `50%/3`."""
        above, slash, below = self.spelling.partition("/")
        return f"{above}%{slash}{below}"

    def help_text(self) -> str:
        return f"write `{self.better}`"

    def fix(self) -> Edit | None:
        return Edit(self.span, self.better)


@dataclass(frozen=True, eq=False, repr=False)
class MixedUnits(Diagnostic):
    """A step multiplies quantities in different units of one dimension and does not say which unit the result is in.

    ```mspec
    use units.si
    problem p {
      given {
        v : speed[km/h] in 36 km/h..72 km/h by 36 km/h
        t : time[s] in 2 s..9 s
      }
      steps { d = v * t  "distance" }
      story \"\"\"It moves at {v} for {t}.\"\"\"
      ask d "How far does it go?"
    }
    ```

    Declare it, `d : length[m] = v * t`, or convert first in a step of its own, `v1 : speed[m/s] = v`.
    """

    code: ClassVar[str] = "MS3015"
    message: ClassVar[str] = "`{name}` comes out in {unit}"
    label: ClassVar[str] = "mixed units"
    help: ClassVar[str] = "declare the step's type with the unit wanted"
    name: str = ""
    unit: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class NotConstant(Diagnostic):
    """A constant is needed: a bound of a domain, a list length, the bounds of a binder, a table cell.

    ```mspec
    problem p {
      given {
        n : int in 2..9
        m : int in 1..n
      }
      story \"\"\"Numbers are {n} and {m}.\"\"\"
      ask m "What is it?"
    }
    ```

    A domain cannot depend on another given: give it a constant range and write `require { m <= n }`. The upper bound of
    a binder or of `iterate` may be computed from givens that have few values together; for a step, take a constant
    that is never too small, and say the rest inside: `if i <= rest then … else 0`, or `until k == rest`.
    """

    code: ClassVar[str] = "MS3016"
    message: ClassVar[str] = "a constant is needed here"
    label: ClassVar[str] = "not a constant"
    help: ClassVar[str] = "{way_out}"
    way_out: str = "use literals and defs only"


@dataclass(frozen=True, eq=False, repr=False)
class TooMany(Diagnostic):
    """A bound of the language is passed: 64 terms of a binder, 64 turns of `iterate`, 32 list elements, 5,000 nodes.

    ```mspec
    problem p {
      given { n : int in 2..9 }
      steps { a = sum(i in 1..1000, i * n)  "sum" }
      story \"\"\"A number is {n}.\"\"\"
      ask a "What is it?"
    }
    ```
    """

    code: ClassVar[str] = "MS3017"
    message: ClassVar[str] = "too many {what}: at most {limit}"
    label: ClassVar[str] = "past the limit"
    help: ClassVar[str] = "make it smaller; a spec always stays small enough to be checked"
    what: str = ""
    limit: int = 0


@dataclass(frozen=True, eq=False, repr=False)
class NotLinear(Diagnostic):
    """`solve` solves systems of linear equations, as many as there are unknowns.

    ```mspec
    problem p {
      given { n : int in 2..9 }
      steps {
        unknown x : int
        a = solve([x * x == n * n], [x]).x  "root"
      }
      story \"\"\"A number is {n}.\"\"\"
      ask a "What is it?"
    }
    ```
    """

    code: ClassVar[str] = "MS3018"
    message: ClassVar[str] = "this system cannot be solved: {why}"
    label: ClassVar[str] = "{why}"
    help: ClassVar[str] = "{way_out}"
    why: str = ""
    way_out: str = "write linear equations `a * x + b * y == c`, one for each unknown"


@dataclass(frozen=True, eq=False, repr=False)
class BadForm(Diagnostic):
    """An option of `ask` is unknown or has a value that it cannot have.

    ```mspec
    problem p {
      given { n : int in 2..9 }
      steps { a = n + 1  "sum" }
      story \"\"\"A number is {n}.\"\"\"
      ask a "What is next?" (decimals = 2)
    }
    ```
    """

    code: ClassVar[str] = "MS3019"
    message: ClassVar[str] = "`{key}` is not an option of `ask`, or has the wrong value"
    label: ClassVar[str] = "{why}"
    help: ClassVar[str] = "options: round sigfigs units form order tol choices"
    key: str = ""
    why: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class WrongPlace(Diagnostic):
    """An expression stands where it has no meaning: a set outside `in`, `it` outside `iterate`, a list where a
    number is needed.

    ```mspec
    problem p {
      given { n : int in 2..9 }
      steps { a = n + it  "sum" }
      story \"\"\"A number is {n}.\"\"\"
      ask a "What is next?"
    }
    ```

    `iterate` is the whole expression of a step and of nothing else: elsewhere, name that step. A mistake about a step
    with `iterate` gives its wrong value as a formula.
    """

    code: ClassVar[str] = "MS3020"
    message: ClassVar[str] = "{what} cannot stand here"
    label: ClassVar[str] = "{what}"
    help: ClassVar[str] = "{way_out}"
    what: str = ""
    way_out: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class HoleMismatch(Diagnostic):
    """A hole of a text does not fit what it names: a pronoun of something that is no person, a counted noun of a price.

    ```mspec
    noun pen "pen"
    problem p {
      given { cost : money in $2..$9 }
      steps { a = 2 * cost  "double" }
      story \"\"\"There are {cost of pen}.\"\"\"
      ask a "What is twice that?"
    }
    ```
    """

    code: ClassVar[str] = "MS3021"
    message: ClassVar[str] = "`{name}` is {what}; this hole needs {wanted}"
    label: ClassVar[str] = "not {wanted}"
    help: ClassVar[str] = "use `{{{name}}}` to show its value"
    name: str = ""
    what: str = ""
    wanted: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class UnknownFlag(Diagnostic):
    """A flag does not fit the given: `distinct` and `sorted` are for lists, `repeat` for people and nouns.

    ```mspec
    problem p {
      given { n : int in 2..9 sorted }
      steps { a = n + 1  "sum" }
      story \"\"\"A number is {n}.\"\"\"
      ask a "What is next?"
    }
    ```
    """

    code: ClassVar[str] = "MS3022"
    message: ClassVar[str] = "`{flag}` does not fit {type}"
    label: ClassVar[str] = "no meaning here"
    help: ClassVar[str] = "`distinct` and `sorted` are for lists, `repeat` for people and nouns, `where` for table rows"
    flag: str = ""
    type: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class ReadingsMixed(Mismatch):
    """A temperature and a difference of temperatures meet. 20 °C is a reading of a scale; that it gets 5 °C warmer is a
    difference, `temperature_difference[°C]` or `5 K`.

    ```mspec
    use units.si
    problem p {
      given {
        now  : temperature[°C] in 5 °C..20 °C                  "temperature now"
        rise : temperature_difference[°C] in 1 °C..9 °C by 1 °C  "rise"
      }
      require { now > rise }
      steps { later = now + rise  "temperature later" }
      story \"\"\"It is {now}, and gets {rise} warmer.\"\"\"
      ask later "How warm does it get?"
    }
    ```
    """

    code: ClassVar[str] = "MS3023"
    message: ClassVar[str] = "{left} and {right} do not go together in `{operator}`"
    label: ClassVar[str] = "a reading of a scale and a difference"
    help: ClassVar[str] = "compare like with like; a difference is declared `temperature_difference[…]`"


@dataclass(frozen=True, eq=False, repr=False)
class ReadingAsFactor(Mismatch):
    """A temperature in °C or °F is multiplied, divided or negated. Where its zero stands is a convention, so 40 °C is
    not twice 20 °C; kelvins and differences multiply.

    ```mspec
    use units.si
    problem p {
      given {
        now : temperature[°C] in 5 °C..20 °C  "temperature now"
        k   : int in 2..3                     "factor"
      }
      steps { later = k * now  "temperature later" }
      story \"\"\"It is {now}, and gets {k:times} as warm.\"\"\"
      ask later "How warm does it get?"
    }
    ```
    """

    code: ClassVar[str] = "MS3024"
    message: ClassVar[str] = "`{operator}` means nothing for {left}, a reading of a scale"
    label: ClassVar[str] = "a reading of a scale"
    help: ClassVar[str] = "take the difference of two temperatures, or declare a step `temperature[K]`"


@dataclass(frozen=True, eq=False, repr=False)
class TwoCurrencies(Diagnostic):
    """Amounts in two currencies, and no exchange rate between them.

    ```mspec
    problem p {
      given {
        here  : money in $2..$9     "price here"
        there : money[€] in €2..€9  "price there"
      }
      steps { more = here + $1  "price with tax" }
      story \"\"\"It costs {here} here and {there} there.\"\"\"
      ask more "What is the price with tax?"
    }
    ```
    """

    code: ClassVar[str] = "MS3026"
    message: ClassVar[str] = "`{name}` is in {currency}, other amounts are in {other}, and no exchange rate joins them"
    label: ClassVar[str] = "another currency"
    help: ClassVar[str] = "declare an exchange rate, `rate : money[{currency}/{other}] in …`, or use one currency"
    name: str = ""
    currency: str = ""
    other: str = ""
