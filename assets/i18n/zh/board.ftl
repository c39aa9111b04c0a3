# 沙盘：地图打开以后的部门和往来，谁由电脑代替
board-far = 不直接打交道
board-flow = { $provider }给{ $receiver }：{ $services }
board-bot = 由电脑扮演
board-stand-in = 电脑代班中，人回来就换回
board-stand-in-line = 电脑代班
board-stand-in-planned = 计划由电脑代排
board-away = 断线了
