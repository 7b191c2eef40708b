"""Dates as offices write them (GB/T 15835): no leading zeros; Django's own month and day has one."""

DATE_FORMAT = "Y年n月j日"
SHORT_DATE_FORMAT = "n月j日"
MONTH_DAY_FORMAT = "n月j日"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "Y年n月j日 H:i"
SHORT_DATETIME_FORMAT = "n月j日 H:i"

# The first is what a date input is filled with; browsers take only this one.
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日"]
