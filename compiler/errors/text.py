"""MS6xxx: what a text says. Wording only; found by `lint_text` and `build.texts`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic, Edit, Severity


@dataclass(frozen=True, eq=False, repr=False)
class UnknownForm(Diagnostic):
    """What follows the colon in a hole is no form of the value's type.

    ```mspec
    problem p {
      given { n : int in 1..9  "a number" }
      steps { twice = 2 * n  "twice the number" }
      story \"\"\"
        The number is {n:plural}.
      \"\"\"
      ask twice "What is twice the number?"
    }
    ```

    Numbers have `3sf`, `2dp`, `words`, `times`, `ordinal`, `percent`, `fraction` and some more; nouns have `plural`.
    """

    code: ClassVar[str] = "MS6001"
    message: ClassVar[str] = "{what} has no form `{form}`"
    label: ClassVar[str] = "no such form"
    help: ClassVar[str] = "its forms are {known}"
    what: str = ""
    form: str = ""
    known: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class _BesideHole(Diagnostic):
    """A literal word beside a hole that the hole itself should say. `better` is what to write in place of both."""

    severity: ClassVar[Severity] = Severity.WARNING
    help: ClassVar[str] = "write `{better}`"
    word: str = ""
    better: str = ""
    certain: bool = False
    """Whether `span` is exactly the text that `better` replaces."""

    def fix(self) -> Edit | None:
        return Edit(self.span, self.better) if self.certain else None


@dataclass(frozen=True, eq=False, repr=False)
class ArticleBesideHole(_BesideHole):
    """A literal "a" or "an" stands before a hole; whether it is right depends on the value.

    ```mspec
    use lexicon.food
    problem p {
      given {
        item : noun in {muffin, eclair}
        n    : int in 2..9  "a number"
      }
      steps { twice = 2 * n  "twice the number" }
      story \"\"\"
        Somebody buys a {item} for ${n}.
      \"\"\"
      ask twice "What do two of them cost?"
    }
    ```

    Write `{a item}`: the article goes by the sound of what follows, numerals included.
    """

    code: ClassVar[str] = "MS6002"
    message: ClassVar[str] = "`{word}` is not right before every value of this hole"
    label: ClassVar[str] = "article beside a hole"


@dataclass(frozen=True, eq=False, repr=False)
class VerbBesideHole(_BesideHole):
    """A literal is, are, was, were, do, does, has or have stands beside a hole with which it must agree.

    ```mspec
    use lexicon.food
    problem p {
      given { n : count(bagel) in 1..9  "number of bagels" }
      steps { twice = 2 * n  "twice the number" }
      story \"\"\"
        There are {n of bagel} on a plate.
      \"\"\"
      ask twice "How many bagels are on two plates?"
    }
    ```

    Write the verb into the hole: `{are n of bagel}`, `{n of bagel cost}`, `{does kid.they}`, `{kid.they have}`.
    """

    code: ClassVar[str] = "MS6003"
    message: ClassVar[str] = "`{word}` does not agree with every value of this hole"
    label: ClassVar[str] = "verb beside a hole"


@dataclass(frozen=True, eq=False, repr=False)
class PluralBesideHole(_BesideHole):
    """A literal plural stands beside a hole; for one thing it is wrong, and for some nouns always.

    ```mspec
    use lexicon.food
    problem p {
      given { n : count(bagel) in 1..9  "number of bagels" }
      steps { twice = 2 * n  "twice the number" }
      story \"\"\"
        On a plate lie {n} bagels.
      \"\"\"
      ask twice "How many bagels lie on two plates?"
    }
    ```

    Write `{n of bagel}`, or `{item:plural}` for a noun without a number.
    """

    code: ClassVar[str] = "MS6004"
    message: ClassVar[str] = "`{word}` is not right beside every value of this hole"
    label: ClassVar[str] = "plural beside a hole"


@dataclass(frozen=True, eq=False, repr=False)
class PluralUnknown(Diagnostic):
    """A noun or unit is declared without its plural, and no rule knows it.

    ```mspec
    noun zorf "zorf"
    problem p {
      given { n : count(zorf) in 2..9  "number seen" }
      steps { twice = 2 * n  "twice the number" }
      story \"\"\"
        Somebody sees {n of zorf}.
      \"\"\"
      ask twice "How many are twice as many?"
    }
    ```

    The plural of most nouns follows from their spelling, and many irregular ones are known (children, knives, sheep,
    criteria). Endings like -f, -us, -is, a consonant and -o, and a single -s do not tell: write the plural behind the
    singular. What has no singular, such as scissors, is counted by something else: "pair of scissors".
    """

    code: ClassVar[str] = "MS6005"
    severity: ClassVar[Severity] = Severity.WARNING
    message: ClassVar[str] = "the plural of `{singular}` is not known; `{guess}` would be said"
    label: ClassVar[str] = "declared without a plural"
    help: ClassVar[str] = 'write it behind the singular: "{singular}" "{guess}"'
    singular: str = ""
    guess: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class MassNounCounted(Diagnostic):
    """A hole counts a noun that is not counted: it would say "3 flour".

    ```mspec
    use lexicon.food
    problem p {
      given { n : count(flour) in 2..9  "number of bags" }
      steps { twice = 2 * n  "twice the number" }
      story \"\"\"
        A baker uses {n of flour}.
      \"\"\"
      ask twice "How many does he use in two days?"
    }
    ```

    Count a container, whose noun is said with what is in it ("bag of flour"), or measure: `{w of flour}` of a
    `mass[kg]` is "5 kg of flour".
    """

    code: ClassVar[str] = "MS6006"
    severity: ClassVar[Severity] = Severity.WARNING
    message: ClassVar[str] = "`{noun}` is not counted, but this hole puts a number before it"
    label: ClassVar[str] = "uncountable"
    help: ClassVar[str] = 'count a container, such as a noun "bag of {singular}", or measure it: `{{w of {noun}}}`'
    noun: str = ""
    singular: str = ""
