mspec 1
# Units customary in the United States, by their exact definitions in the SI.

use units.si

unit inch "inch" "inches" = 0.0254 m
unit ft "foot" "feet" = 0.3048 m
unit yd "yard" "yards" = 0.9144 m
unit mi "mile" "miles" = 1609.344 m
unit mile "mile" "miles" = 1609.344 m

unit lb "pound" "pounds" = 0.45359237 kg
unit oz "ounce" "ounces" = 0.028349523125 kg
unit ton "ton" "tons" = 907.18474 kg
unit lbf "pound-force" "pounds-force" = 4.4482216152605 N
unit psi "pound per square inch" "pounds per square inch" = 1 lbf/inch^2

unit mph "mile per hour" "miles per hour" = 0.44704 m/s
unit acre "acre" "acres" = 4046.8564224 m^2

unit gal "gallon" "gallons" = 3.785411784 L
unit qt "quart" "quarts" = 0.946352946 L
unit pt "pint" "pints" = 0.473176473 L
unit cup "cup" "cups" = 0.2365882365 L
unit floz "fluid ounce" "fluid ounces" = 0.0295735295625 L
unit tbsp "tablespoon" "tablespoons" = 0.01478676478125 L
unit tsp "teaspoon" "teaspoons" = 0.00492892159375 L

unit hp "horsepower" "horsepower" = 550 ft*lbf/s
