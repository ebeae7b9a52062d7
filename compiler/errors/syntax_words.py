"""MS10xx: words, numbers and quotes that cannot be read. Wording only; found by `scan`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic, Edit

_UNITS = frozenset(
    ["m", "km", "cm", "mm", "kg", "mg", "ml", "mL", "kW", "kB", "MB", "GB", "Pa", "Hz", "mol", "min", "mph", "km/h"]
)
_CHARACTER_HELP = {
    "%": "a percent has no space before `%`; a remainder is `remainder(a, b)`",
    "$": "money has its digits straight after the sign: `$2.50`",
    "€": "money has its digits straight after the sign: `€2.50`",
    "£": "money has its digits straight after the sign: `£2.50`",
    "?": "a choice is `if a then x else y`",
    "|": "`or` is written as a word",
    "&": "`and` is written as a word",
    "\\": "no line needs a backslash: an open bracket or an operator continues it",
}


@dataclass(frozen=True, eq=False, repr=False)
class UnclosedString(Diagnostic):
    """A text in quotes has no closing quote on its line. A text does not run over a line end; a quote
    inside it is written `\\"`.

    ```mspec
    problem p {
      steps { twice = 2 * 3 "six
      }
    }
    ```

    Put the closing quote. Only the story, in triple quotes, has several lines.
    """

    code: ClassVar[str] = "MS1005"
    message: ClassVar[str] = "this text has no closing quote"
    label: ClassVar[str] = "begins here"
    help: ClassVar[str] = "put `\"` at its end; a quote inside a text is `\\\"`"


@dataclass(frozen=True, eq=False, repr=False)
class UnclosedStory(Diagnostic):
    """A story opened by three quotes is never closed; all the rest of the file is taken for its text.

    ```mspec
    problem p {
      story \"\"\"
        A number.
    }
    ```

    Put three quotes on a line of their own after the last sentence.
    """

    code: ClassVar[str] = "MS1006"
    message: ClassVar[str] = "this story is never closed"
    label: ClassVar[str] = "begins here"
    help: ClassVar[str] = "put three quotes after its last sentence"


@dataclass(frozen=True, eq=False, repr=False)
class UnitWithoutSpace(Diagnostic):
    """A number is followed directly by letters. A quantity is a number, one space and a unit; a
    product is written with `*`.

    ```mspec
    use units.si
    problem p {
      given { d : length[m] in 1 m..9 m }
      require { d > 5m }
    }
    ```

    Write `5 m` for a quantity, `5 * m` for a product.
    """

    code: ClassVar[str] = "MS1016"
    message: ClassVar[str] = "`{number}{unit}` is neither a quantity nor a product"
    label: ClassVar[str] = "no space before `{unit}`"
    help: ClassVar[str] = "write `{number} {unit}` for a quantity, `{number} * {unit}` for a product"
    number: str = ""
    unit: str = ""

    def fix(self) -> Edit | None:
        # Certain only for what can hardly be meant as a name.
        if self.unit in _UNITS or "/" in self.unit or "°" in self.unit:
            return Edit(self.span, f"{self.number} {self.unit}")
        return None


@dataclass(frozen=True, eq=False, repr=False)
class BadNumber(Diagnostic):
    """A number is spelled as the language does not: numbers have no separators, no exponent, and
    digits on both sides of the point.

    ```mspec
    problem p {
      steps { twice = 2 * 1_000 }
    }
    ```

    Write all the digits: `1000`, `0.5`, `1500000`.
    """

    code: ClassVar[str] = "MS1017"
    message: ClassVar[str] = "`{found}` is not a number of the language"
    label: ClassVar[str] = "not a number"
    help: ClassVar[str] = "write all the digits, without separators or exponent: 1000, 0.5"
    found: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class NumberTooLong(Diagnostic):
    """A number has more digits than a problem can need.

    ```mspec
    problem p {
      steps { big = 2 * 123456789012345678901234567890123456789012345678901 }
    }
    ```

    Write a shorter number; powers are written `10^60`.
    """

    code: ClassVar[str] = "MS1018"
    message: ClassVar[str] = "this number has more than {limit} digits"
    label: ClassVar[str] = "too long"
    help: ClassVar[str] = "write a shorter number, or a power: 10^60"
    limit: int = 0


@dataclass(frozen=True, eq=False, repr=False)
class BadName(Diagnostic):
    """A name begins with `_`. Names are a letter, then letters, digits and `_`.

    ```mspec
    problem p {
      given { _n : int in 1..9 }
    }
    ```

    Begin the name with a letter.
    """

    code: ClassVar[str] = "MS1019"
    message: ClassVar[str] = "`{found}` is not a name"
    label: ClassVar[str] = "begins with `_`"
    help: ClassVar[str] = "begin it with a letter"
    found: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class BadCharacter(Diagnostic):
    """A character that means nothing in the language stands outside of a text.

    ```mspec
    problem p {
      steps { twice = 2 @ 3 }
    }
    ```

    Take it out. A remainder is `remainder(a, b)`; a percent has no space before `%`.
    """

    code: ClassVar[str] = "MS1020"
    message: ClassVar[str] = "`{found}` means nothing here"
    label: ClassVar[str] = "not part of the language"
    found: str = ""

    def help_text(self) -> str:
        return _CHARACTER_HELP.get(self.found, "take it out")


@dataclass(frozen=True, eq=False, repr=False)
class ForeignOperator(Diagnostic):
    """A sign of another language or of typography is used for an operator.

    ```mspec
    problem p {
      steps { square = 3 ** 2 }
    }
    ```

    Write the operator of this language.
    """

    code: ClassVar[str] = "MS1021"
    message: ClassVar[str] = "`{found}` is written `{meant}` here"
    label: ClassVar[str] = "write `{meant}`"
    help: ClassVar[str] = "write `{meant}`"
    found: str = ""
    meant: str = ""

    def fix(self) -> Edit | None:
        return Edit(self.span, f" {self.meant} " if self.meant.isalpha() else self.meant)


@dataclass(frozen=True, eq=False, repr=False)
class QuoteStyle(Diagnostic):
    """A text stands in single or typographic quotes. Texts stand in straight double quotes.

    ```mspec
    problem p {
      ask n 'How many?'
    }
    ```

    Write straight double quotes.
    """

    code: ClassVar[str] = "MS1040"
    message: ClassVar[str] = "a text stands in straight double quotes"
    label: ClassVar[str] = "other quotes"
    help: ClassVar[str] = "write \"…\""
    inner: str = ""

    def fix(self) -> Edit | None:
        escaped = self.inner.replace("\\", "\\\\").replace('"', '\\"')
        return Edit(self.span, f'"{escaped}"')


@dataclass(frozen=True, eq=False, repr=False)
class Semicolon(Diagnostic):
    """A semicolon ends a statement. Here the end of the line does.

    ```mspec
    problem p {
      steps { twice = 2 * 3; }
    }
    ```

    Take it out; one statement a line.
    """

    code: ClassVar[str] = "MS1042"
    message: ClassVar[str] = "a statement ends with its line, not with `;`"
    label: ClassVar[str] = "take it out"
    help: ClassVar[str] = "take it out; one statement a line"

    def fix(self) -> Edit | None:
        return Edit(self.span, "")
