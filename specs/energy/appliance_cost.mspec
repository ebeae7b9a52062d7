mspec 1
use physics.energy

noun kettle "kettle"
noun heater "fan heater"
noun dryer "hair dryer"
noun iron "iron"

table appliances(item : noun, low : power[W], high : power[W], short : time[min], long : time[min]) {
  kettle, 1800 W, 2400 W, 10 min, 40 min
  heater, 1000 W, 2000 W, 60 min, 240 min
  dryer,  1200 W, 2200 W, 10 min, 30 min
  iron,   1200 W, 2400 W, 20 min, 60 min
}

problem appliance_cost {
  meta {
    title: "What it costs to run an appliance"
    grade: 8
    tags: [energy, power, money]
  }

  given {
    owner  : person
    device : appliances
    p      : power[W] in 1000 W..2400 W by 100 W    "power of the {device.item}"
    t      : time[min] in 10 min..240 min by 5 min  "time for which the {device.item} runs a day"
    days   : count(day) in {7, 14, 28, 30}          "number of days"
    price  : money[1/kWh] in $0.12..$0.36 by $0.02  "price of a kilowatt-hour"
  }

  require {
    device.low <= p and p <= device.high    "the power suits the appliance"
    device.short <= t and t <= device.long  "the time suits the appliance"
  }

  steps {
    daily : energy[kWh] = energy_used(p, t)           "energy used by the {device.item} in a day"
    used                = daily * days                "energy used by the {device.item} on all days"
    cost                = round(used * price, $0.01)  "cost of running the {device.item}"
  }

  story """
    {owner} uses {a device.item} every day for {days of day}.
    The {device.item} has a power of {p} and runs for {t} a day.
    A kilowatt-hour of electricity costs {price:bare}.
  """
  ask cost "What does it cost to run the {device.item} on all these days, to the nearest cent?"

  mistakes {
    one_day  : used  = daily                              "takes the energy of one day"
    in_watts : daily = magnitude(p) * t / 60 min * 1 kWh  "forgets that a kilowatt is 1,000 watts"
    minutes  : daily = p * magnitude(t) * 1 h             "takes minutes for hours"
  }

  vary {
    distract age {
      with years : count(year) in 2..8
      say "The {device.item} is {years of year} old."
    }
  }

  test "worked by hand" {
    with device = kettle, p = 2000 W, t = 15 min, days = 30, price = $0.20
    expect daily == 0.5 kWh
    expect cost == $3
  }
}
