"""The graph while it is being built: nodes so far, what names mean, what went wrong."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from mspec.compiler import ast
from mspec.compiler.build.environment import Environment
from mspec.compiler.diagnostics import Diagnostic
from mspec.compiler.errors.names import UNKNOWN, UnknownUnit
from mspec.compiler.errors.syntax import TooDeep
from mspec.compiler.errors.types import TooMany
from mspec.compiler.ir import Apply, Const, Given, Node, NodeId, Text, Value, Values
from mspec.compiler.source import Span
from mspec.compiler.types import NounType, Type

MAX_NODES = 5_000
MAX_DEPTH = 100
"""From one named node to the next: what is deeper could not be read again from its printed form."""


class Fault(Exception):
    """A statement cannot be built. Carries its diagnostic, or None where the cause is already reported."""

    def __init__(self, diagnostic: Diagnostic | None = None) -> None:
        super().__init__(diagnostic.text() if diagnostic else "already reported")
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class System:
    """What a step bound to a bare `solve(…)` means: its unknowns are taken out by `name.x`."""

    solve: ast.Solve


Meaning = NodeId | System | None
"""Of a name: its node, a solved system, or None where its declaration was refused."""


@dataclass
class Draft:
    """Nodes in topological order, built bottom up."""

    environment: Environment
    nodes: list[Node] = field(default_factory=list)
    names: dict[str, Meaning] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    later: frozenset[str] = frozenset()
    """Names of the problem, those that are still to be built included."""
    unknowns: dict[str, Type] = field(default_factory=dict)
    named: set[NodeId] = field(default_factory=set)
    turns: dict[str, ast.Expr] = field(default_factory=dict)
    """Of an `iterate` whose number of turns depends on the world: how many it takes."""
    described: dict[NodeId, Text] = field(default_factory=dict)
    """What `{x.description}` of a rule says."""
    found: list[Diagnostic] = field(default_factory=list)
    linted: bool = True
    """Texts are looked at for what reads wrong; no need where nobody is told, as of an applied rule."""
    _shared: dict[tuple[str, NodeId, object], NodeId] = field(default_factory=dict)
    _depths: dict[NodeId, int] = field(default_factory=dict)

    def add(self, node: Node) -> NodeId:
        """Append a node."""
        if len(self.nodes) >= MAX_NODES:
            raise Fault(TooMany(node.span, what="nodes", limit=MAX_NODES))
        self.nodes.append(node)
        return len(self.nodes) - 1

    def mark(self) -> int:
        """Where the draft stands, for `back_to`."""
        return len(self.nodes)

    def back_to(self, mark: int) -> None:
        """Take back the nodes added since; nothing that stays may speak of them."""
        del self.nodes[mark:]
        self._shared = {key: node for key, node in self._shared.items() if node < mark}
        self._depths = {node: depth for node, depth in self._depths.items() if node < mark}

    def const(self, value: Value, type_: Type, span: Span) -> NodeId:
        """A literal."""
        return self.add(Const(value, type_, span))

    def apply(self, op: str, args: tuple[NodeId, ...], type_: Type, span: Span, *data: object) -> NodeId:
        """An operator application."""
        depth = 1 + max((self._depths.get(arg, 0) for arg in args if arg not in self.named), default=0)
        if depth > MAX_DEPTH:
            raise Fault(TooDeep(span, limit=MAX_DEPTH))
        node = self.add(Apply(op, args, type_, data, span))
        self._depths[node] = depth
        return node

    def part(self, op: str, whole: NodeId, key: object, type_: Type, span: Span) -> NodeId:
        """A `lookup` or an `item`: printed as an atom, so built once and shared."""
        known = self._shared.get((op, whole, key))
        if known is None:
            known = self._shared[op, whole, key] = self.apply(op, (whole,), type_, span, key)
        return known

    def share(self, op: str, whole: NodeId, key: object, node: NodeId) -> None:
        """Note that a node is this part of another."""
        self._shared[op, whole, key] = node

    def copied(self, node: NodeId) -> NodeId:
        """A literal once more, for a second use; what has or shares a name is used as it is."""
        found = self.nodes[node]
        return self.add(found) if isinstance(found, Const) and node not in self.named else node

    def type(self, node: NodeId) -> Type:
        """The type of a node."""
        return self.nodes[node].type

    def retype(self, node: NodeId, type_: Type) -> None:
        """Declare an unnamed node's type."""
        old = self.nodes[node]
        assert not isinstance(old, Given) and node not in self.named
        self.nodes[node] = replace(old, type=type_)

    def is_atom(self, node: NodeId) -> bool:
        """True for what has or shares a name: a given, a step, a column of a row, an element of a list."""
        found = self.nodes[node]
        return (
            isinstance(found, Given)
            or node in self.named
            or (isinstance(found, Apply) and found.op in ("lookup", "item"))
        )

    def rigid_nouns(self) -> dict[str, tuple[str, ...]]:
        """Noun given -> the nouns that it may draw."""
        return {
            node.name: tuple(str(v) for v in node.domain.values)
            for node in self.nodes
            if isinstance(node, Given) and isinstance(node.type, NounType) and isinstance(node.domain, Values)
        }

    def attempt(self, fault: Fault) -> None:
        """Note a fault and go on with the next statement."""
        found = fault.diagnostic
        if isinstance(found, UNKNOWN):
            missing = found.unit if isinstance(found, UnknownUnit) else found.name
            if missing in self.environment.refused:
                return
        if found is not None:
            self.found.append(found)
