mspec 1
# Motion along a line: uniform, and with constant acceleration. Arguments stand in any unit of their quantity.

use units.si

# Near the Earth's surface, rounded as schools do; the standard value is 9.80665 m/s^2 (BIPM).
def school_gravity = 9.8 m/s^2
def standard_gravity = 9.80665 m/s^2

def uniform_distance(v : speed[m/s], t : time[s]) = v * t
def mean_speed(d : length[m], t : time[s]) = d / t
def speed_after(u : speed[m/s], a : acceleration[m/s^2], t : time[s]) = u + a * t
def accelerated_distance(u : speed[m/s], a : acceleration[m/s^2], t : time[s]) = u * t + a * t^2 / 2
def acceleration_needed(u : speed[m/s], v : speed[m/s], t : time[s]) = (v - u) / t
def braking_distance(v : speed[m/s], a : acceleration[m/s^2]) = v^2 / (2 * a)
def drop_height(g : acceleration[m/s^2], t : time[s]) = g * t^2 / 2
def drop_time(h : length[m], g : acceleration[m/s^2]) = sqrt(2 * h / g)
def drop_speed(h : length[m], g : acceleration[m/s^2]) = sqrt(2 * g * h)
