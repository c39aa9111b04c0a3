# 案例文件哪里不对：一句话说清是什么、可以怎么写。前面另有文件、行和列。
fault-no-folder = 这里没有案例文件夹。自带的案例有：{ $allowed }。
fault-no-file = 缺少这个文件，或者读不了。
fault-not-a-file = 这里要放一个普通文件，不能是链接或文件夹。
fault-too-large = 文件太大，最多 { $allowed } 字节。
fault-not-utf8 = 这里不是 UTF-8 编码（{ $found }），请用 UTF-8 重新保存。
fault-no-yaml = 读到这里读不下去，请检查缩进、冒号和引号（{ $found }）。
fault-no-json = 读到这里读不下去，请检查逗号、括号和引号（{ $found }）。
fault-several-documents = 一个文件只写一份内容，请删掉这一行“---”。
fault-alias = 案例里不用引用（& 和 *），请把内容直接写出来：{ $found }。
fault-tag = 案例里不用类型标记，请删掉“{ $found }”。
fault-too-deep = 层数太多，最多 { $allowed } 层。
fault-duplicate-key = { $field } 写了两次，请留一个。
fault-unknown-field = 这里没有 { $field } 这一项。可以写的有：{ $allowed }。
fault-missing-field = 缺少 { $field }。
fault-wrong-type =
    { $field } 要写{ $allowed ->
        [integer] 整数
        [text] 文字
        [boolean] true 或 false
        [list] 列表 [ ]
       *[mapping] 一组键和值
    }，现在是“{ $found }”。
fault-out-of-range = { $field } 现在是 { $found }，可以写 { $allowed }。
fault-wrong-choice = { $field } 不能写“{ $found }”，只能从这些里选：{ $allowed }。
fault-wrong-count = { $field } 现在有 { $found } 项，可以有 { $allowed } 项。
fault-wrong-key = “{ $found }”不能作名称，只能用 { $allowed }。
fault-wrong-version = 不认识格式版本“{ $found }”，本程序读 { $allowed }。
fault-unknown-department = 没有“{ $found }”这个部门。已有的部门：{ $allowed }。
fault-unknown-service = 没有“{ $found }”这项服务。已有的服务：{ $allowed }。
fault-unknown-icon = 没有“{ $found }”这个图标。相近的有：{ $allowed }。
fault-taken-twice = { $field }：“{ $found }”前面已经用过，每个只能用一次。
fault-own-receiver = { $found } 不能接收自己的服务。
fault-service-cycle = 这几项服务互相等，绕成了圈：{ $found }。
fault-input-not-received = { $field }：做这项服务的部门收不到 { $found }，请把它写进 { $found } 的 receivers。
fault-stock-not-used = { $field }：这个部门既不做也不收 { $found }，或者它是支援，不能有库存。
fault-aid-not-plain = { $field }：支援只有一个接收部门，没有投入和提前周数，关系是 guidance，也不能当别的服务的投入。
fault-order-not-received = { $field }：接这张订单的部门收不到“{ $found }”。它收的有：{ $allowed }。
fault-due-before-arrival = { $field } 是第 { $found } 周，那时订单还没来；可以写 { $allowed }。
fault-due-after-expiry = { $field } 是第 { $found } 周，那时订单已经失效；可以写 { $allowed }。
fault-options-not-rising = { $field } 现在是 { $found }；后面的选项周数要更晚，价钱不能更高，可以写 { $allowed }。
fault-arrives-too-late = { $field } 是第 { $found } 周，最长的一场也到不了；可以写 { $allowed }。
fault-weights-not-100 = { $field } 的权重合计是 { $found }，要正好 { $allowed }。
fault-floor-is-target = { $field }：零分和满分都在 { $found }，两个数要不同。
fault-lengths-not-rising = { $field } 要从短到长，每个一次，现在是 { $found }。
fault-too-short-to-play = { $field }：两周只给教学案例（purpose: teaching），其他案例写 { $allowed }。
fault-minutes-not-fitting = { $field } 有 { $found } 个数，要和长度一样多：{ $allowed } 个。
fault-incident-empty = { $field }：请写工时变化，或者同时写服务和它的成本。
fault-incident-not-own = { $field }：这个部门不做“{ $found }”。它做的有：{ $allowed }。
fault-measure-held = { $field } 现在是 { $found }；一开场就有的措施没有费用，也没有周数。请删掉它，或删掉 held。
fault-measure-too-late = { $field } 是第 { $found } 周；措施在互评时采用，最后一周不算，可以写 { $allowed }。
fault-effect-not-one = { $field }：一条只写 { $allowed } 中的一种，现在写的是：{ $found }。
fault-effect-empty = { $field } 是 { $found }，等于什么也没变。
fault-card-too-late = { $field } 是发卡那周之后第 { $found } 周，最长的一场也到不了；可以写 { $allowed }。
fault-no-equals = 每行要写成“键 = 文字”，这里是“{ $found }”。
fault-word-twice = 键 { $field } 写了两次，请留一个。
fault-word-unknown = 没有地方用到键 { $field }。相近的有：{ $allowed }。
fault-word-missing = 缺少文字：{ $field }。
fault-word-empty = { $field } 后面没有文字。
fault-word-too-long = { $field } 有 { $found } 个字，最多 { $allowed } 个。
fault-word-unprintable = { $field } 里有看不见的符号 { $found }，请删掉。
fault-benchmarks-stale = 这份基准不是按现在的数字算的，请重新计算。现在的指纹是 { $allowed }。
fault-benchmarks-length = { $field }：长度 { $found } 这个案例没有，或者写了两次；还可以写 { $allowed }。
fault-benchmarks-path = { $field } 有 { $found } 个数，应该每周一个，共 { $allowed } 个。
fault-benchmarks-best = { $field } 是 { $found }；事后最好必须高于各自为政。
