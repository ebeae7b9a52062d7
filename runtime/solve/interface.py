"""Ask a solver whether SMT-LIB assertions can hold.

Solvers run in a process of their own that is killed when it overstays: neither Z3's resource limit nor cvc5's
is a hard bound. What a verdict depends on is the resource limit, which is the same on every machine; the
wall-clock limit is there for the cases that escape it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from importlib.util import find_spec
from typing import Literal

Solver = Literal["z3", "cvc5"]
Status = Literal["sat", "unsat", "unknown"]

SOLVERS: tuple[Solver, ...] = ("z3", "cvc5")
RLIMIT = 10_000_000
"""Resource units a query may use; about two seconds of Z3."""
TIMEOUT_S = 20.0
MEMORY_BYTES = 4 << 30


class SolverMissing(ImportError):
    """The solver is not installed. The message says how to install it."""


class SolverError(RuntimeError):
    """The solver refused the text: an error of whoever wrote it, never of the question asked."""


@dataclass(frozen=True, slots=True)
class Query:
    """One question to a solver."""

    text: str
    solver: Solver = "z3"
    rlimit: int = RLIMIT
    model_symbols: tuple[str, ...] = ()
    core: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer. `unknown` is a third value, with its reason.

    Attributes:
        status: "sat", "unsat" or "unknown".
        model: for "sat": the exact value of every symbol asked for.
        core: for "unsat", if asked for: names of assertions that cannot hold together (not necessarily a smallest set).
        reason: for "unknown".
        solver: who says so.
    """

    status: Status
    model: Mapping[str, Fraction | bool] = field(default_factory=dict)
    core: tuple[str, ...] = ()
    reason: str = ""
    solver: Solver = "z3"


def solvers() -> tuple[Solver, ...]:
    """The solvers that are installed."""
    return tuple(name for name in SOLVERS if find_spec(name) is not None)


def check(
    text: str,
    *,
    solver: Solver = "z3",
    rlimit: int = RLIMIT,
    timeout_s: float = TIMEOUT_S,
    model_symbols: Sequence[str] = (),
    core: bool = False,
    in_process: bool = False,
) -> Verdict:
    """Check the assertions of an SMT-LIB text (without `(check-sat)`).

    Args:
        text: declarations and assertions.
        solver: who is asked.
        rlimit: resource units of that solver.
        timeout_s: wall-clock seconds after which the solver's process is killed.
        model_symbols: terms whose values are wanted if it is satisfiable.
        core: name the assertions that clash if it is not.
        in_process: run here, without a process that can be killed (for tests).

    Raises:
        SolverMissing: the solver is not installed.
        SolverError: the solver cannot read the text.
    """
    if find_spec(solver) is None:
        raise SolverMissing(f"{solver} is not installed; it comes with: pip install 'mspec[{solver}]'")
    query = Query(text, solver, rlimit, tuple(model_symbols), core)
    if in_process:
        return answer(query)
    from mspec.runtime.solve.process import ask

    return ask(query, timeout_s)


def decide(
    text: str,
    *,
    rlimit: int = RLIMIT,
    timeout_s: float = TIMEOUT_S,
    model_symbols: Sequence[str] = (),
) -> Verdict:
    """Ask Z3 and, where it does not know, cvc5 if it is there: one is strong on polynomials, the other on `div`
    and `mod`.

    Raises:
        SolverError: the text cannot be read.
    """
    verdict = Verdict("unknown", reason="no solver is installed")
    reasons = []
    for solver in solvers():
        verdict = check(text, solver=solver, rlimit=rlimit, timeout_s=timeout_s, model_symbols=model_symbols)
        if verdict.status != "unknown":
            return verdict
        reasons.append(f"{solver}: {verdict.reason}")
    return Verdict("unknown", reason="; ".join(reasons) or verdict.reason, solver=verdict.solver)


def answer(query: Query) -> Verdict:
    """Run a query in this process.

    Raises:
        SolverError: the solver cannot read the text.
    """
    if query.solver == "z3":
        from mspec.runtime.solve.z3_solver import Session as Z3Session

        return converse(Z3Session(query), query)
    from mspec.runtime.solve.cvc5_solver import Session as Cvc5Session

    return converse(Cvc5Session(query), query)


class Session:
    """SMT-LIB commands in, what the solver prints out. One question a session."""

    def run(self, commands: str) -> str:
        """Execute commands and give back what they print.

        Raises:
            SolverError: a command is refused.
        """
        raise NotImplementedError


def converse(session: Session, query: Query) -> Verdict:
    """Put the question and, by its answer, ask for the values, the core or the reason."""
    from mspec.runtime.solve.s_expressions import NotRational, exact_value, parse

    printed = session.run(f"{query.text}\n(check-sat)\n").split()
    status = printed[0] if printed else "unknown"
    if status == "sat":
        if not query.model_symbols:
            return Verdict("sat", solver=query.solver)
        pairs = parse(session.run(f"(get-value ({' '.join(query.model_symbols)}))"))
        try:
            model = {symbol: exact_value(pair[1]) for symbol, pair in zip(query.model_symbols, pairs, strict=True)}
        except NotRational as error:
            return Verdict("unknown", reason=f"a value of the model is not rational: {error}", solver=query.solver)
        return Verdict("sat", model, solver=query.solver)
    if status == "unsat":
        names = parse(session.run("(get-unsat-core)")) if query.core else []
        return Verdict("unsat", core=tuple(name for name in names if isinstance(name, str)), solver=query.solver)
    reason = session.run("(get-info :reason-unknown)").strip()
    reason = reason.removeprefix("(:reason-unknown").removesuffix(")").strip(' "')
    return Verdict("unknown", reason=reason, solver=query.solver)
