"""What was counted while the variants of a run were made: beside each shard, so that it outlives an interruption."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import orjson

SUFFIX = ".tally"


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one shard or of a whole run."""

    discarded: Counter[str] = field(default_factory=Counter)
    """Draws that led to nothing, by reason, all before any text was made."""
    rules: Counter[str] = field(default_factory=Counter)
    """How often each rule stands in a lineage."""

    def write(self, path: Path) -> None:
        """Put it beside the shard."""
        path.write_bytes(orjson.dumps({"discarded": dict(self.discarded), "rules": dict(self.rules)}))

    @property
    def lines(self) -> list[str]:
        """As it is told at the end of a run; nothing where nothing was counted."""
        found: list[str] = []
        if self.discarded:
            reasons = "; ".join(f"{reason}: {count:,}" for reason, count in self.discarded.most_common())
            found.append(f"draws that led to nothing, before any text: {self.discarded.total():,} ({reasons})")
        if self.rules:
            (rule, most), *_ = self.rules.most_common(1)
            share = 100 * most / self.rules.total()
            often = f"{len(self.rules)} different ones; most often `{rule}`, {share:.1f} %"
            found.append(f"rules applied {self.rules.total():,} times, {often}")
        return found


def total(paths: Iterable[Path]) -> Tally:
    """All counts of a run together."""
    found = Tally()
    for path in paths:
        said = orjson.loads(path.read_bytes())
        found.discarded.update(said["discarded"])
        found.rules.update(said["rules"])
    return found
