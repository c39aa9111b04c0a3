# 复盘的依据：一条记录一句话，只说事实、当时知道什么、数字
score-principle-trust = 尊重与信任
score-principle-needs = 需求明确
score-principle-response = 及时响应
score-principle-openness = 沟通畅通
score-principle-improvement = 持续改进
score-principle-goals = 共同目标
score-band-silo = 接近各自为政
score-band-between = 之间
score-band-reference = 接近协作参照
score-fact-kept = 按时兑现 { $k } / { $n }
score-fact-warned = 提前一周看得出排不下的承诺，预警了或照样兑现 { $k } / { $n }
score-fact-promised = 做得了的，都答应了 { $k } / { $n }
score-fact-answered = 当周答复 { $k } / { $n }
score-fact-refused-well = 拒绝或改条件，理由属实、有替代、来得及 { $k } / { $n }
score-fact-asked-straight = 按实际需要提的需求 { $k } / { $n }
score-fact-clarified = 没说清的需求，先弄清再动手 { $k } / { $n }
score-fact-role-known = 对其他部门的了解，答对 { $k } / { $n }
score-fact-told = 别人用得上的情况，说出来的 { $k } / { $n }
score-fact-rated-by-facts = 评价与事实一致 { $k } / { $n }
score-fact-closed-loop = 请改的意见，落实了 { $k } / { $n }
score-fact-recovered = 受影响的承诺，照样兑现或补上 { $k } / { $n }
score-fact-for-company = 两难的周次，顾到公司 { $k } / { $n }
score-fact-boundary = 该接的接、该拒的拒 { $k } / { $n }
score-t1-kept = { $provider }给{ $customer }的{ $service }：承诺 { $units }，第 { $due } 周到期，按时到齐。
score-t1-late = { $provider }给{ $customer }的{ $service }：承诺 { $units }，第 { $due } 周到期；按时到了 { $came }，之后又到了 { $late }。
score-t1-broken = { $provider }给{ $customer }的{ $service }：承诺 { $units }，第 { $due } 周到期；到结束没有到货。
score-t1-amended = { $provider }给{ $customer }的{ $service }：承诺 { $units }，第 { $due } 周到期；中途按{ $provider }的提议改了条件。按原来的到期周算，按时到了 { $came }，之后到了 { $late }。
score-t1-only-late = { $provider }给{ $customer }的{ $service }：承诺 { $units }，第 { $due } 周到期；按时没有到，之后到了 { $late }。
score-t1-short = { $provider }给{ $customer }的{ $service }：承诺 { $units }，第 { $due } 周到期；按时到了 { $came }，其余没有到。
score-t1-amended-short = { $provider }给{ $customer }的{ $service }：承诺 { $units }，第 { $due } 周到期；中途按{ $provider }的提议改了条件。按原来的到期周算，按时到了 { $came }。
score-t2-took = { $customer }要{ $service } { $units }，第 { $due } 周到期；按当时看得到的工时和投入，{ $provider }按时做得了 { $fits }，都答应了。
score-t2-part = { $customer }要{ $service } { $units }，第 { $due } 周到期；按当时看得到的工时和投入，{ $provider }按时做得了 { $fits }，答应了其中 { $taken }。
score-t2-left = { $customer }要{ $service } { $units }，第 { $due } 周到期；按当时看得到的工时和投入，{ $provider }按时做得了 { $fits }，没有答应按时给。
score-t3-warned = { $provider }给{ $customer }的{ $service } { $units }，第 { $due } 周到期；第 { $known } 周谈完，工时已经排不下。到期前预警了，按时到了 { $came }。
score-t3-kept = { $provider }给{ $customer }的{ $service } { $units }，第 { $due } 周到期；第 { $known } 周谈完，工时已经排不下。第 { $due } 周之前没有预警，按时到齐。
score-t3-silent = { $provider }给{ $customer }的{ $service } { $units }，第 { $due } 周到期；第 { $known } 周谈完，工时已经排不下。第 { $due } 周之前没有预警，按时到了 { $came }。
score-t3-late = { $provider }给{ $customer }的{ $service } { $units }，第 { $due } 周到期；第 { $known } 周谈完，工时已经排不下。第 { $due } 周（到期当周）才预警：来不及重新安排；按时到了 { $came }。
score-t3-proposed = { $provider }给{ $customer }的{ $service } { $units }，第 { $due } 周到期；第 { $known } 周谈完，工时已经排不下。到期前提出改条件，按时到了 { $came }。
score-r1-answered = { $customer }向{ $provider }要{ $service } { $units }，第 { $due } 周到期：当周有答复。
score-r1-late = { $customer }向{ $provider }要{ $service } { $units }，第 { $due } 周到期：过了 { $waited } 周有答复。
score-r1-silent = { $customer }向{ $provider }要{ $service } { $units }，第 { $due } 周到期：没有答复。
score-r2-declined = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }当时按时做得了 { $fits }，没有接。
score-r2-countered = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }当时按时做得了 { $fits }，改条件后答应按时给 { $offered }。
score-r2-declined-true = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }当时按时做得了 { $fits }，没有接。选的理由和记录相符{ $later ->
    [1] ；更晚一些做得了的，没有提出来
   *[0] { "" }
 }{ $soon ->
    [0] ；答复的时候，对方已经来不及另想办法
   *[1] { "" }
 }。
score-r2-declined-other = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }当时按时做得了 { $fits }，没有接。选的理由，记录里看不出来{ $later ->
    [1] ；做得了的那部分，没有提出来
   *[0] { "" }
 }{ $soon ->
    [0] ；答复的时候，对方已经来不及另想办法
   *[1] { "" }
 }。
score-r2-countered-whole = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }当时按时做得了 { $fits }。改了条件：按时给 { $offered }，做得了的都给了{ $soon ->
    [0] ；答复的时候，对方已经来不及另想办法
   *[1] { "" }
 }。
score-r2-countered-part = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }当时按时做得了 { $fits }。改了条件：按时给 { $offered }，做得了的没有全给{ $soon ->
    [0] ；答复的时候，对方已经来不及另想办法
   *[1] { "" }
 }。
score-r2-countered-over = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }当时按时做得了 { $fits }。改了条件：按时给 { $offered }；这样答应的，加班也做不完{ $soon ->
    [0] ；答复的时候，对方已经来不及另想办法
   *[1] { "" }
 }。
score-n1-straight = { $customer }向{ $provider }要{ $service } { $units }：数量和时间都按实际需要，也说了用在哪里。
score-n1-unsaid = { $customer }向{ $provider }要{ $service } { $units }：数量和时间都按实际需要，没有说用在哪里。
score-n1-inflated = { $customer }向{ $provider }要{ $service } { $units }。按当时的订单和承诺算，多要 { $above }，早要 { $early }。
score-n1-talked = { $customer }向{ $provider }要{ $service } { $units }：数量和时间都按实际需要。
score-n1-above = { $customer }向{ $provider }要{ $service } { $units }。按当时的订单和承诺算，比需要的多 { $above }。
score-n1-early = { $customer }向{ $provider }要{ $service } { $units }。按当时的订单和承诺算，其中 { $early } 要得比需要的早。
score-n1-above-early = { $customer }向{ $provider }要{ $service } { $units }。按当时的订单和承诺算，比需要的多 { $above }，另有 { $early } 要得比需要的早。
score-n2-clarified = { $customer }要{ $service } { $units }，只看需求单有可能做错。当周就说清了，清晰度 { $clarity }%。
score-n2-unclear = { $customer }要{ $service } { $units }，只看需求单有可能做错。没有复述，也没有面谈；谈定时清晰度 { $clarity }%。
score-n2-unanswered = { $customer }要{ $service } { $units }，只看需求单有可能做错。当周没有答复。
score-n2-needless = { $provider }和{ $customer }面谈，各花 1 小时；那一周两边的需求，不面谈也清楚。
score-n3-role = { $customer }说{ $provider }考核什么、受什么限制：{ $of } 题答对 { $right } 题。
score-n3-map = { $customer }认客户：认出 { $found }，漏掉 { $missed }，认错 { $wrong }。
score-c1-order-told = 第 { $week } 周起，{ $provider }知道{ $order }，估计值 { $worth }；有要出力的部门及时听到了。
score-c1-order-kept = 第 { $week } 周起，{ $provider }知道{ $order }，估计值 { $worth }；到交期前一周为止，要出力的部门一个都没有听到。
score-c1-free-hours-told = 第 { $week } 周{ $provider }有空闲工时，别的部门正缺，估计值 { $worth }；说出来了。
score-c1-free-hours-kept = 第 { $week } 周{ $provider }有空闲工时，别的部门正缺，估计值 { $worth }；当周没有说，也没有借出。
score-c1-stock-told = 第 { $week } 周开始时{ $provider }有现成的{ $service }，还没答应给谁，别的部门用得上，估计值 { $worth }；说出来了。
score-c1-stock-kept = 第 { $week } 周开始时{ $provider }有现成的{ $service }，还没答应给谁，别的部门用得上，估计值 { $worth }；当周没有说。
score-c1-purpose-told = { $customer }向{ $provider }提了 { $lines } 行需求，背后的订单值 { $worth }；说了用在哪里。
score-c1-purpose-kept = { $customer }向{ $provider }提了 { $lines } 行需求，背后的订单值 { $worth }；用在哪里没有说。
score-c1-free-hours-offered = 第 { $week } 周{ $provider }有空闲工时，别的部门正缺，估计值 { $worth }；提出借出。
score-c1-free-hours-lent = 第 { $week } 周{ $provider }有空闲工时，别的部门正缺，估计值 { $worth }；借出去了。
score-c2-worth = { $provider }说出了一条情况，估计值 { $worth }。
score-c2-idle = { $provider }说出了一条情况，估计对公司的结果没有影响。
score-c2-again = { $provider }说出了一条情况，之前已经说过。
score-i1-closed = { $customer }给{ $provider }打了 { $rated } 分，请改。有答复；{ $about ->
    [1] 按时到货的
    [2] 当周有答复的
    [3] 清晰度
   *[0] 记录里的比例
 }{ $known ->
    [0] ，之后两周是 { $after }%
   *[1] ，从 { $before }% 到了之后两周的 { $after }%
 }。
score-i1-better = { $customer }给{ $provider }打了 { $rated } 分，请改。没有单独答复；{ $about ->
    [1] 按时到货的
    [2] 当周有答复的
    [3] 清晰度
   *[0] 记录里的比例
 }{ $known ->
    [0] ，之后两周是 { $after }%
   *[1] ，从 { $before }% 到了之后两周的 { $after }%
 }。
score-i1-said = { $customer }给{ $provider }打了 { $rated } 分，请改。有答复；{ $about ->
    [1] 按时到货的
    [2] 当周有答复的
    [3] 清晰度
   *[0] 记录里的比例
 }{ $known ->
    [0] ，之后两周是 { $after }%
   *[1] ：之前 { $before }%，之后两周 { $after }%
 }。
score-i1-open = { $customer }给{ $provider }打了 { $rated } 分，请改。没有答复；{ $about ->
    [1] 按时到货的
    [2] 当周有答复的
    [3] 清晰度
   *[0] 记录里的比例
 }{ $known ->
    [0] ，之后两周是 { $after }%
   *[1] ：之前 { $before }%，之后两周 { $after }%
 }。
score-i3-by-facts = { $customer }给{ $provider }的评价是满分的 { $rated }%，按时到的是 { $facts }%。和它给的其他评价放在一起，高低跟着事实走。
score-i3-off-facts = { $customer }给{ $provider }的评价是满分的 { $rated }%，按时到的是 { $facts }%。和它给的其他评价放在一起，高低和事实不一致。
score-i4-kept = { $provider }给{ $customer }的{ $service } { $units }，第 { $due } 周到期：{ $cut ->
    [1] 中间工时减少
    [0] 工时排不下全部承诺
   *[2] 中间工时吃紧
 }，仍按时到齐。
score-i4-remedied = { $provider }给{ $customer }的{ $service } { $units }，第 { $due } 周到期：{ $cut ->
    [1] 中间工时减少
    [0] 工时排不下全部承诺
   *[2] 中间工时吃紧
 }，{ $amended ->
    [1] 双方谈好了新的条件
    [0] 一周内补上了
   *[2] 之后有了补救
 }。
score-i4-explained = { $provider }给{ $customer }的{ $service } { $units }，第 { $due } 周到期：{ $cut ->
    [1] 中间工时减少
    [0] 工时排不下全部承诺
   *[2] 中间工时吃紧
 }。一共到了 { $came }；说明了原因。
score-i4-blamed = { $provider }给{ $customer }的{ $service } { $units }，第 { $due } 周到期：{ $cut ->
    [1] 中间工时减少
    [0] 工时排不下全部承诺
   *[2] 中间工时吃紧
 }。一共到了 { $came }；说的原因与记录不符。
score-i4-silent = { $provider }给{ $customer }的{ $service } { $units }，第 { $due } 周到期：{ $cut ->
    [1] 中间工时减少
    [0] 工时排不下全部承诺
   *[2] 中间工时吃紧
 }。一共到了 { $came }；记录里没有说明。
score-g1-company = { $provider }的活多过工时。按当时看得到的算：最好的排法对公司值 { $best }，只按本部门考核的排法值 { $kpi }，这份计划值 { $done }；部门专项留了 { $own_work } 小时。
score-g1-own = { $provider }的活多过工时。按当时看得到的算：最好的排法对公司值 { $best }，只按本部门考核的排法值 { $kpi }，这份计划值 { $done }；部门专项留了 { $own_work } 小时。
score-g3-took = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }按时做得了 { $fits }，接了。
score-g3-turned-away = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }按时做得了 { $fits }，没有接。
score-g3-refused = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }按时做得了 { $fits }，没有照原样接。
score-g3-too-much = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }按时做得了 { $fits }，这一行不宜照原样接。
score-g3-took-part = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }按时做得了 { $fits }，改条件后答应按时给 { $offered }。
score-g3-took-little = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }按时做得了 { $fits }，改条件后只答应按时给 { $offered }。
score-g3-unanswered = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }按时做得了 { $fits }，当周没有答复。
score-g3-full-taken = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }能加的班都加上，按时也只做得了 { $fits }，照原样答应了。
score-g3-full-countered = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }能加的班都加上，按时也只做得了 { $fits }，改条件后答应按时给 { $offered }。
score-g3-full-over = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }能加的班都加上，按时也只做得了 { $fits }，改条件后答应按时给 { $offered }，比做得了的多。
score-g3-full-declined = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }能加的班都加上，按时也只做得了 { $fits }，没有接，选的理由和记录相符。
score-g3-full-other-reason = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }能加的班都加上，按时也只做得了 { $fits }，没有接，选的理由记录里看不出来。
score-g3-full-unanswered = { $customer }要{ $service } { $units }，第 { $due } 周到期；{ $provider }能加的班都加上，按时也只做得了 { $fits }，当周没有答复。
score-g3-dear-taken = { $customer }要{ $service } { $units }，第 { $due } 周到期。照原样接，公司在别处要少赚一截（模型估计）；{ $provider }照原样答应了。
score-g3-dear-countered = { $customer }要{ $service } { $units }，第 { $due } 周到期。照原样接，公司在别处要少赚一截（模型估计）；{ $provider }改了条件，答应按时给 { $offered }。
score-g3-dear-over = { $customer }要{ $service } { $units }，第 { $due } 周到期。照原样接，公司在别处要少赚一截（模型估计）；{ $provider }改了条件，答应按时给 { $offered }，多于按时做得了的 { $fits }。
score-g3-dear-declined = { $customer }要{ $service } { $units }，第 { $due } 周到期。照原样接，公司在别处要少赚一截（模型估计）；{ $provider }没有接，选的理由和记录相符。
score-g3-dear-other-reason = { $customer }要{ $service } { $units }，第 { $due } 周到期。照原样接，公司在别处要少赚一截（模型估计）；{ $provider }没有接，选的理由记录里看不出来。
score-g3-dear-unanswered = { $customer }要{ $service } { $units }，第 { $due } 周到期。照原样接，公司在别处要少赚一截（模型估计）；{ $provider }当周没有答复。
score-without = { $what }：{ $why }
score-without-t4 = 需求单上没有填写事实的栏目，系统分享的事实都是真的。
score-without-t5 = 没有请各部门估计对方会不会按时。
score-without-c3 = 还算不出听到的情况本该怎样用。
score-without-i2 = 一场里前后两半的交付太少，分不清进步和运气。
score-without-g2 = 一次协商给公司和其他部门带来多少，还算不出来。
score-why-no-opportunity = 这一场没有出现过这样的情况。
score-why-open-table = 开口谈时，没录入不等于没说，所以不测。
score-why-not-discriminating = 在这个案例里，各自为政和协作在这一点上差别不大，所以不计入。
score-why-not-built = 这个版本没有测。
score-why-left-out = 座位由电脑代坐，或坐着的人选择了不计分。
score-order = { $order } 号订单
score-order-of = { $client }的订单
