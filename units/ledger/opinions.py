"""What the unit heard: that a gist was recorded or withdrawn, never what it says."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from teams.enums import Audience
from teams.registry import ActSpec, NoticeSpec
from units.enums import Act, NoticeKind

ACTS = {
    Act.OPINION_RECORDED: ActSpec(_("%(who)s recorded a gist of opinions on “%(theme)s”."), Audience.ALL),
    Act.OPINION_WITHDRAWN: ActSpec(
        _("%(who)s withdrew a gist of opinions on “%(theme)s”: %(reason)s"), Audience.ALL, corrects=True
    ),
}

NOTICES: Mapping[NoticeKind, NoticeSpec] = {}
