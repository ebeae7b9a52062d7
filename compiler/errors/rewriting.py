"""MS71xx: an intervention rule cannot be applied to this problem."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic


@dataclass(frozen=True, eq=False, repr=False)
class RuleDoesNotFit(Diagnostic):
    """A rule cannot be applied to its target: the new step is of another type, the target is not asked or not told, or
    the body lacks what this kind of rule needs.

    ```mspec
    problem p {
      given {
        n : int in 2..9  "first number"
        k : int in 2..9  "second number"
      }
      steps {
        a = n * k  "product"
        b = a + n  "sum"
      }
      story \"\"\"Take the numbers {n} and {k}.\"\"\"
      ask b "What do the product and the first number make?"
      vary {
        extend more on a {
          step c = a + 1  "next number"
          ask "What comes next?"
        }
      }
    }
    ```

    `extend` moves a question that is there, so its target must be asked.
    """

    code: ClassVar[str] = "MS7101"
    message: ClassVar[str] = "`{rule}` cannot be applied to `{target}`: {why}"
    label: ClassVar[str] = "does not fit here"
    help: ClassVar[str] = "{way_out}"
    rule: str = ""
    target: str = ""
    why: str = ""
    way_out: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class NoUntoldForm(Diagnostic):
    """A rule hides a given, and a sentence that tells it says other things too, but not what to say in its place.

    ```mspec
    problem p {
      given {
        n : int in 2..9  "first number"
        k : int in 2..9  "second number"
      }
      steps { a = n * k  "product" }
      story \"\"\"The numbers are {n} and {k}.\"\"\"
      ask a "What is the product?"
      vary {
        invert which on n {
          say "Their product is {a}."
          ask "What is the first number?"
        }
      }
    }
    ```

    Give each hole of the hidden given an untold form, `{n | "a hidden number"}`, or let the rule `replace n "…"` the
    sentence.
    """

    code: ClassVar[str] = "MS7102"
    message: ClassVar[str] = "`{rule}` hides `{given}`, which a sentence tells without an untold form"
    label: ClassVar[str] = "hides `{given}`"
    help: ClassVar[str] = 'write `{{{given} | "some words"}}` in the story, or `replace {given} "…"` in the rule'
    rule: str = ""
    given: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class NoGap(Diagnostic):
    """A library rule brings a sentence for which the story has no place: it must stand behind all that its target is
    computed from, and before anything else that the next step needs.

    ```mspec
    rule more on x : int {
      with extra : int in 1..9  "number added"
      step larger = x + extra   "larger number"
      say "Then {extra} is added to it."
    }

    problem p {
      given {
        n : int in 2..9  "first number"
        k : int in 2..9  "second number"
      }
      steps { a = n * k  "product" }
      story \"\"\"The numbers are {n} and {k}.\"\"\"
      ask a "What is the product?"
      vary { apply more to n }
    }
    ```

    Tell the two in sentences of their own. A rule of the problem itself needs no gap, since its author knows the story.
    """

    code: ClassVar[str] = "MS7103"
    message: ClassVar[str] = "the story has no place for the sentence of `{rule}` behind what tells `{target}`"
    label: ClassVar[str] = "no gap behind `{target}`"
    help: ClassVar[str] = "tell `{target}` and what it is combined with in two sentences"
    rule: str = ""
    target: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class SameDescription(Diagnostic):
    """After a rule, two quantities would have the same description, so that nobody could tell them apart.

    ```mspec
    problem p {
      given { n : int in 2..9  "number" }
      steps { a = 2 * n  "double" }
      story \"\"\"A number is {n}.\"\"\"
      ask a "What is its double?"
      vary {
        insert bigger on n {
          with k : int in 1..5  "increase"
          step m = n + k        "number"
          say "It grows by {k}."
        }
      }
    }
    ```

    Describe what is new by what sets it apart, or write `as "the second order"`.
    """

    code: ClassVar[str] = "MS7104"
    message: ClassVar[str] = 'after `{rule}`, `{first}` and `{second}` would both be "{description}"'
    label: ClassVar[str] = "two quantities with one description"
    help: ClassVar[str] = 'describe the new step by what sets it apart, or add `as "…"`'
    rule: str = ""
    first: str = ""
    second: str = ""
    description: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class AnswerLost(Diagnostic):
    """After a rule, the answer would not follow from what is told.

    ```mspec
    problem p {
      given {
        n : int in 2..9  "first number"
        k : int in 2..9  "second number"
      }
      steps { a = n * k  "product" }
      story \"\"\"
        One number is {n}.
        Another is {k}.
      \"\"\"
      ask a "What is the product?"
      vary {
        insert bigger on n {
          with j : int in 1..5  "increase"
          step m = n + j        "larger number"
          say "It grows a little."
        }
      }
    }
    ```

    The rule must tell what it brings.
    """

    code: ClassVar[str] = "MS7105"
    message: ClassVar[str] = "after `{rule}`, the answer does not follow from what is told: {why}"
    label: ClassVar[str] = "loses the answer"
    help: ClassVar[str] = "tell in a `say` what the new steps need, or choose another target"
    rule: str = ""
    why: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class NoWorldLeft(Diagnostic):
    """After a rule, one constraint holds in no world: what the rule brings does not go with the numbers that are there.

    ```mspec
    problem p {
      given { n : int in 2..9  "number" }
      steps { a = 2 * n  "double" }
      story \"\"\"A number is {n}.\"\"\"
      ask a "What is its double?"
      vary {
        insert smaller on n {
          with k : int in 10..20  "decrease"
          when k < n
          step m = n - k          "smaller number"
          say "It is made smaller by {k}."
        }
      }
    }
    ```

    Only the bounds of the numbers are looked at here. Whether a variant that is written down has worlds is looked at
    as for any spec.
    """

    code: ClassVar[str] = "MS7106"
    message: ClassVar[str] = "after `{rule}`, no world is left: `{condition}` never holds"
    label: ClassVar[str] = "does not go with the numbers that are there"
    help: ClassVar[str] = "choose other numbers for what it brings, or another target"
    rule: str = ""
    condition: str = ""
