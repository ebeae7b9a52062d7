"""Z3 and cvc5 behind one small interface that takes SMT-LIB text."""

from mspec.runtime.solve.interface import SolverError, SolverMissing, Verdict, check, decide, solvers

__all__ = ["SolverError", "SolverMissing", "Verdict", "check", "decide", "solvers"]
