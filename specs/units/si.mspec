mspec 1
# The SI and what is used with it. A unit is its symbol, how it is said, and its size in units above it.

unit m "metre" "metres" : length
unit km "kilometre" "kilometres" = 1000 m
unit dm "decimetre" "decimetres" = 0.1 m
unit cm "centimetre" "centimetres" = 0.01 m
unit mm "millimetre" "millimetres" = 0.001 m
unit µm "micrometre" "micrometres" = 0.000001 m
unit nm "nanometre" "nanometres" = 0.000000001 m

unit kg "kilogram" "kilograms" : mass
unit g "gram" "grams" = 0.001 kg
unit mg "milligram" "milligrams" = 0.000001 kg
unit µg "microgram" "micrograms" = 0.000000001 kg
unit t "tonne" "tonnes" = 1000 kg

unit s "second" "seconds" : time
unit ms "millisecond" "milliseconds" = 0.001 s
unit µs "microsecond" "microseconds" = 0.000001 s
unit min "minute" "minutes" = 60 s
unit h "hour" "hours" = 3600 s
unit day "day" "days" = 86400 s
unit week "week" "weeks" = 604800 s

unit A "ampere" "amperes" : current
unit mA "milliampere" "milliamperes" = 0.001 A
unit K "kelvin" "kelvins" : temperature
unit °C "degree Celsius" "degrees Celsius" = 1 K from 273.15 K
unit °F "degree Fahrenheit" "degrees Fahrenheit" = 5/9 K from 45967/180 K
unit mol "mole" "moles" : amount
unit mmol "millimole" "millimoles" = 0.001 mol
unit cd "candela" "candelas" : luminosity
unit ° "degree" "degrees" : angle

unit bit "bit" "bits" : data
unit byte "byte" "bytes" = 8 bit
unit kB "kilobyte" "kilobytes" = 1000 byte
unit MB "megabyte" "megabytes" = 1000000 byte
unit GB "gigabyte" "gigabytes" = 1000000000 byte
unit TB "terabyte" "terabytes" = 1000000000000 byte
unit KiB "kibibyte" "kibibytes" = 1024 byte
unit MiB "mebibyte" "mebibytes" = 1048576 byte
unit GiB "gibibyte" "gibibytes" = 1073741824 byte
unit TiB "tebibyte" "tebibytes" = 1099511627776 byte
unit kbit "kilobit" "kilobits" = 1000 bit
unit Mbit "megabit" "megabits" = 1000000 bit
unit Gbit "gigabit" "gigabits" = 1000000000 bit

unit m^2 : area
unit ha "hectare" "hectares" = 10000 m^2
unit m^3 : volume
unit L "litre" "litres" = 0.001 m^3
unit dL "decilitre" "decilitres" = 0.0001 m^3
unit cL "centilitre" "centilitres" = 0.00001 m^3
unit mL "millilitre" "millilitres" = 0.000001 m^3
unit hL "hectolitre" "hectolitres" = 0.1 m^3

unit m/s : speed
unit m/s^2 : acceleration
unit kg/m^3 : density
unit kg*m/s : momentum
unit m^3/s : flow
unit g/mol : molar_mass
unit mol/m^3 : concentration

unit N "newton" "newtons" : force = 1 kg*m/s^2
unit kN "kilonewton" "kilonewtons" = 1000 N
unit Pa "pascal" "pascals" : pressure = 1 N/m^2
unit hPa "hectopascal" "hectopascals" = 100 Pa
unit kPa "kilopascal" "kilopascals" = 1000 Pa
unit MPa "megapascal" "megapascals" = 1000000 Pa
unit bar "bar" "bars" = 100000 Pa
unit J "joule" "joules" : energy = 1 N*m
unit kJ "kilojoule" "kilojoules" = 1000 J
unit MJ "megajoule" "megajoules" = 1000000 J
unit GJ "gigajoule" "gigajoules" = 1000000000 J
unit kcal "kilocalorie" "kilocalories" = 4184 J
unit Wh "watt-hour" "watt-hours" = 3600 J
unit kWh "kilowatt-hour" "kilowatt-hours" = 3600000 J
unit W "watt" "watts" : power = 1 J/s
unit mW "milliwatt" "milliwatts" = 0.001 W
unit kW "kilowatt" "kilowatts" = 1000 W
unit MW "megawatt" "megawatts" = 1000000 W
unit Hz "hertz" "hertz" : frequency = 1 1/s
unit kHz "kilohertz" "kilohertz" = 1000 Hz
unit MHz "megahertz" "megahertz" = 1000000 Hz
unit GHz "gigahertz" "gigahertz" = 1000000000 Hz
unit C "coulomb" "coulombs" : charge = 1 A*s
unit V "volt" "volts" : voltage = 1 W/A
unit mV "millivolt" "millivolts" = 0.001 V
unit kV "kilovolt" "kilovolts" = 1000 V
unit Ω "ohm" "ohms" : resistance = 1 V/A
unit kΩ "kiloohm" "kiloohms" = 1000 Ω

unit J/kg : specific_energy
unit J/kg/K : specific_heat
unit N/m : stiffness
