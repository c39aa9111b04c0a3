# 中途坐下的人：这个座位之前由电脑打，先看发生了什么
late-title = { $department }，从第 { $week } 周起归你
late-by-bot = 之前是电脑坐在这里，下面都是它做的。它答应的照样算数；你可以改条件，也可以预警。
late-weeks = 到现在的成绩
late-weeks-none = 还没有交付过
late-week = 周
late-company = 公司
late-mine = 这个座位答应了、还没了结的
late-mine-none = 没有没了结的。
late-owed = 别人答应这个座位、还没了结的
late-owed-none = 没有没了结的。
late-now = 现在要做的
late-go = 我来接手
