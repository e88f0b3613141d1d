"""From which sources are the records that were counted?"""

from __future__ import annotations

from ccnt_dash.views.base import CHOICES, View, column

SQL = f"""
SELECT DISTINCT source_id AS key FROM (
    SELECT source_id FROM policies SEMI JOIN matching_policies({CHOICES}) USING (policy_id)
    UNION ALL SELECT source_id FROM targets SEMI JOIN matching_targets({CHOICES}) USING (target_id)
) ORDER BY key
"""

VIEW = View("used", SQL, lambda rows, *_: column(rows, "key"))
