"""The Problem: a typed computation graph, what is told, what is asked, and the text that says so.

Everything is frozen. Nodes are addressed by dense `NodeId`, their place in `Problem.nodes`; the arguments of a
node always stand before it (topological order is an invariant, checked by `verify`).

As built, the graph is a forest between names: an unnamed node is used exactly once, so that a problem prints
as a spec (`print_spec`) and the spec builds the same problem. Sharing happens at givens and steps only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from mspec.compiler import ast
from mspec.compiler.source import NOWHERE, Span
from mspec.compiler.types import Num, Type

NodeId = int
Value = Fraction | bool | str | int | tuple["Value", ...]
"""A value in a world: Fraction for every number (whole ones too), bool, str for nouns, words, people and values of
library types, int for a row of a table (0-based), tuple for a list."""


# ---------------------------------------------------------------------------------------------- domains


@dataclass(frozen=True, slots=True)
class Lattice:
    """`low..high by stride`, in the unit of the given. `high` is on the lattice."""

    low: Fraction
    high: Fraction
    stride: Fraction

    @property
    def size(self) -> int:
        low, high, stride = self.low, self.high, self.stride
        # In whole numbers: it is asked at every draw.
        span = (high.numerator * low.denominator - low.numerator * high.denominator) * stride.denominator
        return span // (high.denominator * low.denominator * stride.numerator) + 1

    def __iter__(self) -> Iterator[Fraction]:
        return (self.low + k * self.stride for k in range(self.size))


@dataclass(frozen=True, slots=True)
class Values:
    """An explicit set, in the order written, without repetition. Also: bool, person, rows of a table."""

    values: tuple[Value, ...]

    @property
    def size(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[Value]:
        return iter(self.values)


@dataclass(frozen=True, slots=True)
class NounAttribute:
    """`item.price`: the domain that the noun drawn for the given `noun` offers. `choices[i]` belongs to the i-th
    value of that given's domain."""

    noun: NodeId
    attribute: str
    choices: tuple[Lattice | Values, ...]


Domain = Lattice | Values | NounAttribute


# ------------------------------------------------------------------------------------------------ nodes


@dataclass(frozen=True, slots=True)
class Given:
    """A leaf. For a list, `domain` is that of its elements. `flags`: fixed, repeat, distinct, sorted."""

    name: str
    type: Type
    domain: Domain
    flags: frozenset[str] = frozenset()
    description: Text | None = None
    where: ast.Expr | None = None
    """The `where` of a table row, kept to be printed; `domain` already holds the rows that satisfy it."""
    span: Span = field(default=NOWHERE, compare=False, repr=False)

    args = ()


@dataclass(frozen=True, slots=True)
class Const:
    """A literal, in the unit of its type."""

    value: Value
    type: Type
    span: Span = field(default=NOWHERE, compare=False, repr=False)

    args = ()


@dataclass(frozen=True, slots=True)
class Apply:
    """An operator of the table `ops`. `data` is what the operator needs besides its arguments:
    `convert`: (factor,); `item`: (1-based index,); `lookup`: (column,); `solve_linear`: (unknown names, which,
    their types)."""

    op: str
    args: tuple[NodeId, ...]
    type: Type
    data: tuple[object, ...] = ()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


Node = Given | Const | Apply


@dataclass(frozen=True, slots=True)
class Step:
    """A named node. Its equation runs from the nearest named nodes (givens and steps) up to it.

    `declared`: the author wrote a type, so its grid obligation restricts the worlds instead of being proved.
    """

    name: str
    node: NodeId
    declared: bool = False
    description: Text | None = None
    sentence: Text | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


# ------------------------------------------------------------------------------------------------- text


@dataclass(frozen=True, slots=True)
class Literal:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Show:
    """The value of a node, by type and `form` ("", "3sf", "times", "words", "Words", "plural", "tex" …)."""

    node: NodeId
    form: str = ""
    untold: Text | None = None


@dataclass(frozen=True, slots=True)
class NounRef:
    """A fixed noun (`name`), or the noun that the given `node` draws."""

    name: str = ""
    node: NodeId | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its noun, "3 bagels"; a verb that agrees may follow, an auxiliary may precede."""

    count: NodeId
    noun: NounRef
    verb: str = ""
    auxiliary: str = ""
    untold: Text | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """The indefinite article by sound, then the value ("an eclair")."""

    node: NodeId
    capital: bool = False
    untold: Text | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class PersonRef:
    """A reference to a person: name, or pronoun where it is clear; with an agreeing verb or auxiliary.
    Fields as in `ast.PersonHole`."""

    node: NodeId
    form: str = ""
    capital: bool = False
    verb: str = ""
    auxiliary: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Text that depends on a condition over givens. The condition is a boolean node of the graph."""

    condition: NodeId
    then: Text
    otherwise: Text = ()


Segment = Literal | Show | Counted | Article | PersonRef | Choice
Text = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of the story. `tells`: nodes whose value it shows; `mentions`: the persons and nouns it names.
    `origin` is "" for the author's own, else the name of the rule application that brought it (not printed, not
    compared)."""

    segments: Text
    tells: frozenset[NodeId] = frozenset()
    mentions: frozenset[NodeId] = frozenset()
    origin: str = field(default="", compare=False)
    span: Span = field(default=NOWHERE, compare=False, repr=False)


# ---------------------------------------------------------------------------------------------- problem


@dataclass(frozen=True, slots=True)
class Require:
    """A constraint: a boolean node that must hold."""

    node: NodeId
    reason: str = ""
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """How an answer is shown and judged; None or False where the author said nothing.

    `round` is the number of decimals; `choices` the number of options of a multiple choice."""

    round: int | None = None
    sigfigs: int | None = None
    units: str = ""
    form: str = ""
    order: str = ""
    tol: Fraction | None = None
    choices: int | None = None

    def wants_closed_form(self, type_: Type) -> bool:
        """Whether a number of this type is wanted exactly, with roots and pi."""
        rounded = self.round is not None or self.sigfigs is not None
        return self.form == "exact" and not rounded and isinstance(type_, Num) and not type_.exact


@dataclass(frozen=True, slots=True)
class Ask:
    node: NodeId
    question: Text
    form: AnswerForm = AnswerForm()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Mistake:
    """`step := value`, with what went wrong. `value` and `when` are nodes of the same graph."""

    name: str
    step: NodeId
    value: NodeId
    description: Text
    when: NodeId | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Test:
    """Bindings are exact values in the unit of the given; `expects` and `always` are boolean nodes."""

    title: str
    bindings: tuple[tuple[NodeId, Value], ...] = ()
    expects: tuple[NodeId, ...] = ()
    always: tuple[NodeId, ...] = ()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class NounEntry:
    """A noun of the lexicon."""

    name: str
    singular: str
    plural: str
    parent: str = ""
    mass: bool = False
    attributes: tuple[tuple[str, Lattice | Values], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """`columns`: name, type, known. `rows` hold values in the columns' units. A `word`/`noun` column is text."""

    name: str
    columns: tuple[tuple[str, Type, bool], ...]
    rows: tuple[tuple[Value, ...], ...]

    def column(self, name: str) -> int:
        """The position of a column."""
        return next(i for i, column in enumerate(self.columns) if column[0] == name)

    def row_name(self, row: int) -> str | None:
        """How a row is called: its first column, where that is a text that no other row has; else None, and the row
        goes by its 1-based number."""
        key = self.rows[row][0]
        return key if isinstance(key, str) and sum(other[0] == key for other in self.rows) == 1 else None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the problem needs of its libraries at run time: nouns by name, tables by name (`people` among
    them, with columns name and pronoun "she"/"he"/"they"), and how units are said (symbol -> singular, plural).
    `lengths` are the units of length among them: their powers are said "square" and "cubic". `plugins` are those that
    bring primitives, by name and version."""

    nouns: tuple[NounEntry, ...] = ()
    tables: tuple[Table, ...] = ()
    units: tuple[tuple[str, str, str], ...] = ()
    lengths: tuple[str, ...] = ()
    plugins: tuple[tuple[str, str], ...] = ()

    def noun(self, name: str) -> NounEntry:
        """The entry of a noun. Raises KeyError."""
        for entry in self.nouns:
            if entry.name == name:
                return entry
        raise KeyError(name)

    def table(self, name: str) -> Table:
        """A table by name. Raises KeyError."""
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Problem:
    """A family of problems.

    `nodes` holds every node, those of conditions, mistakes and tests included; what is demanded is decided per
    world from the asked nodes. `rules` stay syntax until they are applied (they are open terms over the
    problem's names). `uses` are the libraries by name, as written.
    """

    name: str
    nodes: tuple[Node, ...]
    steps: tuple[Step, ...] = ()
    requires: tuple[Require, ...] = ()
    story: tuple[Sentence, ...] = ()
    tells: tuple[NodeId, ...] = ()
    asks: tuple[Ask, ...] = ()
    hint: Text | None = None
    mistakes: tuple[Mistake, ...] = ()
    rules: tuple[ast.Rule, ...] = ()
    tests: tuple[Test, ...] = ()
    meta: tuple[ast.MetaEntry, ...] = ()
    uses: tuple[str, ...] = ()
    declarations: tuple[ast.Declaration, ...] = ()
    """The file's own top-level declarations, kept to be printed."""
    lexicon: Lexicon = field(default=Lexicon(), repr=False)
    folder: str = field(default="", compare=False, repr=False)
    """Where its libraries are looked for first: the folder of its file."""
    span: Span = field(default=NOWHERE, compare=False, repr=False)
    _named: dict[NodeId, str] = field(default_factory=dict, init=False, compare=False, repr=False)
    """Names of givens and of steps, filled when they are first asked for: that happens thousands of times."""
    _leaves: list[NodeId] = field(default_factory=list, init=False, compare=False, repr=False)
    _steps: dict[NodeId, Step] = field(default_factory=dict, init=False, compare=False, repr=False)

    def givens(self) -> tuple[NodeId, ...]:
        """The leaves, in the order declared."""
        if not self._leaves:
            self._leaves.extend(i for i, node in enumerate(self.nodes) if isinstance(node, Given))
        return tuple(self._leaves)

    def names(self) -> dict[NodeId, str]:
        """Node -> name, for givens and steps."""
        if not self._named:
            self._named.update({i: node.name for i, node in enumerate(self.nodes) if isinstance(node, Given)})
            self._named.update({step.node: step.name for step in self.steps})
        return dict(self._named)

    def node_named(self, name: str) -> NodeId:
        """The node of a given or step. Raises KeyError."""
        for node, known in self.names().items():
            if known == name:
                return node
        raise KeyError(name)

    def ancestors(self, roots: Iterable[NodeId], cut: NodeId | None = None) -> frozenset[NodeId]:
        """Some nodes and all that they are computed from; not beyond `cut`, nor that itself."""
        found: set[NodeId] = set()
        waiting = list(roots)
        while waiting:
            node = waiting.pop()
            if node not in found and node != cut:
                found.add(node)
                waiting += self.nodes[node].args
        return frozenset(found)

    def followers(self, node: NodeId) -> frozenset[NodeId]:
        """All that is computed from a node."""
        found = {node}
        for position, other in enumerate(self.nodes):
            if not found.isdisjoint(other.args):
                found.add(position)
        return frozenset(found - {node})

    def step_of(self, node: NodeId) -> Step | None:
        """The step at a node, if it is one."""
        if not self._steps:
            self._steps.update((step.node, step) for step in reversed(self.steps))
        return self._steps.get(node)

    def texts(self) -> Iterator[Text]:
        """All that it says: descriptions, sentences of steps, the story, questions, mistakes, the hint."""
        yield from (node.description for node in self.nodes if isinstance(node, Given) and node.description)
        for step in self.steps:
            yield step.description or ()
            yield step.sentence or ()
        yield from (sentence.segments for sentence in self.story)
        yield from (ask.question for ask in self.asks)
        yield from (mistake.description for mistake in self.mistakes)
        yield self.hint or ()

    def told(self) -> frozenset[NodeId]:
        """Nodes whose value some sentence or question shows."""
        shown = {node for sentence in self.story for node in sentence.tells}
        for ask in self.asks:
            shown |= shown_nodes(ask.question)
        return frozenset(shown)


def merged(segments: Iterable[Segment]) -> Text:
    """Neighbouring literals as one: the form in which a printed text is read back."""
    found: list[Segment] = []
    for segment in segments:
        if isinstance(segment, Literal) and found and isinstance(last := found[-1], Literal):
            found[-1] = Literal(last.text + segment.text)
        else:
            found.append(segment)
    return tuple(found)


def shown_nodes(text: Text) -> frozenset[NodeId]:
    """Nodes whose value a text shows, in all its arms, and conditions on which its words depend.

    An untold form is not an arm.
    """
    found: set[NodeId] = set()
    for segment in text:
        match segment:
            case Show(node) | Article(node):
                found.add(node)
            case Counted(count, noun):
                found.add(count)
                if noun.node is not None:
                    found.add(noun.node)
            case PersonRef(node):
                found.add(node)
            case Choice(condition, then, otherwise):
                found |= {condition} | shown_nodes(then) | shown_nodes(otherwise)
            case Literal():
                pass
    return frozenset(found)


def always_shown(text: Text) -> frozenset[NodeId]:
    """Nodes whose value a text shows whatever its conditions say: of a choice, what both arms show."""
    choices = [segment for segment in text if isinstance(segment, Choice)]
    both = [{c.condition} | always_shown(c.then) & always_shown(c.otherwise) for c in choices]
    return shown_nodes(tuple(segment for segment in text if not isinstance(segment, Choice))).union(*both)
