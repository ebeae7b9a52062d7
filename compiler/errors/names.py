"""MS2xxx: names, libraries and declarations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic, Edit, Label
from mspec.compiler.source import NOWHERE, Span


@dataclass(frozen=True, eq=False, repr=False)
class UnknownName(Diagnostic):
    """A name is used that no given, step, `def` or table of this problem declares.

    ```mspec
    problem p {
      given { n : int in 1..9 }
      steps { twice = 2 * m  "twice the number" }
      story \"\"\"A number is {n}.\"\"\"
      ask twice "What is twice the number?"
    }
    ```

    Declare it in `given`, or correct the spelling. What a library declares is known only behind its `use`: which one
    declares what is in the reference of the library.
    """

    code: ClassVar[str] = "MS2001"
    message: ClassVar[str] = "`{name}` is not declared"
    label: ClassVar[str] = "not a given, step, def or noun"
    name: str = ""
    nearest: str = ""
    unit: bool = False

    def help_text(self) -> str:
        if self.unit:
            return f"`{self.name}` is a unit: write a number before it, as in `1 {self.name}`"
        if self.nearest:
            return f"did you mean `{self.nearest}`?"
        return "declare it in `given` or `steps`, or `use` the library that does"


@dataclass(frozen=True, eq=False, repr=False)
class DuplicateName(Diagnostic):
    """Two declarations share a name. Nothing shadows: every name is declared once.

    ```mspec
    problem p {
      given { n : int in 1..9 }
      steps { n = 2 * 3  "six" }
      story \"\"\"A number.\"\"\"
      ask n "What is it?"
    }
    ```

    Rename one of them.
    """

    code: ClassVar[str] = "MS2002"
    message: ClassVar[str] = "`{name}` is declared twice"
    label: ClassVar[str] = "declared again here"
    help: ClassVar[str] = "rename one of them; nothing shadows"
    name: str = ""
    first: Span = NOWHERE

    def others(self) -> tuple[Label, ...]:
        return (Label(self.first, "first declared here"),) if self.first != NOWHERE else ()


@dataclass(frozen=True, eq=False, repr=False)
class UnknownLibrary(Diagnostic):
    """`use` names a library that is neither beside the file nor shipped.

    ```mspec
    use lexicon.fod
    ```

    A dotted name is a path below the file's own folder or the shipped specs: `lexicon.food` is
    `lexicon/food.mspec`.
    """

    code: ClassVar[str] = "MS2003"
    message: ClassVar[str] = "there is no library `{path}`"
    label: ClassVar[str] = "not found"
    path: str = ""
    nearest: str = ""

    def help_text(self) -> str:
        return f"did you mean `{self.nearest}`?" if self.nearest else "libraries stand beside the file or are shipped"


@dataclass(frozen=True, eq=False, repr=False)
class CyclicUse(Diagnostic):
    """Libraries use each other in a circle. The path is shown.

    A library may use another one only if that one does not, directly or through others, use it. Move what
    both need into a third library.
    """

    code: ClassVar[str] = "MS2004"
    message: ClassVar[str] = "libraries use each other: {path}"
    label: ClassVar[str] = "closes the circle"
    help: ClassVar[str] = "move what both need into a library of its own"
    path: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class UnknownUnit(Diagnostic):
    """A unit is not among those that the `use`d libraries declare.

    ```mspec
    problem p {
      given { w : mass[kg] in 1 kg..9 kg }
      story \"\"\"A parcel weighs {w}.\"\"\"
      ask w "What does it weigh?"
    }
    ```

    `use units.si` declares the SI units and those used with them; `use units.us` the US customary ones.
    """

    code: ClassVar[str] = "MS2005"
    message: ClassVar[str] = "`{unit}` is not a known unit"
    label: ClassVar[str] = "unknown unit"
    unit: str = ""
    library: str = ""

    def help_text(self) -> str:
        return f"add `use {self.library}`" if self.library else "declare it with `unit`"


@dataclass(frozen=True, eq=False, repr=False)
class UnknownNoun(Diagnostic):
    """A noun is not in the lexicon of this file.

    ```mspec
    problem p {
      given { n : count(muffins) in 2..9 }
      story \"\"\"There are {n}.\"\"\"
      ask n "How many are there?"
    }
    ```

    Declare it (`noun muffin "muffin"`) or use the library that has it (`use lexicon.food`).
    """

    code: ClassVar[str] = "MS2006"
    message: ClassVar[str] = "`{name}` is not a noun of the lexicon"
    label: ClassVar[str] = "unknown noun"
    name: str = ""
    nearest: str = ""

    def help_text(self) -> str:
        declare = f'declare it: noun {self.name} "{self.name.replace("_", " ")}"'
        return f"did you mean `{self.nearest}`? Or {declare}" if self.nearest else declare


@dataclass(frozen=True, eq=False, repr=False)
class UnknownType(Diagnostic):
    """A type is not a core type, a quantity with its unit, or a table.

    ```mspec
    problem p {
      given { n : integer in 2..9 }
      story \"\"\"There are {n}.\"\"\"
      ask n "How many are there?"
    }
    ```

    Core types: int rational real bool percent money probability count(noun) noun word person list(T, n).
    """

    code: ClassVar[str] = "MS2007"
    message: ClassVar[str] = "`{name}` is not a type"
    label: ClassVar[str] = "unknown type"
    name: str = ""
    nearest: str = ""

    def help_text(self) -> str:
        return f"did you mean `{self.nearest}`?" if self.nearest else "see the list of types in `mspec explain MS2007`"

    def fix(self) -> Edit | None:
        return Edit(self.span, self.nearest) if self.name == "integer" and self.nearest else None


@dataclass(frozen=True, eq=False, repr=False)
class UnknownField(Diagnostic):
    """`p.g` names a column that the table of p does not have, an attribute that the noun does not have, or
    something that is not an unknown of the `solve`.

    ```mspec
    table planets(name : word, moons : int) {
      "Mars", 2
      "Earth", 1
    }
    problem p {
      given { p : planets }
      steps { twice = 2 * p.moon  "twice the moons" }
      story \"\"\"{p.name} has {p.moons} moons.\"\"\"
      ask twice "What is twice that?"
    }
    ```
    """

    code: ClassVar[str] = "MS2008"
    message: ClassVar[str] = "`{target}` has no `{name}`"
    label: ClassVar[str] = "no such field"
    target: str = ""
    name: str = ""
    known: str = ""

    def help_text(self) -> str:
        return f"it has: {self.known}" if self.known else "only table rows, nouns and solutions have fields"


@dataclass(frozen=True, eq=False, repr=False)
class UnknownFunction(Diagnostic):
    """A function is neither in the operator table nor a `def`.

    ```mspec
    problem p {
      given { n : int in 2..9 }
      steps { r = root(n)  "the root" }
      story \"\"\"A number is {n}.\"\"\"
      ask r "What is its root?"
    }
    ```
    """

    code: ClassVar[str] = "MS2009"
    message: ClassVar[str] = "there is no function `{name}`"
    label: ClassVar[str] = "unknown function"
    name: str = ""
    nearest: str = ""

    def help_text(self) -> str:
        return (
            f"did you mean `{self.nearest}`?"
            if self.nearest
            else "declare it with `def`, or use an operator of the reference"
        )


@dataclass(frozen=True, eq=False, repr=False)
class WrongArity(Diagnostic):
    """A function or `def` is called with the wrong number of arguments.

    ```mspec
    problem p {
      given { n : int in 2..9 }
      steps { r = quotient(n)  "the quotient" }
      story \"\"\"A number is {n}.\"\"\"
      ask r "What is it?"
    }
    ```
    """

    code: ClassVar[str] = "MS2010"
    message: ClassVar[str] = "`{name}` takes {expected}, not {got}"
    label: ClassVar[str] = "wrong number of arguments"
    help: ClassVar[str] = "give it {expected}"
    name: str = ""
    expected: str = ""
    got: int = 0


@dataclass(frozen=True, eq=False, repr=False)
class CyclicSteps(Diagnostic):
    """Steps (or defs) are computed from each other in a circle. The path is shown.

    ```mspec
    problem p {
      given { n : int in 2..9 }
      steps {
        a = b + n  "one"
        b = a - n  "other"
      }
      story \"\"\"A number is {n}.\"\"\"
      ask a "What is it?"
    }
    ```
    """

    code: ClassVar[str] = "MS2011"
    message: ClassVar[str] = "computed from itself: {path}"
    label: ClassVar[str] = "the circle starts here"
    help: ClassVar[str] = "a step may use givens and steps that do not lead back to it"
    path: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class NotAStep(Diagnostic):
    """A name stands where only a step, only a given, or only a person may stand.

    ```mspec
    problem p {
      given { n : int in 2..9 }
      steps { a = n + 1  "next" }
      story \"\"\"A number is {n}.\"\"\"
      ask a "What is next?"
      test "by hand" {
        with a = 3
        expect n == 2
      }
    }
    ```
    """

    code: ClassVar[str] = "MS2012"
    message: ClassVar[str] = "`{name}` is {what}; {wanted} is needed here"
    label: ClassVar[str] = "not {wanted}"
    help: ClassVar[str] = "name {wanted} of this problem"
    name: str = ""
    what: str = ""
    wanted: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class NoProblem(Diagnostic):
    """A problem was asked for, and the file is a library: it declares none.

    Libraries (nouns, units, tables, defs, rules) are used by other files with `use`; only a file with a `problem` can
    be sampled.
    """

    code: ClassVar[str] = "MS2013"
    message: ClassVar[str] = "{name} declares no problem; it is a library"
    help: ClassVar[str] = "name a file with a `problem`"
    name: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class UnreadableFile(Diagnostic):
    """A file cannot be read, or is not UTF-8 text."""

    code: ClassVar[str] = "MS2014"
    message: ClassVar[str] = "cannot read {name}: {why}"
    help: ClassVar[str] = "give the path of a UTF-8 text file"
    name: str = ""
    why: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class UnitWithoutSize(Diagnostic):
    """A unit gives no size, and what it measures has a unit already: it would be as long as a metre.

    ```mspec
    use units.si
    unit ly "light year" : length
    problem p {
      given { d : length[ly] in 1 ly..9 ly  "distance" }
      steps { twice = 2 * d  "twice the distance" }
      story \"\"\"A star is {d} away.\"\"\"
      ask twice "How far is twice as far?"
    }
    ```

    Only the first unit of a base quantity goes without: `unit credit "credit" : study`. Give every other one its size,
    `unit ly "light year" = 9460730472580800 m`; one of several quantities too, `unit N "newton" : force = 1 kg*m/s^2`.
    """

    code: ClassVar[str] = "MS2015"
    message: ClassVar[str] = "the unit `{name}` has no size"
    label: ClassVar[str] = "{dimension} {why}"
    name: str = ""
    dimension: str = ""
    example: str = ""
    why: str = ""

    def help_text(self) -> str:
        if self.example:
            return f"say how large it is, as in `= 2.5 {self.example}`"
        return "`use units.si`, and say how large it is in one of its units"


UNKNOWN = (UnknownName, UnknownUnit, UnknownNoun, UnknownType, UnknownFunction)
"""What a name gives that nothing declares."""
