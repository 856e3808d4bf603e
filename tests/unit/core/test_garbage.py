"""Garbage is looked for again afterwards, whatever happened meanwhile, and only where it was before."""

import gc

import pytest

from core.garbage import uncollected


def test_it_is_looked_for_again_even_after_an_error():
    with pytest.raises(ValueError), uncollected():
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled()


def test_one_within_another_does_not_end_it():
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
