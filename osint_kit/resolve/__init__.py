"""Decide who is who: propose pairs with reasons, cluster them under constraints, show entities under decisions.

In:  Statement, Document, Decision
Out: candidate pairs, clusters, entities
"""

from osint_kit.resolve.clusters import THRESHOLD, clusters
from osint_kit.resolve.entities import entities
from osint_kit.resolve.proposals import propose
from osint_kit.resolve.records import cluster

__all__ = ["THRESHOLD", "cluster", "clusters", "entities", "propose"]
