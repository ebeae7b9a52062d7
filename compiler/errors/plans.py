"""MS85xx: plans of interventions that cannot be met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mspec.compiler.diagnostics import Diagnostic


@dataclass(frozen=True, eq=False, repr=False)
class OutOfReach(Diagnostic):
    """A plan cannot be met: no sequence of rules that was tried leads from the specs to what is wanted.

    Use more specs or rules, or ask for a range that is nearer to what the specs have. The reasons say how often a draw
    led to nothing. `no world goes on`: the numbers that a rule brings do not go with those that are there. `another
    size`: a rule leads past what is wanted. `nothing follows`: no rule goes on from what would be asked. `no such
    length beside a path`: no rule that was left leads there. `MS7101 rule refused`: rules do not fit, see `mspec
    explain MS7101`; for a spec's own rules, `mspec check` says why.
    """

    code: ClassVar[str] = "MS8501"
    message: ClassVar[str] = "{what} is out of reach for row {row}: {why}"
    what: str = ""
    row: int = 0
    why: str = ""
    near: str = ""

    def help_text(self) -> str:
        """What rules lead to nearest to it."""
        nearest = f"rules lead to `--{self.near}`, no nearer" if self.near else "rules lead to nothing near it either"
        return f"{nearest}: add specs, or rules (`use` in a spec, `--rules`)"


@dataclass(frozen=True, eq=False, repr=False)
class OnePlan(Diagnostic):
    """Rounds, length and level are three ways of saying how far variants go: one of them is given at a time, and what
    only goes with variants (`--heldout`, `--rules`) needs one. `--all` goes with rounds."""

    code: ClassVar[str] = "MS8502"
    message: ClassVar[str] = "these options do not go together: {given}"
    help: ClassVar[str] = (
        "give one of `--rounds`, `--length` and `--level`; `--heldout-length` goes with `--heldout`, `--all` with "
        "`--rounds`"
    )
    given: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class BadRange(Diagnostic):
    """What a plan asks for is a whole number or a range of two, `4..21`, from 0 to a limit."""

    code: ClassVar[str] = "MS8503"
    message: ClassVar[str] = "`{given}` is nothing that --{option} takes"
    help: ClassVar[str] = "write a number, or a range such as `1..4`, the smaller one first, of at most {most}"
    option: str = ""
    given: str = ""
    most: int = 0


@dataclass(frozen=True, eq=False, repr=False)
class Unrelated(Diagnostic):
    """A spec is drawn beside another one (`mspec graph SPEC --diff PARENT`) whose names it does not share."""

    code: ClassVar[str] = "MS8504"
    message: ClassVar[str] = "`{spec}` has no given or step of `{parent}`"
    help: ClassVar[str] = "give the spec that it was made from, or the other way round a spec made from it"
    spec: str = ""
    parent: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class PairNeedsPlan(Diagnostic):
    """`--pairs rule` sets each variant beside what its last rule was applied to, so there must be variants."""

    code: ClassVar[str] = "MS8505"
    message: ClassVar[str] = "without a plan there is no last rule to leave out"
    help: ClassVar[str] = "add `--rounds 1`, `--length` or `--level`; or change a given instead: `--pairs leaf`"


@dataclass(frozen=True, eq=False, repr=False)
class UnknownRule(Diagnostic):
    """`--rules` names the rules that a plan may draw: `own`, a library (`ops.money`), one of its rules
    (`ops.money.sales_tax`), or a rule of a spec. docs/rules.md lists those that are shipped."""

    code: ClassVar[str] = "MS8506"
    message: ClassVar[str] = "there is no rule or library of rules `{name}`"
    name: str = ""
    nearest: str = ""

    def help_text(self) -> str:
        if self.nearest:
            return f"did you mean `{self.nearest}`?"
        return "docs/rules.md lists the shipped ones; `own` are those of the specs"


@dataclass(frozen=True, eq=False, repr=False)
class NoRuleFits(Diagnostic):
    """None of the rules that `--rules` allows fits any of the specs: their types, units or places are others."""

    code: ClassVar[str] = "MS8507"
    message: ClassVar[str] = "none of the specs has a place for `{only}`"
    only: str = ""
    fitting: tuple[str, ...] = ()

    def help_text(self) -> str:
        """Rules that fit."""
        if not self.fitting:
            return "no rule fits these specs: their answers are of types that no rule is for; add other specs"
        return f"rules that fit: {', '.join(f'`{name}`' for name in self.fitting)}, …"
