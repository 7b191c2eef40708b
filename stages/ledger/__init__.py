"""The sentences of this app's acts and notices, by noun; registered by `StagesConfig.ready`."""

from stages.ledger import appraisal, campaigns, collective, extensions, findings, gates, plans, transitions

_NOUNS = (appraisal, campaigns, collective, extensions, findings, gates, plans, transitions)

ACTS = {act: spec for noun in _NOUNS for act, spec in noun.ACTS.items()}
NOTICES = {kind: spec for noun in _NOUNS for kind, spec in noun.NOTICES.items()}
