mspec 1
# Work, energy, power and efficiency.

use physics.kinematics

def work_done(f : force[N], d : length[m]) = f * d
def kinetic_energy_of(m : mass[kg], v : speed[m/s]) = m * v^2 / 2
def height_energy(m : mass[kg], g : acceleration[m/s^2], h : length[m]) = m * g * h
def spring_energy(k : stiffness[N/m], x : length[m]) = k * x^2 / 2
def mean_power(e : energy[J], t : time[s]) = e / t
def energy_used(p : power[W], t : time[s]) = p * t
def useful_part(useful : energy[J], total : energy[J]) = useful / total
def speed_from_height(g : acceleration[m/s^2], h : length[m]) = sqrt(2 * g * h)
