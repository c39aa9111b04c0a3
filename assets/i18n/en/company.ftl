# Coordination meeting: what all can see this week
company-tab = Meeting
company-tab-tip = Coordination meeting: all orders, requests and warnings of this week
company-note = Held every second week, an hour each. Everybody sees all of this.
company-warnings = Warnings
company-warnings-none = Nobody has warned.
company-warned = { $provider } to { $customer }, { $units } may be missing
company-warned-plain = { $provider } to { $customer }, may fall short
company-orders = All orders
company-orders-none = No order is open.
company-lines = All requests
company-lines-none = Nobody has asked for anything this week.
company-ends = { $customer } asks { $provider }
company-declined = Declined
