"""One document of every family, made once."""

import pytest

from tools.training.families import EXTRA, FAMILIES, make_document

MADE_PER_FAMILY = 12


@pytest.fixture(scope="session")
def training_documents():
    """Made documents by family name; families with slow documents have two."""
    return {
        name: [make_document(5, name, i) for i in range(2 if name in EXTRA else MADE_PER_FAMILY)]
        for name in FAMILIES
    }
