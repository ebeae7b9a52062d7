"""What the wording of a data set is like: a rate, and the faults that were found."""

from __future__ import annotations

from dataclasses import dataclass, field

from mspec.compiler.errors.produced_text import TextFault
from mspec.runtime.data.reading import Record
from mspec.runtime.data.text_lint import check_text

KEPT = 20
"""Faults of a code that are kept to be shown."""


@dataclass
class TextReport:
    """The lint of many records. `faults` holds the first of each code, `counts` how many there are."""

    records: int = 0
    faulty: int = 0
    faults: dict[str, list[TextFault]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        """The share of records whose wording has no fault; 1 for none."""
        return 1 - self.faulty / self.records if self.records else 1.0

    @property
    def summary(self) -> str:
        """The report in one line, with the number of faults by code."""
        by_code = ", ".join(f"{code}: {self.counts[code]}" for code in sorted(self.counts))
        good = self.records - self.faulty
        found = f"; {by_code}" if by_code else ""
        return f"the text of {good} of {self.records} records is clean ({100 * self.rate:.4g} %){found}"

    def add(self, record: Record) -> None:
        """Look at one more record, which is well formed."""
        found = check_text(record)
        self.records += 1
        self.faulty += bool(found)
        for fault in found:
            self.counts[fault.code] = self.counts.get(fault.code, 0) + 1
            kept = self.faults.setdefault(fault.code, [])
            if len(kept) < KEPT:
                kept.append(fault)

    def shown(self, most: int) -> list[TextFault]:
        """The first faults of each code, at most so many of each."""
        return [fault for code in sorted(self.faults) for fault in self.faults[code][:most]]
