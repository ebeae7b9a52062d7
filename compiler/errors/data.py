"""MS8xxx: the command line, generating and data sets.

The examples here are command lines and records, not specs: what goes wrong is outside the spec.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic


@dataclass(frozen=True, eq=False, repr=False)
class NoSuchFile(Diagnostic):
    """A path given on the command line does not exist or cannot be read.

    ```
    mspec check specs/bakery.mspek
    ```
    """

    code: ClassVar[str] = "MS8001"
    message: ClassVar[str] = "cannot read `{path}`: {why}"

    path: str = ""
    why: str = "there is no such file or folder"


@dataclass(frozen=True, eq=False, repr=False)
class NoProblem(Diagnostic):
    """There is nothing to generate from: the file is a library, or the folder holds no problem.

    ```
    mspec generate specs/lexicon/food.mspec -n 100 -o food.jsonl
    ```
    """

    code: ClassVar[str] = "MS8002"
    message: ClassVar[str] = "`{path}` holds no problem"
    help: ClassVar[str] = "name a file with a `problem`, or a folder that holds one"

    path: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class BadGiven(Diagnostic):
    """A `--given` does not name a given of the problem, or its value cannot be read as one.

    ```
    mspec sample specs/bakery.mspec --given pirce=2.50
    ```
    """

    code: ClassVar[str] = "MS8003"
    message: ClassVar[str] = "`--given {written}`: {why}"
    help: ClassVar[str] = "{advice}"

    written: str = ""
    why: str = ""
    advice: str = "write NAME=VALUE, for example n=12 or price=$2.50"


@dataclass(frozen=True, eq=False, repr=False)
class EvaluationsDisagree(Diagnostic):
    """Two evaluations that share no code gave different values for a world. This is a defect of mspec, never of
    the spec; nothing of the batch was written. Please report it with the spec, the seed and the index.
    """

    code: ClassVar[str] = "MS8101"
    message: ClassVar[str] = (
        "problem {problem}, index {index}: `{node}` is {left} by the generated code and {right} by {other}"
    )
    help: ClassVar[str] = "this is a defect of mspec: report it with the spec, the seed and the index"

    problem: str = ""
    index: int = 0
    node: str = ""
    left: str = ""
    right: str = ""
    other: str = "the second evaluator"


@dataclass(frozen=True, eq=False, repr=False)
class EquationDiffers(Diagnostic):
    """An equation was read again from its printed text and does not hold, or does not give the value of its step.
    This is a defect of mspec, never of the spec; nothing of the batch was written.
    """

    code: ClassVar[str] = "MS8102"
    message: ClassVar[str] = (
        "problem {problem}, index {index}: `{equation}`, printed for `{node}`, does not hold: {why}"
    )
    help: ClassVar[str] = "this is a defect of mspec: report it with the spec, the seed and the index"

    problem: str = ""
    index: int = 0
    node: str = ""
    equation: str = ""
    why: str = "it is false"


@dataclass(frozen=True, eq=False, repr=False)
class ProofRefuted(Diagnostic):
    """The proof that generated code means what the graph means found a world in which they differ. This is a defect of
    mspec, never of the spec; nothing was written.
    """

    code: ClassVar[str] = "MS8103"
    message: ClassVar[str] = "problem {problem}: the generated code is wrong at `{node}`: {why}"
    help: ClassVar[str] = "this is a defect of mspec: report it with the spec"

    problem: str = ""
    node: str = ""
    why: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class OtherRun(Diagnostic):
    """Beside the output lie parts of an unfinished run that was started with other specs, another seed, number or
    format. They are neither mixed with this run nor deleted.

    ```
    mspec generate specs -n 1000 --seed 1 -o out.jsonl      (interrupted)
    mspec generate specs -n 1000 --seed 2 -o out.jsonl
    ```
    """

    code: ClassVar[str] = "MS8201"
    message: ClassVar[str] = "`{path}` holds parts of another run: {difference}"
    help: ClassVar[str] = "finish that run with the same arguments, delete the folder, or choose another output"

    path: str = ""
    difference: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class NeedsExtra(Diagnostic):
    """A format needs a package that is not installed.

    ```
    mspec generate specs -n 1000 --seed 1 --format parquet -o out.parquet
    ```
    """

    code: ClassVar[str] = "MS8202"
    message: ClassVar[str] = "{what} needs the package `{package}`"
    help: ClassVar[str] = "pip install 'mspec[{extra}]'"

    what: str = ""
    package: str = ""
    extra: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class UnknownCode(Diagnostic):
    """`mspec explain` was asked about a code that no diagnostic has.

    ```
    mspec explain MS9999
    ```
    """

    code: ClassVar[str] = "MS8004"
    message: ClassVar[str] = "there is no diagnostic `{asked}`"
    help: ClassVar[str] = "codes look like MS2001; `mspec explain --list` prints them all"

    asked: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class UnknownSpec(Diagnostic):
    """A spec is named that is neither a file nor a shipped one. Shipped specs are addressed by their name, as
    `braking_car` or `physics.braking_car`; a subject, as `physics`, stands for all of its problems.

    ```
    mspec sample breaking_car
    ```
    """

    code: ClassVar[str] = "MS8005"
    message: ClassVar[str] = "there is no file `{asked}`, and no shipped spec of that name"

    asked: str = ""
    nearest: str = ""

    def help_text(self) -> str:
        """The names that are near, if there are any."""
        return f"near: {self.nearest}" if self.nearest else "`mspec list` prints the names"


@dataclass(frozen=True, eq=False, repr=False)
class AmbiguousSpec(Diagnostic):
    """Several specs have the name. For shipped ones the subject before it settles which is meant,
    `physics.braking_car`; for a file of one's own its path does, `./money.mspec`."""

    code: ClassVar[str] = "MS8006"
    message: ClassVar[str] = "`{asked}` is the name of several specs: {found}"
    help: ClassVar[str] = "write the subject before it, with a dot; or the path of the file, with its ending"

    asked: str = ""
    found: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class SeveralSpecs(Diagnostic):
    """One spec is needed, and a folder or subject is named, which holds several.

    ```
    mspec sample physics
    ```
    """

    code: ClassVar[str] = "MS8009"
    message: ClassVar[str] = "`{asked}` is not one spec: it holds {found}"
    help: ClassVar[str] = "name one of them; `mspec generate` takes them all"

    asked: str = ""
    found: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class FileExists(Diagnostic):
    """`mspec new` writes new files only.

    ```
    mspec new trip --like braking_car
    mspec new trip --like braking_car
    ```
    """

    code: ClassVar[str] = "MS8007"
    message: ClassVar[str] = "`{path}` exists"
    help: ClassVar[str] = "choose another name, or another file with -o"

    path: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class NotAName(Diagnostic):
    """A new problem is to get a name that no problem can have: names are a letter, then letters, digits and `_`, and
    no reserved word is one.

    ```
    mspec new 2nd_trip --like braking_car
    ```
    """

    code: ClassVar[str] = "MS8008"
    message: ClassVar[str] = "`{written}` cannot be the name of a problem: {why}"
    help: ClassVar[str] = "write a letter first, then letters, digits and `_`"

    written: str = ""
    why: str = "it is not a name"


@dataclass(frozen=True, eq=False, repr=False)
class CannotWrite(Diagnostic):
    """An output cannot be written.

    ```
    mspec generate specs -n 10 --seed 1 -o /no/such/folder/out.jsonl
    ```
    """

    code: ClassVar[str] = "MS8203"
    message: ClassVar[str] = "cannot write `{path}`: {why}"

    path: str = ""
    why: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class TooFewChoices(Diagnostic):
    """A world does not give as many different choices as the question asks for.

    The wrong choices come from the spec's `mistakes`, from generic slips at its steps, and from results close to the
    right one. An answer that is no plain number (a word, a polynomial, the time of a clock) has no close ones.

    ```
    ask cheaper "Which shop is cheaper?" (choices = 6)
    ```
    """

    code: ClassVar[str] = "MS8204"
    message: ClassVar[str] = "`{problem}`, row {index}: {found} different choices, {wanted} are asked for"
    help: ClassVar[str] = "ask for fewer choices, or write more `mistakes`"
    problem: str = ""
    index: int = 0
    wanted: int = 0
    found: int = 0
