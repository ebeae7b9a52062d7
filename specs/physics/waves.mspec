mspec 1
# Waves, sound, light and echoes.

use units.si

# Exact by the definition of the metre (SI Brochure), and rounded as schools do.
def light_speed = 299792458 m/s
def school_light_speed = 300000000 m/s

# Speed of sound near 20 °C, rounded (CRC Handbook of Chemistry and Physics).
table sound_media(name : word, speed : speed[m/s]) {
  "air",         343 m/s
  "fresh water", 1480 m/s
  "sea water",   1520 m/s
  "steel",       5960 m/s
}

# Refractive indices for yellow light, rounded.
table clear_media(name : word, index : rational) {
  "water",   1.33
  "ice",     1.31
  "glass",   1.52
  "diamond", 2.42
}

def wave_speed(f : frequency[Hz], wavelength : length[m]) = f * wavelength
def wavelength_of(v : speed[m/s], f : frequency[Hz]) = v / f
def frequency_of(v : speed[m/s], wavelength : length[m]) = v / wavelength
def period_of(f : frequency[Hz]) = 1 / f
def echo_distance(v : speed[m/s], t : time[s]) = v * t / 2
def slowed(v : speed[m/s], index : rational) = v / index
