# The facilitator runs a class: the case, how it goes, and what is said during it.
class-title = Choose a case
class-sub = Run a class · step 1 of 2
class-first = Good for a first class
class-this = This class
class-tables = Tables
class-tables-line = { $count } departments each
class-weeks = { $weeks } weeks
class-length = Length
class-laptops = Laptops
class-laptops-line = How many people share one
class-laptops-seat = One a seat
class-laptops-table = One a table
class-talk = How they talk
class-talk-desk = Through the desk
class-talk-open = Open table
class-talk-desk-line = Requests and answers go by laptop
class-talk-open-line = They talk aloud, the laptop notes what is agreed
class-time = Time plan · { $weeks } weeks, about { $minutes } min
class-time-line = Week 1 takes { $first }, later ones { $later } (min:sec)
class-time-none = Time plan · no clock
class-time-none-line = When all are done, or when you move on
class-time-edit = Change
class-style = Bots in empty seats
class-style-line = How departments behave that nobody plays
class-style-mixed = Mixed
class-style-collaborating = Collaborating
class-style-competing = Competing
class-pace = Pace
class-pace-each = Each table
class-pace-step = All in step
class-pace-clock = By the clock
class-pace-each-line = A table goes on when it is done
class-pace-step-line = All go on when every table is done
class-pace-clock-line = All go on together when time is up
class-absence = Who drops out
class-absence-line = The seat waits 90 seconds first
class-absence-stand-in = Stand-in
class-absence-ask = Ask me
class-foot = About { $minutes } minutes, { $debrief } of them for the debrief
class-foot-none = No clock; leave { $debrief } minutes for the debrief
class-start = Open the lobby
class-starting = Opening the lobby…
class-starting-line = This takes a few seconds the first time. If Windows asks about the network, choose Allow.
class-not-opened = The class could not be opened
class-not-opened-do = Everything stored is still there. Click “Open the lobby” again; if that fails, restart the program.
class-time-title = Time plan · { $weeks } weeks
class-timed = Clock
class-timed-line = Without it a phase ends when all are done, or when you move on
class-time-phase = Phase
class-time-later = Later weeks
class-time-first = Week 1
class-time-whole = In all
class-time-sum = Sum
class-share = How long week 1 is
class-share-line = Compared with a later week. Everything is new then: give it more
class-sum-play = The five phases
class-sum-map = Finding customers first
class-sum-debrief = Debrief
class-sum-all = The whole lesson
class-lesson = How long the lesson is
class-lesson-none = No limit
class-lesson-is = { $minutes } min
class-over = { $minutes } minutes more than the lesson has
class-shorter = Take { $weeks } weeks, { $minutes } min
class-time-reset = Back to the case’s time plan
class-time-done = Done
# during class
class-host-again = The class computer’s host stopped and is being started again
class-host-again-line = Nothing answered is lost. The trainees’ pages will come back by themselves.
class-host-ended = The class computer’s host stopped and could not be started again
class-host-ended-line = Nothing answered is lost. Go to the first page and click “Back to the class”.
class-line-lost = The line to the host is cut; it is being mended
class-line-lost-line = The class goes on, and everything answered is stored.
class-back = Back to the class
class-back-line = { $case } · { $tables } { $tables ->
    [one] table
   *[other] tables
 }
class-back-lobby = In the lobby
class-back-week = Week { $week } of { $weeks }
class-leave-title = Leave the class?
class-leave-line = The class does not stop: people play on and keep their seats. “Back to the class” on the first page brings you back here.
class-leave-title-lobby = Leave the lobby?
class-leave-line-lobby = Joining does not stop: people can still come in, and who sits keeps the seat. “Back to the class” on the first page brings you back to the lobby.
class-leave-no = Stay
class-leave-yes = Leave
class-end-ask = End this class…
class-close-title = The debrief is done: close the class?
class-close-line = Every laptop says goodbye. People can still look at and save their own page and card, until you leave this class or close the program.
class-close-again = All seats are kept. If there is more to say, choose “{ $again }”.
class-close-yes = Close the class
class-close-no = Not yet
class-part-title = Some laptops are still open: leave now?
class-part-line = { $count ->
    [one] The laptop of one seat is still connected.
   *[other] The laptops of { $count } seats are still connected.
  } Once you leave, nothing more that they write is saved, and a page or card that is closed cannot be opened, until you open this class again under “{ $recent }” on the first page.
class-end-title = End this class?
class-end-line = No table can go on. What was played stays and can be debriefed.
class-end-line-lobby = Week 1 has not begun, so there is nothing to debrief. Everybody’s seat is given up.
class-end-line-week = Week { $week } is not finished: it is cut off at this step and cannot go on. What was played before stays.
class-end-line-weeks = Some tables are in the middle of a week: it is cut off at this step and cannot go on. What was played before stays.
class-end-no = Go on with it
class-end-yes = End the class
class-wait = Going back to the class…
class-wait-line = The tables will be here in a moment.
class-unshare-title = Has sharing stopped?
class-unshare-line = What is for you alone is shown again: secrets of the seats, results per table, your notes. Make sure first that nobody sees your screen.
class-unshare-no = Still shared
class-unshare-yes = Not shared any more
# help for who leads
class-help-title = Help for facilitators
class-help-how = How a class goes
class-help-how-setup = Set it up: case, tables, weeks, time and pace.
class-help-how-lobby = Lobby: read out the join code, people sit down; bots take empty seats.
class-help-how-play = Console: see where each table is; “Needs you” at the right comes first.
class-help-how-leave = Leave before its end, and the class goes on; “Back to the class” on the first page brings you back. After its end it closes for the laptops too; you are asked first.
class-help-how-debrief = Debrief: “Start the debrief” on the console, once play is over. On its last page save the report, then choose “Debrief done, close the class”.
class-help-parts = What each part does, and the words on the trainees’ screens
class-help-setup-time = Time plan
class-help-setup-time-line = Minutes for each phase, more in week 1; or no clock at all.
class-help-setup-pace = Pace
class-help-setup-pace-line = Each table: on when it is done. All in step: when every table is done. By the clock: when time is up. For a first class, keep all in step.
class-help-setup-talk = How they talk
class-help-setup-talk-line = Through the desk: requests are written. Open table: people talk, and only what is agreed is noted.
class-help-setup-absence = Who drops out
class-help-setup-absence-line = The seat waits 90 seconds, then a stand-in takes it, or you are asked first.
class-help-lobby-code = Join code and address
class-help-lobby-code-line = The code is enough; the address is for computers that do not find the class.
class-help-lobby-seats = Seats
class-help-lobby-seats-line = Dashed: empty. Framed with a name: reserved for that person. Ticked: somebody sits there. Drag one seat onto another to change them; names go along.
class-help-lobby-names = Name list
class-help-lobby-names-line = Paste it, or read CSV or XLSX. A reserved seat keeps nobody out; names stay on this computer.
class-help-lobby-projector = Projector window
class-help-lobby-projector-line = Shows only what the whole class may see, on another screen if there is one.
class-help-console-tables = Tables
class-help-console-tables-line = A card each: who is done, who is off line, the value captured. Open one to see everything.
class-help-console-queue = Needs you
class-help-console-queue-line = Escalations, lost lines and silence, the heaviest first, each with its buttons.
class-help-console-deck = Events, measures, notes
class-help-console-deck-line = Drag an event onto a table or all. Notes are for the debrief; no seat sees them.
class-help-console-say = Say to all
class-help-console-say-line = One line on every laptop.
class-help-console-shared = Screen is shared
class-help-console-shared-line = On while your screen is seen by all; the projector window on the same screen turns it on. Secrets, results and notes are put away. Click the tag to switch it off.
class-help-keys-begin = Open the lobby, start week 1, next phase
class-help-keys-pause = Pause, go on (console)
class-help-keys-table = Open this table (console)
class-help-keys-note = Bookmark this moment for the debrief (console)
class-help-keys-projector = Open or close the projector window
class-help-keys-black = Projector window black, and back
class-help-keys-full = Full screen, and back
class-help-keys-help = This page
class-help-keys-terms = What the words on the trainees’ screens mean
class-help-keys-back = Back, close, put down a seat
class-help-guide = The facilitator guide says more: network, firewall, hotspot, console, half-time, debrief, report, privacy.
class-help-guide-open = Open the facilitator guide
# classes of before
class-past-title = { $case } · { $tables } { $tables ->
    [one] table
   *[other] tables
 }
class-past-lobby = Stopped in the lobby, { $people } { $people ->
    [one] person
   *[other] people
 }
class-past-playing = Stopped in week { $week } of { $weeks }, { $people } { $people ->
    [one] person
   *[other] people
 }
class-past-over = Ended in week { $week }, { $people } { $people ->
    [one] person
   *[other] people
 }
class-past-played = Played to the end, { $week } weeks, { $people } { $people ->
    [one] person
   *[other] people
 }
class-past-go = Back to the class
class-past-debrief = See the debrief
class-delete-line = The logs of all tables and the name list will be deleted from this computer for good.
