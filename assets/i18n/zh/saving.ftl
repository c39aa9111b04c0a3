# 在窗口里保存报告：存到哪里、写哪些、进度、出了问题怎么办。
saving-title = 保存报告
saving-go = 保存报告…
saving-about = { $case } · 场号 { $number } · { $tables ->
    [1] 1 桌
   *[other] { $tables } 桌
 }
saving-place = 存到
saving-choose = 换文件夹…
saving-choose-title = 报告存到哪个文件夹
saving-inner = 课程报告 { $case } { $number }
saving-inner-line = 文件放在其中的文件夹“{ $inner }”里。
saving-languages = 语言
saving-language-zh = 中文
saving-language-en = English
saving-language-both = 两种都要
saving-formats = 格式
saving-format-pdf = PDF
saving-format-docx = Word
saving-format-xlsx = Excel
saving-format-json = JSON
saving-parts = 写哪些
saving-part-session = 课程报告
saving-part-tables = 每桌一份
saving-part-departments = 每个部门一页
saving-parts-line = Excel 和 JSON 总是整场的。部门页只给坐在那里的人，单独放在一个文件夹里。
saving-own = 封面和页脚（可以不填，下次还在）
saving-logo = 标志
saving-logo-choose = 选一张图片…
saving-logo-title = 选一张标志图片
saving-logo-kinds = 图片
saving-logo-none = 没有标志
saving-logo-drop = 不要标志
saving-name = 讲师或机构的名称
saving-name-hint = 印在每一页的页脚
saving-closing = 结束语
saving-closing-hint = 印在最后一页下面
saving-comma = 、
saving-and = ；
saving-line = 将写：{ $what }。{ $languages }。
saving-line-papers = { $parts }（{ $formats }）
saving-line-session = 课程报告
saving-line-tables = { $tables ->
    [1] 这一桌的报告
   *[other] { $tables } 桌各一份
 }
saving-line-departments = 部门页
saving-line-xlsx = Excel 工作簿
saving-line-json = JSON 数据
saving-in-zh = 中文
saving-in-en = 英文
saving-in-both = 中文和英文各一套
saving-no-place = 没有这个文件夹。请写全路径，或者点“换文件夹”。
saving-no-format = 至少选一种格式。
saving-no-part = PDF 和 Word 至少要写一样：课程报告、每桌一份，或每个部门一页。
saving-save = 保存
saving-stop = 停下
saving-stops = 正在停下…
saving-begins = 正在读取这一场…
saving-reckoned = 还没算好的先算：{ $done } / { $all } 桌
saving-written = 已写好 { $done } / { $all } 个文件
saving-done = 已保存 { $count } 个文件，在 { $folder }
saving-open = 打开文件夹
saving-close = 完成
saving-exists = 这个文件夹里已经有这一场的报告了（{ $file }）。覆盖它，还是放进新文件夹“{ $inner }”？
saving-new = 放进新文件夹
saving-replace = 覆盖原来的
saving-back = 先不存
saving-data = { $what }。没有写文件。{ $do }
saving-not-in-the-way = 文件夹里已经有 { $place }，没有动它。
saving-not-stopped = 已停下，没有留下半个文件。
saving-not-no-week = 这一场还没有走完一周，没有可写的。走完第 1 周再来。
saving-not-logo = 读不了标志图 { $place }，没有写文件。请换一张 PNG、JPG 或 SVG 图片，不超过 8 MB，或者不要标志。
saving-not-unsound = 有一页排不出来，没有写文件：{ $place }。可以先只存 Excel 和 JSON。
saving-not-folder = 写不进 { $folder }，没有留下文件。请换一个文件夹；如果里面的旧报告正开着，先关掉它。
saving-not-full = { $folder } 所在的磁盘满了，没有留下半个文件。腾出一点空间，或者换一个文件夹。
saving-not-broken = 保存时程序中断了，这一场的记录都还在。再试一次；还是不行，原因写在 { $place }。
saving-no-opener = 打不开文件夹。它在 { $folder }。
