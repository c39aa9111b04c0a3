# 第一周的提示：一次一条，指着真的控件
coach-head = 第一周提示
coach-hint = 做了就消失
coach-hide = 不再提示
coach-orders = 客户在等你选
coach-orders-text = 选一个交货的周，点“定下来”。早交价钱高，也更难做到。
coach-answer = 有人在等你答复
coach-answer-text = 虚线框表示还没约定。点开它，在右边看看工时够不够，再逐行答复；答应了就是承诺。
coach-ask = 你缺的东西要开口要
coach-ask-text = 你的订单和承诺还缺的，已替你起草。看看数量和哪一周到，再发出去。
coach-settled = 谈完了就点这里
coach-settled-text = 左边是你答应的和别人答应你的。还在等人答复，可以再等一等。
coach-line = 一行一个承诺，一块一工时
coach-line-text = 用 − 和 + 试试：右边马上说谁会受影响，你的 KPI 会怎样。
coach-submit = 满意就提交
coach-submit-text = 剩下的工时自动归部门专项。提交后，别人没交之前还可以改。
