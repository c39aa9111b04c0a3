# Measures: their names, and in a line what each does (-effect)
measure-service-map = Service map
measure-service-map-effect = Everyone sees the whole network of internal customers
measure-coordination = Coordination meeting
measure-coordination-effect = Every second week, 1 h each: all orders, requests and warnings are open
measure-service-standard = Service standard
measure-service-standard-effect = An unanswered line counts as half agreed; errors are halved
measure-cross-training = Cross-training
measure-cross-training-effect = Hours lent arrive in full
measure-satisfaction = Satisfaction in the KPI
measure-satisfaction-effect = 30% of every KPI is what its internal customers say
measure-open-allocation = Open allocation
measure-open-allocation-effect = No pool hours are lost: the largest shortage first, last who has not shared its free hours
measure-shared-goal = Shared goal
measure-shared-goal-effect = Half of every bonus looks at the company
measure-platform = Information platform
measure-platform-effect = Written clarity 90; shared facts stay up to date
