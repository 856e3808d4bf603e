"""The ledger's laws over random histories of several libraries."""

import pytest
from histories import Histories
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

_QUIET = list(HealthCheck)


def test_the_laws_hold_over_short_histories():
    few = settings(max_examples=60, stateful_step_count=20, deadline=None, suppress_health_check=_QUIET)
    run_state_machine_as_test(Histories, settings=few)


@pytest.mark.slow
def test_the_laws_hold_over_many_histories():
    many = settings(max_examples=1500, stateful_step_count=40, deadline=None, suppress_health_check=_QUIET)
    run_state_machine_as_test(Histories, settings=many)
