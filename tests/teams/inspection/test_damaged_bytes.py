"""Whatever happens to the bytes on the way, the answer is a file or a refusal, never a fall."""

import random

import pytest

from teams.inspection import EVIDENCE_FILES, PHOTO_FILES, Refused, inspect
from teams.inspection.images import reencoded
from teams.inspection.kinds import KINDS
from teams.inspection.pdf import check_pdf
from tests.samples import GOOD, uploaded

ROUNDS = 60


def _examine(extension, content):
    """As ``inspect`` does, but parsers that live in their own process are called in this one: 60 rounds fast."""
    if extension == "pdf":
        check_pdf(content)
    elif extension in PHOTO_FILES:
        reencoded(content, KINDS[extension].container)
    else:
        inspect(uploaded(f"plan.{extension}", content), accept=EVIDENCE_FILES)


def _damaged(content, chance):
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 2, 5, 20))):
        position = chance.randrange(len(damaged))
        kind = chance.randrange(4)
        if kind == 0:
            damaged[position] = chance.randrange(256)
        elif kind == 1:
            damaged[position : position + 4] = b"\xff\xff\xff\xff"
        elif kind == 2:
            damaged[position:position] = chance.randbytes(7)
        elif len(damaged) > 100:
            del damaged[position : position + 20]
    return bytes(damaged)


@pytest.mark.filterwarnings("ignore:::PIL")
@pytest.mark.parametrize("extension", sorted(EVIDENCE_FILES - {"jpeg", "wps"}))
def test_it_answers_damaged_bytes_with_a_file_or_a_refusal(extension):
    whole = GOOD[extension]()
    chance = random.Random(extension)
    refused = 0
    for _ in range(ROUNDS):
        try:
            _examine(extension, _damaged(whole, chance))
        except Refused:
            refused += 1
    assert refused > ROUNDS // 10
