"""MS83xx: the wording of what was generated. Found by `mspec verify --text`, from a record alone.

The examples here are texts of records, not specs: most specs cannot be made to print them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic


@dataclass(frozen=True, eq=False, repr=False)
class TextFault(Diagnostic):
    """Base of the faults of produced text: which record, where in it, what stands there, and what is wrong with it."""

    message: ClassVar[str] = "{record}, {place}: {why}: `{excerpt}`"

    record: str = ""
    place: str = ""
    excerpt: str = ""
    why: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class WrongNumber(TextFault):
    """A noun does not agree with the number before it. 1 and a proper fraction take the singular, everything else the
    plural, 0 and decimals too.

    ```
    Mia has 1 apples.
    Mia has 3 apple and 0.5 litre of milk.
    ```
    """

    code: ClassVar[str] = "MS8301"
    help: ClassVar[str] = "let a hole say number and noun together, as `{{n of item}}`, and look at the noun's plural"


@dataclass(frozen=True, eq=False, repr=False)
class WrongArticle(TextFault):
    """The indefinite article is not that of the sound that follows, numerals included.

    ```
    a hour, an unicorn, a 8 km walk, an 100 m race
    ```
    """

    code: ClassVar[str] = "MS8302"
    help: ClassVar[str] = "let a hole say the article, as `{{a item}}`"


@dataclass(frozen=True, eq=False, repr=False)
class LostPronoun(TextFault):
    """A pronoun refers to nobody: no person of its class is named in this sentence or the one before it.

    ```
    The shop opens at nine. She buys 3 apples.
    Mia buys 3 apples and he eats one.
    ```
    """

    code: ClassVar[str] = "MS8303"
    help: ClassVar[str] = "write the reference as `{{kid.they}}`, which gives the name where a pronoun would be unclear"


@dataclass(frozen=True, eq=False, repr=False)
class WrongVerb(TextFault):
    """A verb does not agree with the pronoun or number beside it.

    ```
    They pays $5. Does they have enough? She have 3 apples. There is 3 apples.
    ```
    """

    code: ClassVar[str] = "MS8304"
    help: ClassVar[str] = "let the hole say the verb too, as `{{kid.they pay}}` or `{{does kid.they}} pay`"


@dataclass(frozen=True, eq=False, repr=False)
class DoubledWord(TextFault):
    """A word stands twice.

    ```
    Mia buys the the apples.
    ```
    """

    code: ClassVar[str] = "MS8305"
    help: ClassVar[str] = "one of the two comes from a hole or a description: leave the other out of the text"


@dataclass(frozen=True, eq=False, repr=False)
class RawNumber(TextFault):
    """A number is shown as no person would write it: the tail of a float, an exponent, more than four significant
    decimals in a worked step, or an amount of money with one decimal.

    ```
    The price is $2.5. The share is 0.30000000000000004. The mean is 3.141592.
    ```
    """

    code: ClassVar[str] = "MS8306"
    help: ClassVar[str] = "give the hole a form, as `{{x:2dp}}` or `{{x:fraction}}`, or the given a coarser step"


@dataclass(frozen=True, eq=False, repr=False)
class UnitSpacing(TextFault):
    """A number and its unit are not set as usual: a space before the symbol of a unit, none before `%` and after `$`,
    none around the stroke of a compound unit.

    ```
    5km, 5 km/ h, $ 5, 20 %
    ```
    """

    code: ClassVar[str] = "MS8307"
    help: ClassVar[str] = "let the hole say the unit: a quantity prints with its own"


@dataclass(frozen=True, eq=False, repr=False)
class SentenceForm(TextFault):
    """A sentence does not begin with a capital or does not end with a full stop or question mark; or a description,
    which is a phrase inside sentences, begins with an article or ends like a sentence.

    ```
    mia buys 3 apples. How many are left
    ```
    """

    code: ClassVar[str] = "MS8308"
    help: ClassVar[str] = "mend the sentence, the question or the description in the spec"


@dataclass(frozen=True, eq=False, repr=False)
class Spacing(TextFault):
    """Spaces are doubled, stand before punctuation or are missing after it.

    ```
    Mia buys  3 apples .Then she eats one.
    ```
    """

    code: ClassVar[str] = "MS8309"
    help: ClassVar[str] = "look for a hole that printed nothing, and at the spaces beside it"


@dataclass(frozen=True, eq=False, repr=False)
class Unbalanced(TextFault):
    """A bracket or quotation mark is opened and not closed, or closed and not opened.

    ```
    The balance is rounded (half a cent upwards.
    ```
    """

    code: ClassVar[str] = "MS8310"
    help: ClassVar[str] = "close it in the same sentence"


@dataclass(frozen=True, eq=False, repr=False)
class EmptyHole(TextFault):
    """A hole printed nothing, or its name, or what a program calls an empty value.

    ```
    Mia buys the at $ each. Mia has None apples and {n} pears.
    ```
    """

    code: ClassVar[str] = "MS8311"
    help: ClassVar[str] = "look at the hole that should stand there, and at its untold form"


@dataclass(frozen=True, eq=False, repr=False)
class SameDescription(TextFault):
    """Two quantities of one problem have the same description, so that whoever reads the solution cannot tell them
    apart.

    ```
    The number of apples is 3 + 4 = 7. The number of apples is 7 × 2 = 14.
    ```
    """

    code: ClassVar[str] = "MS8312"
    help: ClassVar[str] = "say in the description what sets it apart: `number of apples in all`"
