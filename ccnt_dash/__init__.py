"""China's climate policies and targets on linked views.

Where to start: ``docs/architecture.md`` tells the whole in one page. The reader's choices are
``filters.Filters``; a question and its drawing are a ``views.base.View``; everything a reader sees
comes out of ``answer``. Tables and columns are described in ``sql/schema.sql``, the checks on the
text files in ``sql/checks*.sql``. ``tests/test_ladder.py`` holds which file may import which.
"""
