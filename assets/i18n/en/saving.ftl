# Saving the report in the window: where to, what, how far it is, and what to do about trouble.
saving-title = Save the report
saving-go = Save the report…
saving-about = { $case } · session { $number } · { $tables ->
    [1] 1 table
   *[other] { $tables } tables
 }
saving-place = Save in
saving-choose = Change folder…
saving-choose-title = Folder for the report
saving-inner = Class report { $case } { $number }
saving-inner-line = The files go into a folder of their own in it, “{ $inner }”.
saving-languages = Language
saving-language-zh = 中文
saving-language-en = English
saving-language-both = Both
saving-formats = Formats
saving-format-pdf = PDF
saving-format-docx = Word
saving-format-xlsx = Excel
saving-format-json = JSON
saving-parts = Contents
saving-part-session = Class report
saving-part-tables = One a table
saving-part-departments = A page a department
saving-parts-line = Excel and JSON always hold the whole session. Department pages are for those who sat there; they get a folder of their own.
saving-own = Cover and foot (optional, kept for next time)
saving-logo = Logo
saving-logo-choose = Choose a picture…
saving-logo-title = Choose a picture for the logo
saving-logo-kinds = Pictures
saving-logo-none = No logo
saving-logo-drop = No logo
saving-name = Name of facilitator or firm
saving-name-hint = Stands in the foot of every page
saving-closing = Closing text
saving-closing-hint = Stands below the last page
saving-comma = {", "}
saving-and = {"; "}
saving-line = Will be written: { $what }. { $languages }.
saving-line-papers = { $parts } ({ $formats })
saving-line-session = class report
saving-line-tables = { $tables ->
    [1] the table’s report
   *[other] { $tables } table reports
 }
saving-line-departments = department pages
saving-line-xlsx = Excel workbook
saving-line-json = JSON data
saving-in-zh = In Chinese
saving-in-en = In English
saving-in-both = In Chinese and in English
saving-no-place = There is no such folder. Type its whole path, or choose one.
saving-no-format = Choose at least one format.
saving-no-part = PDF and Word need something to hold: the class report, one a table, or a page a department.
saving-save = Save
saving-stop = Stop
saving-stops = Stopping…
saving-begins = Reading the session…
saving-reckoned = Working out what is missing: { $done } of { $all } tables
saving-written = { $done } of { $all } files written
saving-done = { $count ->
    [1] 1 file saved in { $folder }
   *[other] { $count } files saved in { $folder }
 }
saving-open = Open folder
saving-close = Done
saving-exists = This folder holds a report of this session already ({ $file }). Replace it, or use a new folder, “{ $inner }”?
saving-new = New folder
saving-replace = Replace the old one
saving-back = Do not save
saving-data = { $what }. No file was written. { $do }
saving-not-in-the-way = { $place } is in the folder already; it was left alone.
saving-not-stopped = Stopped; no half files were left.
saving-not-no-week = No week of this session was played to its end, so there is nothing to write. Play week 1 first.
saving-not-logo = The logo { $place } cannot be read; no file was written. Choose a PNG, JPG or SVG picture of at most 8 MB, or no logo.
saving-not-unsound = A page could not be set; no file was written: { $place }. Excel and JSON alone can still be saved.
saving-not-folder = { $folder } cannot be written to; no file was left. Choose another folder; if an old report in it is open, close that first.
saving-not-full = The disk that holds { $folder } is full; no half files were left. Make some room, or choose another folder.
saving-not-broken = Saving was broken off; the session itself is safe. Try again; if it fails again, the reason is written in { $place }.
saving-no-opener = The folder cannot be opened. It is { $folder }.
