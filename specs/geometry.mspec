mspec 1
use units.si

# Lengths, areas, volumes and angles. `pi` and `sqrt` stay exact: an answer with (form = "exact") is 18π cm² or 3√5 cm.

# ------------------------------------------------------------------------------------------- flat figures
def triangle_area(base : length[m], height : length[m]) = base * height / 2
def trapezium_area(a : length[m], b : length[m], height : length[m]) = (a + b) * height / 2
def rhombus_area(p : length[m], q : length[m]) = p * q / 2
def rectangle_perimeter(a : length[m], b : length[m]) = 2 * (a + b)
def equilateral_height(side : length[m]) = side * sqrt(3) / 2
def equilateral_area(side : length[m]) = side^2 * sqrt(3) / 4
def hexagon_area(side : length[m]) = 6 * (side^2 * sqrt(3) / 4)

# ------------------------------------------------------------------------------------------------ circles
def circumference(r : length[m]) = 2 * pi * r
def circle_area(r : length[m]) = pi * r^2
def ring_area(outer : length[m], inner : length[m]) = pi * (outer^2 - inner^2)
# The angle in degrees, without a unit.
def arc_length(r : length[m], angle : int) = angle / 360 * 2 * pi * r
def sector_area(r : length[m], angle : int) = angle / 360 * pi * r^2

# ---------------------------------------------------------------------------------------------- Pythagoras
def hypotenuse(a : length[m], b : length[m]) = sqrt(a^2 + b^2)
def leg(hypotenuse : length[m], other : length[m]) = sqrt(hypotenuse^2 - other^2)
def distance(x1 : int, y1 : int, x2 : int, y2 : int) = sqrt((x2 - x1)^2 + (y2 - y1)^2)
def cuboid_diagonal(a : length[m], b : length[m], c : length[m]) = sqrt(a^2 + b^2 + c^2)

# -------------------------------------------------------------------------------------------------- solids
def cuboid_surface(a : length[m], b : length[m], c : length[m]) = 2 * (a * b + a * c + b * c)
def pyramid_volume(base : area[m^2], height : length[m]) = base * height / 3
def cylinder_volume(r : length[m], height : length[m]) = pi * r^2 * height
def cylinder_surface(r : length[m], height : length[m]) = 2 * pi * r * (r + height)
def cone_volume(r : length[m], height : length[m]) = pi * r^2 * height / 3
def cone_side(r : length[m], slant : length[m]) = pi * r * slant
def sphere_volume(r : length[m]) = 4/3 * pi * r^3
def sphere_surface(r : length[m]) = 4 * pi * r^2

# -------------------------------------------------------------------------------------------------- angles
# Degrees, without a unit.
def angle_sum(sides : int) = (sides - 2) * 180
def interior_angle(sides : int) = (sides - 2) * 180 / sides
def exterior_angle(sides : int) = 360 / sides
def diagonals(sides : int) = quotient(sides * (sides - 3), 2)
