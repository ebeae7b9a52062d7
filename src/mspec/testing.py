"""For property-based tests with Hypothesis: `specs()` and `worlds(problem)`.

>>> import mspec
>>> from hypothesis import given
>>> from mspec.testing import specs
>>> @given(specs())
... def prints_again(text: str) -> None:
...     assert mspec.load(text).compile("spec")
"""

from __future__ import annotations

from mspec.runtime.testing import World, assignments, specs, worlds

__all__ = ["World", "assignments", "specs", "worlds"]
