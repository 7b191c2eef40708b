"""The page of one act, as every app has it (`teams.views.act_pages`)."""

from teams.views.act_pages import Words, act_page

__all__ = ["Words", "act_page"]
