"""Dates for readers of English: day before month and a 24-hour clock, as the Chinese pages have it."""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "j M"
MONTH_DAY_FORMAT = "j F"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y, H:i"
SHORT_DATETIME_FORMAT = "j M, H:i"

# The first is what a date input is filled with; browsers take only this one.
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%Y/%m/%d", "%d %B %Y"]
