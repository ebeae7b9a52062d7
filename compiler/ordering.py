"""Dependency order, the same wherever steps are put into one."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Sequence


def in_order(needs: Sequence[Collection[int]]) -> list[int]:
    """The positions so that each stands behind those it needs; of those that may come next, the smallest.

    Positions that lie on a circle, or need one that does, are left out.
    """
    users: list[list[int]] = [[] for _ in needs]
    for position, needed in enumerate(needs):
        for other in needed:
            users[other].append(position)
    waiting = [len(needed) for needed in needs]
    ready = [position for position, count in enumerate(waiting) if count == 0]
    order: list[int] = []
    while ready:
        position = heapq.heappop(ready)
        order.append(position)
        for user in users[position]:
            waiting[user] -= 1
            if waiting[user] == 0:
                heapq.heappush(ready, user)
    return order
