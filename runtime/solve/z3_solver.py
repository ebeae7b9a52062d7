"""Z3, spoken to in SMT-LIB."""

from __future__ import annotations

import z3

from mspec.runtime.solve.interface import Query, SolverError
from mspec.runtime.solve.interface import Session as AnySession


class Session(AnySession):
    """A context of its own: nothing of an earlier question can change the answer to this one."""

    def __init__(self, query: Query) -> None:
        self._context = z3.Context()
        options = [f"(set-option :rlimit {query.rlimit})"]
        if query.core:
            options.append("(set-option :produce-unsat-cores true)")
        self.run("\n".join(options))

    def run(self, commands: str) -> str:
        """Execute commands and give back what they print."""
        try:
            printed: str = z3.Z3_eval_smtlib2_string(self._context.ref(), commands)
        except z3.Z3Exception as error:
            raise SolverError(f"z3: {error}") from error
        if '(error "' in printed:
            raise SolverError(f"z3: {printed.strip()}")
        return printed
