"""MS10xx: texts and their holes. Wording only; found by `parse_text`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic, Edit


@dataclass(frozen=True, eq=False, repr=False)
class BadEscape(Diagnostic):
    """A backslash in a text is followed by something else than `"`, `\\` or `n`.

    ```mspec
    problem p {
      ask n "What is \\alpha?"
    }
    ```

    Write a backslash itself as two.
    """

    code: ClassVar[str] = "MS1022"
    message: ClassVar[str] = "`{found}` is not an escape"
    label: ClassVar[str] = "unknown escape"
    help: ClassVar[str] = "a backslash itself is written twice"
    found: str = ""

    def fix(self) -> Edit | None:
        return Edit(self.span, "\\" + self.found)


@dataclass(frozen=True, eq=False, repr=False)
class MalformedHole(Diagnostic):
    """What stands in the braces of a text is none of the forms a hole can have.

    ```mspec
    problem p {
      ask n "What is {n + 1}?"
    }
    ```

    Name one value: compute it in `steps` and show it as `{x}`. Counted nouns are `{n of item}`,
    people `{kid.they pay}`. A brace itself is written twice.
    """

    code: ClassVar[str] = "MS1023"
    message: ClassVar[str] = "`{{{found}}}` is not a hole"
    label: ClassVar[str] = "{reason}"
    help: ClassVar[str] = "holes are {{x}}, {{n of item}}, {{a x}}, {{kid.they pay}}, {{is kid}}; a brace is doubled"
    found: str = ""
    reason: str = "cannot be read"


@dataclass(frozen=True, eq=False, repr=False)
class UnclosedHole(Diagnostic):
    """A `{` in a text has no `}`.

    ```mspec
    problem p {
      ask n "What is {n?"
    }
    ```

    Close the hole. A brace itself is written twice: `{{`.
    """

    code: ClassVar[str] = "MS1024"
    message: ClassVar[str] = "this hole is not closed"
    label: ClassVar[str] = "opened here"
    help: ClassVar[str] = "close it with `}}`; a brace itself is written twice"


@dataclass(frozen=True, eq=False, repr=False)
class IfWithoutEnd(Diagnostic):
    """An `{if …}` in a text has no `{end}` in the same sentence.

    ```mspec
    problem p {
      ask n "What is {if n > 3}a large{else}a small number?"
    }
    ```

    Put `{end}` where the choice ends; a choice stays inside one sentence.
    """

    code: ClassVar[str] = "MS1025"
    message: ClassVar[str] = "this `{{if}}` has no `{{end}}`"
    label: ClassVar[str] = "opened here"
    help: ClassVar[str] = "put `{{end}}` in the same sentence"


@dataclass(frozen=True, eq=False, repr=False)
class ElseWithoutIf(Diagnostic):
    """An `{else}` or `{end}` in a text has no `{if …}` before it.

    ```mspec
    problem p {
      ask n "What is n{end}?"
    }
    ```

    Put `{if …}` before it, or take it out.
    """

    code: ClassVar[str] = "MS1026"
    message: ClassVar[str] = "`{{{found}}}` has no `{{if}}`"
    label: ClassVar[str] = "nothing to end"
    help: ClassVar[str] = "put `{{if …}}` before it, or take it out"
    found: str = "end"


@dataclass(frozen=True, eq=False, repr=False)
class HoleAfterTex(Diagnostic):
    """A hole stands straight after a TeX command. In a text, braces are holes; the braces of TeX are
    written twice.

    ```mspec
    problem p {
      ask n "What is $\\\\frac{n}{2}$?"
    }
    ```

    Write `{{` and `}}` for the braces of TeX, or show an equation with `{x:tex}`.
    """

    code: ClassVar[str] = "MS1027"
    message: ClassVar[str] = "this hole stands straight after the TeX command `{command}`"
    label: ClassVar[str] = "braces are holes"
    help: ClassVar[str] = "write TeX's braces twice, as in \\frac{{{{a}}}}{{{{b}}}}"
    command: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class StrayBrace(Diagnostic):
    """A `}` stands alone in a text.

    ```mspec
    problem p {
      ask n "What is n}?"
    }
    ```

    Write it twice for the character itself.
    """

    code: ClassVar[str] = "MS1028"
    message: ClassVar[str] = "`}}` closes no hole"
    label: ClassVar[str] = "nothing is open here"
    help: ClassVar[str] = "write it twice for the character itself"

    def fix(self) -> Edit | None:
        return Edit(self.span, "}}")


@dataclass(frozen=True, eq=False, repr=False)
class EmptyText(Diagnostic):
    """A description, question or sentence is empty. It would leave a hole in what is printed.

    ```mspec
    problem p {
      steps { twice = 2 * 3 "" }
    }
    ```

    Write a noun phrase, or leave the quotes out.
    """

    code: ClassVar[str] = "MS1036"
    message: ClassVar[str] = "this text is empty"
    label: ClassVar[str] = "nothing between the quotes"
    help: ClassVar[str] = "write the text, or leave the quotes out"
