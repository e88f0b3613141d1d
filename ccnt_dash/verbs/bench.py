"""What does the verb `bench` do? It measures speed, as ratios within one run."""

from __future__ import annotations

import argparse

from ccnt_dash.settings import Settings
from ccnt_dash.verbs import told


def options(verb: argparse.ArgumentParser, settings: Settings) -> None:
    """What it can be told."""
    told.report(verb)
    verb.add_argument("--policies", type=int, default=100_000, help="size of the synthetic data set (%(default)s)")
    verb.add_argument("--only", choices=["search", "present"], help="measure and report this part alone")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Measure. The bench drives a browser and is no part of an installation."""
    if options.only == "present":
        from tests.bench.presenting import bench_present

        return int(bench_present(settings, options.report))
    if options.only:
        from tests.bench.searching import bench_search

        return int(bench_search(settings, options.policies, options.report))
    from tests.bench.run import bench

    return int(bench(settings, options.policies, options.report))
