# 状态牌：不说话也能让全桌看到
sign-mine = 我的状态
sign-mine-tip = 全桌看得到；再点一次就收起来。
sign-steady = 平稳
sign-loaded = 吃紧
sign-stuck = 卡住
sign-pleased = 顺心
sign-tip = { $department }举的状态牌：{ $sign }。自己举的，不一定是实情。
sign-tip-mine = 你举的状态牌：{ $sign }。全桌看得到。
