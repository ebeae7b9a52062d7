"""MS10xx: statements and blocks that do not parse. Wording only; found by `split` and `parse`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic, Edit, Label
from mspec.compiler.source import NOWHERE, Span


def _one_of(phrases: tuple[str, ...]) -> str:
    if len(phrases) == 1:
        return phrases[0]
    return ", ".join(phrases[:-1]) + " or " + phrases[-1]


@dataclass(frozen=True, eq=False, repr=False)
class UnexpectedWord(Diagnostic):
    """A statement does not go on as the grammar wants. What could stand there is listed.

    ```mspec
    problem p {
      steps { twice = 2 * * 3 }
    }
    ```

    Write what is expected there, or take the marked word out.
    """

    code: ClassVar[str] = "MS1001"
    message: ClassVar[str] = "unexpected {found}"
    found: str = ""
    expected: tuple[str, ...] = ()
    hint: str = ""

    def label_text(self) -> str:
        if not self.expected:
            return "not expected here"
        return "expected " + _one_of(self.expected)

    def help_text(self) -> str:
        if self.hint:
            return self.hint
        if self.expected == ("a unit",) and "_" in self.found:
            return "a symbol of a unit has no `_` and no digits; how it is said stands in quotes behind it"
        if self.expected == ("a text in quotes",) and self.found in ("`[`", "`.`"):
            return "a name alone stands here: give the part a step, as in `third = xs[3]`, and name that"
        return ""


@dataclass(frozen=True, eq=False, repr=False)
class UnclosedBracket(Diagnostic):
    """A bracket of an expression or of a set is not closed before the statement ends.

    ```mspec
    problem p {
      given { n : int in {1, 2, 3
        m : int in 1..9
      }
    }
    ```

    Close it on the same line, or before the next statement begins.
    """

    code: ClassVar[str] = "MS1002"
    message: ClassVar[str] = "`{bracket}` is not closed"
    label: ClassVar[str] = "opened here"
    help: ClassVar[str] = "close it with `{closer}`"
    bracket: str = "("
    closer: str = ")"


@dataclass(frozen=True, eq=False, repr=False)
class UnclosedBrace(Diagnostic):
    """The `{` of a section, rule, test or problem has no `}`. It is taken to end where the next
    section begins.

    ```mspec
    problem p {
      given {
        n : int in 1..9
      steps { twice = 2 * n }
    }
    ```

    Put `}` after the last statement of the block.
    """

    code: ClassVar[str] = "MS1003"
    message: ClassVar[str] = "the block of `{block}` is not closed"
    label: ClassVar[str] = "opened here"
    help: ClassVar[str] = "put `}}` after its last statement"
    block: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class StrayClose(Diagnostic):
    """A closing bracket or brace closes nothing.

    ```mspec
    problem p {
      steps { twice = 2 * 3) }
    }
    ```

    Take it out, or open it where it should begin.
    """

    code: ClassVar[str] = "MS1004"
    message: ClassVar[str] = "`{found}` closes nothing"
    label: ClassVar[str] = "nothing is open here"
    help: ClassVar[str] = "take it out"
    found: str = "}"


@dataclass(frozen=True, eq=False, repr=False)
class UnknownSection(Diagnostic):
    """A problem holds sections only: meta, given, require, steps, story, tell, ask, hint, mistakes,
    vary, test.

    ```mspec
    problem p {
      givens { n : int in 1..9 }
    }
    ```

    Correct the word, or put the statement in the section it belongs to.
    """

    code: ClassVar[str] = "MS1007"
    message: ClassVar[str] = "`{found}` is not a section of a problem"
    label: ClassVar[str] = "unknown section"
    found: str = ""
    nearest: str = ""

    def help_text(self) -> str:
        if self.nearest:
            return f"did you mean `{self.nearest}`?"
        return "sections are meta, given, require, steps, story, tell, ask, hint, mistakes, vary and test"


@dataclass(frozen=True, eq=False, repr=False)
class DuplicateSection(Diagnostic):
    """A section stands twice in one problem. Only `ask` and `test` may be repeated.

    ```mspec
    problem p {
      given { n : int in 1..9 }
      given { m : int in 1..9 }
    }
    ```

    Put the statements of the second into the first.
    """

    code: ClassVar[str] = "MS1008"
    message: ClassVar[str] = "`{section}` stands twice in this problem"
    label: ClassVar[str] = "again here"
    help: ClassVar[str] = "put its statements into the first one"
    section: str = ""
    first: Span = NOWHERE

    def others(self) -> tuple[Label, ...]:
        return (Label(self.first, "first here"),)


@dataclass(frozen=True, eq=False, repr=False)
class MissingBlock(Diagnostic):
    """A word that opens a block is not followed by its block in braces.

    ```mspec
    problem p {
      given n : int in 1..9
    }
    ```

    Put the statements in braces: `given { n : int in 1..9 }`.
    """

    code: ClassVar[str] = "MS1009"
    message: ClassVar[str] = "`{found}` needs a block in braces"
    label: ClassVar[str] = "no `{{` follows"
    help: ClassVar[str] = "write `{found} {{ … }}`"
    found: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class UnexpectedBlock(Diagnostic):
    """A block in braces follows a statement that has none.

    ```mspec
    problem p {
      ask n "How many?" { round = 2 }
    }
    ```

    Take the block out; options of `ask` stand in parentheses.
    """

    code: ClassVar[str] = "MS1010"
    message: ClassVar[str] = "`{found}` takes no block"
    label: ClassVar[str] = "this block belongs to nothing"
    help: ClassVar[str] = "take the block out"
    found: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class OutsideProblem(Diagnostic):
    """A section stands at top level. Sections belong to a problem.

    ```mspec
    given { n : int in 1..9 }
    ```

    Put it inside `problem NAME { … }`.
    """

    code: ClassVar[str] = "MS1011"
    message: ClassVar[str] = "`{found}` stands outside of a problem"
    label: ClassVar[str] = "a section"
    help: ClassVar[str] = "put it inside `problem NAME {{ … }}`"
    found: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class ReservedName(Diagnostic):
    """A keyword is used as a name. A keyword has one meaning everywhere, so nothing can be called like
    it.

    ```mspec
    problem p {
      given { rule : int in 1..9 }
    }
    ```

    Choose another name.
    """

    code: ClassVar[str] = "MS1012"
    message: ClassVar[str] = "`{word}` is a keyword and cannot be a name"
    label: ClassVar[str] = "a name is expected here"
    help: ClassVar[str] = "call it `{word}_1`, or find a better name"
    word: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class BuiltinName(Diagnostic):
    """The name of a builtin function or of a type is used as a name. Nothing shadows a builtin.

    ```mspec
    problem p {
      steps { mean = 2 * 3 }
    }
    ```

    Choose another name, such as `mean_1`.
    """

    code: ClassVar[str] = "MS1013"
    message: ClassVar[str] = "`{word}` is a builtin, nothing shadows it"
    label: ClassVar[str] = "a name is expected here"
    help: ClassVar[str] = "call it `{word}_1`"
    word: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class SingleEquals(Diagnostic):
    """`=` stands where two values are compared. `=` defines a step; `==` compares.

    ```mspec
    problem p {
      given { n : int in 1..9 }
      require { n = 3 }
    }
    ```

    Write `==`.
    """

    code: ClassVar[str] = "MS1014"
    message: ClassVar[str] = "`=` does not compare"
    label: ClassVar[str] = "a comparison is `==`"
    help: ClassVar[str] = "write `==`"

    def fix(self) -> Edit | None:
        return Edit(self.span, "==")


@dataclass(frozen=True, eq=False, repr=False)
class DoubleEquals(Diagnostic):
    """`==` stands where a step or a binding is defined. `==` compares; `=` defines.

    ```mspec
    problem p {
      steps { twice == 2 * 3 }
    }
    ```

    Write `=`.
    """

    code: ClassVar[str] = "MS1015"
    message: ClassVar[str] = "`==` does not define"
    label: ClassVar[str] = "a definition is `=`"
    help: ClassVar[str] = "write `=`"

    def fix(self) -> Edit | None:
        return Edit(self.span, "=")


@dataclass(frozen=True, eq=False, repr=False)
class TooDeep(Diagnostic):
    """An expression, a text or the blocks of a file are nested deeper than 100. No spec needs that,
    and reading it would cost too much.

    ```mspec
    problem p {
      steps { deep = (((((((((((((((((((((((((((((((((((((((((((((((((((
          ((((((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))))))))))
          ))))))))))))))))))))))))))))))))))))))))))))))))))) }
    }
    ```

    Name the parts as steps.
    """

    code: ClassVar[str] = "MS1029"
    message: ClassVar[str] = "nested deeper than {limit}"
    label: ClassVar[str] = "too deep"
    help: ClassVar[str] = "name the parts as steps"
    limit: int = 100


@dataclass(frozen=True, eq=False, repr=False)
class FileTooLarge(Diagnostic):
    """A file is longer than 400,000 characters. It is not read at all.

    Split it into libraries.
    """

    code: ClassVar[str] = "MS1030"
    message: ClassVar[str] = "this file has more than {limit} characters"
    help: ClassVar[str] = "split it into libraries"
    limit: int = 400000


@dataclass(frozen=True, eq=False, repr=False)
class TooManyErrors(Diagnostic):
    """The file has so many errors that the rest are not reported.

    Mend the first ones, then check again.
    """

    code: ClassVar[str] = "MS1031"
    message: ClassVar[str] = "more than {limit} errors; the rest are not shown"
    help: ClassVar[str] = "mend the first ones, then check again"
    limit: int = 100


@dataclass(frozen=True, eq=False, repr=False)
class UnknownRuleKind(Diagnostic):
    """A statement in `vary` begins with a word that is no kind of intervention.

    ```mspec
    problem p {
      vary { remove it_all on n { say "It is gone." } }
    }
    ```

    The kinds are insert, extend, derive, invert, distract, fold, apply and chain.
    """

    code: ClassVar[str] = "MS1032"
    message: ClassVar[str] = "`{found}` is not a kind of rule"
    label: ClassVar[str] = "unknown kind"
    found: str = ""
    nearest: str = ""

    def help_text(self) -> str:
        if self.nearest:
            return f"did you mean `{self.nearest}`?"
        return "kinds are insert, extend, derive, invert, distract, fold, apply and chain"


@dataclass(frozen=True, eq=False, repr=False)
class UnsupportedVersion(Diagnostic):
    """The first line asks for a version of the language that this program does not read.

    ```mspec
    mspec 2
    ```

    Write `mspec 1`, or use a newer program.
    """

    code: ClassVar[str] = "MS1033"
    message: ClassVar[str] = "version {found} of the language is not supported"
    label: ClassVar[str] = "this program reads version 1"
    help: ClassVar[str] = "write `mspec 1`"
    found: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class StoryQuotes(Diagnostic):
    """The story stands in single quotes. It has one sentence a line, in triple quotes.

    ```mspec
    problem p {
      story "A number."
    }
    ```

    Write three quotes before and after it.
    """

    code: ClassVar[str] = "MS1034"
    message: ClassVar[str] = "a story stands in triple quotes"
    label: ClassVar[str] = "one quote"
    help: ClassVar[str] = "put three quotes before and after the sentences"


@dataclass(frozen=True, eq=False, repr=False)
class RangeStep(Diagnostic):
    """The stride of a range is written `step`. It is written `by`; `step` begins a step of a rule.

    ```mspec
    problem p {
      given { n : int in 2..10 step 2 }
    }
    ```

    Write `by`.
    """

    code: ClassVar[str] = "MS1035"
    message: ClassVar[str] = "the stride of a range is written `by`"
    label: ClassVar[str] = "write `by`"
    help: ClassVar[str] = "write `by`"

    def fix(self) -> Edit | None:
        return Edit(self.span, "by")


@dataclass(frozen=True, eq=False, repr=False)
class InsideProblem(Diagnostic):
    """A declaration of the top level stands inside a problem.

    ```mspec
    problem p {
      def half(x : int) = x / 2
    }
    ```

    Put it before the problem.
    """

    code: ClassVar[str] = "MS1037"
    message: ClassVar[str] = "`{found}` belongs to the top level"
    label: ClassVar[str] = "inside of a problem"
    help: ClassVar[str] = "put it before the problem"
    found: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class StatementTooLong(Diagnostic):
    """A single statement has more than 10,000 words; most likely a bracket is open.

    Close the bracket, or make a table of it.
    """

    code: ClassVar[str] = "MS1038"
    message: ClassVar[str] = "this statement has more than {limit} words"
    label: ClassVar[str] = "begins here"
    help: ClassVar[str] = "close a bracket, or make a table of it"
    limit: int = 10000


@dataclass(frozen=True, eq=False, repr=False)
class MalformedCall(Diagnostic):
    """`solve` or a binder is not written as it must be.

    ```mspec
    problem p {
      steps { x = solve([2 * 3 == 6], 5) }
    }
    ```

    Write `solve([equation, …], [unknown, …])`, where unknowns are names.
    """

    code: ClassVar[str] = "MS1039"
    message: ClassVar[str] = "{reason}"
    label: ClassVar[str] = "not of this form"
    help: ClassVar[str] = "{way}"
    reason: str = ""
    way: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class UnknownItem(Diagnostic):
    """A statement at top level begins with a word that begins none.

    ```mspec
    problems p { }
    ```

    At top level stand use, noun, table, unit, def, rule and problem.
    """

    code: ClassVar[str] = "MS1041"
    message: ClassVar[str] = "nothing at top level begins with `{found}`"
    label: ClassVar[str] = "unknown"
    found: str = ""
    nearest: str = ""

    def help_text(self) -> str:
        if self.nearest:
            return f"did you mean `{self.nearest}`?"
        return "at top level stand use, noun, table, unit, def, rule and problem"


@dataclass(frozen=True, eq=False, repr=False)
class UnknownStatement(Diagnostic):
    """A statement in a rule or a test begins with a word that begins none there.

    ```mspec
    problem p {
      test "one" { check 1 == 1 }
    }
    ```

    In a rule stand with, when, step, replace, hide, tell, say, as and ask; in a test with, expect
    and always.
    """

    code: ClassVar[str] = "MS1043"
    message: ClassVar[str] = "no statement of this block begins with `{found}`"
    label: ClassVar[str] = "unknown"
    found: str = ""
    nearest: str = ""
    known: str = ""

    def help_text(self) -> str:
        if self.nearest:
            return f"did you mean `{self.nearest}`?"
        return f"here stand {self.known}"
