"""MS21xx, MS31xx, MS41xx: plug-ins, values of library types, primitives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic, Label
from mspec.compiler.errors.types import Mismatch


@dataclass(frozen=True, eq=False, repr=False)
class UnknownPlugin(Diagnostic):
    """`use primitives.NAME` names a plug-in that is not installed.

    A plug-in is found by its entry point in the group `mspec.primitives`; it comes with mspec or with another
    distribution, which has to be installed beside it.

    ```mspec
    use primitives.alchemy
    ```
    """

    code: ClassVar[str] = "MS2101"
    message: ClassVar[str] = "no plug-in is called `{name}`"
    label: ClassVar[str] = "not installed"
    help: ClassVar[str] = "{way_out}"
    name: str = ""
    way_out: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class BrokenPlugin(Diagnostic):
    """A plug-in is installed and cannot be used: it does not import, is made for another version of the interface, or
    declares something that does not go together.

    It is a fault of the distribution that brings the plug-in, not of the spec.
    """

    code: ClassVar[str] = "MS2102"
    message: ClassVar[str] = "the plug-in `{name}` cannot be used: {why}"
    label: ClassVar[str] = "used here"
    help: ClassVar[str] = "install a version of it that goes with this version of mspec"
    name: str = ""
    why: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class PluginClash(Diagnostic):
    """Two libraries bring something of the same name, or a name of the language is taken again by a plug-in.

    ```mspec
    use chemistry
    def molar_mass(n : int) = 2 * n
    ```
    """

    code: ClassVar[str] = "MS2103"
    message: ClassVar[str] = "`{name}` is a name of the plug-in `{plugin}`, and {other}"
    label: ClassVar[str] = "the same name again"
    help: ClassVar[str] = "{way_out}"
    name: str = ""
    plugin: str = ""
    other: str = ""
    way_out: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class BadLiteral(Diagnostic):
    """A text is not a value of the library type that is meant.

    ```mspec
    use chemistry
    problem p {
      given { fuel : formula in {CH4, Xy2} }
      steps { m = molar_mass(fuel)  "molar mass" }
      story \"\"\"A bottle holds {fuel}.\"\"\"
      ask m "What is its molar mass?"
    }
    ```
    """

    code: ClassVar[str] = "MS3101"
    message: ClassVar[str] = "`{written}` is no {type}: {why}"
    label: ClassVar[str] = "not a value of the type {type}"
    help: ClassVar[str] = "write it like `{example}`"
    written: str = ""
    type: str = ""
    why: str = ""
    example: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class WrongArgument(Mismatch):
    """A primitive is given something of another type than it takes.

    ```mspec
    use chemistry
    problem p {
      given { n : int in 2..9 }
      steps { m = molar_mass(n)  "molar mass" }
      story \"\"\"A number is {n}.\"\"\"
      ask m "What is its molar mass?"
    }
    ```
    """

    code: ClassVar[str] = "MS3102"
    message: ClassVar[str] = "`{operator}` takes {right} here, and this is {left}"
    label: ClassVar[str] = "{left}"
    help: ClassVar[str] = "give it a value of the type {right}"

    def others(self) -> tuple[Label, ...]:
        return ()


@dataclass(frozen=True, eq=False, repr=False)
class PrimitiveFailed(Diagnostic):
    """A primitive of a plug-in went wrong: it raised an exception, or gave what is no value of its type.

    A primitive that has no value for some arguments says so in its own way; anything else that it raises is a fault of
    the plug-in, not of the spec.
    """

    code: ClassVar[str] = "MS4101"
    message: ClassVar[str] = "the primitive `{name}` of the plug-in `{plugin}` failed: {why}"
    label: ClassVar[str] = "called here"
    help: ClassVar[str] = "report it to the authors of the plug-in"
    name: str = ""
    plugin: str = ""
    why: str = ""
    call: str = ""

    def notes(self) -> tuple[str, ...]:
        return (f"it was called as {self.call}",) if self.call else ()


