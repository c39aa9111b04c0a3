# Measures: their names, and in a line what each does (-effect)
measure-service-map = Service map
measure-service-map-effect = Everyone sees the whole network of internal customers
measure-coordination = Coordination meeting
measure-coordination-effect = Every second week, 1 h each: all orders, requests and warnings are open
measure-service-standard = Service standard
measure-service-standard-effect = A line without an answer counts as agreed for half; errors are halved
measure-cross-training = Cross-training
measure-cross-training-effect = Hours lent arrive in full
measure-satisfaction = Satisfaction in the KPI
measure-satisfaction-effect = 30% of every KPI is what internal customers say
measure-open-allocation = Open allocation
measure-open-allocation-effect = No pool hours are lost: the largest shortage comes first, those who have not shared their free hours last
measure-shared-goal = Shared goal
measure-shared-goal-effect = Half of every bonus depends on the company
measure-platform = Information platform
measure-platform-effect = Written clarity 90; shared facts stay up to date
