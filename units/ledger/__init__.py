"""The sentences of this app's acts and notices, by noun; registered by `UnitsConfig.ready`."""

from units.ledger import activities, divisions, documents, mandates, opinions, plans, registry, regulations

_NOUNS = (divisions, documents, mandates, plans, registry, activities, opinions, regulations)

ACTS = {act: spec for noun in _NOUNS for act, spec in noun.ACTS.items()}
NOTICES = {kind: spec for noun in _NOUNS for kind, spec in noun.NOTICES.items()}
