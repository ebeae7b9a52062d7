mspec 1
# Direct current: Ohm's law, resistors in series and in parallel, charge, power, energy.

use units.si

# The charge of an electron (exact since 2019, SI Brochure) times 10^19, in coulombs, is 1.602176634.
def electrons_per_coulomb = 10^19 / 1.602176634

def current_through(v : voltage[V], r : resistance[Ω]) = v / r
def voltage_across(i : current[A], r : resistance[Ω]) = i * r
def in_series(r1 : resistance[Ω], r2 : resistance[Ω]) = r1 + r2
def in_parallel(r1 : resistance[Ω], r2 : resistance[Ω]) = r1 * r2 / (r1 + r2)
def divided_voltage(v : voltage[V], r1 : resistance[Ω], r2 : resistance[Ω]) = v * r2 / (r1 + r2)
def electric_power(v : voltage[V], i : current[A]) = v * i
def resistive_power(v : voltage[V], r : resistance[Ω]) = v^2 / r
def charge_moved(i : current[A], t : time[s]) = i * t
