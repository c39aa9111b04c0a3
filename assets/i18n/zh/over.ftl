# 结束：这一场的结果
over-sentence = 结束：这一场的结果
over-note = 只有你看得到这一页
over-kicker = { $company } · { $count } 周已结束
over-title-value = 协作能多拿的，我们拿到
over-title-below = 比各自为政还少，协同成效
over-title-made = 这一场，公司挣到
over-title-lost = 这一场，公司亏了
over-title-money = { $result } { $money }
over-finding-high-low = 我的 KPI 达标，公司失血。
over-finding-high-high = 我的 KPI 和公司，都上去了。
over-finding-low-high = 公司拿到了，我的 KPI 让了路。
over-finding-low-low = 我的 KPI 和公司，都没有拿到多少。
over-finding-orders = 客户一共要 { $wanted } 件，值 { $worth } { $money }；交了 { $units } 件，收 { $earned }。
over-lead-order = { $client }的{ $what }一直没有交上，值 { $worth } { $money }。
over-lead-promise = { $provider }给{ $customer }的{ $what }，第 { $week } 周到期，没有交付。
over-lead-own = 有 { $hours } 工时做了部门专项，公司得 { $worth } { $money }。
over-finding-plain = 我的 KPI 是 { $kpi }，答应别人的兑现了 { $kept }。
over-estimate = 模型估计 · { $money }
over-silo = 各自为政 { $result }
over-silo-name = 各自为政
over-best = 事后最好 { $result }
over-ours = 我们 { $result }
over-us = 我们
over-reference = 协作参照 { $result } · { $value }
over-reference-name = 协作参照
over-money = 公司的钱从哪来、到哪去，{ $money }
over-result = 公司结果
over-curve = 一周一周累计下来，{ $money }
over-facts = 我的部门和公司，记录是这样，{ $money }
over-fact-own = 做了部门专项“{ $name }”：公司每工时得 { $each }，共 { $worth }
over-fact-mine = 我答应别人的，兑现了这么多
over-fact-mine-none = 没有人等到过我的承诺：一项都没有到期
over-fact-theirs = 别人答应我的，兑现了这么多
over-fact-theirs-none = 别人没有到期的承诺给我
over-fact-lost = 没按时交货，公司被客户罚的
over-question-missed = 少拿的 { $result } { $money }，写在谁的成绩单上？
over-question-gained = 多拿的 { $result } { $money }，靠的是哪几个承诺？
over-question-broken = 没兑现的那几项，最早哪一周就能说出来？
over-question-kept = 都兑现了。哪一次协商最起作用？
over-question-note = 结论只针对这一场
over-kpi = { $name }的 KPI
over-bonus = 我的奖金
over-bonus-how = KPI { $kpi } 的 { $own } + 协同成效 { $index } 的 { $company }，向下取整
over-bonus-kpi = 这个案例里，奖金就是 KPI
over-links = 我与各部门的兑现记录
over-links-mine = 我兑现
over-links-theirs = 对方兑现
over-links-rated = 评价我
over-links-empty = 这一场没有约定过承诺。
over-none = –
over-again = 再来一场
over-home = 回首页
over-closing = 一场只说明这一场，不看性格，不作考核选拔。
over-tab-result = 结果
over-tab-mine = 我的一页
over-tab-history = 全部约定
over-bonus-shared = 若一半看公司，同样的结果是 { $sum }
over-value-mark = 协作参照 { $value }
over-one-game = 一场只说明这一场。
over-weeks = 一周一周，记录是这样
over-weeks-note = 评价是三项的平均，1 到 5；KPI 和公司从第 1 周累计。
over-weeks-kept = 到期的承诺，兑现
over-weeks-rated = { $department }的评价
over-served = 我服务了谁
over-served-kept = 兑现
over-served-units = 合格到位
over-served-thanks = 感谢
over-served-empty = 这一场没有人拿到过我的承诺。
over-did = 我做了什么，只列次数
over-did-late = { $count ->
   *[other] 项承诺晚了才补上
 }
over-did-never = { $count ->
   *[other] 项承诺到期没有交齐
 }
over-did-gone = { $count ->
   *[other] 项提前商量取消或换了条件，不计入双方
 }
over-did-warned = { $count ->
   *[other] 项承诺预警过
 }
over-did-thanks = { $count ->
   *[other] 张感谢卡，来自{ $names }
 }
over-did-change = { $count ->
   *[other] 次答应对方做出改变
 }
