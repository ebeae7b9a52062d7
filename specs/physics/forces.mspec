mspec 1
# Forces: Newton's laws, weight, friction, springs, moments, pressure and buoyancy.

use physics.kinematics

# Accelerations of free fall at the surface (NASA planetary fact sheets), rounded to a tenth.
table gravity_at(name : word, g : acceleration[m/s^2]) {
  "the Earth", 9.8 m/s^2
  "the Moon",  1.6 m/s^2
  "Mars",      3.7 m/s^2
  "Venus",     8.9 m/s^2
  "Mercury",   3.7 m/s^2
  "Titan",     1.4 m/s^2
}

# Densities near 20 °C, rounded.
table liquids(name : word, density : density[kg/m^3]) {
  "fresh water", 1000 kg/m^3
  "sea water",   1030 kg/m^3
  "olive oil",   920 kg/m^3
  "ethanol",     790 kg/m^3
  "glycerine",   1260 kg/m^3
}

def weight_of(m : mass[kg], g : acceleration[m/s^2]) = m * g
def force_for(m : mass[kg], a : acceleration[m/s^2]) = m * a
def acceleration_by(f : force[N], m : mass[kg]) = f / m
def friction_force(coefficient : rational, normal : force[N]) = coefficient * normal
def spring_force(k : stiffness[N/m], extension : length[m]) = k * extension
def moment_of(f : force[N], arm : length[m]) = f * arm
def pressure_on(f : force[N], a : area[m^2]) = f / a
def liquid_pressure(density : density[kg/m^3], g : acceleration[m/s^2], depth : length[m]) = density * g * depth
def buoyant_force(density : density[kg/m^3], v : volume[m^3], g : acceleration[m/s^2]) = density * v * g
