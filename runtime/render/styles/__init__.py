"""Style packs: a problem and its worked solution as plain text, as in a textbook, an exam, a chat, or in LaTeX.

A pack is a few Jinja templates (`templates/styles/NAME`, or a folder of the user's). They are evaluated once for all
problems of one shape, with places for what differs from world to world, so a styled record costs little more than a
bare one: see `staging`.
"""

from __future__ import annotations

from mspec.runtime.render.styles.packs import SHIPPED, Pack, pack
from mspec.runtime.render.styles.record import Styled, sheet, styled
from mspec.runtime.render.styles.shape import Shape, shape_of

__all__ = ["SHIPPED", "Pack", "Shape", "Styled", "pack", "shape_of", "sheet", "styled"]
