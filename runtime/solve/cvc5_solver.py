"""cvc5, spoken to in SMT-LIB."""

from __future__ import annotations

import cvc5

from mspec.runtime.solve.interface import Query, SolverError
from mspec.runtime.solve.interface import Session as AnySession

UNITS_PER_Z3_UNIT = 0.1
"""cvc5 counts coarser units than Z3; with this factor, one limit means about the same time for both."""


class Session(AnySession):
    """A term manager and a solver of its own."""

    def __init__(self, query: Query) -> None:
        manager = cvc5.TermManager()
        self._solver = cvc5.Solver(manager)
        self._symbols = cvc5.SymbolManager(manager)
        options = {
            "produce-models": "true" if query.model_symbols else "false",
            "produce-unsat-cores": "true" if query.core else "false",
            "rlimit-per": str(int(query.rlimit * UNITS_PER_Z3_UNIT)),
        }
        for name, value in options.items():
            self._solver.setOption(name, value)

    def run(self, commands: str) -> str:
        """Execute commands and give back what they print."""
        parser = cvc5.InputParser(self._solver, self._symbols)
        parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, commands, "query")
        printed = []
        try:
            while not (command := parser.nextCommand()).isNull():
                printed.append(command.invoke(self._solver, self._symbols))
        except RuntimeError as error:
            raise SolverError(f"cvc5: {error}") from error
        text = "".join(printed)
        if '(error "' in text:
            raise SolverError(f"cvc5: {text.strip()}")
        return text
