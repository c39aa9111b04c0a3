# 消息：想说什么都可以，不作保证
messages-tab = 消息
messages-tab-tip = 和一个部门、全桌说话；消息不作保证
messages-table = 全桌
messages-room = 讲师
messages-room-all = 讲师（对全桌）
messages-me = 我
messages-empty = 和{ $name }还没有说过话
messages-empty-line = 承诺要写在需求单里，消息只是说说。
messages-not-sure = 消息不作保证；要让对方放心，就分享事实。
messages-nobody-there = { $name }现在由电脑代班，看不到消息。
messages-hint = 对{ $name }说（不作保证）
messages-send = 发送
messages-news = { $department }发来一条消息
messages-room-only = 只有讲师看得到。
messages-hint-room = 对讲师说
