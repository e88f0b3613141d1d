"""Does a Chinese sentence only say with a number who is meant, how points are given, or how many works are listed?"""

from __future__ import annotations

import re

from ccnt_dash.ingest.zh.claims import Claim

_SCORED = re.compile(r"得\d{1,2}(?:\.\d)?分|[（(]\d{1,2}分[）)]|加\d{1,2}分")
_OWN_WORKS = re.compile(r"谋划|需投资|包括|包含|匡算|估算|总投资|共计投资|投资额")
_WORKS = re.compile(r"^(?!.*(?:安排|实施|完成|开工|启动|推进|新建)).*(?:工程|项目|任务|建设)$")
# Who is meant ends with 的…，: what stands behind it is what they get.
_APPLIES = re.compile(
    r"(?:^|[，；。：])(?:凡|对(?!标|口|接|外|比|照|应))(?:(?!的[\u4e00-\u9fff、（）]{0,14}，(?!或))[^。；])*$"
)
_GIVEN = re.compile(
    r"^[^。；]{0,80}的[\u4e00-\u9fff、（）]{0,14}，[^。；]{0,40}"
    r"(?:给予|奖励|补贴|补助|奖补|资助|免于|免予|豁免|优先支持|予以支持)"
    r"|^的[^，。；]{0,10}(?:主体|企业|单位|个人|项目)，[^。；]{0,90}(?:可以|优先|不得)"
)
_PERMITTED = re.compile(r"可以?(?:利用|使用|占用|安排|享受|申请)$")
_LISTED = re.compile(r"(?:符合|满足|具备)(?:以下|下列)[^。；]{0,8}条件|条件之一|应当列入|(?:申报|评审|申请|创建)条件")
_ASSUMED = re.compile(r"(?:按|按照|取)$|(?:按|按照)[^，。；]{0,24}(?:增速|比例|速度)$")
_RECKONED = re.compile(r"[^，。；]{0,16}(?:考虑|测算|估算|计算|推算|的速率|的速度|的增速)")
# 以2025年用电量8000亿千瓦时计: a note says what a calculation starts from.
_TAKEN = re.compile(r"(?:以|按照?)[^，。；]*$")
_AS = re.compile(r"[^，。；]*(?<![统设预合累审共总会])计(?:算|取|列)?(?:[，。；）]|$)")
_NEEDED = re.compile(r"需要?$")
_FUNDED = re.compile(r"元，?(?:占比?|占总投资的?|比例)(?:为|约|达)?$")
_NOTED = re.compile(r"^(?:[①-⑳]|注[：\d①-⑳])")
# 3 指自然恢复和人工修复的面积，其中人工修复不低于5公顷: what a note under a table explains.
_EXPLAINS = re.compile(r"\d{1,2}[.、]?(?:是|系)?指(?![标导数挥定])")
_WHO = re.compile(r"(?:企业|单位|项目|机组|锅炉|机构|用户|园区|场所|养殖场)[”》]?（$")
_NEAR = 40


def sized(claim: Claim, sentence: str) -> bool:
    """重大项目（综合能耗1万吨标煤以上）: a size alone in brackets says which of them are meant."""
    alone = claim.after.startswith("）") and claim.quantity.unit != "percent" and claim.sign in (">=", "<=", ">")
    return alone and _WHO.search(sentence[: claim.start]) is not None


def noted(claim: Claim, sentence: str) -> bool:
    """④…根据《纲要》，农村生活污水治理率力争达到40%: a note to a table tells what another document says."""
    if _EXPLAINS.match(sentence):
        return True
    return _NOTED.match(sentence) is not None and "\x01" in sentence[: sentence.find(claim.before[-_NEAR:])]


def assumed(claim: Claim, sentence: str) -> bool:
    """按50%更新到一级能效估算, 每平米建筑需要大约0.5立方米木构件: what a calculation takes for granted."""
    needed = _NEEDED.search(claim.subject) and claim.before[:1] == "每"
    at = claim.quantity.figure
    taken = _TAKEN.search(sentence[:at]) and _AS.match(sentence[claim.quantity.end :])
    return bool(needed or taken) or (
        _ASSUMED.search(claim.before) is not None and _RECKONED.match(claim.after) is not None
    )


def scored(sentence: str) -> bool:
    """Whether a sentence says for what points are given."""
    return _SCORED.search(sentence) is not None


def lists_works(claim: Claim, sentence: str) -> bool:
    """谋划175项重点工程，其中大气工程14项: how many works the document itself lists."""
    words = claim.subject.strip("，、；：。 ")
    listed = claim.quantity.unit == "count" and not claim.lead.words and _WORKS.search(words)
    return bool(listed) and _OWN_WORKS.search(sentence) is not None


def funded(claim: Claim, sentence: str) -> bool:
    """省级投资89.9亿元，占比20%: which part of the money comes from where."""
    begin = sentence[: sentence.find(claim.before[-_NEAR:]) + len(claim.before[-_NEAR:])]
    return claim.quantity.unit == "percent" and sentence.count("元") > 1 and _FUNDED.search(begin) is not None


def who_applies(claim: Claim, sentence: str) -> bool:
    """对能耗下降10%以上的，给予补贴: who may have something, or falls under a rule (符合下列条件)."""
    end = sentence.find(claim.before[-_NEAR:]) + len(claim.before[-_NEAR:])
    begin, behind = sentence[:end], sentence[end:]
    permitted = claim.sign in ("<=", "<") and _PERMITTED.search(claim.subject) is not None
    return permitted or _LISTED.search(begin) is not None or bool(_APPLIES.search(begin) and _GIVEN.search(behind))
