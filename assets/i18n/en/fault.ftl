# What is wrong with a case's files: one sentence each, what it is and what may stand there. File, line and column come before it.
fault-no-folder = There is no folder of a case here. The cases that come with the program: { $allowed }.
fault-no-file = This file is missing or cannot be read.
fault-not-a-file = A plain file must stand here, neither a link nor a folder.
fault-too-large = The file is too large: { $allowed } bytes at most.
fault-not-utf8 = This is not UTF-8 ({ $found }). Save the file again as UTF-8.
fault-no-yaml = Reading stops here. Look at indents, colons and quotes ({ $found }).
fault-no-json = Reading stops here. Look at commas, brackets and quotes ({ $found }).
fault-several-documents = A file holds one document: take out this line "---".
fault-alias = References (& and *) are not used in a case; write it out: { $found }.
fault-tag = Marks of type are not used in a case; take out "{ $found }".
fault-too-deep = Too many levels: { $allowed } at most.
fault-duplicate-key = { $field } stands here twice; keep one.
fault-unknown-field = { $field } is not known here. Known are: { $allowed }.
fault-missing-field = { $field } is missing.
fault-wrong-type =
    { $field } must be { $allowed ->
        [integer] a whole number
        [text] text
        [boolean] true or false
        [list] a list [ ]
       *[mapping] a group of "name: value"
    }; it is "{ $found }".
fault-out-of-range = { $field } is { $found }; it may be { $allowed }.
fault-wrong-choice = { $field } cannot be "{ $found }". Choose from: { $allowed }.
fault-wrong-count = { $field } has { $found } entries; it may have { $allowed }.
fault-wrong-key = "{ $found }" cannot be a key here; use only { $allowed }.
fault-wrong-version = The format's version "{ $found }" is not known; this program reads { $allowed }.
fault-unknown-department = There is no department "{ $found }". There are: { $allowed }.
fault-unknown-service = There is no service "{ $found }". There are: { $allowed }.
fault-unknown-icon = There is no icon "{ $found }". Most alike are: { $allowed }.
fault-taken-twice = { $field }: "{ $found }" is taken already; each may stand once.
fault-own-receiver = { $found } cannot receive a service of its own.
fault-service-cycle = These services wait for one another in a circle: { $found }.
fault-input-not-received = { $field }: the department that makes this does not receive { $found }; add it to the receivers of { $found }.
fault-stock-not-used = { $field }: this department neither makes nor receives { $found }, or it is an aid, of which there is no stock.
fault-aid-not-plain = { $field }: an aid has one receiver, no inputs, no lead and the relation guidance, and is no input itself.
fault-order-not-received = { $field }: the owner of this order does not receive "{ $found }". It receives: { $allowed }.
fault-due-before-arrival = { $field } is week { $found }, before the order is there; it may be { $allowed }.
fault-due-after-expiry = { $field } is week { $found }, after the order expires; it may be { $allowed }.
fault-options-not-rising = { $field } is { $found }; a later option has a later week and no higher price. It may be { $allowed }.
fault-arrives-too-late = { $field } is week { $found }, after the end of the longest session; it may be { $allowed }.
fault-weights-not-100 = The weights of { $field } add up to { $found }; they must make { $allowed }.
fault-floor-is-target = { $field }: no points and full points are both at { $found }; the two must differ.
fault-lengths-not-rising = { $field } must rise, each length once; it is { $found }.
fault-too-short-to-play = { $field }: two weeks are for teaching alone (purpose: teaching); other cases take { $allowed }.
fault-minutes-not-fitting = { $field } has { $found } numbers; it needs one for each length: { $allowed }.
fault-incident-empty = { $field }: give a change of hours, or a service together with its cost.
fault-incident-not-own = { $field }: this department does not make "{ $found }". It makes: { $allowed }.
fault-measure-held = { $field } is { $found }; a measure that is held from the start has neither price nor week. Take it out, or take out held.
fault-measure-too-late = { $field } is week { $found }; a measure is adopted in the Review of a week before the last. It may be { $allowed }.
fault-effect-not-one = { $field }: an entry is exactly one of { $allowed }; here stands: { $found }.
fault-effect-empty = { $field } is { $found }; that would change nothing.
fault-card-too-late = { $field } is { $found } weeks after the card's first week, which is after the end of the longest session; it may be { $allowed }.
fault-no-equals = Each line is "key = text"; here stands "{ $found }".
fault-word-twice = The key { $field } stands here twice; keep one.
fault-word-unknown = Nothing uses the key { $field }. Most alike are: { $allowed }.
fault-word-missing = The text { $field } is missing.
fault-word-empty = There is no text after { $field }.
fault-word-too-long = { $field } has { $found } characters; { $allowed } at most.
fault-word-unprintable = { $field } holds the invisible sign { $found }; take it out.
fault-benchmarks-stale = These benchmarks were computed for other numbers; compute them anew. The fingerprint is now { $allowed }.
fault-benchmarks-length = { $field }: the case has no length { $found }, or it stands here twice; left are { $allowed }.
fault-benchmarks-path = { $field } has { $found } numbers; it needs one for each week: { $allowed }.
fault-benchmarks-best = { $field } is { $found }; the best must lie above the silo result.
