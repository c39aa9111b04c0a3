# 协调会：这一周全桌看得到的
company-tab = 协调会
company-tab-tip = 协调会：这一周全桌的订单、需求和预警
company-note = 协调会每两周一次，各部门 1 工时。下面这些全桌都看得到。
company-warnings = 预警
company-warnings-none = 没有人预警。
company-warned = { $provider }给{ $customer }，可能缺 { $units }
company-warned-plain = { $provider }给{ $customer }的可能不齐
company-orders = 全公司的订单
company-orders-none = 现在没有未完成的订单。
company-lines = 全公司的需求
company-lines-none = 这一周还没有人提需求。
company-ends = { $customer }向{ $provider }要
company-declined = 已拒绝
