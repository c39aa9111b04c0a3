# 改进措施：名称，和一句话的作用（-effect）
measure-service-map = 内部客户地图
measure-service-map-effect = 人人看得到整张内部客户网络
measure-coordination = 协调会
measure-coordination-effect = 隔周开，各占 1 工时；订单、需求和预警全公开
measure-service-standard = 服务标准
measure-service-standard-effect = 没答复算答应一半；做错减半
measure-cross-training = 交叉培训
measure-cross-training-effect = 借几工时，对方就得几工时
measure-satisfaction = 满意度进考核
measure-satisfaction-effect = 每个部门的考核，30% 看内部客户打的分
measure-open-allocation = 公开分配
measure-open-allocation-effect = 公共工时没谈拢也不损失，缺口最大的先得；没分享空闲工时的排在最后
measure-shared-goal = 共同目标
measure-shared-goal-effect = 公司成效占奖金的一半
measure-platform = 信息平台
measure-platform-effect = 书面需求清晰度 90；分享过的事实自动更新
