mspec 1
# Dates, weekdays and clock times of the Gregorian calendar, in whole numbers. A clock time is a time after midnight,
# `time[min]`, shown by `{t:clock}`. A day is its number in a count in which day 1 is Monday, 1 January of the year 1
# (Reingold and Dershowitz, Calendrical Calculations), shown by `{d:date}` and `{d:weekday}`.

use units.si

table weekdays(name : word, index : int known) {
  "Sunday",    0
  "Monday",    1
  "Tuesday",   2
  "Wednesday", 3
  "Thursday",  4
  "Friday",    5
  "Saturday",  6
}

# `before` is how many days of a common year come before the month.
table months(name : word, index : int known, days : count(day) known, before : count(day) known) {
  "January",   1,  31, 0
  "February",  2,  28, 31
  "March",     3,  31, 59
  "April",     4,  30, 90
  "May",       5,  31, 120
  "June",      6,  30, 151
  "July",      7,  31, 181
  "August",    8,  31, 212
  "September", 9,  30, 243
  "October",   10, 31, 273
  "November",  11, 30, 304
  "December",  12, 31, 334
}

def is_leap_year(year_number : int) = divides(4, year_number) and not divides(100, year_number) or divides(400, year_number)
def february_days(year_number : int) = if is_leap_year(year_number) then 29 else 28
def year_days(year_number : int) = if is_leap_year(year_number) then 366 else 365
def month_days(year_number : int, month_number : int) = if month_number == 2 then february_days(year_number)
                                                        else if month_number in {4, 6, 9, 11} then 30
                                                        else 31
def days_before_month(year_number : int, month_number : int) = quotient(367 * month_number - 362, 12) - (if month_number <= 2 then 0 else if is_leap_year(year_number) then 1 else 2)
def day_number(year_number : int, month_number : int, d : int) = 365 * (year_number - 1) + quotient(year_number - 1, 4) - quotient(year_number - 1, 100) + quotient(year_number - 1, 400) + days_before_month(year_number, month_number) + d
def weekday_number(d : int) = remainder(d, 7)
def weekday_later(weekday_now : int, days : int) = remainder(weekday_now + days, 7)

def clock(hours : int, minutes : int) = (60 * hours + minutes) * 1 min
def clock_later(start : time[min], lasting : time[min]) = remainder(start + lasting, 1440 min)
def time_between(start : time[min], finish : time[min]) = remainder(finish - start, 1440 min)
