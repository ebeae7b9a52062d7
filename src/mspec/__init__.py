"""mspec: families of maths and STEM problems as typed computation graphs.

>>> import mspec
>>> spec = mspec.load('''
... problem apples {
...   given { n : int in 2..9 }
...   steps { twice = 2 * n  "twice the number" }
...   story \"\"\"
...     A number is {n}.
...   \"\"\"
...   ask twice "What is twice the number?"
... }
... ''')
>>> example = spec.sample(1, seed=1)[0]
>>> int(example.answer.value) == 2 * int(example.givens["n"])
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mspec.api import Answer as Answer
    from mspec.api import Entry as Entry
    from mspec.api import Example as Example
    from mspec.api import Spec as Spec
    from mspec.api import generate as generate
    from mspec.api import list_specs as list_specs
    from mspec.api import load as load
    from mspec.api import verify as verify
    from mspec.compiler.diagnostics import MspecError as MspecError

__version__ = "0.1.0"
__all__ = ["Answer", "Entry", "Example", "MspecError", "Spec", "generate", "list_specs", "load", "verify"]


def __getattr__(name: str) -> object:
    """The public names, imported when they are first used: `import mspec` alone loads nothing heavy."""
    if name == "MspecError":
        from mspec.compiler.diagnostics import MspecError

        return MspecError
    if name in __all__:
        from mspec import api

        return getattr(api, name)
    raise AttributeError(f"module 'mspec' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
